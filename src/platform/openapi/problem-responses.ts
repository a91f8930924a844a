import { STATUS_CODES } from 'node:http';
import {
  type ExamplesObject,
  type OpenAPIObject,
  type ReferenceObject,
  type ResponseObject,
  type SchemaObject,
} from '@nestjs/swagger';
import { Problem, problemType } from '../problems/problem.js';
import { exampleOf } from './examples.js';
import { type DescribedOperation, operationsOf } from './operations.js';
import { type DescribedRefusal, REFUSAL_NOTE } from './refuses.js';
import { openApiSchema } from './schemas.js';
import { usual, usualRefusals } from './usual-refusals.js';

const PROBLEM = { $ref: '#/components/schemas/Problem' };

/** What each status means, whatever the route. */
const meanings: Readonly<Record<number, string>> = {
  400: 'The request is not valid; `errors` names the fields at fault, if it is about fields',
  404: 'What the request names is not there',
  409: 'It does not go together with what is there',
  412: 'Changed by somebody else since you loaded it',
  413: 'The body is larger than is accepted',
  415: 'Content of this kind is not accepted here',
  422: 'Understood, and cannot be done: the detail says why and what to do',
  428: 'The header If-Match is missing',
  500: 'Something that nobody expected; nothing more was done. Quote the correlation id',
  503: 'The database does not answer; try again soon',
};

/**
 * Adds to every route the problems (RFC 9457) that it can answer with: those that `@Refuses` names and those that follow
 * from what it takes; each with its codes and an example of every one.
 */
export function addProblems(document: OpenAPIObject): void {
  const { schema, components = {} } = openApiSchema(Problem, { schemaType: 'output' }) ?? {};
  const schemas = { Problem: schema as SchemaObject, ...components };
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, ...schemas },
    responses: sharedResponses(),
    examples: sharedExamples(),
  };
  for (const described of operationsOf(document)) {
    const { operation } = described;
    const refusals = [...usualRefusals(described), ...takenNotes(operation)];
    for (const status of new Set(refusals.map((refusal) => refusal.status))) {
      const those = refusals.filter((refusal) => refusal.status === status);
      operation.responses[status] ??=
        sharedResponse(those) ?? problemResponse(those, instanceOf(described, document));
    }
  }
}

/** The usual refusals are the same everywhere, so they and the answers that hold one of them alone are written once. */
const shared: readonly DescribedRefusal[] = Object.values(usual);

function sharedExamples(): ExamplesObject {
  const instance = '/api/v1/schools/100091';
  return Object.fromEntries(
    shared.map((refusal) => [refusal.code, { value: problemOf(refusal, instance) }]),
  );
}

function sharedResponses(): Record<string, ResponseObject> {
  return Object.fromEntries(shared.map((refusal) => [refusal.code, problemResponse([refusal])]));
}

function sharedResponse(refusals: readonly DescribedRefusal[]): ReferenceObject | undefined {
  const [only, ...more] = refusals;
  if (only === undefined || more.length > 0 || !shared.includes(only)) return undefined;
  return { $ref: `#/components/responses/${only.code}` };
}

/** What `@Refuses` noted, which is no part of the description itself. */
function takenNotes(operation: DescribedOperation['operation']): DescribedRefusal[] {
  const notes = operation as unknown as Record<string, DescribedRefusal>;
  const names = Object.keys(notes).filter((name) => name.startsWith(REFUSAL_NOTE));
  return names.flatMap((name) => {
    const note = notes[name];
    delete notes[name];
    return note ?? [];
  });
}

function problemResponse(refusals: readonly DescribedRefusal[], instance = ''): ResponseObject {
  const examples: ExamplesObject = {};
  for (const refusal of refusals) {
    examples[refusal.code] = shared.includes(refusal)
      ? { $ref: `#/components/examples/${refusal.code}` }
      : { value: problemOf(refusal, instance) };
  }
  const description = meanings[refusals[0]?.status ?? 500] ?? '';
  return { description, content: { 'application/problem+json': { schema: PROBLEM, examples } } };
}

function problemOf({ status, code, detail }: DescribedRefusal, instance: string): Problem {
  const fault = { pointer: '#/from', field: 'from', message: 'must be a date such as 2027-01-11' };
  return {
    type: problemType(code),
    title: STATUS_CODES[status] ?? 'Problem',
    status,
    detail,
    instance,
    code,
    correlationId: '7d9f6c1e-4c5b-4e0e-9a53-0c1d3a2f9b10',
    ...(code === usual.field.code ? { errors: [fault] } : {}),
  };
}

/** The path with the examples of its parameters filled in. */
function instanceOf({ path, parameters }: DescribedOperation, document: OpenAPIObject): string {
  return path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => {
    const parameter = parameters.find((each) => each.in === 'path' && each.name === name);
    return String(parameter?.example ?? exampleOf(parameter?.schema ?? {}, document));
  });
}
