import { describe, expect, it } from '@jest/globals';
import { limits, person, problem, review, WEEK_1, WEEK_2 } from '../../../test/solver/builders.js';
import { seatingOf } from '../explain/shut-out.js';
import { type Fact, factAgainst, widerLimits, withFact } from './facts.js';

const ada = person('Ada', {
  availability: { [WEEK_1]: { MON_WED: 'AVAILABLE' } },
  regions: { London: 'NO', Wales: 'NO' },
  ...limits({ term: 2, restReviews: 1, restWeeks: 3, maxKm: 40 }),
});
const slot = { week: WEEK_1, window: 'WED_FRI' } as const;
const far = { ...review('R1', { lat: 53 }), windows: [{ ...slot, grade: 'PREFERRED' as const }] };
const of = problem({ leads: [person('Ben'), ada], reviews: [review('R2'), far] });

describe('a fact changed', () => {
  it.each<[Fact, object]>([
    [
      { kind: 'AVAILABILITY', lead: 'Ada', slot },
      { availability: { [WEEK_1]: { MON_WED: 'AVAILABLE', WED_FRI: 'IF_NEEDED' } } },
    ],
    [
      { kind: 'AVAILABILITY', lead: 'Ada', slot: { ...slot, week: WEEK_2 } },
      { availability: { ...ada.availability, [WEEK_2]: { WED_FRI: 'IF_NEEDED' } } },
    ],
    [
      { kind: 'DISTANCE', lead: 'Ada', km: 145, insteadOfKm: 40 },
      { limits: { ...ada.limits, maxKm: 145 } },
    ],
    [
      { kind: 'REGION', lead: 'Ada', region: 'London' },
      { regions: { London: 'RELUCTANT', Wales: 'NO' } },
    ],
    [{ kind: 'TERM_LIMIT', lead: 'Ada', reviews: 3 }, { limits: { ...ada.limits, term: 3 } }],
    [
      { kind: 'REST', lead: 'Ada', reviews: 2, weeks: 3 },
      { limits: { ...ada.limits, restReviews: 2 } },
    ],
  ])('is of that person alone, and all else stays: %j', (fact, changed) => {
    expect(withFact(of, fact)).toEqual({ ...of, leads: [of.leads[0], { ...ada, ...changed }] });
  });

  it('is of that school alone: one window more, acceptable', () => {
    const more = { week: WEEK_2, window: 'MON_WED' } as const;
    const windows = [...far.windows, { ...more, grade: 'ACCEPTABLE' }];
    expect(withFact(of, { kind: 'HOST_WINDOW', review: 'R1', slot: more })).toEqual({
      ...of,
      reviews: [of.reviews[0], { ...far, windows }],
    });
  });
});

describe('the fact against a rule', () => {
  it.each<[string, Fact | null]>([
    ['personIsAvailable', { kind: 'AVAILABILITY', lead: 'Ada', slot }],
    ['hostAcceptsSlot', { kind: 'HOST_WINDOW', review: 'R1', slot }],
    // One degree of latitude is 144.55 km by road.
    ['withinTravelRadius', { kind: 'DISTANCE', lead: 'Ada', km: 145, insteadOfKm: 40 }],
    ['regionIsNotRefused', { kind: 'REGION', lead: 'Ada', region: 'London' }],
    ['phaseIsTheirs', null],
  ])('%s', (rule, fact) => {
    expect(factAgainst(rule, seatingOf(of, ada, far, slot))).toEqual(fact);
  });
});

describe('wider limits', () => {
  it.each<[Parameters<typeof limits>[0], Fact[]]>([
    [
      { term: 2, restReviews: 1, restWeeks: 3 },
      [
        { kind: 'TERM_LIMIT', lead: 'Ada', reviews: 3 },
        { kind: 'REST', lead: 'Ada', reviews: 2, weeks: 3 },
      ],
    ],
    // In four weeks nobody has more than four seats: neither limit can be felt.
    [{ term: 4, restReviews: 4, restWeeks: 6 }, []],
    [{ term: 4, restReviews: 3, restWeeks: 3 }, []],
    [
      { term: 5, restReviews: 3, restWeeks: 6 },
      [{ kind: 'REST', lead: 'Ada', reviews: 4, weeks: 6 }],
    ],
  ])('are one more where that can be felt: %j', (own, facts) => {
    expect(widerLimits(person('Ada', limits(own)), 4)).toEqual(facts);
  });
});
