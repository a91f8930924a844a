import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { Application, Request, Response } from 'express';
import { type Logger } from '../logging.js';
import { type Problem, problemOf } from './problem.js';
import { Refusal } from './refusal.js';

/** The only place that turns errors into HTTP. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<Request>(), http.getResponse<Response>());
  }

  /** Answers a request that failed. */
  answer(error: unknown, request: Request & { id?: unknown }, response: Response): void {
    const correlationId = typeof request.id === 'string' ? request.id : 'unknown';
    const path = request.originalUrl.split('?')[0] ?? '/';
    const problem = problemOf(error, { path, correlationId });
    // A refusal was foreseen, whatever its status.
    if (problem.status >= 500 && !(error instanceof Refusal))
      this.logger.error({ err: error, correlationId }, 'a request failed');
    if (response.headersSent) {
      response.destroy(); // a stream broke off: there is no way left to say why
      return;
    }
    const methods = isUnknownAddress(error, request) ? allowedMethods(request.app, path) : [];
    if (methods.length > 0) {
      response.setHeader('Allow', methods.join(', '));
      const detail = `${request.method} is not possible here; ${methods.join(', ')} is.`;
      const words = {
        title: 'Method Not Allowed',
        status: 405,
        code: 'METHOD_NOT_ALLOWED',
        detail,
      };
      this.send(response, { ...problem, ...words, type: 'urn:qar:problem:method-not-allowed' });
      return;
    }
    if (problem.status === 503) response.setHeader('Retry-After', '10');
    this.send(response, problem);
  }

  private send(response: Response, problem: Problem): void {
    response
      .status(problem.status)
      .setHeader('Cache-Control', 'no-store')
      .type('application/problem+json')
      .send(JSON.stringify(problem));
  }
}

function isUnknownAddress(error: unknown, request: Request): boolean {
  const route = (request as { route?: Layer['route'] }).route;
  const reached = route !== undefined && !isCatchAll(route);
  return error instanceof HttpException && error.getStatus() === 404 && !reached;
}

interface Layer {
  readonly route?: { readonly methods: Readonly<Record<string, boolean>> };
  /** What matched, or nothing that counts as true. */
  match(path: string): unknown;
}

/** Nest's own answer to unknown addresses is a route for every method; ours have one method each. */
function isCatchAll({ methods }: NonNullable<Layer['route']>): boolean {
  return methods._all === true || Object.keys(methods).length > 1;
}

/** The methods that some route takes at this path; Express itself tells only that the one asked for is not among them. */
function allowedMethods(application: Application, path: string): string[] {
  const { stack } = (application as unknown as { router: { stack: Layer[] } }).router;
  const methods = stack.flatMap((layer) =>
    layer.route !== undefined && !isCatchAll(layer.route) && Boolean(layer.match(path))
      ? Object.keys(layer.route.methods)
      : [],
  );
  return [...new Set(methods.map((method) => method.toUpperCase()))];
}
