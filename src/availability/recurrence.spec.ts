import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { daysOf, namesAnyDay, readRule } from './recurrence.js';
import { ruleFor } from './recurrence-patterns.js';
import { onRuleInWords, ruleInWords } from './recurrence-words.js';

const days = (rule: string, from: string, to: string): string[] => daysOf(readRule(rule), from, to);

describe('the days of a rule', () => {
  it('names every Monday of a period, its first and last day included', () => {
    expect(days('FREQ=WEEKLY;BYDAY=MO', '2027-01-04', '2027-01-18')).toEqual([
      '2027-01-04',
      '2027-01-11',
      '2027-01-18',
    ]);
  });

  it('counts every other week from its start, also when the period begins in a week between', () => {
    const rule = 'DTSTART:20270104\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE';
    expect(days(rule, '2027-01-11', '2027-02-03')).toEqual([
      '2027-01-18',
      '2027-01-20',
      '2027-02-01',
      '2027-02-03',
    ]);
  });

  it('counts weeks from Monday, so a start on a Wednesday anchors the week that holds it', () => {
    const rule = 'DTSTART:20270106 RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO';
    expect(days(rule, '2027-01-01', '2027-02-02')).toEqual(['2027-01-18', '2027-02-01']);
  });

  it('does not make a start that the rule does not match one of its days', () => {
    expect(days('DTSTART:20270105 RRULE:FREQ=WEEKLY;BYDAY=MO', '2027-01-01', '2027-01-12')).toEqual(
      ['2027-01-11'],
    );
  });

  it('includes the day of UNTIL, and stops after COUNT', () => {
    expect(days('FREQ=WEEKLY;BYDAY=FR;UNTIL=20270115', '2027-01-01', '2027-02-28')).toEqual([
      '2027-01-01',
      '2027-01-08',
      '2027-01-15',
    ]);
    const twice = 'DTSTART:20261230 RRULE:FREQ=WEEKLY;BYDAY=WE;COUNT=2';
    expect(days(twice, '2027-01-01', '2027-02-28')).toEqual(['2027-01-06']);
  });

  it('takes the first week of each month as its first seven days', () => {
    const rule = ruleFor({ pattern: 'FIRST_WEEK_OF_MONTH' });
    expect(daysOf(rule, '2027-01-05', '2027-02-02')).toEqual([
      '2027-01-05',
      '2027-01-06',
      '2027-01-07',
      '2027-02-01',
      '2027-02-02',
    ]);
  });

  it('moves no day when the clocks change on 28 March 2027 and 31 October 2027', () => {
    const rule = 'DTSTART:20270327 RRULE:FREQ=DAILY';
    expect(days(rule, '2027-03-27', '2027-03-30')).toEqual([
      '2027-03-27',
      '2027-03-28',
      '2027-03-29',
      '2027-03-30',
    ]);
    expect(days(rule, '2027-10-30', '2027-11-01')).toEqual([
      '2027-10-30',
      '2027-10-31',
      '2027-11-01',
    ]);
  });

  it('keeps weekdays and steps over any years, whatever the start', () => {
    const date = fc
      .integer({ min: 0, max: 12_000 })
      .map((n) => DateTime.fromISO('2026-01-01', { zone: 'utc' }).plus({ days: n }));
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 8 }), (start, weeks) => {
        const monday = start.startOf('week');
        const rule = `DTSTART:${start.toFormat('yyyyMMdd')} RRULE:FREQ=WEEKLY;INTERVAL=${weeks};BYDAY=WE`;
        const to = start.plus({ days: 200 });
        for (const day of days(rule, start.toISODate()!, to.toISODate()!)) {
          const found = DateTime.fromISO(day, { zone: 'utc' });
          expect(found.weekday).toBe(3);
          expect(found.startOf('week').diff(monday, 'weeks').weeks % weeks).toBe(0);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('a rule is refused in words', () => {
  const refused: [string, RegExp][] = [
    ['', /FREQ is “”/],
    ['FREQ=HOURLY', /FREQ is “HOURLY”.*whole days/],
    ['FREQ=WEEKLY;BYDAY=MO;BYHOUR=9', /BYHOUR.*whole days/],
    ['FREQ=DAILY;BYDAY=MO', /write FREQ=WEEKLY/],
    ['FREQ=WEEKLY;BYDAY=MO EXDATE:20270104', /EXDATE.*single date/],
    ['FREQ=WEEKLY;BYDAY=MO RRULE:FREQ=DAILY', /RRULE is given twice/],
    ['FREQ=WEEKLY;BYDAY=MO;BYDAY=TU', /BYDAY is given twice/],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', /INTERVAL=2 needs a first day/],
    ['FREQ=WEEKLY;BYDAY=MO;COUNT=3', /COUNT=3 needs a first day/],
    ['FREQ=WEEKLY', /needs a first day/],
    ['FREQ=MONTHLY', /needs a first day/],
    ['FREQ=WEEKLY;BYDAY=MONDAY', /BYDAY has “MONDAY”/],
    ['FREQ=WEEKLY;BYDAY=1MO', /BYDAY has “1MO”/],
    ['FREQ=MONTHLY;BYDAY=6MO', /BYDAY has “6MO”/],
    ['FREQ=MONTHLY;BYMONTHDAY=32', /BYMONTHDAY has “32”/],
    ['FREQ=MONTHLY;BYMONTHDAY=0', /BYMONTHDAY has “0”/],
    ['FREQ=YEARLY;BYMONTH=13;BYMONTHDAY=1', /BYMONTH has “13”/],
    ['DTSTART:20270104 RRULE:FREQ=DAILY;INTERVAL=1001', /INTERVAL is “1001”/],
    ['DTSTART:20270104 RRULE:FREQ=DAILY;COUNT=1000000000', /COUNT is “1000000000”/],
    ['DTSTART:18000101 RRULE:FREQ=DAILY', /DTSTART is “18000101”.*from 2020-01-01/],
    ['DTSTART:20270230 RRULE:FREQ=DAILY', /DTSTART is “20270230”/],
    ['DTSTART:20270104T093000Z RRULE:FREQ=DAILY', /whole day without a time/],
    ['DTSTART;TZID=AMERICA/NEW_YORK:20270104T000000 RRULE:FREQ=DAILY', /whole day/],
    ['DTSTART:20270104 RRULE:FREQ=DAILY;UNTIL=20270103', /UNTIL 20270103 lies before/],
    ['FREQ=WEEKLY;BYDAY=MO;UNTIL=20270103T120000Z', /UNTIL is “20270103T120000Z”/],
    ['DTSTART:20270104 RRULE:FREQ=DAILY;UNTIL=20270203;COUNT=2', /keep one/],
    [`FREQ=YEARLY;BYYEARDAY=${'1,'.repeat(300)}1`, /at most 500 characters/],
    ['FREQ=WEEKLY;BYDAY=MO;NONSENSE=1', /NONSENSE is not understood/],
  ];
  it.each(refused)('%s', (text, message) => {
    expect(() => readRule(text)).toThrow(message);
  });

  it('reads any text or refuses it, and what it reads it reads again the same', () => {
    const piece = fc.constantFrom('FREQ=', 'WEEKLY', 'BYDAY=MO', ';', ' ', 'DTSTART:20270104', '1');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        let once: string;
        try {
          once = readRule(pieces.join('')).text;
        } catch (refusal) {
          expect((refusal as Error).name).toBe('RuleNotUnderstood');
          return;
        }
        expect(readRule(once).text).toBe(once);
      }),
    );
  });

  it('tells a rule that names no day from one that does', () => {
    expect(namesAnyDay(readRule('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'))).toBe(false);
    expect(namesAnyDay(readRule('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29'))).toBe(true);
  });
});

describe('a rule in words', () => {
  const said: [string, string][] = [
    ['FREQ=WEEKLY;BYDAY=MO', 'on Mondays'],
    ['FREQ=WEEKLY;BYDAY=FR,MO,WE', 'on Mondays, Wednesdays and Fridays'],
    ['FREQ=WEEKLY;BYDAY=MO;UNTIL=20270326', 'on Mondays, until 26 March 2027'],
    [
      'DTSTART:20270104 RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR',
      'every other week, counting from 4 January 2027',
    ],
    [
      'DTSTART:20270104 RRULE:FREQ=WEEKLY;INTERVAL=3;BYDAY=MO',
      'every 3 weeks on Mondays, counting from 4 January 2027',
    ],
    ['FREQ=MONTHLY;BYDAY=1MO', 'on the first Monday of each month'],
    ['FREQ=MONTHLY;BYDAY=-1FR', 'on the last Friday of each month'],
    ['FREQ=MONTHLY;BYMONTHDAY=1,2,3,4,5,6,7', 'on the first seven days of each month'],
    ['FREQ=MONTHLY;BYMONTHDAY=15,1', 'on day 1 and 15 of each month'],
    ['DTSTART:20270104 RRULE:FREQ=DAILY;COUNT=3', 'every day, from 4 January 2027, 3 times'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=14', 'every February on the 14th'],
  ];
  it.each(said)('%s: %s', (text, words) => {
    expect(onRuleInWords(readRule(text))).toBe(words);
  });

  it('says the patterns as they were chosen', () => {
    expect(ruleInWords(ruleFor({ pattern: 'WEEKDAYS', days: ['MONDAY'] }))).toBe('Mondays');
    expect(ruleInWords(ruleFor({ pattern: 'EVERY_N_WEEKS', weeks: 2, from: '2027-01-04' }))).toBe(
      'every other week, counting from 4 January 2027',
    );
    expect(ruleInWords(ruleFor({ pattern: 'NTH_WEEKDAY_OF_MONTH', nth: -1, day: 'FRIDAY' }))).toBe(
      'the last Friday of each month',
    );
  });
});
