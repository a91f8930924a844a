import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { led, person, problem, review, WEEK_1, WEEK_2 } from '../../../test/solver/builders.js';
import { bruteForce } from '../../../test/solver/brute-force.js';
import { tinyProblem } from '../../../test/solver/generate.js';
import { partsOf } from '../../../test/solver/network-parts.js';
import { AIMS } from '../plan.js';
import { largestMatching } from './second-candidates.js';

const SEED = 1;

describe('largestMatching', () => {
  const options = fc
    .array(fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { maxLength: 4 }), { maxLength: 6 })
    .map((lists) => new Map(lists.map((list, key) => [key * 10, list])));

  /** The most keys that can have a value each, by trying all. */
  function most(
    [list, ...others]: readonly (readonly number[])[],
    taken: readonly number[],
  ): number {
    if (!list) return 0;
    const withIt = list
      .filter((value) => !taken.includes(value))
      .map((value) => 1 + most(others, [...taken, value]));
    return Math.max(most(others, taken), ...withIt);
  }

  it('gives as many keys as can have one a value of their own', () => {
    fc.assert(
      fc.property(options, (drawn) => {
        const matching = largestMatching(drawn);
        expect(matching.size).toBe(most([...drawn.values()], []));
        expect(new Set(matching.values()).size).toBe(matching.size);
        for (const [key, value] of matching) expect(drawn.get(key)).toContain(value);
      }),
      { numRuns: 200, seed: SEED },
    );
  });

  it('prefers earlier values', () => {
    expect(largestMatching(new Map([[7, [3, 1, 2]]]))).toEqual(new Map([[7, 3]]));
  });
});

describe('SecondCandidates', () => {
  const of = problem({
    weeks: [WEEK_1, WEEK_2],
    leads: [
      person('Ada'),
      person('Nia', { isNew: true }),
      person('Ben', { roles: ['QUALITY_ASSURER', 'SHADOW'] }),
      person('Cy', { roles: ['QUALITY_ASSURER'], regions: { London: 'PREFERRED' } }),
      person('Di', {
        roles: ['QUALITY_ASSURER'],
        availability: { [WEEK_2]: { WED_FRI: 'PREFERRED' } },
      }),
    ],
    reviews: [review('R1'), review('R2')],
  });
  const names = (
    ...slot: ['QUALITY_ASSURER' | 'SHADOW', number, string, 'MON_WED' | 'WED_FRI']
  ): string[] => {
    const [role, at, week, window] = slot;
    const { seconds } = partsOf(of);
    return seconds.of(role, at, { week, window }).map(({ person: who }) => of.leads[who]?.id ?? '');
  };

  it('lists who may sit on a review in a slot, those that suit best first', () => {
    expect(names('QUALITY_ASSURER', 0, WEEK_1, 'MON_WED')).toEqual(['Cy', 'Ben']);
    expect(names('QUALITY_ASSURER', 1, WEEK_2, 'WED_FRI')).toEqual(['Cy', 'Ben', 'Di']);
    expect(names('SHADOW', 1, WEEK_2, 'WED_FRI')).toEqual(['Ben']);
  });

  it('leaves only those that are kept', () => {
    const { seconds } = partsOf(of);
    const cy = of.leads.findIndex(({ id }) => id === 'Cy');
    const touched = { people: new Set([cy]), reviews: new Set<number>() };
    const left = seconds.narrowed(of, ({ lead }) => lead !== cy, touched);
    const at = (role: 'QUALITY_ASSURER' | 'SHADOW', week: string): string[] =>
      left
        .of(role, 1, { week, window: 'WED_FRI' })
        .map(({ person: who }) => of.leads[who]?.id ?? '');
    expect(at('QUALITY_ASSURER', WEEK_2)).toEqual(['Ben', 'Di']);
    expect(at('SHADOW', WEEK_2)).toEqual(['Ben']);
    expect(names('QUALITY_ASSURER', 1, WEEK_2, 'WED_FRI')).toEqual(['Cy', 'Ben', 'Di']);
  });

  it('leaves only those that are kept on a review', () => {
    const { seconds } = partsOf(of);
    const touched = { people: new Set<number>(), reviews: new Set([1]) };
    const left = seconds.narrowed(of, ({ review: at }) => at !== 1, touched);
    expect(left.of('QUALITY_ASSURER', 1, { week: WEEK_2, window: 'WED_FRI' })).toEqual([]);
    const slot = { week: WEEK_1, window: 'MON_WED' } as const;
    expect(left.of('QUALITY_ASSURER', 0, slot)).toEqual(seconds.of('QUALITY_ASSURER', 0, slot));
  });

  it('counts whom a published plan keeps as better company', () => {
    const published = [led('R1', 'Ada', WEEK_1, { qualityAssurer: 'Ben' })];
    const { seconds } = partsOf({ ...of, published });
    const [first, second] = seconds.of('QUALITY_ASSURER', 0, { week: WEEK_1, window: 'MON_WED' });
    expect([first, second].map((each) => each?.company)).toEqual([10 - 30, 0]);
  });

  it('knows whose seats are named by a pin', () => {
    const { seconds } = partsOf({
      ...of,
      pins: [
        { review: 'R2', qualityAssurer: 'Cy' },
        { review: 'R1', lead: 'Ada' },
      ],
    });
    expect(seconds.isPinned(1, 'QUALITY_ASSURER')).toBe(true);
    expect(seconds.isPinned(1, 'SHADOW')).toBe(false);
    expect(seconds.isPinned(0, 'QUALITY_ASSURER')).toBe(false);
  });
});

describe('mostShadows', () => {
  it('is never below the shadow seats of the best plan', () => {
    fc.assert(
      fc.property(tinyProblem(), (of) => {
        const best = bruteForce(of);
        if (best.status === 'INFEASIBLE') return;
        const shadows = best.values[AIMS.indexOf('shadowing')] as number;
        expect(partsOf(of).seconds.mostShadows()).toBeGreaterThanOrEqual(shadows);
      }),
      { numRuns: 60, seed: SEED },
    );
  });

  it('counts neither a person nor a review twice', () => {
    const shadows = ['Di', 'Ed', 'Flo'].map((id) => person(id, { roles: ['SHADOW'] }));
    const most = (people: number, reviews: number): number =>
      partsOf(
        problem({
          leads: [person('Ada'), ...shadows.slice(0, people)],
          reviews: ['R1', 'R2', 'R3'].slice(0, reviews).map((id) => review(id)),
        }),
      ).seconds.mostShadows();
    expect(most(1, 3)).toBe(1);
    expect(most(3, 2)).toBe(2);
    expect(most(0, 2)).toBe(0);
  });
});
