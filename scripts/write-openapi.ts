/** Writes the API's description, made from the code, to docs/openapi.json. Needs no database. */
import { writeFile } from 'node:fs/promises';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from '../src/app.module.js';
import { readConfiguration } from '../src/platform/configuration.js';
import { createLogger, NestLogger } from '../src/platform/logging.js';
import { describeApi } from '../src/platform/openapi/describe-api.js';
import { placeRoutes } from '../src/platform/web.js';

const logger = createLogger('openapi', 'error');
const application = await NestFactory.create<NestExpressApplication>(
  AppModule.for({
    configuration: readConfiguration({}),
    databaseUrl: 'postgres://never-asked',
    logger,
    works: false,
  }),
  { preview: true, logger: new NestLogger(logger) },
);
placeRoutes(application);
await writeFile('docs/openapi.json', `${JSON.stringify(describeApi(application), null, 2)}\n`);
