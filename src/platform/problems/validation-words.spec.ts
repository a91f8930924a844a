import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { invalidRequest } from './validation.js';
import { inWords } from './validation-words.js';

/** What is wrong with a value, by a schema that has no words of its own. */
function wrong(schema: z.ZodType, value: unknown): string | undefined {
  return schema.safeParse(value, { error: inWords }).error?.issues[0]?.message;
}

describe('what is wrong with a value', () => {
  it.each<[z.ZodType, unknown, string]>([
    [z.string(), undefined, 'is missing'],
    [z.string(), 5, 'must be text'],
    [z.int(), 1.5, 'must be a whole number'],
    [z.number(), '5', 'must be a number'],
    [z.boolean(), 'yes', 'must be true or false'],
    [z.array(z.string()), 'one', 'must be a list'],
    [z.object({}), 'one', 'must be an object with fields'],
    [z.enum(['LEAD', 'SHADOW']), 'HEAD', 'must be one of LEAD, SHADOW'],
    [z.enum(['LEAD', 'SHADOW']), undefined, 'is missing'],
    [z.literal('LEAD'), 'HEAD', 'must be LEAD'],
    [z.string().min(1), '', 'must not be empty'],
    [z.string().min(3), 'ab', 'must have at least 3 characters'],
    [z.string().max(1), 'ab', 'must have at most 1 character'],
    [z.string().length(6), 'ab', 'must have 6 characters'],
    [z.number().min(0), -1, 'must be 0 or more'],
    [z.number().positive(), 0, 'must be more than 0'],
    [z.number().max(10), 11, 'must be 10 or less'],
    [z.number().lt(10), 10, 'must be less than 10'],
    [z.array(z.int()).min(2), [1], 'must have at least 2 items'],
    [z.array(z.int()).max(1), [1, 2], 'must have at most 1 item'],
    [z.number().multipleOf(5), 4, 'must be a multiple of 5'],
    [z.iso.date(), 'soon', 'must be a date such as 2027-01-11'],
    [z.email(), 'me', 'must be an e-mail address such as name@example.org'],
    [
      z.strictObject({}),
      { colour: 'blue' },
      'has what is not known here: colour. Leave it out, or correct its name',
    ],
    [
      z.union([z.int(), z.boolean()]),
      'x',
      'must be of a form that is accepted here: /api/docs describes it',
    ],
  ])('%#: is told in plain words', (schema, value, words) => {
    expect(wrong(schema, value)).toBe(words);
  });

  it('is told in the words of the schema where it has its own', () => {
    const monday = z.string().refine(() => false, { error: 'must be a Monday' });
    expect(wrong(monday, 'Tuesday')).toBe('must be a Monday');
  });
});

describe('a request that is not valid', () => {
  const schema = z.object({
    lead: z.string(),
    on: z.iso.date(),
    a: z.int(),
    b: z.int(),
    c: z.int(),
  });
  const told = (value: object): string =>
    invalidRequest(schema.safeParse(value).error?.issues ?? []).message;

  it('says which fields are wrong and what to do, of more than three how many more', () => {
    expect(told({ lead: 'LR-001', on: 'soon', a: 1, b: 2, c: 3 })).toBe(
      'The request is not valid: on: must be a date such as 2027-01-11.',
    );
    expect(told({ on: '2027-01-11', b: 0.5 })).toBe(
      'The request is not valid: lead: is missing; a: is missing; b: must be a whole number. 1 more field is wrong.',
    );
  });
});
