import { describe, expect, it } from '@jest/globals';
import {
  led,
  person,
  problem,
  review,
  row,
  WEEK_1,
  WEEK_2,
} from '../../../test/solver/builders.js';
import { valueOf } from './aims.js';
import { coverage } from './coverage.js';

describe('coverage', () => {
  const term = problem({
    leads: [person('Ada')],
    reviews: [review('R1', { priority: 3 }), review('R2', { priority: 4 })],
  });

  it('adds the priorities of reviews that have a lead', () => {
    expect(valueOf(term, [led('R1', 'Ada', WEEK_1), row('R2')]).get('coverage')).toBe(3);
    expect(
      valueOf(term, [led('R1', 'Ada', WEEK_1), led('R2', 'Ada', WEEK_2)]).get('coverage'),
    ).toBe(7);
  });

  it('can be no better than the sum of all priorities', () => {
    expect(coverage.trivialBound(term)).toBe(7);
  });
});
