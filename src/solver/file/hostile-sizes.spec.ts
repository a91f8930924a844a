import { describe, expect, test } from '@jest/globals';
import {
  encode,
  faultsOf,
  person,
  review,
  sample,
  sampleWith,
} from '../../../test/solver/problem-files.js';
import { readProblem } from './read-problem.js';
import { writeProblem } from './write-files.js';

describe('hostile sizes', () => {
  const size = 50_000_000;

  test('50 MB of open brackets is not JSON', () => {
    expect(faultsOf(new Uint8Array(size).fill('['.charCodeAt(0)))[0]).toMatch(
      /^line 1, column 50000001: the file is not JSON: expected a JSON value, the file ends here/,
    );
  });

  test('50 MB of nesting in a field is a fault of the field', () => {
    const deep = `${'['.repeat(size / 2)}${']'.repeat(size / 2)}`;
    expect(faultsOf(sampleWith(['leads', 0], 'HERE').replace('"HERE"', deep))[0]).toMatch(
      /^leads\[0]: found a list of 1, expected an object with id, /,
    );
  });

  test('50 MB of empty objects is refused before the memory is full', () => {
    expect(faultsOf(`[${'{},'.repeat(size / 3)}{}]`)[0]).toContain(
      'more than 2000000 lists and objects',
    );
  });

  test('more than 100 MB is refused', () => {
    expect(faultsOf(new Uint8Array(100_000_001))[0]).toContain('expected at most 100000000');
  });

  test('2,000 reviews and 400 people are read', () => {
    const weeks = Array.from({ length: 12 }, (_, week) =>
      new Date(Date.UTC(2027, 0, 4 + 7 * week)).toISOString().slice(0, 10),
    );
    const slots = weeks.flatMap((week) => [
      { week, window: 'MON_WED' as const, grade: 'PREFERRED' as const },
      { week, window: 'WED_FRI' as const, grade: 'ACCEPTABLE' as const },
    ]);
    const availability = Object.fromEntries(
      weeks.map((week) => [week, { MON_WED: 'AVAILABLE' as const, WED_FRI: 'IF_NEEDED' as const }]),
    );
    const bytes = encode(
      writeProblem({
        ...sample(),
        weeks,
        leads: Array.from({ length: 400 }, (_, index) => ({
          ...person(`L${index}`),
          availability,
        })),
        reviews: Array.from({ length: 2000 }, (_, index) => ({
          ...review(`R${index}`),
          windows: slots,
        })),
      }),
    );
    expect(readProblem(bytes).reviews).toHaveLength(2000);
  });
});
