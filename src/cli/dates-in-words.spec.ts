import { describe, expect, it } from '@jest/globals';
import { datesInWords } from './dates-in-words.js';

describe('a sentence of the command line', () => {
  it.each([
    ['As at 2026-12-21; computed.', 'As at 21 December 2026; computed.'],
    [
      'Review "R1", week 2027-01-11 MON_WED: lead "X" is not a person.',
      'Review "R1", Monday 11 to Wednesday 13 January 2027: lead "X" is not a person.',
    ],
    [
      '"L" has 2 seats in the week 2027-01-11: none.',
      '"L" has 2 seats in the week of 11 January 2027: none.',
    ],
    ['LR-001 · 2026-09-01: To 2027-08-31 → –', 'LR-001 · 1 September 2026: To 31 August 2027 → –'],
  ])('says dates as the product does: %s', (given, said) => {
    expect(datesInWords(given)).toBe(said);
  });

  it.each(['found "2027-01-11"', 'plan-2027-01-11.json', 'on 2027-02-30', 'R2027-01-11'])(
    'leaves what is no date of its own: %s',
    (given) => {
      expect(datesInWords(given)).toBe(given);
    },
  );
});
