import { describe, expect, it } from '@jest/globals';
import { firstDay, type Slot } from '../../src/calendar/slots.js';
import { isWithinWorkingDays, isWorkingDay } from '../../src/calendar/working-days.js';
import { SAMPLE_TODAY } from '../../src/cli/demo-sample.js';
import { type Row, rowsOf, tally } from './sample-files.js';

const reviews = rowsOf('reviews');
const seats = rowsOf('seats');
const answers = rowsOf('availability-answers');
const hosts = rowsOf('host-answers');
/** No bank holiday lies in the sample's autumn term. */
const noHolidays = new Set<string>();
const EVENTS = ['Offered on', 'Accepted on', 'Declined on', 'Withdrawn on', 'Cancelled on'];

const happened = (event: string): Row[] => seats.filter((row) => row[event] !== '');
const ledBySomebody = ({ Review }: Row): boolean =>
  happened('Led on').some((row) => row.Review === Review && row.Role === 'LEAD');
const slotOf = (row: Row): Slot => ({ week: row.Week ?? '', window: row.Window as Slot['window'] });

describe('the sample’s reviews', () => {
  it('are one a school: 165 asked for in autumn, 155 in spring, 160 in summer', () => {
    expect(new Set(reviews.map(({ URN }) => URN)).size).toBe(480);
    const carried = reviews.filter((row) => row['Carried over'] === '1');
    const { 'autumn-2026': autumn, 'spring-2027': spring, ...later } = tally(reviews, 'Term');
    expect([(autumn ?? 0) + carried.length, (spring ?? 0) - carried.length]).toEqual([165, 155]);
    expect(later).toEqual({ 'summer-2027': 160 });
  });

  it('wait in spring and summer; those of autumn are over, but the reports of the last week', () => {
    const ofTerm = (term: string): Row[] => reviews.filter((row) => row.Term === term);
    expect(tally([...ofTerm('spring-2027'), ...ofTerm('summer-2027')], 'State')).toEqual({
      REQUESTED: 318,
    });
    const { CLOSED, REPORT_SUBMITTED, UNDER_WAY, CANCELLED, ...others } = tally(
      ofTerm('autumn-2026'),
      'State',
    );
    expect([others, CANCELLED]).toEqual([{}, 4]);
    expect((CLOSED ?? 0) + (REPORT_SUBMITTED ?? 0) + (UNDER_WAY ?? 0)).toBe(158);
    expect(reviews.filter(({ Since }) => (Since ?? '') > SAMPLE_TODAY)).toEqual([]);
  });
});

describe('the sample’s autumn', () => {
  it('has ten declines, eight of them replaced', () => {
    expect(happened('Declined on')).toHaveLength(10);
    expect(happened('Declined on').filter(ledBySomebody)).toHaveLength(8);
  });

  it('has two illnesses, one of them replaced', () => {
    const ill = happened('Withdrawn on');
    expect(ill.map(({ Reason }) => Reason)).toEqual(['Ill', 'Ill']);
    expect(ill.filter(ledBySomebody)).toHaveLength(1);
  });

  it('has four cancellations by schools, two within ten working days', () => {
    const cancelled = happened('Cancelled on');
    expect(cancelled.map((row) => row['Ended by'])).toEqual(Array(4).fill('SCHOOL'));
    const late = cancelled.filter((row) =>
      isWithinWorkingDays(row['Cancelled on'] ?? '', firstDay(slotOf(row)), 10, noHolidays),
    );
    expect(late).toHaveLength(2);
  });

  it('leaves three reviews uncovered, which are carried into spring', () => {
    const carried = reviews.filter((row) => row['Carried over'] === '1');
    expect(carried.map(({ Term }) => Term)).toEqual(Array(3).fill('spring-2027'));
    expect(carried.filter((row) => ledBySomebody(row))).toEqual([]);
    expect(happened('Led on').filter(({ Role }) => Role === 'LEAD')).toHaveLength(158);
  });

  it('agrees nothing at a weekend, and nothing after today', () => {
    const days = seats.flatMap((row) => [...EVENTS, 'Led on'].map((name) => row[name] ?? ''));
    const dated = days.filter((day) => day !== '');
    expect(dated.filter((day) => !isWorkingDay(day, noHolidays))).toEqual([]);
    expect(dated.filter((day) => day > SAMPLE_TODAY)).toEqual([]);
  });
});

describe('the sample’s answers for spring', () => {
  it('lack seven people, and five hosts', () => {
    expect(answers.filter(({ Term }) => Term === 'spring-2027')).toHaveLength(93);
    const answered = new Set(
      hosts.filter(({ Term }) => Term === 'spring-2027').map(({ Review }) => Review),
    );
    const waiting = reviews.filter(
      ({ Term, Review }) => Term === 'spring-2027' && !answered.has(Review ?? ''),
    );
    expect(waiting).toHaveLength(5);
  });

  it('say things in every way that an answer can', () => {
    expect(Object.keys(tally(rowsOf('availability-statements'), 'Kind')).sort()).toEqual([
      'DATE',
      'RANGE',
      'RULE',
      'WINDOW',
    ]);
  });
});
