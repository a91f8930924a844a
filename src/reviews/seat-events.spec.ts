import { describe, expect, it } from '@jest/globals';
import { type SeatEventKind } from '../commitments/counts.js';
import { endsSeat, statusOf, whyNotRecord, type SeatEvent } from './seat-events.js';

const slot = { week: '2027-02-08', window: 'MON_WED' as const };
const event = (kind: SeatEventKind, on: string, over: Partial<SeatEvent> = {}): SeatEvent => ({
  kind,
  on,
  causedBy: endsSeat(kind) ? 'LEAD_REVIEWER' : null,
  reason: endsSeat(kind) ? 'Ill' : null,
  ...over,
});
const offered = event('OFFERED', '2027-01-10');
const accepted = event('ACCEPTED', '2027-01-12');
const why = (next: SeatEvent, earlier: SeatEvent[] = [], today = '2027-03-01') =>
  whyNotRecord(next, earlier, slot, today);

describe('what may happen to a seat', () => {
  it.each<[SeatEvent, SeatEvent[]]>([
    [offered, []],
    [accepted, [offered]],
    [event('DECLINED', '2027-01-12'), [offered]],
    [event('WITHDRAWN', '2027-01-20'), [offered, accepted]],
    [event('WITHDRAWN', '2027-01-20', { causedBy: 'PROGRAMME' }), [offered]],
    [event('CANCELLED', '2027-01-20', { causedBy: 'SCHOOL' }), [offered, accepted]],
    [event('LED', '2027-02-10'), [offered, accepted]],
    [event('LED', '2027-02-10'), []],
  ])('%j after %j', (next, earlier) => {
    expect(why(next, earlier)).toBeNull();
  });
  it.each<[SeatEvent, SeatEvent[], string]>([
    [accepted, [], 'A seat that was not offered cannot be accepted.'],
    [event('DECLINED', '2027-01-12'), [], 'A seat that was not offered cannot be declined.'],
    [event('WITHDRAWN', '2027-01-12'), [], 'A seat that was not offered cannot be withdrawn.'],
    [offered, [offered], 'The seat was offered already. Correct that instead.'],
    [offered, [event('LED', '2027-02-10')], 'A seat that was led cannot be offered.'],
    [
      event('DECLINED', '2027-01-13'),
      [offered, accepted],
      'A seat that was accepted is not declined any more: record that it was withdrawn.',
    ],
    [
      event('LED', '2027-02-10'),
      [offered, event('DECLINED', '2027-01-12')],
      'A seat that was declined cannot be led.',
    ],
    [
      event('CANCELLED', '2027-02-11'),
      [event('LED', '2027-02-10')],
      'A seat that was led cannot be cancelled.',
    ],
  ])('never %j after %j', (next, earlier, reason) => {
    expect(why(next, earlier)).toBe(reason);
  });
  it('keeps the order of days, and records nothing ahead of its day', () => {
    expect(why(event('ACCEPTED', '2027-01-09'), [offered])).toMatch(
      /cannot have been accepted on 9 January 2027/,
    );
    expect(why(event('ACCEPTED', '2027-01-10'), [offered])).toBeNull();
    expect(why(offered, [], '2027-01-10')).toBeNull();
    expect(why(offered, [], '2027-01-09')).toMatch(/^10 January 2027 lies ahead/);
  });
  it('a review is led by its last day or later, and an offer is answered by its first', () => {
    expect(why(event('LED', '2027-02-09'))).toMatch(/^The review ends on 10 February 2027/);
    expect(why(event('ACCEPTED', '2027-02-08'), [offered])).toBeNull();
    expect(why(event('ACCEPTED', '2027-02-09'), [offered])).toMatch(
      /^The review begins on 8 February 2027/,
    );
  });
  it('an ending says who and why; nothing else does', () => {
    const declined = { kind: 'DECLINED' as const, on: '2027-01-12' };
    expect(why({ ...declined, causedBy: null, reason: 'Ill' }, [offered])).toMatch(/^Say who/);
    expect(why({ ...declined, causedBy: 'SCHOOL', reason: ' ' }, [offered])).toMatch(/^Say who/);
    expect(why({ ...offered, causedBy: 'SCHOOL' })).toMatch(/has not been ended/);
  });
  it('says where a seat stands', () => {
    expect(statusOf([])).toBe('PLANNED');
    expect(statusOf([offered])).toBe('OFFERED');
    expect(statusOf([accepted, offered])).toBe('ACCEPTED');
    expect(statusOf([offered, event('DECLINED', '2027-01-12')])).toBe('DECLINED');
    expect(statusOf([offered, accepted, event('WITHDRAWN', '2027-01-20')])).toBe('WITHDRAWN');
    expect(statusOf([offered, accepted, event('LED', '2027-02-10')])).toBe('LED');
  });
});
