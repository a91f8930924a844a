import { describe, expect, it } from '@jest/globals';
import {
  led,
  person,
  problem,
  review,
  row,
  valueOf,
  WEEK_1,
  WEEK_2,
  WEEK_3,
} from '../../../test/solver/builders.js';
import { DEFAULT_POLICY, type Lead, type Policy, type Review, type SeatRow } from '../problem.js';

const S = person('S', { roles: ['SHADOW'] });
const Q = person('Q', { roles: ['QUALITY_ASSURER'] });

describe('coverage', () => {
  it('adds the priorities of the reviews that have a lead', () => {
    const of = problem({
      leads: [person('L')],
      reviews: [review('R1', { priority: 3 }), review('R2', { priority: 5 })],
    });
    expect(valueOf('coverage', of, [row('R1'), row('R2')])).toBe(0);
    expect(valueOf('coverage', of, [row('R1'), led('R2', 'L', WEEK_1)])).toBe(5);
    expect(valueOf('coverage', of, [led('R1', 'L', WEEK_2), led('R2', 'L', WEEK_1)])).toBe(8);
  });
});

describe('changes', () => {
  const of = (published: SeatRow[]): ReturnType<typeof problem> =>
    problem({ leads: [person('L'), person('M')], reviews: [review('R1')], published });
  const changes = (before: SeatRow, now: SeatRow): number | null =>
    valueOf('changes', of([before]), [now]);
  const before = led('R1', 'L', WEEK_1);

  it('counts a changed lead and a changed slot, each once', () => {
    expect(changes(before, before)).toBe(0);
    expect(changes(before, { ...before, lead: 'M' })).toBe(1);
    expect(changes(before, { ...before, week: WEEK_2 })).toBe(1);
    expect(changes(before, { ...before, window: 'WED_FRI' })).toBe(1);
    expect(changes(before, { ...before, week: WEEK_2, window: 'WED_FRI' })).toBe(1);
    expect(changes(before, { ...before, week: WEEK_2, lead: 'M' })).toBe(2);
    expect(changes(before, row('R1'))).toBe(2);
  });

  it('does not count second seats, rows without a lead, or reviews that are gone', () => {
    expect(changes({ ...before, shadow: 'M' }, before)).toBe(0);
    expect(changes(row('R1'), before)).toBe(0);
    expect(changes(led('gone', 'L', WEEK_1), before)).toBe(0);
  });

  it('counts people and weeks that are no longer there as changed', () => {
    expect(changes(led('R1', 'gone', '2020-01-06'), before)).toBe(2);
  });
});

describe('shadowing', () => {
  it('counts the people who shadow', () => {
    const of = problem({ leads: [person('L'), S], reviews: [review('R1'), review('R2')] });
    const rows = [led('R1', 'L', WEEK_1), led('R2', 'L', WEEK_2)];
    expect(valueOf('shadowing', of, rows)).toBe(0);
    expect(valueOf('shadowing', of, [led('R1', 'L', WEEK_1, { shadow: 'S' }), rows[1]!])).toBe(1);
  });
});

describe('commitment', () => {
  const short = (target: number, roles: Lead['roles'], ...rows: SeatRow[]): number | null =>
    valueOf(
      'commitment',
      problem({
        leads: [person('L', { roles, commitment: { minimum: 6, done: 4, target } })],
        reviews: [review('R1'), review('R2')],
      }),
      rows,
    );

  it('adds what each lead is short of their target, never less than nothing', () => {
    const [first, second] = [led('R1', 'L', WEEK_1), led('R2', 'L', WEEK_2)];
    expect(short(2, ['LEAD'], row('R1'), row('R2'))).toBe(2);
    expect(short(2, ['LEAD'], first, row('R2'))).toBe(1);
    expect(short(2, ['LEAD'], first, second)).toBe(0);
    expect(short(1, ['LEAD'], first, second)).toBe(0);
  });

  it('leaves out people without role LEAD', () => {
    expect(short(2, ['SHADOW'], row('R1'), row('R2'))).toBe(0);
  });
});

describe('balance', () => {
  const balance = (minimum: number, done: number, reviews: number): number | null =>
    valueOf(
      'balance',
      problem({
        leads: [person('L', { commitment: { minimum, done, target: 0 } })],
        reviews: ['R1', 'R2', 'R3'].map((id) => review(id)),
      }),
      [WEEK_1, WEEK_2, WEEK_3].map((week, index) => {
        const id = `R${index + 1}`;
        return index < reviews ? led(id, 'L', week) : row(id);
      }),
    );

  it('costs each review more than the one before, from the year so far', () => {
    expect(balance(1, 0, 0)).toBe(0);
    expect(balance(1, 0, 1)).toBe(1000);
    expect(balance(1, 0, 3)).toBe(1000 + 3000 + 5000);
    expect(balance(1, 2, 1)).toBe(5000);
  });

  it('rounds each review by itself, halves up', () => {
    expect(balance(3, 0, 1)).toBe(333); // 333.33
    expect(balance(6, 0, 1)).toBe(167); // 166.67
    expect(balance(16, 0, 1)).toBe(63); // 62.5
    expect(balance(16, 1, 1)).toBe(188); // 187.5
    expect(balance(3, 0, 3)).toBe(333 + 1000 + 1667);
    expect(balance(1000, 999, 1)).toBe(1999);
  });

  it('takes a minimum of 0 as 1', () => {
    expect(balance(0, 0, 2)).toBe(4000);
  });
});

describe('fit', () => {
  const fit = (
    lead: Partial<Lead>,
    school: Partial<Review>,
    policy: Partial<Policy> = {},
  ): number | null =>
    valueOf(
      'fit',
      problem({
        leads: [person('L', { regions: { London: 'PREFERRED' }, ...lead })],
        reviews: [review('R1', school)],
        policy: { ...DEFAULT_POLICY, ...policy },
      }),
      [led('R1', 'L', WEEK_1)],
    );

  it('costs nothing where everything is preferred and next door', () => {
    expect(fit({}, {})).toBe(0);
  });

  it.each([
    ['PREFERRED', 0],
    ['AVAILABLE', 10],
    ['IF_NEEDED', 40],
  ] as const)('adds the points of availability %s', (grade, points) => {
    expect(fit({ availability: { [WEEK_1]: { MON_WED: grade } } }, {})).toBe(points);
  });

  it.each([
    [{ London: 'PREFERRED' }, 0],
    [{ London: 'WILLING' }, 10],
    [{ 'North East': 'PREFERRED' }, 10],
    [{ London: 'RELUCTANT' }, 40],
  ] as const)('adds the points of the region graded %j', (regions, points) => {
    expect(fit({ regions }, {})).toBe(points);
  });

  it("adds the points of the host's grade for the very slot", () => {
    const windows: Review['windows'] = [
      { week: WEEK_1, window: 'WED_FRI', grade: 'PREFERRED' },
      { week: WEEK_1, window: 'MON_WED', grade: 'ACCEPTABLE' },
    ];
    expect(fit({}, { windows })).toBe(15);
    const later: Review['windows'] = [
      { week: WEEK_2, window: 'MON_WED', grade: 'PREFERRED' },
      { week: WEEK_1, window: 'MON_WED', grade: 'ACCEPTABLE' },
    ];
    expect(fit({}, { windows: later })).toBe(15);
  });

  it("adds points for each of the review's needs that the lead lacks", () => {
    const needs = ['ASD', 'SEMH', 'PMLD'];
    expect(fit({ needs }, { needs })).toBe(0);
    expect(fit({ needs: ['SEMH', 'MLD'] }, { needs })).toBe(16);
  });

  it('adds whole travel steps, and the night beyond its distance', () => {
    // One degree of latitude is 144.5536 km by road at a factor of 1.3.
    const away = { lat: 53 };
    expect(fit({}, away)).toBe(28 + 20);
    expect(fit({}, away, { overnightKm: 144 })).toBe(28 + 20);
    expect(fit({}, away, { overnightKm: 145 })).toBe(28);
    expect(fit({}, away, { overnight: 0, travelStepKm: 144, travelStep: 7 })).toBe(7);
    expect(fit({}, away, { overnight: 0, travelStepKm: 145, travelStep: 7 })).toBe(0);
    expect(fit({}, away, { roadFactor: 1 })).toBe(22); // 111.195 km
    expect(fit({}, {}, { overnightKm: 0 })).toBe(0); // 0 km is not beyond 0 km
  });

  it('measures east and west on the sphere', () => {
    // A degree of longitude at 60° north is about half of one at the equator: 55.5972 km.
    const home = { lat: 60, lon: 0 };
    const school = { lat: 60, lon: 1 };
    const measured = (travelStepKm: number): number | null =>
      fit({ home }, school, { roadFactor: 1, travelStepKm, travelStep: 1 });
    expect(measured(55)).toBe(1);
    expect(measured(56)).toBe(0);
  });

  it('looks at the lead alone, not at who sits beside', () => {
    const of = problem({
      leads: [person('L', { regions: { London: 'PREFERRED' } }), S],
      reviews: [review('R1')],
    });
    expect(valueOf('fit', of, [led('R1', 'L', WEEK_1, { shadow: 'S' })])).toBe(0);
  });

  it('cannot be computed where a seat has no points', () => {
    expect(fit({ availability: {} }, {})).toBeNull();
    expect(fit({ regions: { London: 'NO' } }, {})).toBeNull();
    expect(fit({}, { windows: [] })).toBeNull();
  });
});

describe('company', () => {
  const company = (
    now: SeatRow,
    published: SeatRow[] = [],
    more: Partial<Lead> = {},
  ): number | null =>
    valueOf(
      'company',
      problem({
        leads: [
          person('L', { regions: { London: 'RELUCTANT' } }),
          person('N', { isNew: true }),
          { ...S, ...more },
          { ...Q, ...more },
        ],
        reviews: [review('R1', { needs: ['ASD'] })],
        published,
      }),
      [now],
    );
  const shadowed = led('R1', 'L', WEEK_1, { shadow: 'S' });
  const assured = led('R1', 'N', WEEK_1, { qualityAssurer: 'Q' });

  it("adds the points of second seats, without the lead's own and without unmatched needs", () => {
    expect(company(led('R1', 'L', WEEK_1))).toBe(0);
    expect(company(shadowed)).toBe(10);
    expect(company(assured)).toBe(10);
    expect(company(shadowed, [], { home: { lat: 53, lon: -1 } })).toBe(10 + 28 + 20);
    expect(company(shadowed, [], { availability: {} })).toBeNull();
  });

  it("charges nothing for the host's grade of the slot", () => {
    const of = problem({
      leads: [person('L'), S],
      reviews: [
        review('R1', { windows: [{ week: WEEK_1, window: 'MON_WED', grade: 'ACCEPTABLE' }] }),
      ],
    });
    expect(valueOf('company', of, [shadowed])).toBe(10);
  });

  it('charges each published second seat that is not kept', () => {
    expect(company(shadowed, [shadowed])).toBe(10);
    expect(company(assured, [assured])).toBe(10);
    expect(company(led('R1', 'L', WEEK_1), [shadowed])).toBe(30);
    expect(company(row('R1'), [{ ...shadowed, qualityAssurer: 'gone' }])).toBe(60);
    expect(company(shadowed, [{ ...assured, qualityAssurer: 'S' }])).toBe(10 + 30);
  });

  it('charges nothing for a seat that was published empty', () => {
    expect(company(assured, [{ ...assured, qualityAssurer: null }])).toBe(10);
    expect(company(shadowed, [{ ...shadowed, shadow: null }])).toBe(10);
  });

  it('keeps a second seat even when lead and slot changed', () => {
    expect(company(led('R1', 'L', WEEK_2, { shadow: 'S' }), [shadowed])).toBe(10);
  });

  it('charges nothing for a published review that is gone', () => {
    expect(company(row('R1'), [{ ...shadowed, review: 'gone' }])).toBe(0);
  });
});
