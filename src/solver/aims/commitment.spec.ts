import { describe, expect, it } from '@jest/globals';
import {
  led,
  person,
  problem,
  review,
  WEEK_1,
  WEEK_2,
  WEEK_3,
} from '../../../test/solver/builders.js';
import { valueOf } from './aims.js';
import { commitment } from './commitment.js';
import type { Role } from '../problem.js';

describe('commitment', () => {
  const value = (target: number, reviews: number, roles: Role[] = ['LEAD']): number | undefined => {
    const ids = ['R1', 'R2', 'R3'].slice(0, reviews);
    const ada = person('Ada', { roles, commitment: { minimum: 6, done: 0, target } });
    const weeks = [WEEK_1, WEEK_2, WEEK_3];
    return valueOf(
      problem({ leads: [ada], reviews: ids.map((id) => review(id)) }),
      ids.map((id, i) => led(id, 'Ada', weeks[i] ?? '')),
    ).get('commitment');
  };

  it('counts the reviews that are short of the target', () => {
    expect(value(2, 0)).toBe(2);
    expect(value(2, 1)).toBe(1);
    expect(value(2, 2)).toBe(0);
  });

  it('gives nothing for more than the target', () => {
    expect(value(2, 3)).toBe(0);
  });

  it('asks nothing of people who may not lead', () => {
    expect(value(2, 0, ['QUALITY_ASSURER'])).toBe(0);
  });

  it('can be no better than nothing', () => {
    expect(commitment.trivialBound(problem())).toBe(0);
  });
});
