import { describe, expect, it } from '@jest/globals';
import {
  led,
  problem,
  WEEK_1,
  WEEK_2,
  WEEK_3,
  sentencesOf,
} from '../../../test/solver/builders.js';
import { shadowsAtMostOnce } from './shadows-at-most-once.js';
import { viewPlan } from './plan-rule.js';

describe('shadowsAtMostOnce', () => {
  it('accepts one shadow seat beside other seats', () => {
    const rows = [led('R1', 'Ada', WEEK_1, { shadow: 'Cy' }), led('R2', 'Cy', WEEK_2)];
    expect(sentencesOf(shadowsAtMostOnce, viewPlan(problem(), rows))).toEqual([]);
  });

  it('refuses two', () => {
    const rows = [
      led('R1', 'Ada', WEEK_1, { shadow: 'Cy' }),
      led('R2', 'Ada', WEEK_2, { shadow: 'Cy' }),
    ];
    expect(sentencesOf(shadowsAtMostOnce, viewPlan(problem(), rows))).toEqual([
      'Cy shadows 2 reviews; once is the most.',
    ]);
  });

  it('concerns whoever shadows, and the reviews that they shadow', () => {
    const rows = [
      led('R1', 'Ada', WEEK_1, { shadow: 'Cy' }),
      led('R2', 'Cy', WEEK_2),
      led('R3', 'Ada', WEEK_3, { shadow: 'Cy' }),
    ];
    expect(shadowsAtMostOnce.breaches(viewPlan(problem(), rows))).toEqual([
      {
        sentence: 'Cy shadows 2 reviews; once is the most.',
        reviews: ['R1', 'R3'],
        people: ['Cy'],
      },
    ]);
  });
});
