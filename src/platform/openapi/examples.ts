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
  for (const schema of Object.values(document.components?.schemas ?? {})) {
    if (!isReference(schema)) nameOneExample(schema);
  }
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

/** JSON Schema's `examples` is not part of OpenAPI 3.0; its `example` is. */
function nameOneExample(schema: SchemaObject): void {
  const { examples } = schema;
  if (!Array.isArray(examples)) return;
  delete schema.examples;
  schema.example ??= examples[0] as unknown;
}

function exemplify(content: ContentObject, document: OpenAPIObject): void {
  for (const [type, media] of Object.entries(content)) {
    if (!type.endsWith('json') || media.schema === undefined || media.example !== undefined)
      continue;
    media.example = exampleOf(media.schema, document);
  }
}

const formats: Readonly<Record<string, string>> = {
  date: '2027-01-11',
  'date-time': '2026-12-21T09:30:00.000Z',
  uuid: '0198f0a2-6c1e-7d2a-9f64-2f9d9a1c7b10',
  email: 'ann.other@example.org',
};

/** A value that the schema allows: its own example, or one composed of the examples of its parts. */
export function exampleOf(schema: Schema, document: OpenAPIObject): unknown {
  if (isReference(schema)) {
    const name = schema.$ref.slice('#/components/schemas/'.length);
    return exampleOf(document.components?.schemas?.[name] ?? {}, document);
  }
  if (schema.example !== undefined) return schema.example;
  if (schema.default !== undefined) return schema.default;
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
      return formats[schema.format ?? ''] ?? 'Text';
    default:
      return {};
  }
}
