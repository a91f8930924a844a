import { STATUS_CODES } from 'node:http';
import {
  type ContentObject,
  type OpenAPIObject,
  type ReferenceObject,
  type SchemaObject,
} from '@nestjs/swagger';
import { isReference, operationsOf } from './operations.js';

type Schema = SchemaObject | ReferenceObject;

/**
 * Gives an example to everything that is sent and answered. A schema that has one is shown with it; lists and pages are
 * composed of the examples of what they hold, so that an example is written once.
 */
export function addExamples(document: OpenAPIObject): void {
  for (const { operation } of operationsOf(document)) {
    const { requestBody } = operation;
    if (requestBody !== undefined && !isReference(requestBody)) {
      exemplify(requestBody.content, document);
    }
    for (const [status, response] of Object.entries(operation.responses)) {
      if (response === undefined || isReference(response)) continue;
      if (response.description === '') response.description = STATUS_CODES[status] ?? '';
      exemplify(response.content ?? {}, document);
    }
  }
}

function exemplify(content: ContentObject, document: OpenAPIObject): void {
  for (const [type, media] of Object.entries(content)) {
    const { schema } = media;
    if (schema === undefined || media.example !== undefined || media.examples !== undefined)
      continue;
    const isToBeRead = type.endsWith('json') || type.startsWith('text/');
    if (isToBeRead) media.example = exampleOf(schema, document);
    else if (!isReference(schema)) media.schema = withoutExample(schema);
  }
}

/** Bytes that are no text have no example to read. */
function withoutExample(schema: SchemaObject): SchemaObject {
  const bare = { ...schema };
  delete bare.example;
  return bare;
}

const formats: Readonly<Record<string, string>> = {
  date: '2027-01-11',
  'date-time': '2026-12-21T09:30:00.000Z',
  uuid: '0198f0a2-6c1e-7d2a-9f64-2f9d9a1c7b10',
  email: 'ann.other@example.org',
};

/**
 * A value that the schema allows: its own example, or one composed of the examples of its parts.
 *
 * @returns undefined where nothing but words of people could stand: such a schema needs an example of its own
 */
export function exampleOf(schema: Schema, document: OpenAPIObject): unknown {
  if (isReference(schema)) {
    const name = schema.$ref.slice('#/components/schemas/'.length);
    return exampleOf(document.components?.schemas?.[name] ?? {}, document);
  }
  if (schema.example !== undefined) return schema.example;
  if (schema.default !== undefined) return schema.default;
  if (schema.nullable === true) return null;
  if (schema.enum !== undefined) return schema.enum[0];
  const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0];
  if (choice !== undefined) return exampleOf(choice, document);
  if (schema.allOf !== undefined) {
    return Object.assign({}, ...schema.allOf.map((part) => exampleOf(part, document))) as unknown;
  }
  switch (schema.type) {
    case 'object': {
      const fields = Object.entries(schema.properties ?? {});
      return Object.fromEntries(fields.map(([name, field]) => [name, exampleOf(field, document)]));
    }
    case 'array':
      return schema.items === undefined ? [] : [exampleOf(schema.items, document)];
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1);
    case 'boolean':
      return true;
    case 'string':
      return formats[schema.format ?? ''];
    default:
      return undefined;
  }
}
