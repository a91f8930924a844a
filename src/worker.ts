import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { readProcessConfiguration } from './platform/process-configuration.js';
import { waitForDatabase } from './platform/database.js';
import { createLogger, NestLogger } from './platform/logging.js';
import { liveUntilStopped } from './platform/process-life.js';

const { configuration, databaseUrl } = readProcessConfiguration();
const logger = createLogger('worker', configuration.logLevel);

await liveUntilStopped(logger, async () => {
  await waitForDatabase(databaseUrl);
  return NestFactory.createApplicationContext(
    AppModule.for({ configuration, databaseUrl, logger, works: true }),
    { logger: new NestLogger(logger) },
  );
});
