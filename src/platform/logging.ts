/**
 * Structured logs without personal data: one JSON line an event. A request is logged with its method and path, never
 * with its query, headers or body; an error with what failed, never with the values that PostgreSQL quotes.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';
import { pinoHttp, type HttpLogger } from 'pino-http';
import { errorCode } from './error-code.js';

export type { Logger } from 'pino';

/** Names that must not appear as a field of a log line, wherever they stand. */
const redacted = [
  'password',
  'email',
  'name',
  'postcode',
  'authorization',
  'cookie',
  'url',
].flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);

/**
 * @param process which process writes, such as `web`
 * @param destination where to; standard output unless a test gives another
 */
export function createLogger(
  process: string,
  level: string,
  destination?: { write(line: string): void },
): Logger {
  const options = {
    level,
    base: { process },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: redacted, censor: '[not logged]' },
    serializers: { err: describeError },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

interface ErrorDescription {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly constraint?: string;
  readonly stack?: string;
  readonly cause?: ErrorDescription;
}

/** What may be logged of an error. */
export function describeError(error: unknown, depth = 0): ErrorDescription {
  if (typeof error !== 'object' || error === null)
    return { type: typeof error, message: String(error) };
  const text = (field: string): string | undefined => {
    const value: unknown = Reflect.get(error, field);
    return typeof value === 'string' ? value : undefined;
  };
  const code = errorCode(error) ?? errorCode(Reflect.get(error, 'driverError'));
  const constraint = text('constraint');
  const stack = text('stack')
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
  const cause: unknown = Reflect.get(error, 'cause');
  return {
    type: text('name') ?? error.constructor.name,
    message: quotesValues(code)
      ? `the database refused a value (${code ?? ''})`
      : (text('message') ?? ''),
    ...(code === undefined ? {} : { code }),
    ...(constraint === undefined ? {} : { constraint }),
    ...(stack === undefined ? {} : { stack }),
    ...(cause === undefined || depth > 4 ? {} : { cause: describeError(cause, depth + 1) }),
  };
}

/** PostgreSQL's class 22, wrong data: its messages repeat the value. */
function quotesValues(code: string | undefined): boolean {
  return code !== undefined && /^22[0-9A-Z]{3}$/.test(code);
}

/** Parts of Nest that list every module and route at each start. */
const startUpChatter = new Set([
  'InstanceLoader',
  'NestApplication',
  'NestFactory',
  'RouterExplorer',
  'RoutesResolver',
]);

/** Lets Nest write through our log. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write(startUpChatter.has(String(rest.at(-1))) ? 'debug' : 'info', message, rest);
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }
  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }
  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  private write(
    level: 'info' | 'error' | 'warn' | 'debug' | 'trace' | 'fatal',
    message: unknown,
    rest: unknown[],
  ): void {
    const context = rest.at(-1);
    const source = typeof context === 'string' ? { context } : {};
    if (typeof message === 'string') this.logger[level](source, message);
    else this.logger[level]({ ...source, err: message });
  }
}

const trustworthyId = /^[\w-]{8,64}$/;

/** Gives each request an id (the caller's `X-Request-Id` if it looks like one), answers it, and logs the outcome. */
export function requestLog(logger: Logger): HttpLogger<IncomingMessage, ServerResponse> {
  return pinoHttp({
    logger,
    genReqId: (request, response) => {
      const given = request.headers['x-request-id'];
      const id = typeof given === 'string' && trustworthyId.test(given) ? given : randomUUID();
      response.setHeader('X-Request-Id', id);
      return id;
    },
    serializers: {
      req: (request: { id: unknown; method: unknown; url: unknown }) => ({
        id: request.id,
        method: request.method,
        path: String(request.url).split('?')[0],
      }),
      res: (response: { statusCode: unknown }) => ({ status: response.statusCode }),
      err: describeError,
    },
    customLogLevel: (request, response, error) => {
      // 503: an outage has a line of its own, and a stop is nothing to worry about.
      const isFailure = response.statusCode >= 500 && response.statusCode !== 503;
      if (error !== undefined || isFailure) return 'error';
      return request.url?.startsWith('/health/') === true ? 'debug' : 'info';
    },
  });
}

/** Logs a repeating trouble once in a while instead of filling the disk: a lost connection can fail thousands of times a second. */
export class RateCappedErrors {
  readonly #last = new Map<string, { loggedAt: number; kept: number }>();

  /**
   * @param everyMs least time between two lines about the same trouble
   * @param time milliseconds; tests give their own
   */
  constructor(
    private readonly logger: Logger,
    private readonly everyMs = 10_000,
    private readonly time: () => number = Date.now,
  ) {}

  /** Logs now, or counts it for the next line about the same `where` and kind of error. */
  report(where: string, error: unknown): void {
    const key = `${where} ${errorCode(error) ?? describeError(error).type}`;
    const last = this.#last.get(key);
    if (last !== undefined && this.time() - last.loggedAt < this.everyMs) {
      last.kept++;
      return;
    }
    this.#last.set(key, { loggedAt: this.time(), kept: 0 });
    this.logger.error({ err: error, where, unloggedSince: last?.kept ?? 0 }, `${where} failed`);
  }
}
