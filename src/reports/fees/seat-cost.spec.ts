import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type FeeTable } from '../../settings/fee-table.js';
import { costOf, type CostedSeat } from './seat-cost.js';

const table: FeeTable = {
  basePence: 50_000,
  assurerPence: 20_000,
  shadowPence: null,
  supplementPence: { 'North East': 7_500 },
  mileagePence: 45,
  overnightPence: 9_500,
  nights: [
    { fromMiles: 60, nights: 1 },
    { fromMiles: 150, nights: 2 },
  ],
  isInvented: true,
};
const seat: CostedSeat = { role: 'LEAD', region: 'London', firstDay: '2027-01-11', miles: 10 };
const amount = (change: Partial<CostedSeat>, fees: Partial<FeeTable> = {}): number | null =>
  costOf({ ...seat, ...change }, { ...table, ...fees }).pence;

describe('the cost of a seat', () => {
  it('is the fee of the role and the miles there and back', () => {
    expect(amount({})).toBe(50_000 + 20 * 45);
    expect(amount({ role: 'QUALITY_ASSURER' })).toBe(20_000 + 20 * 45);
    // A role without a fee of its own is paid as leading is.
    expect(amount({ role: 'SHADOW' })).toBe(50_000 + 20 * 45);
  });

  it('has the supplement of the school’s region, and of no other', () => {
    expect(amount({ region: 'North East' })).toBe(50_000 + 7_500 + 20 * 45);
    expect(amount({ region: 'South East' })).toBe(50_000 + 20 * 45);
  });

  it('has so many nights as the distance asks for, from that very mile on', () => {
    const nightsAt = (miles: number): number =>
      costOf({ ...seat, miles }, table).parts.find(({ kind }) => kind === 'NIGHTS')?.pence ?? 0;
    expect([59.99, 60, 149.99, 150].map(nightsAt)).toEqual([0, 9_500, 9_500, 19_000]);
    expect(amount({ miles: 500 }, { nights: [] })).toBe(50_000 + 1000 * 45);
  });

  it('is rounded once, half up', () => {
    expect(amount({ miles: 0.5 / 90 }, { basePence: 0 })).toBe(1);
    expect(amount({ miles: 0.49 / 90 }, { basePence: 0 })).toBe(0);
  });

  it('is not known without a table, and without a place only where distance is paid', () => {
    expect(costOf(seat, null)).toMatchObject({ pence: null, unknown: 'NO_FEE' });
    expect(costOf(seat, null).parts[0]?.words).toBe('Fee not set on 11 January 2027');
    const lost = { ...seat, miles: null };
    expect(costOf(lost, table)).toMatchObject({ pence: null, unknown: 'NO_PLACE' });
    expect(costOf(lost, { ...table, mileagePence: 0, nights: [] }).pence).toBe(50_000);
  });

  it('says how it came about', () => {
    const { parts } = costOf({ ...seat, region: 'North East', miles: 160.5 }, table);
    expect(parts.map(({ words }) => words)).toEqual([
      'Fee for leading: £500.00',
      'Supplement, North East: £75.00',
      '321.00 road miles there and back at 45p a mile: £144.45',
      '2 nights at £95.00, 160 miles from home: £190.00',
    ]);
  });

  it('is whole pence, the sum of its parts, and never less for a longer way', () => {
    const anyMiles = fc.double({ min: 0, max: 600, noNaN: true });
    fc.assert(
      fc.property(anyMiles, anyMiles, fc.nat({ max: 200 }), (one, other, mileagePence) => {
        const costs = [Math.min(one, other), Math.max(one, other)].map((miles) =>
          costOf({ ...seat, miles }, { ...table, mileagePence }),
        );
        for (const { pence, parts } of costs) {
          expect(Number.isInteger(pence)).toBe(true);
          expect(parts.reduce((sum, part) => sum + (part.pence ?? 0), 0)).toBe(pence);
        }
        expect((costs[0]?.pence ?? 0) <= (costs[1]?.pence ?? 0)).toBe(true);
      }),
      { numRuns: 100, seed: 1 },
    );
  });
});
