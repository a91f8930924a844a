import { STATUS_CODES } from 'node:http';
import { type OpenAPIObject, type ResponseObject, type SchemaObject } from '@nestjs/swagger';
import { z } from 'zod';
import { Problem } from '../problems/problem.js';
import { exampleOf } from './examples.js';
import { type DescribedOperation, isReference, operationsOf } from './operations.js';

const PROBLEM = { $ref: '#/components/schemas/Problem' };

/** What each status means where the route itself says nothing about it. */
const usualWords: Readonly<Record<string, string>> = {
  400: 'The request is not valid; `errors` names each field',
  404: 'There is none with this id',
  409: 'The Idempotency-Key was used for another request',
  412: 'Changed since you loaded it',
  413: 'The body is too large',
  415: 'Content of this kind is not accepted',
  422: 'Understood, and cannot be done: the detail says why',
  428: 'The header If-Match is missing',
  500: 'Something that nobody expected; quote the correlation id',
  503: 'The database does not answer; try again soon',
};

const codes: Readonly<Record<string, string>> = {
  400: 'INVALID_REQUEST',
  404: 'NOT_FOUND',
  409: 'ALREADY_THERE',
  412: 'CHANGED_SINCE',
  413: 'TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  428: 'IF_MATCH_MISSING',
  500: 'UNEXPECTED',
  503: 'UNAVAILABLE',
};

/**
 * Adds to every route the problems that follow from what it takes, so that no controller has to repeat them, and gives
 * each problem its media type (RFC 9457) and an example. What a controller says of a status is kept.
 */
export function addProblems(document: OpenAPIObject): void {
  const problem: unknown = z.toJSONSchema(Problem, { target: 'openapi-3.0' });
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: problem as SchemaObject },
  };
  for (const described of operationsOf(document)) {
    const { responses } = described.operation;
    for (const status of problemsOf(described)) {
      responses[status] ??= {
        description: '',
        content: { 'application/json': { schema: PROBLEM } },
      };
    }
    for (const [status, response] of Object.entries(responses)) {
      if (response !== undefined && !isReference(response) && isProblem(response)) {
        responses[status] = problemResponse(described, status, response.description, document);
      }
    }
  }
}

function problemsOf({ operation, parameters }: DescribedOperation): number[] {
  const takes = (place: string, name?: string): boolean =>
    parameters.some(
      (each) => each.in === place && (name === undefined || each.name.toLowerCase() === name),
    );
  const hasBody = operation.requestBody !== undefined;
  return [
    ...(takes('path') || takes('query') || hasBody ? [400] : []),
    ...(takes('path') ? [404] : []),
    ...(takes('header', 'idempotency-key') ? [409] : []),
    ...(takes('header', 'if-match') ? [412, 428] : []),
    ...(hasBody ? [413, 415, 422] : []),
    500,
    503,
  ];
}

function isProblem({ content }: ResponseObject): boolean {
  return Object.values(content ?? {}).some(
    ({ schema }) => schema !== undefined && isReference(schema) && schema.$ref === PROBLEM.$ref,
  );
}

function problemResponse(
  { path, parameters }: DescribedOperation,
  status: string,
  said: string,
  document: OpenAPIObject,
): ResponseObject {
  const description = said === '' ? (usualWords[status] ?? STATUS_CODES[status] ?? '') : said;
  const code = codes[status] ?? 'NOT_POSSIBLE';
  const instance = path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => {
    const parameter = parameters.find((each) => each.in === 'path' && each.name === name);
    return String(parameter?.example ?? exampleOf(parameter?.schema ?? {}, document));
  });
  const example: Problem = {
    type: `urn:qar:problem:${code.toLowerCase().replaceAll('_', '-')}`,
    title: STATUS_CODES[status] ?? 'Problem',
    status: Number(status),
    detail: `${description}.`,
    instance,
    code,
    correlationId: '7d9f6c1e-4c5b-4e0e-9a53-0c1d3a2f9b10',
  };
  return { description, content: { 'application/problem+json': { schema: PROBLEM, example } } };
}
