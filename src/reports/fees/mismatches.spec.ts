import { describe, expect, it } from '@jest/globals';
import { type CostPart } from './seat-cost.js';
import { mismatchesOf } from './mismatches.js';
import { type PaidSeat } from './paid-seat.js';

const base: CostPart = { kind: 'BASE', pence: 50_000, words: 'Fee for leading: £500.00' };
const led: PaidSeat = {
  id: 'a',
  review: 'R1',
  urn: '100001',
  school: 'Vale School',
  region: 'London',
  academicYear: '2026/27',
  termId: 'spring-2027',
  role: 'LEAD',
  lead: 'LR-001',
  name: 'Ada Example',
  synthetic: true,
  week: '2027-01-11',
  window: 'MON_WED',
  home: { lat: 51, lon: 0 },
  place: { lat: 51, lon: 0 },
  events: [{ kind: 'LED' }],
  reviewState: 'CLOSED',
  isRemoved: false,
  isOpen: true,
  isPaid: true,
  state: 'DONE',
  cost: { pence: 50_000, parts: [base], unknown: null },
};
const paid = { seat: 'a', pence: 50_000, last: 'line', batches: [3] };
const found = (seat: Partial<PaidSeat>, before = [paid], asAt = '2027-01-20'): [string, string][] =>
  mismatchesOf([{ ...led, ...seat }], before, asAt).map(({ kind, words }) => [kind, words]);

describe('what does not agree', () => {
  it('is nothing where a seat was led and paid what it costs, or not paid yet', () => {
    expect(found({})).toEqual([]);
    expect(found({}, [])).toEqual([]);
    // Whatever is not paid needs no fee.
    expect(found({ isPaid: false, role: 'SHADOW' }, [])).toEqual([]);
  });

  it('is a seat led for which no fee was set', () => {
    const words = 'Fee not set on 11 January 2027';
    const cost: PaidSeat['cost'] = {
      pence: null,
      parts: [{ ...base, pence: null, words }],
      unknown: 'NO_FEE',
    };
    expect(found({ cost }, [])).toEqual([['LED_WITHOUT_FEE', words]]);
    expect(found({ cost, state: 'PLANNED', events: [] }, [])).toEqual([]);
  });

  it('is a place that is not known, also of what lies ahead', () => {
    const words = 'Travel: the place is not known';
    const cost: PaidSeat['cost'] = {
      pence: null,
      parts: [base, { kind: 'TRAVEL', pence: null, words }],
      unknown: 'NO_PLACE',
    };
    const ahead: Partial<PaidSeat> = { cost, state: 'ACCEPTED', events: [{ kind: 'ACCEPTED' }] };
    expect(found(ahead, [], '2027-01-01')).toEqual([['PLACE_UNKNOWN', words]]);
  });

  it('is a review that is over and was not recorded as led, from the day after', () => {
    const accepted: Partial<PaidSeat> = { events: [{ kind: 'ACCEPTED' }], state: 'ACCEPTED' };
    expect(found(accepted, [], '2027-01-13')).toEqual([]);
    expect(found(accepted, [], '2027-01-14')).toEqual([
      [
        'NOT_RECORDED',
        'Accepted, over since 13 January 2027, and not recorded as led. It is not paid',
      ],
    ]);
  });

  it('is a review recorded as led and as cancelled, and what was paid for it', () => {
    expect(found({ reviewState: 'CANCELLED', state: null })).toEqual([
      [
        'LED_BUT_CALLED_OFF',
        'Recorded as led, and the review as cancelled: one of the two is wrong. It is not paid',
      ],
      ['AMOUNT_CHANGED', '£500.00 was paid (payroll 3), and £0.00 is due: take back £500.00'],
    ]);
  });

  it('is another amount than was paid, with the difference', () => {
    const cost = { pence: 53_792, parts: [base], unknown: null };
    const [mismatch] = mismatchesOf([{ ...led, cost }], [paid], '2027-01-20');
    expect(mismatch).toMatchObject({ kind: 'AMOUNT_CHANGED', difference: 3_792, due: 53_792 });
    expect(found({ events: [], state: 'PLANNED' })).toEqual([
      ['AMOUNT_CHANGED', '£500.00 was paid (payroll 3), and £0.00 is due: take back £500.00'],
    ]);
  });
});
