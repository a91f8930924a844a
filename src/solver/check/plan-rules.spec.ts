import { describe, expect, it } from '@jest/globals';
import {
  led,
  person,
  problem,
  review,
  row,
  seatFaultsOf,
  WEEK_1,
  WEEK_2,
  WEEK_3,
  WEEK_4,
  WEEKS,
} from '../../../test/solver/builders.js';
import type { Limits, Pin, Problem, SeatRow } from '../problem.js';

const L = person('L');
const N = person('N', { isNew: true });
const Q = person('Q', { roles: ['QUALITY_ASSURER'] });
const S = person('S', { roles: ['SHADOW'] });
const EVERYBODY = [L, N, Q, S];

function withReviews(...ids: string[]): Problem {
  return problem({ leads: EVERYBODY, reviews: ids.map((id) => review(id)) });
}

describe('rule 1: one slot, different people, nothing without a lead', () => {
  const one = (changes: Partial<SeatRow>): string[] =>
    seatFaultsOf(withReviews('R1'), [row('R1', changes)]);

  it('accepts a full row and an empty one', () => {
    expect(one({})).toEqual([]);
    expect(one({ lead: 'L', shadow: 'S', week: WEEK_1, window: 'MON_WED' })).toEqual([]);
  });

  it('refuses a slot, an assurer or a shadow without a lead', () => {
    expect(one({ week: WEEK_1, window: 'MON_WED' })).toEqual([
      'Review "R1", week 2027-01-11 MON_WED: rule 1, a review without a lead has no slot.',
    ]);
    expect(one({ qualityAssurer: 'Q' })).toEqual([
      'Review "R1": rule 1, a review without a lead has no quality assurer, but "Q" is named.',
    ]);
    expect(one({ shadow: 'S' })).toEqual([
      'Review "R1": rule 1, a review without a lead has no shadow, but "S" is named.',
    ]);
  });

  it('refuses a lead without a slot, or with half of one', () => {
    expect(one({ lead: 'L' })).toEqual(['Review "R1": rule 1, lead "L" has no slot.']);
    expect(one({ lead: 'L', week: WEEK_1 })).toEqual([
      expect.stringContaining('but only the week 2027-01-11 is given'),
    ]);
    expect(one({ lead: 'L', window: 'WED_FRI' })).toEqual([
      expect.stringContaining('but only the window WED_FRI is given'),
    ]);
  });

  it('refuses half a slot without a lead', () => {
    expect(one({ week: WEEK_1 })).toEqual([
      expect.stringContaining('but only the week 2027-01-11 is given'),
      'Review "R1": rule 1, a review without a lead has no slot.',
    ]);
  });

  it('puts seats without a slot in no week', () => {
    const rows = [row('R1', { lead: 'L' }), row('R2', { lead: 'L' })];
    expect(seatFaultsOf(withReviews('R1', 'R2'), rows)).toEqual([
      'Review "R1": rule 1, lead "L" has no slot.',
      'Review "R2": rule 1, lead "L" has no slot.',
    ]);
  });

  it('refuses half a slot without a lead, whichever half', () => {
    expect(one({ window: 'WED_FRI' })).toEqual([
      expect.stringContaining('but only the window WED_FRI is given'),
      'Review "R1": rule 1, a review without a lead has no slot.',
    ]);
  });

  it('refuses one person in two seats of a review', () => {
    const both = problem({
      leads: [person('B', { roles: ['LEAD', 'SHADOW'] })],
      reviews: [review('R1')],
    });
    expect(seatFaultsOf(both, [led('R1', 'B', WEEK_1, { shadow: 'B' })])).toContain(
      'Review "R1", week 2027-01-11 MON_WED: rule 1, "B" is both lead and shadow.',
    );
  });
});

describe('rule 2: quality assurers', () => {
  it('seats an assurer only with a new lead', () => {
    const of = withReviews('R1');
    expect(seatFaultsOf(of, [led('R1', 'N', WEEK_1, { qualityAssurer: 'Q' })])).toEqual([]);
    expect(seatFaultsOf(of, [led('R1', 'L', WEEK_1, { qualityAssurer: 'Q' })])).toEqual([
      'Review "R1", week 2027-01-11 MON_WED: rule 2, quality assurer "Q" sits only with a new lead, and "L" is not new.',
    ]);
  });

  it('asks for an assurer on one at least of the reviews a new lead leads', () => {
    const of = withReviews('R1', 'R2');
    const assured = { qualityAssurer: 'Q' };
    const [first, second] = [led('R1', 'N', WEEK_1), led('R2', 'N', WEEK_2)];
    expect(seatFaultsOf(of, [first, { ...second, ...assured }])).toEqual([]);
    expect(
      seatFaultsOf(of, [
        { ...first, ...assured },
        { ...second, ...assured },
      ]),
    ).toEqual([]);
    expect(seatFaultsOf(of, [first, second])).toEqual([
      expect.stringMatching(
        /^Rule 2, new lead "N" .*none.*"R1", week 2027-01-11.*"R2", week 2027-01-18/,
      ),
    ]);
    expect(seatFaultsOf(of, [row('R1'), row('R2')])).toEqual([]);
  });
});

describe('rule 3: shadows', () => {
  it('seats a shadow only with a lead who is not new', () => {
    const assured = led('R1', 'N', WEEK_1, { qualityAssurer: 'Q' });
    expect(seatFaultsOf(withReviews('R1'), [led('R1', 'L', WEEK_1, { shadow: 'S' })])).toEqual([]);
    expect(seatFaultsOf(withReviews('R1'), [{ ...assured, shadow: 'S' }])).toEqual([
      'Review "R1", week 2027-01-11 MON_WED: rule 3, shadow "S" may not sit with "N", who is a new lead.',
    ]);
  });

  it('lets a person shadow once in the plan', () => {
    const rows = [led('R1', 'L', WEEK_1, { shadow: 'S' }), led('R2', 'L', WEEK_2)];
    expect(seatFaultsOf(withReviews('R1', 'R2'), rows)).toEqual([]);
    const twice = rows.map((each) => ({ ...each, shadow: 'S' }));
    expect(seatFaultsOf(withReviews('R1', 'R2'), twice)).toEqual([
      expect.stringContaining('Rule 3, "S" shadows 2 times'),
    ]);
  });
});

describe('where somebody has too many seats', () => {
  const R1 = 'Review "R1", week 2027-01-11 MON_WED';
  const R2 = 'Review "R2", week 2027-01-18 MON_WED';
  const both = (limits: Partial<Limits>, second = WEEK_2): string[] =>
    seatFaultsOf(
      problem({
        leads: [
          person('L', {
            limits: { term: 9, restReviews: 9, restWeeks: 1, maxKm: null, ...limits },
          }),
        ],
        reviews: [review('R1'), review('R2')],
      }),
      [led('R1', 'L', WEEK_1), led('R2', 'L', second)],
    );

  it('is told, seat by seat', () => {
    expect(both({}, WEEK_1)).toEqual([expect.stringContaining(R1)]);
    expect(both({ term: 1 })).toEqual([expect.stringContaining(`${R1}; ${R2}.`)]);
    const rows = [led('R1', 'L', WEEK_1, { shadow: 'S' }), led('R2', 'L', WEEK_2, { shadow: 'S' })];
    expect(seatFaultsOf(withReviews('R1', 'R2'), rows)).toEqual([
      expect.stringContaining(`${R1}; ${R2}.`),
    ]);
  });

  it('is told once, in however many runs of weeks the same seats are', () => {
    expect(both({ restReviews: 1, restWeeks: 3 })).toHaveLength(1);
    const middle = seatFaultsOf(
      problem({
        leads: [person('L', { limits: { term: 9, restReviews: 1, restWeeks: 3, maxKm: null } })],
        reviews: [review('R1'), review('R2')],
      }),
      [led('R1', 'L', WEEK_2), led('R2', 'L', WEEK_3)],
    );
    expect(middle).toEqual([expect.stringContaining('from 2027-01-11 to 2027-01-25')]);
  });
});

describe('rule 4: how much one person can do', () => {
  const FREE: Limits = { term: 1000, restReviews: 1000, restWeeks: 1, maxKm: null };

  /** L leads one review in each of these weeks. */
  const inWeeks = (limits: Partial<Limits>, ...weeks: string[]): string[] =>
    seatFaultsOf(
      problem({
        leads: [person('L', { limits: { ...FREE, ...limits } })],
        reviews: weeks.map((_, index) => review(`R${index}`)),
      }),
      weeks.map((week, index) => led(`R${index}`, 'L', week)),
    );

  it('gives nobody two seats in one week, whatever the windows', () => {
    expect(inWeeks({}, WEEK_1, WEEK_2)).toEqual([]);
    expect(inWeeks({}, WEEK_1, WEEK_1)).toEqual([
      expect.stringContaining('Rule 4, one seat a week: "L" has 2 seats in the week 2027-01-11'),
    ]);
    const rows = [led('R1', 'L', WEEK_1), led('R2', 'L', WEEK_1, { window: 'WED_FRI' })];
    expect(seatFaultsOf(withReviews('R1', 'R2'), rows)).toEqual([
      expect.stringContaining('one seat a week'),
    ]);
  });

  it('counts every kind of seat in a week', () => {
    const both = person('B', { roles: ['LEAD', 'SHADOW'] });
    const of = problem({ leads: [L, both], reviews: [review('R1'), review('R2')] });
    const rows = (week: string): SeatRow[] => [
      led('R1', 'B', WEEK_1),
      led('R2', 'L', week, { shadow: 'B' }),
    ];
    expect(seatFaultsOf(of, rows(WEEK_2))).toEqual([]);
    expect(seatFaultsOf(of, rows(WEEK_1))).toEqual([
      expect.stringContaining('one seat a week: "B"'),
    ]);
  });

  it('keeps the limit of the term', () => {
    expect(inWeeks({ term: 2 }, WEEK_1, WEEK_3)).toEqual([]);
    expect(inWeeks({ term: 2 }, WEEK_1, WEEK_3, WEEK_4)).toEqual([
      expect.stringContaining('Rule 4, limit of the term: "L" has 3 seats and may have 2'),
    ]);
    expect(inWeeks({ term: 0 }, WEEK_1)).toHaveLength(1);
  });

  it('keeps the rest in every run of neighbouring weeks', () => {
    expect(inWeeks({ restReviews: 1, restWeeks: 2 }, WEEK_1, WEEK_3)).toEqual([]);
    expect(inWeeks({ restReviews: 1, restWeeks: 3 }, WEEK_1, WEEK_3)).toEqual([
      expect.stringContaining(
        'Rule 4, rest: "L" has 2 seats in the 3 neighbouring weeks from 2027-01-11 to 2027-01-25',
      ),
    ]);
    expect(inWeeks({ restReviews: 1, restWeeks: 2 }, WEEK_3, WEEK_4)).toHaveLength(1);
    expect(inWeeks({ restReviews: 2, restWeeks: 3 }, WEEK_1, WEEK_2, WEEK_4)).toEqual([]);
    expect(inWeeks({ restReviews: 0, restWeeks: 1 }, WEEK_2)).toHaveLength(1);
  });

  it('takes a rest longer than the list of weeks as the whole list', () => {
    const all = { restReviews: 3, restWeeks: 1000 };
    expect(inWeeks(all, WEEK_1, WEEK_2, WEEK_4)).toEqual([]);
    expect(inWeeks(all, ...WEEKS)).toEqual([expect.stringContaining('rest: "L" has 4 seats')]);
  });

  it('takes neighbours in the list of weeks, not in the calendar', () => {
    const lead = person('L', { limits: { ...FREE, restReviews: 1, restWeeks: 2 } });
    const rows = [led('R1', 'L', WEEK_1), led('R2', 'L', WEEK_3)];
    const over = (weeks: string[]): string[] =>
      seatFaultsOf(problem({ weeks, leads: [lead], reviews: [review('R1'), review('R2')] }), rows);
    expect(over([WEEK_1, WEEK_2, WEEK_3])).toEqual([]);
    expect(over([WEEK_1, WEEK_3])).toEqual([expect.stringContaining('Rule 4, rest')]);
  });
});

describe('rule 5: pins', () => {
  const rows = [
    led('R1', 'N', WEEK_1, { qualityAssurer: 'Q' }),
    led('R2', 'L', WEEK_2, { shadow: 'S' }),
  ];
  const pinned = (...pins: Pin[]): string[] =>
    seatFaultsOf({ ...withReviews('R1', 'R2', 'R3'), pins }, [...rows, row('R3')]);

  it('accepts pins that hold, alike ones too', () => {
    const slot = { week: WEEK_1, window: 'MON_WED' } as const;
    const first = { review: 'R1', lead: 'N', qualityAssurer: 'Q', ...slot };
    expect(pinned(first, first, { review: 'R1' }, { review: 'R2', shadow: 'S' })).toEqual([]);
  });

  it('asks for a lead whatever the pin names', () => {
    expect(pinned({ review: 'R3' })).toEqual([
      'Review "R3": rule 5, pin 0 asks for a lead, and the plan has none.',
    ]);
  });

  it('says once that a lead whom a pin names is not there', () => {
    expect(pinned({ review: 'R3', lead: 'L' })).toEqual([
      'Review "R3": rule 5, pin 0 asks for lead "L", and the plan has none.',
    ]);
  });

  it.each<[string, Partial<Pin>]>([
    ['lead "L", and the plan has "N"', { lead: 'L' }],
    ['quality assurer "L", and the plan has "Q"', { qualityAssurer: 'L' }],
    ['shadow "S", and the plan has none', { shadow: 'S' }],
    ['week "2027-01-18", and the plan has "2027-01-11"', { week: WEEK_2, window: 'MON_WED' }],
    ['window "WED_FRI", and the plan has "MON_WED"', { week: WEEK_1, window: 'WED_FRI' }],
  ])('says that a pin asks for %s', (words, names) => {
    expect(pinned({ review: 'R2' }, { review: 'R1', ...names })).toEqual([
      `Review "R1", week 2027-01-11 MON_WED: rule 5, pin 1 asks for ${words}.`,
    ]);
  });
});
