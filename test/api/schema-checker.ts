import type { OpenAPIObject } from '@nestjs/swagger';
import addFormats from 'ajv-formats';
import Ajv from 'ajv-draft-04';

/** Checks values against schemas of an OpenAPI 3.0 document: draft 4 with `nullable`, references followed. */
export class SchemaChecker {
  private readonly ajv = new Ajv.default({ strict: false, allErrors: true });
  private readonly compiled = new Map<object, ReturnType<typeof this.ajv.compile>>();

  constructor(document: OpenAPIObject) {
    addFormats.default(this.ajv);
    const schemas = withoutExamples(document.components?.schemas ?? {});
    this.ajv.addSchema({ components: { schemas } }, 'api');
  }

  /** What does not fit, one line for each fault; none: it fits. */
  faults(schema: object, value: unknown): string[] {
    const check = this.compiled.get(schema) ?? this.ajv.compile(withoutExamples(schema));
    this.compiled.set(schema, check);
    if (check(value) === true) return [];
    return (check.errors ?? []).map(
      ({ instancePath, message }) => `${instancePath || 'the whole'} ${message ?? ''}`,
    );
  }
}

/** An `id` inside an example would be taken for the name of a schema. */
function withoutExamples(schema: object): object {
  const text = JSON.stringify(schema).replaceAll(
    '"#/components/schemas/',
    '"api#/components/schemas/',
  );
  return JSON.parse(text, (key, value: unknown) =>
    key === 'example' ? undefined : value,
  ) as object;
}
