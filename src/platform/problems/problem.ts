import { STATUS_CODES } from 'node:http';
import { HttpException } from '@nestjs/common';
import { z } from 'zod';
import { databaseErrorCode } from '../database.js';
import { isTransient } from '../outage.js';
import { Refusal } from './refusal.js';

/** RFC 9457, with our stable `code`, the request's id, and the fields at fault. */
export const Problem = z
  .object({
    type: z.string().meta({ description: 'Names the kind of problem; the code as a URN' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'For people: what is wrong and what to do' }),
    instance: z.string().meta({ description: 'The path of the request' }),
    code: z.string().meta({ description: 'Stable; programs may depend on it' }),
    correlationId: z
      .string()
      .meta({ description: 'Quote it when you ask for help: the logs hold it' }),
    errors: z
      .array(z.object({ pointer: z.string(), field: z.string(), message: z.string() }))
      .optional(),
    details: z.record(z.string(), z.unknown()).optional().meta({
      description: 'What programs need beside the words; its shape goes with the code',
    }),
  })
  .meta({
    id: 'Problem',
    example: {
      type: 'urn:qar:problem:not-found',
      title: 'Not Found',
      status: 404,
      detail: 'There is no school 100001.',
      instance: '/api/v1/schools/100001',
      code: 'NOT_FOUND',
      correlationId: '7d9f6c1e-4c5b-4e0e-9a53-0c1d3a2f9b10',
    },
  });

export type Problem = z.infer<typeof Problem>;

type Kind = Pick<Problem, 'status' | 'code' | 'detail' | 'errors' | 'details'>;

/** Where and for which request the problem is told. */
export interface Occasion {
  readonly path: string;
  readonly correlationId: string;
}

/** What the caller is told about an error. An error that nobody expected says nothing of itself: its log line does. */
export function problemOf(error: unknown, occasion: Occasion): Problem {
  const { status, code, detail, errors, details } = kindOf(error);
  return {
    type: problemType(code),
    title: STATUS_CODES[status] ?? 'Problem',
    status,
    detail,
    instance: occasion.path,
    code,
    correlationId: occasion.correlationId,
    ...(errors === undefined ? {} : { errors }),
    ...(details === undefined ? {} : { details }),
  };
}

/** The code as a URN. */
export function problemType(code: string): string {
  return `urn:qar:problem:${code.toLowerCase().replaceAll('_', '-')}`;
}

function kindOf(error: unknown): Kind {
  if (error instanceof Refusal) {
    const errors = error.faults.length > 0 ? { errors: [...error.faults] } : {};
    const details = error.details === undefined ? {} : { details: { ...error.details } };
    return { status: error.status, code: error.code, detail: error.message, ...errors, ...details };
  }
  if (error instanceof HttpException && error.getStatus() < 500) return kindOfHttp(error);
  if (isOutage(error)) {
    return {
      status: 503,
      code: 'UNAVAILABLE',
      detail: 'The database does not answer at the moment. Try again in a minute.',
    };
  }
  return {
    status: 500,
    code: 'UNEXPECTED',
    detail:
      'Something went wrong that we did not expect. Nothing more was done. Quote the correlation id.',
  };
}

function isOutage(error: unknown): boolean {
  const cause =
    typeof error === 'object' && error !== null
      ? (Reflect.get(error, 'driverError') as unknown)
      : undefined;
  return databaseErrorCode(error) !== undefined && (isTransient(error) || isTransient(cause));
}

const wordsOf: Readonly<Record<number, { code: string; detail: string }>> = {
  400: { code: 'BAD_REQUEST', detail: 'The request cannot be understood.' },
  404: {
    code: 'NO_SUCH_ADDRESS',
    detail: 'There is nothing at this address. The API is described at /api/docs.',
  },
  413: { code: 'TOO_LARGE', detail: 'The request is larger than is accepted. Send it in parts.' },
  415: {
    code: 'UNSUPPORTED_MEDIA_TYPE',
    detail: 'This kind of content, or its encoding, is not accepted here.',
  },
};

/** Errors of Nest, Express and the body parser. */
function kindOfHttp(error: HttpException): Kind {
  const status = error.getStatus();
  const parser: unknown = Reflect.get(Object(error.cause), 'type');
  if (parser === 'entity.parse.failed') {
    return {
      status,
      code: 'MALFORMED_JSON',
      detail: 'The body is not JSON. Check quotes, commas and brackets, and that it is complete.',
    };
  }
  const words = wordsOf[status];
  if (words !== undefined) return { status, ...words };
  const title = STATUS_CODES[status] ?? 'Refused';
  return { status, code: title.toUpperCase().replaceAll(/[^A-Z]+/g, '_'), detail: `${title}.` };
}
