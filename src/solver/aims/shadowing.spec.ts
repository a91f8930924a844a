import { describe, expect, it } from '@jest/globals';
import { led, person, problem, review, row, WEEK_1 } from '../../../test/solver/builders.js';
import { valueOf } from './aims.js';
import { shadowing } from './shadowing.js';

describe('shadowing', () => {
  const term = problem({
    leads: [
      person('Ada'),
      person('Cy', { roles: ['SHADOW'] }),
      person('Di', { roles: ['SHADOW'] }),
    ],
    reviews: [review('R1'), review('R2')],
  });

  it('counts the people who have a shadow seat', () => {
    expect(valueOf(term, [led('R1', 'Ada', WEEK_1), row('R2')]).get('shadowing')).toBe(0);
    expect(
      valueOf(term, [led('R1', 'Ada', WEEK_1, { shadow: 'Cy' }), row('R2')]).get('shadowing'),
    ).toBe(1);
  });

  it('can be no better than all who may shadow', () => {
    expect(shadowing.trivialBound(term)).toBe(2);
  });
});
