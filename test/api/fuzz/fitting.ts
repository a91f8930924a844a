/** Values that a schema of the description allows, with what is known to be there wherever it may stand. */
import type { OpenAPIObject } from '@nestjs/swagger';
import fc from 'fast-check';
import { type Known } from './small-partnership.js';

interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  pattern?: string;
  nullable?: boolean;
  enum?: unknown[];
  example?: unknown;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
}

/** Fields by the kind of thing that they name. */
const kinds: Readonly<Record<string, string>> = {
  urn: 'urn',
  schoolUrn: 'urn',
  lead: 'lead',
  review: 'review',
  termId: 'term',
  term: 'term',
  academicYear: 'year',
  region: 'region',
  scope: 'scope',
  specialism: 'phase',
  needs: 'need',
  phases: 'phase',
  postcodeDistrict: 'district',
  calendarId: 'calendar',
  week: 'monday',
  deadline: 'deadline',
  policy: 'policy',
  rule: 'rule',
  with: 'plan',
  person: 'lead',
  school: 'urn',
  postcode: 'district',
  first: 'scenario',
  second: 'scenario',
};

export class Fitting {
  constructor(
    private readonly document: OpenAPIObject,
    private readonly all: Known,
  ) {}

  /** What is known of a kind, the first of it most; else what the schema allows. */
  known(kind: string, schema: object): fc.Arbitrary<unknown> {
    const known = this.all[kind];
    if (known === undefined) return this.value(schema);
    const [first = ''] = known;
    return fc.oneof(fc.constant(first), fc.constantFrom(...known));
  }

  /** @param name of the field or parameter, which tells what may stand in it */
  value(given: object, name = ''): fc.Arbitrary<unknown> {
    const schema = this.followed(given);
    const fitting = this.byShape(schema, name);
    const usual =
      schema.example === undefined
        ? fitting
        : fc.oneof({ weight: 2, arbitrary: fitting }, fc.constant(schema.example));
    return schema.nullable === true ? fc.option(usual, { freq: 4 }) : usual;
  }

  private followed(schema: Schema): Schema {
    if (schema.$ref === undefined) return schema;
    const name = schema.$ref.slice('#/components/schemas/'.length);
    return this.followed((this.document.components?.schemas?.[name] ?? {}) as Schema);
  }

  private byShape(schema: Schema, name: string): fc.Arbitrary<unknown> {
    const choices = schema.anyOf ?? schema.oneOf;
    if (choices !== undefined) return fc.oneof(...choices.map((each) => this.value(each, name)));
    if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
    const { minimum = -1000, maximum = 1_000_000 } = schema;
    switch (schema.type) {
      case 'object':
        return this.object(schema);
      case 'array':
        return fc.array(this.value(schema.items ?? {}, name), {
          minLength: schema.minItems ?? 0,
          maxLength: Math.min(schema.maxItems ?? 4, (schema.minItems ?? 0) + 3),
        });
      case 'integer':
        return integer(name, minimum, Math.min(maximum, 2 ** 31 - 1));
      case 'number':
        return fc.double({ min: minimum, max: maximum, noNaN: true });
      case 'boolean':
        return fc.boolean();
      case 'string':
        return this.text(schema, name);
      default:
        return fc.jsonValue({ maxDepth: 2 });
    }
  }

  private object(schema: Schema): fc.Arbitrary<unknown> {
    const fields = Object.entries(schema.properties ?? {});
    const { additionalProperties } = schema;
    if (fields.length === 0 && typeof additionalProperties === 'object') {
      return fc.dictionary(fc.string({ maxLength: 8 }), this.value(additionalProperties), {
        maxKeys: 3,
      });
    }
    return fc.record(
      Object.fromEntries(fields.map(([key, each]) => [key, this.value(each, key)])),
      {
        requiredKeys: schema.required ?? [],
      },
    );
  }

  private text(schema: Schema, name: string): fc.Arbitrary<unknown> {
    const kind = kinds[name] ?? (schema.format === 'date' ? 'date' : '');
    const any = anyText(schema);
    return this.all[kind] === undefined
      ? any
      : fc.oneof({ weight: 9, arbitrary: this.known(kind, schema) }, any);
  }
}

function integer(name: string, min: number, max: number): fc.Arbitrary<number> {
  const any = fc.integer({ min, max });
  // Few things have been changed often.
  return name === 'version' ? fc.oneof(fc.integer({ min, max: min + 3 }), any) : any;
}

function anyText({ format, pattern, minLength = 0, maxLength = 40 }: Schema): fc.Arbitrary<string> {
  const date = fc
    .date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
    .map((day) => day.toISOString());
  if (format === 'date') return date.map((instant) => instant.slice(0, 10));
  if (format === 'date-time') return date;
  if (format === 'uuid') return fc.uuid();
  if (format === 'email') return fc.emailAddress();
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern, 'u'));
  return fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, minLength + 30) });
}
