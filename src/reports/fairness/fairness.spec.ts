import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_SETTINGS } from '../../settings/settings.js';
import { awkwardOf } from './awkward-weeks.js';
import { fairShares, sideOf, verdictOf, withinOne } from './fair-share.js';
import { type FairnessFacts, type FairnessPerson, type HeldSeat } from './fairness-facts.js';
import { headlineOf } from './fairness-words.js';
import { commitments, weeksOf } from './period-commitment.js';
import { peopleIn, weighSeats } from './person-fairness.js';

describe('a fair share', () => {
  const people = fc.array(
    fc.record({ load: fc.integer({ min: 0, max: 9 }), commitment: fc.integer({ min: 0, max: 6 }) }),
    { minLength: 1, maxLength: 12 },
  );

  it('is in proportion to commitment, and all shares come to all that is carried', () => {
    fc.assert(
      fc.property(people, (carried) => {
        const shares = fairShares(carried);
        const load = carried.reduce((sum, person) => sum + person.load, 0);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(load, 9);
        carried.forEach((a, i) =>
          carried.forEach((b, j) => {
            expect(shares[i]! * b.commitment).toBeCloseTo(shares[j]! * a.commitment, 9);
          }),
        );
        // Twice as many reviews, twice the share; a different unit of commitment changes nothing.
        const scaled = carried.map((each) => ({
          load: 2 * each.load,
          commitment: 3 * each.commitment,
        }));
        fairShares(scaled).forEach((share, i) => expect(share).toBeCloseTo(2 * shares[i]!, 9));
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it('is the same for all where nobody has a commitment', () => {
    const none = [3, 0, 0].map((load) => ({ load, commitment: 0 }));
    expect(fairShares(none)).toEqual([1, 1, 1]);
  });

  it('is kept within one review, as the difference is shown', () => {
    expect([sideOf(3, 2), sideOf(3, 1.96), sideOf(1, 2), sideOf(2, 2)]).toEqual(
      Array.from({ length: 4 }, () => 'WITHIN'),
    );
    expect([sideOf(3, 1.94), sideOf(1, 2.06)]).toEqual(['ABOVE', 'BELOW']);
    expect(
      withinOne([
        [3, 2],
        [4, 2],
        [0, 2],
      ]),
    ).toBe(1);
  });

  it('is called even from four fifths of the people on', () => {
    expect([8, 7, 6, 5].map((within) => verdictOf(within, 10))).toEqual([
      'EVEN',
      'FAIRLY_EVEN',
      'FAIRLY_EVEN',
      'UNEVEN',
    ]);
  });
});

const terms = [
  { id: 'autumn-2026', weeks: ['2026-10-05', '2026-10-12', '2026-11-02', '2026-11-09'] },
  { id: 'spring-2027', weeks: ['2027-01-11', '2027-01-18', '2027-01-25', '2027-02-01'] },
].map((term) => ({
  ...term,
  academicYear: '2026/27',
  season: 'AUTUMN' as const,
  name: term.id,
  startsOn: term.weeks[0]!,
  endsOn: '2027-07-16',
}));

describe('an awkward week', () => {
  const times = { weeks: terms[0]!.weeks, bankHolidays: new Set(['2026-10-09']) };
  const kinds = (
    week: string,
    window: 'MON_WED' | 'WED_FRI' = 'MON_WED',
    isFar = false,
  ): string[] => awkwardOf({ week, window }, times, isFar);

  it('is the first or last of the term, one beside half-term, or one with a bank holiday', () => {
    expect(kinds('2026-10-05')).toEqual(['EDGE_OF_TERM', 'BANK_HOLIDAY']);
    expect(kinds('2026-10-12')).toEqual(['BESIDE_HALF_TERM']);
    expect(kinds('2026-11-02')).toEqual(['BESIDE_HALF_TERM']);
    expect(kinds('2026-11-09')).toEqual(['EDGE_OF_TERM']);
    const through = { weeks: terms[1]!.weeks, bankHolidays: new Set<string>() };
    expect(awkwardOf({ week: '2027-01-18', window: 'WED_FRI' }, through, false)).toEqual([]);
  });

  it('ends on a Friday a night away from home', () => {
    expect(kinds('2026-10-12', 'WED_FRI', true)).toContain('FAR_FRIDAY');
    expect(kinds('2026-10-12', 'WED_FRI', false)).not.toContain('FAR_FRIDAY');
    expect(kinds('2026-10-12', 'MON_WED', true)).not.toContain('FAR_FRIDAY');
  });
});

const person = (lead: string, changes: Partial<FairnessPerson> = {}): FairnessPerson => ({
  lead,
  name: lead,
  synthetic: true,
  region: 'London',
  home: { lat: 51.5, lon: -0.1 },
  formerHomes: null,
  contracts: [{ academicYear: '2026/27', from: '2026-09-01', to: '2027-08-31' }],
  overrides: [],
  employments: [],
  ...changes,
});
const seat = (lead: string, week: string, changes: Partial<HeldSeat> = {}): HeldSeat => ({
  review: `R-${week}`,
  urn: '100091',
  lead,
  termId: 'autumn-2026',
  role: 'LEAD',
  week,
  window: 'MON_WED',
  outcome: 'LED',
  ...changes,
});
const london = { name: 'Vale School', region: 'London' };
const facts = (people: FairnessPerson[], seats: HeldSeat[] = []): FairnessFacts => ({
  terms,
  bankHolidays: new Set(),
  settings: DEFAULT_SETTINGS,
  people,
  seats,
  schools: new Map([
    ['100091', { ...london, urn: '100091', lat: 51.5, lon: -0.1 }],
    ['100092', { ...london, urn: '100092', lat: 55, lon: -1.6 }],
    ['100093', { ...london, urn: '100093', lat: null, lon: null }],
  ]),
});
const autumn = new Set(['autumn-2026']);
const year = new Set(['autumn-2026', 'spring-2027']);

describe('the commitment of a period', () => {
  const of = (changes: Partial<FairnessPerson>, chosen = autumn): number =>
    commitments(facts([]), '2027-02-01')(
      person('LR-001', changes),
      weeksOf(terms.filter(({ id }) => chosen.has(id))),
    );

  it('is the part of the minimum for the school weeks of the contract that lie in it', () => {
    expect([of({}), of({}, year)]).toEqual([3, 6]);
    const spring = { academicYear: '2026/27', from: '2027-01-01', to: '2027-08-31' };
    expect([of({ contracts: [spring] }), of({ contracts: [spring] }, year)]).toEqual([0, 3]);
    expect(of({ contracts: [] })).toBe(0);
  });

  it('is that of an agreed exception from the day on which it was decided', () => {
    const exception = { academicYear: '2026/27', minimum: 2, reason: 'Agreed' };
    expect(of({ overrides: [{ ...exception, decidedOn: '2027-01-10' }] })).toBe(1);
    expect(of({ overrides: [{ ...exception, decidedOn: '2027-02-02' }] })).toBe(3);
    expect(of({ contracts: [], overrides: [{ ...exception, decidedOn: '2027-01-10' }] })).toBe(1);
  });
});

describe('the people of a period', () => {
  const look = async (seats: HeldSeat[], people = [person('LR-001'), person('LR-002')]) => {
    const all = facts(people, seats);
    return peopleIn(all, await weighSeats(all), autumn, commitments(all, '2027-02-01'));
  };

  it('carry lead seats; travel and awkward weeks are those of every seat', async () => {
    const [first, second] = await look([
      seat('LR-001', '2026-10-05'),
      seat('LR-001', '2026-11-09', {
        role: 'QUALITY_ASSURER',
        urn: '100092',
        window: 'WED_FRI',
      }),
      seat('LR-002', '2026-10-12', { urn: '100093' }),
      seat('LR-002', '2027-01-18', { termId: 'spring-2027' }),
    ]);
    expect(first).toMatchObject({ load: 1, share: 1, side: 'WITHIN', nights: 1, awkward: 2 });
    expect(first?.seats.map(({ awkward }) => awkward)).toEqual([
      ['EDGE_OF_TERM'],
      ['EDGE_OF_TERM', 'FAR_FRIDAY'],
    ]);
    expect(Math.round(first?.miles ?? 0)).toBe(325);
    expect(second).toMatchObject({ load: 1, miles: 0, awkward: 1, awkwardShare: 1 });
  });

  it('are those with a commitment or a seat', async () => {
    const gone = person('LR-003', { contracts: [] });
    expect(await look([], [person('LR-001'), gone])).toHaveLength(1);
    const [, left] = await look([seat('LR-003', '2026-10-12')], [person('LR-001'), gone]);
    expect(left).toMatchObject({ load: 1, commitment: 0, share: 0 });
  });

  it('are told in one sentence', async () => {
    expect(headlineOf(await look([]))).toMatch(/^No review has been offered here/u);
    const weeks = ['2026-10-05', '2026-10-12', '2026-11-02', '2026-11-09'];
    expect(headlineOf(await look(weeks.map((week) => seat('LR-001', week))))).toBe(
      'Load is spread unevenly: 0 of 2 people carry within one review of their share.',
    );
    expect(headlineOf(await look(weeks.map((week, i) => seat(`LR-00${(i % 2) + 1}`, week))))).toBe(
      'Load is spread evenly: 2 of 2 people carry within one review of their share.',
    );
  });
});
