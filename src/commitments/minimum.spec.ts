import { describe, expect, it } from '@jest/globals';
import { addDays } from '../calendar/civil-date.js';
import { DEFAULT_SETTINGS } from '../settings/settings.js';
import { minimumFor, type MinimumFacts } from './minimum.js';

/** Twelve school weeks from Monday 31 August 2026. */
const weeks = Array.from({ length: 12 }, (_, i) => addDays('2026-08-31', 7 * i));
const wholeYear = { from: '2026-09-01', to: '2027-08-31' };
const of = (facts: Partial<MinimumFacts>) =>
  minimumFor(
    { contracts: [wholeYear], employments: [], override: null, ...facts },
    weeks,
    DEFAULT_SETTINGS.minimum,
  );
const serving = (from: string, to: string | null) => ({ from, to, servingLeader: true });

describe('the minimum commitment', () => {
  it('is six a year, three for a serving leader', () => {
    expect(of({}).reviews).toBe(6);
    expect(of({ employments: [serving('2020-09-01', null)] }).reviews).toBe(3);
    expect(
      of({ employments: [{ ...serving('2020-09-01', null), servingLeader: false }] }).reviews,
    ).toBe(6);
  });
  it('holds a first week that begins in August: its Wednesday counts', () => {
    expect(of({}).weeksInContract).toBe(12);
    expect(of({ contracts: [{ from: '2026-09-02', to: '2027-08-31' }] }).weeksInContract).toBe(12);
    expect(of({ contracts: [{ from: '2026-09-03', to: '2027-08-31' }] }).weeksInContract).toBe(11);
  });
  it('is pro-rata for a part-year contract, half up', () => {
    const until = (to: string) => of({ contracts: [{ from: '2026-09-01', to }] }).reviews;
    expect(until('2026-09-16')).toBe(2); // 3 weeks: 1.5
    expect(until('2026-09-15')).toBe(1); // 2 weeks: 1
    expect(until('2026-09-02')).toBe(1); // 1 week: 0.5
    expect(until('2026-09-01')).toBe(0);
  });
  it('adds up the weeks of two contracts', () => {
    const contracts = [
      { from: '2026-09-01', to: '2026-09-06' },
      { from: '2026-11-16', to: '2027-08-31' },
    ];
    expect(of({ contracts })).toMatchObject({ weeksInContract: 2, reviews: 1 });
  });
  it('takes each week as it was when somebody becomes a serving leader', () => {
    // Six weeks at six a year and six at three: 3 + 1.5, half up.
    const changed = of({ employments: [serving('2026-10-12', null)] });
    expect(changed).toMatchObject({
      reviews: 5,
      reason: 'Serving leader in 6 of 12 weeks, whole year',
    });
  });
  it('is what was agreed, where there is an exception', () => {
    expect(of({ override: { minimum: 2, reason: 'Phased return' } })).toMatchObject({
      reviews: 2,
      workedOut: 6,
      reason: 'Agreed exception: Phased return',
    });
  });
  it('is nothing without a contract, or in a year without weeks', () => {
    expect(of({ contracts: [] })).toMatchObject({ reviews: 0, reason: 'No contract in this year' });
    const empty = { contracts: [wholeYear], employments: [], override: null };
    expect(minimumFor(empty, [], DEFAULT_SETTINGS.minimum).reviews).toBe(0);
  });
});
