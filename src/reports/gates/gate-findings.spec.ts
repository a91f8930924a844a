import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../calendar/civil-date.js';
import { lastDay, type Slot } from '../../calendar/slots.js';
import { holdsOn } from '../../reviewers/dated.js';
import { type GateFacts } from '../../reviewers/gates.js';
import { type Finding, gateFindings, type GateRules } from './gate-findings.js';

const year = { from: '2026-09-01', to: '2027-08-31' };
const complete: GateFacts = {
  standings: [{ from: '2020-09-01', to: null, standing: 'IN_POOL' }],
  gates: (['DBS', 'CODE_OF_CONDUCT', 'SAFEGUARDING_POLICY'] as const).map((gate) => ({
    gate,
    from: '2026-01-01',
    to: null,
  })),
  contracts: [year],
  employments: [
    { ...year, to: null, servingLeader: false, schoolUrn: null, trustUid: null, employer: 'Own' },
  ],
  training: [{ trainingDay: '2026-09-24' }],
};
const rules: GateRules = {
  asAt: '2026-12-21',
  trainingDays: ['2026-09-24', '2027-01-07'],
  due: { contractDays: 60, dbsDays: 60 },
};
/** 1 to 3 March 2027. */
const march: Slot = { week: '2027-03-01', window: 'MON_WED' };
const dbsTo = (to: string): GateFacts => ({
  ...complete,
  gates: complete.gates.map((each) => (each.gate === 'DBS' ? { ...each, to } : each)),
});
const find = (
  facts: GateFacts,
  bookings: Slot[] = [march],
  more: Partial<GateRules> = {},
): Finding<Slot>[] => gateFindings(facts, bookings, { ...rules, ...more });

describe('what runs out or is missing', () => {
  it('is nothing where everything covers the last day', () => {
    expect(find(complete)).toEqual([]);
    expect(find(dbsTo('2027-03-03'))).toEqual([]);
  });

  it('is told with the booked reviews that it does not cover to their last day', () => {
    const later: Slot = { week: '2027-03-15', window: 'WED_FRI' };
    const earlier: Slot = { week: '2027-02-01', window: 'WED_FRI' };
    expect(find(dbsTo('2027-03-02'), [later, march, earlier])).toEqual([
      {
        kind: 'DBS',
        urgency: 'BOOKED',
        words: 'DBS check runs out on 2 March 2027, before the review’s last day',
        endsOn: '2027-03-02',
        bookings: [march, later],
      },
    ]);
  });

  it('is a contract due for review, or a check about to run out, without any booking', () => {
    const until = (to: string): GateFacts => ({ ...complete, contracts: [{ ...year, to }] });
    expect(find(until('2027-02-19'), [])).toMatchObject([
      {
        kind: 'CONTRACT',
        urgency: 'SOON',
        words: 'Contract ends on 19 February 2027: due for review',
      },
    ]);
    expect(find(until('2027-02-20'), [])).toEqual([]);
    // The next contract is there already.
    const next = { from: '2027-02-20', to: '2028-02-19' };
    expect(find({ ...complete, contracts: [{ ...year, to: '2027-02-19' }, next] }, [])).toEqual([]);
    expect(find(dbsTo('2027-01-04'), [])).toMatchObject([{ kind: 'DBS', urgency: 'SOON' }]);
  });

  it('is an acknowledgement that is missing, of people who are asked to review', () => {
    const without = {
      ...complete,
      gates: complete.gates.filter(({ gate }) => gate !== 'CODE_OF_CONDUCT'),
    };
    expect(find(without, [])).toMatchObject([
      { urgency: 'MISSING', words: 'The code of conduct has not been acknowledged' },
    ]);
    expect(find({ ...without, standings: [{ ...year, standing: 'PAUSED' }] }, [])).toEqual([]);
  });

  it('is a training day before a booked review, neither attended nor caught up, once it is over', () => {
    const kindsAt = (asAt: string): string[] =>
      find(complete, [march], { asAt }).map(({ kind }) => kind);
    expect(kindsAt('2027-01-07')).toEqual([]);
    expect(kindsAt('2027-01-08')).toEqual(['TRAINING']);
    expect(
      find(complete, [{ week: '2027-01-04', window: 'MON_WED' }], { asAt: '2027-01-06' }),
    ).toEqual([]);
  });

  it('says nothing of reviews that are over', () => {
    expect(find(dbsTo('2027-03-01'), [march], { asAt: '2027-03-03' })).toContainEqual(
      expect.objectContaining({ kind: 'DBS', urgency: 'BOOKED' }),
    );
    expect(find(dbsTo('2027-03-02'), [march], { asAt: '2027-03-04' })).toMatchObject([
      { kind: 'DBS', urgency: 'MISSING', words: 'DBS check ran out on 2 March 2027', bookings: [] },
    ]);
  });

  it('names a booking under a dated gate exactly when no period covers its last day', () => {
    const days = fc.nat({ max: 200 }).map((n) => addDays('2026-12-01', n));
    const span = fc
      .tuple(days, days)
      .map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));
    const booking = fc
      .tuple(fc.nat({ max: 25 }), fc.constantFrom('MON_WED' as const, 'WED_FRI' as const))
      .map(([n, window]): Slot => ({ week: addDays('2026-11-30', 7 * n), window }));
    fc.assert(
      fc.property(
        fc.array(span, { maxLength: 3 }),
        fc.array(booking, { maxLength: 6 }),
        (contracts, bookings) => {
          const found = find(
            {
              ...complete,
              contracts,
              training: [...complete.training, { trainingDay: '2027-01-07' }],
            },
            bookings,
          );
          const told = found.flatMap((finding) =>
            finding.kind === 'CONTRACT' ? finding.bookings : [],
          );
          const expected = bookings.filter(
            (each) =>
              lastDay(each) >= rules.asAt &&
              !contracts.some((period) => holdsOn(period, lastDay(each))),
          );
          expect([...told].sort(byDay)).toEqual([...expected].sort(byDay));
        },
      ),
      { numRuns: 100, seed: 1 },
    );
  });
});

function byDay(a: Slot, b: Slot): number {
  return `${a.week} ${a.window}` < `${b.week} ${b.window}` ? -1 : 1;
}
