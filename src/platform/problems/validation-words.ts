import { z } from 'zod';

type Issue = z.core.$ZodRawIssue;

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  nan: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object with fields',
  record: 'an object with fields',
  null: 'null',
};

const FORMATS: Readonly<Record<string, string>> = {
  email: 'an e-mail address such as name@example.org',
  uuid: 'an id such as 0198f0a2-7b3d-7c11-8a02-5d0f7f0a3e22',
  date: 'a date such as 2027-01-11',
  datetime: 'an instant such as 2027-01-11T09:30:00Z',
  url: 'an address such as https://example.org',
};

const OF_THE_FORM = 'of a form that is accepted here: /api/docs describes it';

/**
 * What a schema finds wrong with a value, as it is told to people: to be read after the name of the field. A schema that says
 * it better in words of its own has them.
 */
export function inWords(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `must be ${kindOf(issue.expected)}`;
    case 'invalid_value':
      return issue.input === undefined ? 'is missing' : `must be ${oneOf(issue.values)}`;
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_format':
      return `must be ${FORMATS[issue.format] ?? OF_THE_FORM}`;
    case 'invalid_union':
      return `must be ${OF_THE_FORM}`;
    case 'not_multiple_of':
      return `must be a multiple of ${issue.divisor}`;
    case 'unrecognized_keys':
      return `has what is not known here: ${issue.keys.join(', ')}. Leave it out, or correct its name`;
    default:
      return undefined;
  }
}

function tooSmall({ origin, minimum, inclusive, exact }: Issue & { code: 'too_small' }): string {
  const least = Number(minimum);
  if (origin === 'string' && least === 1) return 'must not be empty';
  if (exact) return `must have ${amountOf(origin, least)}`;
  if (isCounted(origin)) return `must have at least ${amountOf(origin, least)}`;
  return inclusive === false ? `must be more than ${least}` : `must be ${least} or more`;
}

function tooBig({ origin, maximum, inclusive, exact }: Issue & { code: 'too_big' }): string {
  const most = Number(maximum);
  if (exact) return `must have ${amountOf(origin, most)}`;
  if (isCounted(origin)) return `must have at most ${amountOf(origin, most)}`;
  return inclusive === false ? `must be less than ${most}` : `must be ${most} or less`;
}

function isCounted(origin: string): boolean {
  return origin === 'string' || origin === 'array' || origin === 'set';
}

function amountOf(origin: string, count: number): string {
  const unit = origin === 'string' ? 'character' : 'item';
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

function kindOf(expected: string): string {
  return KINDS[expected] ?? expected;
}

function oneOf(values: readonly unknown[]): string {
  const told = values.map((value) => String(value));
  return told.length === 1 ? (told[0] ?? '') : `one of ${told.join(', ')}`;
}

/** From here on every schema says what is wrong in these words. */
export function speakPlainly(): void {
  z.config({ customError: inWords });
}
