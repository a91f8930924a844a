import type { NestExpressApplication } from '@nestjs/platform-express';
import { Reflector } from '@nestjs/core';
import { NotFoundException, StandardSchemaSerializerInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import compression from 'compression';
import { nameAuthor } from './author.js';
import { type Configuration } from './configuration.js';
import { errorCode } from './error-code.js';
import { KeptAnswersInterceptor } from './kept-answers/kept-answers.interceptor.js';
import { type Logger, requestLog } from './logging.js';
import { serveApiPages } from './openapi/describe-api.js';
import { ContentTypeGuard } from './problems/content-type.guard.js';
import { ProblemFilter } from './problems/problem.filter.js';
import { SchemaPipe } from './problems/validation.js';
import { secureHeaders, serveWebApp } from './web-app.js';

/** Largest JSON body, for frozen problems sent by hand. Files are taken by their own routes. */
const largestJson = '20mb';

/**
 * Sets up what every request goes through, in order, and initialises the application. Create it with `bodyParser: false`.
 */
export async function prepareWeb(
  application: NestExpressApplication,
  logger: Logger,
): Promise<void> {
  const problems = new ProblemFilter(logger);
  application.use(requestLog(logger));
  application.use(secureHeaders);
  application.use(compression({ filter: isWorthCompressing }));
  application.useBodyParser('json', { limit: largestJson });
  application.use(nameAuthor);
  application.useGlobalGuards(new ContentTypeGuard());
  application.useGlobalPipes(new SchemaPipe());
  application.useGlobalInterceptors(
    new KeptAnswersInterceptor(application),
    new StandardSchemaSerializerInterceptor(application.get(Reflector)),
  );
  application.useGlobalFilters(problems);
  placeRoutes(application);
  serveApiPages(application);
  serveWebApp(application);
  await application.init();
  // Nest answers unknown addresses below the prefix only.
  application
    .getHttpAdapter()
    .getInstance()
    .use((request: Request, response: Response) => {
      problems.answer(new NotFoundException(), request, response);
    });
}

/** Answers that a slow line notices; events must leave at once, so they are never held back to be compressed. */
function isWorthCompressing(request: Request, response: Response): boolean {
  const type = response.getHeader('Content-Type');
  if (typeof type === 'string' && type.startsWith('text/event-stream')) return false;
  return compression.filter(request, response);
}

/** Puts every route below /api/v1, save the two that whoever watches the process asks. */
export function placeRoutes(application: NestExpressApplication): void {
  application.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready'] });
}

/** Requests in hand have this long to finish at a stop; streams of events never end by themselves. */
const finishWithinMs = 5_000;

/**
 * Takes requests.
 *
 * @returns the address to open
 * @throws Error in words when the port is taken
 */
export async function listen(
  application: NestExpressApplication,
  { host, port }: Configuration['web'],
): Promise<string> {
  try {
    await application.listen(port, host);
  } catch (cause) {
    if (errorCode(cause) !== 'EADDRINUSE') throw cause;
    throw new Error(`Port ${port} of ${host} is taken. Set PORT to another one.`, { cause });
  }
  const shown = host.includes(':') ? `[${host}]` : host === '127.0.0.1' ? 'localhost' : host;
  return `http://${shown}:${port}`;
}

/** Takes no new requests, lets those in hand finish, then closes what the application holds. */
export async function closeWeb(application: NestExpressApplication): Promise<void> {
  const server = application.getHttpServer();
  const impatience = setTimeout(() => server.closeAllConnections(), finishWithinMs);
  try {
    await application.close();
  } finally {
    clearTimeout(impatience);
  }
}
