/** The whole product's web side on a test's database, as `npm start` composes it. Close it before the database is dropped. */
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { AppModule } from '../../src/app.module.js';
import { createLogger, type Logger, NestLogger } from '../../src/platform/logging.js';
import { prepareWeb } from '../../src/platform/web.js';
import { testConfiguration } from './configuration.js';

export async function createWholeApplication(
  databaseUrl: string,
  options: { environment?: Record<string, string>; logger?: Logger } = {},
): Promise<NestExpressApplication> {
  const logger = options.logger ?? createLogger('test', 'silent');
  const configuration = testConfiguration(options.environment);
  const whole = AppModule.for({ configuration, databaseUrl, logger, works: false, poolSize: 5 });
  const module = await Test.createTestingModule({ imports: [whole] }).compile();
  const application = module.createNestApplication<NestExpressApplication>({
    logger: new NestLogger(logger),
    bodyParser: false,
    rawBody: true,
  });
  await prepareWeb(application, logger);
  return application;
}
