import { describe, expect, it } from '@jest/globals';
import { person, problem, review, WEEK_1 } from '../../../test/solver/builders.js';
import type { Pin } from '../problem.js';
import { freePins, isNoLongerPermitted, type PinnedSeat, seatsOfPin } from './free-pins.js';

const slot = { week: WEEK_1, window: 'MON_WED' } as const;
const whole: Pin = { review: 'R1', lead: 'Ada', qualityAssurer: 'Ben', shadow: 'Sam', ...slot };
const seat = (role: PinnedSeat['role'], who: string): PinnedSeat => ({
  review: 'R1',
  role,
  person: who,
  slot,
});
const of =
  (...people: string[]) =>
  ({ person: who }: PinnedSeat): boolean =>
    people.includes(who);

describe('the seats of a pin', () => {
  it('are those that it names, lead first', () => {
    expect(seatsOfPin(whole)).toEqual([
      seat('LEAD', 'Ada'),
      seat('QUALITY_ASSURER', 'Ben'),
      seat('SHADOW', 'Sam'),
    ]);
    expect(seatsOfPin({ review: 'R1' })).toEqual([]);
  });

  it('have no slot where it names none', () => {
    expect(seatsOfPin({ review: 'R1', shadow: 'Sam' })).toEqual([
      { ...seat('SHADOW', 'Sam'), slot: null },
    ]);
  });
});

describe('freeing pinned seats', () => {
  it('leaves a pin that names none of them as it is', () => {
    const { pins, freed } = freePins([whole], of('Zed'));
    expect(pins[0]).toBe(whole);
    expect(freed).toEqual([]);
  });

  it('frees the whole pin with its lead', () => {
    expect(freePins([whole, { review: 'R2', lead: 'Cy' }], of('Ada'))).toEqual({
      pins: [{ review: 'R2', lead: 'Cy' }],
      freed: [
        { review: 'R1', role: 'LEAD', person: 'Ada', ...slot },
        { review: 'R1', role: 'QUALITY_ASSURER', person: 'Ben', ...slot },
        { review: 'R1', role: 'SHADOW', person: 'Sam', ...slot },
      ],
    });
  });

  it('frees it whole where the lead goes together with another', () => {
    expect(freePins([whole], of('Ada', 'Ben'))).toEqual(freePins([whole], of('Ada')));
  });

  it.each([
    ['Ben', 'QUALITY_ASSURER', { review: 'R1', lead: 'Ada', shadow: 'Sam', ...slot }],
    ['Sam', 'SHADOW', { review: 'R1', lead: 'Ada', qualityAssurer: 'Ben', ...slot }],
  ] as const)('frees a second seat alone: %s as %s', (who, role, left) => {
    expect(freePins([whole], of(who))).toEqual({
      pins: [left],
      freed: [{ review: 'R1', role, person: who, ...slot }],
    });
    expect(whole).toHaveProperty('qualityAssurer', 'Ben');
  });

  it('frees both second seats and keeps the lead', () => {
    const { pins, freed } = freePins([whole], of('Ben', 'Sam'));
    expect(pins).toEqual([{ review: 'R1', lead: 'Ada', ...slot }]);
    expect(freed.map(({ person: who }) => who)).toEqual(['Ben', 'Sam']);
  });

  it('tells nothing of a seat without a slot', () => {
    expect(freePins([{ review: 'R1', lead: 'Ada' }], of('Ada'))).toEqual({ pins: [], freed: [] });
  });
});

describe('a pinned seat', () => {
  const given = problem({
    leads: [
      person('Ada', { regions: { 'North East': 'NO' } }),
      person('Sam', { roles: ['SHADOW'] }),
    ],
    reviews: [review('R1', { region: 'London' }), review('R2', { region: 'North East' })],
  });

  it('is no longer permitted where a rule about it alone forbids it', () => {
    expect(isNoLongerPermitted(given, seat('LEAD', 'Ada'))).toBe(false);
    expect(isNoLongerPermitted(given, { ...seat('LEAD', 'Ada'), review: 'R2' })).toBe(true);
    expect(isNoLongerPermitted(given, seat('LEAD', 'Sam'))).toBe(true);
    expect(isNoLongerPermitted(given, seat('SHADOW', 'Sam'))).toBe(false);
  });

  it('is not known to be forbidden without a slot, or of what the problem does not have', () => {
    const forbidden = { ...seat('LEAD', 'Ada'), review: 'R2' };
    expect(isNoLongerPermitted(given, { ...forbidden, slot: null })).toBe(false);
    expect(isNoLongerPermitted(given, { ...forbidden, person: 'Zed' })).toBe(false);
    expect(isNoLongerPermitted(given, { ...forbidden, review: 'R9' })).toBe(false);
  });
});
