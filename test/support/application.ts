/** The whole web side on a test's database, for requests with supertest. Close it before the database is dropped. */
import type { ModuleMetadata } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { createLogger, type Logger, NestLogger } from '../../src/platform/logging.js';
import { PlatformModule } from '../../src/platform/platform.module.js';
import { prepareWeb } from '../../src/platform/web.js';
import { testConfiguration } from './configuration.js';

export interface TestApplicationOptions {
  readonly databaseUrl: string;
  /** The modules under test; the platform is added. */
  readonly imports?: NonNullable<ModuleMetadata['imports']>;
  readonly controllers?: NonNullable<ModuleMetadata['controllers']>;
  readonly environment?: Record<string, string>;
  /** Whether it does jobs too. Default false. */
  readonly works?: boolean;
  readonly logger?: Logger;
}

export async function createTestApplication(
  options: TestApplicationOptions,
): Promise<NestExpressApplication> {
  const logger = options.logger ?? createLogger('test', 'silent');
  const platform = PlatformModule.for({
    configuration: testConfiguration(options.environment),
    databaseUrl: options.databaseUrl,
    logger,
    works: options.works ?? false,
    poolSize: 5,
  });
  const module = await Test.createTestingModule({
    imports: [platform, ...(options.imports ?? [])],
    controllers: [...(options.controllers ?? [])],
  }).compile();
  const application = module.createNestApplication<NestExpressApplication>({
    logger: new NestLogger(logger),
    bodyParser: false,
  });
  await prepareWeb(application, logger);
  return application;
}
