import { describe, expect, it } from '@jest/globals';
import { DEFAULT_SETTINGS } from '../settings/settings.js';
import {
  confirmedByTerm,
  countSeats,
  ledByTerm,
  stillToPlace,
  type EndedBy,
  type SeatEventKind,
  type SeatHistory,
} from './counts.js';

const bankHolidays = new Set(['2027-03-26', '2027-03-29']);
type Event = [SeatEventKind, string, EndedBy?];
const seat = (events: Event[], over: Partial<SeatHistory> = {}): SeatHistory => ({
  lead: 'LR-001',
  role: 'LEAD',
  termId: 'spring-2027',
  week: '2027-04-19',
  window: 'WED_FRI',
  events: events.map(([kind, on, causedBy]) => ({ kind, on, causedBy: causedBy ?? null })),
  ...over,
});
const accepted: Event[] = [
  ['OFFERED', '2027-01-10'],
  ['ACCEPTED', '2027-01-12'],
];
const nothing = {
  offered: 0,
  led: 0,
  confirmedAhead: 0,
  awaitingAnswer: 0,
  declined: 0,
  withdrawn: 0,
  cancelledLate: 0,
  cancelledInTime: 0,
};
const counted = (events: Event[], over: Partial<SeatHistory> = {}) =>
  countSeats([seat(events, over)], DEFAULT_SETTINGS, bankHolidays);

describe('what a seat counts as', () => {
  it.each<[string, Event[], object]>([
    ['no event', [], {}],
    ['offered', [['OFFERED', '2027-01-10']], { offered: 1, awaitingAnswer: 1 }],
    ['accepted', accepted, { offered: 1, confirmedAhead: 1 }],
    ['led', [...accepted, ['LED', '2027-04-23']], { offered: 1, led: 1 }],
    ['led, with no offer on record', [['LED', '2027-04-23']], { offered: 1, led: 1 }],
    [
      'declined',
      [
        ['OFFERED', '2027-01-10'],
        ['DECLINED', '2027-01-11', 'LEAD_REVIEWER'],
      ],
      { offered: 1, declined: 1 },
    ],
    [
      'given back',
      [...accepted, ['WITHDRAWN', '2027-02-01', 'LEAD_REVIEWER']],
      { offered: 1, withdrawn: 1 },
    ],
    ['taken back by the programme', [...accepted, ['WITHDRAWN', '2027-02-01', 'PROGRAMME']], {}],
    // The first day is Wednesday 21 April: ten working days before it is Wednesday 7 April.
    [
      'cancelled by the school with ten working days’ notice',
      [...accepted, ['CANCELLED', '2027-04-07', 'SCHOOL']],
      { offered: 1, cancelledLate: 1 },
    ],
    [
      'cancelled by the school with eleven working days’ notice',
      [...accepted, ['CANCELLED', '2027-04-06', 'SCHOOL']],
      { cancelledInTime: 1 },
    ],
  ])('%s', (_, events, expected) => {
    expect(counted(events)).toEqual({ ...nothing, ...expected });
  });
  it('skips bank holidays when notice is counted back', () => {
    // From Wednesday 7 April back over Easter Monday and Good Friday: 22 March, not 24 March.
    const week = { week: '2027-04-05' };
    const on = (date: string) => counted([...accepted, ['CANCELLED', date, 'SCHOOL']], week);
    expect(on('2027-03-22').cancelledLate).toBe(1);
    expect(on('2027-03-21').cancelledLate).toBe(0);
  });
  it('counts no seat but the lead’s, unless a setting says so', () => {
    const assured = seat([['LED', '2027-04-23']], { role: 'QUALITY_ASSURER' });
    const shadowed = seat([['LED', '2027-04-23']], { role: 'SHADOW' });
    expect(countSeats([assured, shadowed], DEFAULT_SETTINGS, bankHolidays)).toEqual(nothing);
    const commitment = { LEAD: true, QUALITY_ASSURER: true, SHADOW: false };
    const rules = {
      ...DEFAULT_SETTINGS,
      seatsThatCount: { ...DEFAULT_SETTINGS.seatsThatCount, commitment },
    };
    expect(countSeats([assured, shadowed], rules, bankHolidays).led).toBe(1);
    expect(ledByTerm([assured], DEFAULT_SETTINGS).size).toBe(0);
  });
});

describe('by term', () => {
  it('tells led from confirmed ahead', () => {
    const seats = [
      seat([...accepted, ['LED', '2026-11-13']], { termId: 'autumn-2026' }),
      seat(accepted),
      seat([...accepted, ['CANCELLED', '2027-04-07', 'SCHOOL']]),
    ];
    expect([...ledByTerm(seats, DEFAULT_SETTINGS)]).toEqual([['autumn-2026', 1]]);
    expect([...confirmedByTerm(seats, DEFAULT_SETTINGS)]).toEqual([['spring-2027', 1]]);
  });
  it('still to place never falls below nothing', () => {
    expect(stillToPlace(6, { ...nothing, led: 2, confirmedAhead: 1 })).toBe(3);
    expect(stillToPlace(1, { ...nothing, led: 2 })).toBe(0);
  });
});
