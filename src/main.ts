import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import { readProcessConfiguration } from './platform/process-configuration.js';
import { waitForDatabase } from './platform/database.js';
import { createLogger, NestLogger } from './platform/logging.js';
import { liveUntilStopped } from './platform/process-life.js';
import { closeWeb, listen, prepareWeb } from './platform/web.js';

const { configuration, databaseUrl } = readProcessConfiguration();
const logger = createLogger('web', configuration.logLevel);

await liveUntilStopped(logger, async () => {
  await waitForDatabase(databaseUrl);
  const application = await NestFactory.create<NestExpressApplication>(
    AppModule.for({ configuration, databaseUrl, logger, works: false }),
    { logger: new NestLogger(logger), bodyParser: false, rawBody: true },
  );
  await prepareWeb(application, logger);
  const url = await listen(application, configuration.web);
  return { url, close: () => closeWeb(application) };
});
