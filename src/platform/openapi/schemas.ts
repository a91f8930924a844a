import { type StandardSchemaConversionResult, type SwaggerDocumentOptions } from '@nestjs/swagger';
import { z } from 'zod';

/** A schema of OpenAPI 3.0, as far as it is looked into here. */
interface Schema {
  type?: string;
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  nullable?: boolean;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  definitions?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: Schema | boolean;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
}

/** Formats that say it all: their regular expressions would only make the description longer. */
const plainFormats = new Set(['date', 'date-time', 'uuid', 'email']);

/**
 * A Zod schema as OpenAPI 3.0 has it: what goes in or what comes out, with the named schemas that it is made of.
 *
 * @returns undefined for what is no Zod schema
 */
export const openApiSchema: NonNullable<SwaggerDocumentOptions['standardSchemaConverter']> = (
  schema,
  { schemaType },
): StandardSchemaConversionResult | undefined => {
  if (!(schema instanceof z.core.$ZodType)) return undefined;
  const converted = z.toJSONSchema(schema, { target: 'openapi-3.0', io: schemaType }) as Schema;
  const { definitions = {}, ...itself } = tidied(converted);
  return { schema: itself, components: definitions };
};

/** The same schema without what only Zod needs to say, and with null where 3.0 wants it spelt out. */
function tidied(schema: Schema): Schema {
  const tidy = { ...schema };
  if (tidy.format !== undefined && plainFormats.has(tidy.format)) delete tidy.pattern;
  if (tidy.minimum === Number.MIN_SAFE_INTEGER) delete tidy.minimum;
  if (tidy.maximum === Number.MAX_SAFE_INTEGER) delete tidy.maximum;
  if (schema.properties) tidy.properties = eachOf(schema.properties);
  if (schema.definitions) tidy.definitions = eachOf(schema.definitions);
  if (schema.items) tidy.items = tidied(schema.items);
  if (typeof schema.additionalProperties === 'object') {
    tidy.additionalProperties = tidied(schema.additionalProperties);
  }
  for (const join of ['allOf', 'anyOf', 'oneOf'] as const) {
    if (schema[join]) tidy[join] = schema[join].map(tidied);
  }
  return schema.nullable === true ? withNull(tidy) : tidy;
}

function eachOf(schemas: Readonly<Record<string, Schema>>): Record<string, Schema> {
  return Object.fromEntries(Object.entries(schemas).map(([name, each]) => [name, tidied(each)]));
}

const onlyNull: Schema = { type: 'string', nullable: true, enum: [null] };

/** `nullable` allows null only beside a `type`, and only if `enum` has it too (OpenAPI 3.0.3). */
function withNull(schema: Schema): Schema {
  if (schema.enum !== undefined) {
    return schema.enum.includes(null) ? schema : { ...schema, enum: [...schema.enum, null] };
  }
  if (schema.type !== undefined) return schema;
  const { allOf, anyOf = [], oneOf = [], ...described } = schema;
  delete described.nullable;
  if (allOf === undefined && anyOf.length + oneOf.length === 0) return described; // takes anything
  const whole = allOf === undefined ? [] : allOf.length === 1 ? allOf : [{ allOf }];
  return { ...described, anyOf: [...whole, ...anyOf, ...oneOf, onlyNull] };
}
