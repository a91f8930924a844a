import { type ArgumentMetadata, Injectable, StandardSchemaValidationPipe } from '@nestjs/common';
import { type FieldFault, Refusal } from './refusal.js';
import { unstorableParts } from './storable.js';
import { speakPlainly } from './validation-words.js';

/** The shape of a fault in every Standard Schema library, Zod among them. */
interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** At most this many faults are told: a caller may send thousands. */
const mostFaults = 100;
/** So many are told in the sentence too. */
const mostInWords = 3;

speakPlainly();

/** What was wrong with a value, field by field. */
export function invalidRequest(issues: readonly SchemaIssue[]): Refusal {
  const faults = issues.slice(0, mostFaults).map(faultOf);
  const more = issues.length - mostInWords;
  const words = faults.slice(0, mostInWords).map(({ field, message }) => `${field}: ${message}`);
  const rest = more > 0 ? ` ${more} more ${more === 1 ? 'field is' : 'fields are'} wrong.` : '';
  return new Refusal(
    'INVALID_REQUEST',
    `The request is not valid: ${words.join('; ')}.${rest}`,
    400,
    faults,
  );
}

/** A schema issue's place as a JSON pointer and in words. */
export function faultOf({ path, message }: SchemaIssue): FieldFault {
  const steps = (path ?? []).map((step) => (typeof step === 'object' ? step.key : step));
  const escaped = steps.map(
    (step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`,
  );
  const words = steps.map((step) => (typeof step === 'number' ? `item ${step + 1}` : String(step)));
  return { pointer: `#${escaped.join('')}`, field: words.join(', ') || 'the request', message };
}

/** Validates whatever a route declares with `{ schema }`; first of all, that the database can hold it. */
@Injectable()
export class SchemaPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({ exceptionFactory: (issues) => invalidRequest(issues) });
  }

  override transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    if (metadata.schema !== undefined) {
      const issues = unstorableParts(value);
      if (issues.length > 0) throw invalidRequest(issues);
    }
    return super.transform(value, metadata);
  }
}
