import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from '@jest/globals';
import { schoolDays, type BankHolidays, type SchoolCalendar } from './school-days.js';
import {
  closedWindows,
  termWeeks,
  usableWindows,
  windowsOfTerm,
  type SchoolTime,
  type Term,
  type TrainingDay,
} from './usable-windows.js';

function rows(file: string): Record<string, string>[] {
  return parse(readFileSync(`sample/open-data/${file}`), { columns: true });
}

const bankHolidays: BankHolidays = new Map(
  rows('bank-holidays.csv').map((row) => [row['date'] ?? '', row['title'] ?? '']),
);

function calendar(id: string): SchoolCalendar {
  const halves = rows('term-dates.csv').filter((row) => row['calendar_id'] === id);
  return {
    id,
    name: halves[0]?.['name'] ?? '',
    halfTerms: halves.map((row) => ({
      startsOn: row['start_date'] ?? '',
      endsOn: row['end_date'] ?? '',
    })),
    insetDays: new Set(
      rows('inset-days.csv')
        .filter((row) => row['calendar_id'] === id)
        .map((row) => row['date'] ?? ''),
    ),
  };
}

function term(id: string, name: string, startsOn: string, endsOn: string): Term {
  return { id, name, academicYear: '2026/27', season: 'SPRING', startsOn, endsOn };
}

const typical = calendar('typical');
const school: SchoolTime = { calendar: typical, closures: [] };
const autumn = term('autumn-2026', 'Autumn 2026', '2026-09-01', '2026-12-18');
const spring = term('spring-2027', 'Spring 2027', '2027-01-04', '2027-03-25');
const summer = term('summer-2027', 'Summer 2027', '2027-04-12', '2027-07-21');
const training: TrainingDay[] = [
  { date: '2026-09-24', title: 'Training day', mode: 'IN_PERSON' },
  { date: '2027-01-07', title: 'Training day', mode: 'ONLINE' },
];

function reason(of: Term, week: string, window: string, at: SchoolTime = school): string | null {
  const found = windowsOfTerm(of, at, bankHolidays).find(
    (each) => each.week === week && each.window === window,
  );
  if (found === undefined) throw new Error(`no ${week} ${window} in ${of.name}`);
  return found.reason;
}

describe('spring 2027 on the typical calendar', () => {
  const weeks = termWeeks(spring, [school], bankHolidays);

  test('has 11 school weeks, without the half-term', () => {
    expect(weeks).toHaveLength(11);
    expect(weeks[0]).toBe('2027-01-04');
    expect(weeks.at(-1)).toBe('2027-03-22');
    expect(weeks).not.toContain('2027-02-15');
  });

  test('has 21 windows in which the school can be reviewed, and 20 after the training day', () => {
    const usable = usableWindows(spring, school, bankHolidays);
    const closed = closedWindows(weeks, bankHolidays, training);
    const open = usable.filter(
      (slot) => !closed.some(({ week, window }) => week === slot.week && window === slot.window),
    );
    expect([usable.length, open.length]).toEqual([21, 20]);
  });

  test('Good Friday leaves its week Monday to Wednesday', () => {
    expect(reason(spring, '2027-03-22', 'MON_WED')).toBeNull();
    expect(reason(spring, '2027-03-22', 'WED_FRI')).toBe('Good Friday, 26 March 2027');
  });

  test('half-term is no school week, with the days that are lost', () => {
    expect(reason(spring, '2027-02-15', 'MON_WED')).toBe('School holiday, 15 to 17 February 2027');
  });
});

test('training and bank holidays close windows for everybody', () => {
  const weeks = ['2026-09-21', '2026-09-28', '2027-01-04', '2027-03-22', '2027-05-03'];
  expect(closedWindows(weeks, bankHolidays, training)).toEqual([
    {
      week: '2026-09-21',
      window: 'WED_FRI',
      reason: 'Training day, 24 September 2026 (in person)',
    },
    { week: '2027-01-04', window: 'WED_FRI', reason: 'Training day, 7 January 2027 (online)' },
    { week: '2027-03-22', window: 'WED_FRI', reason: 'Good Friday, 26 March 2027' },
    { week: '2027-05-03', window: 'MON_WED', reason: 'Early May bank holiday, 3 May 2027' },
  ]);
});

test('a Wednesday closes both windows, and two reasons for one day are both said', () => {
  const boxingDay: TrainingDay[] = [{ date: '2029-12-26', title: 'Training day', mode: 'ONLINE' }];
  expect(closedWindows(['2029-12-24'], bankHolidays, boxingDay)).toEqual([
    { week: '2029-12-24', window: 'MON_WED', reason: 'Christmas Day, 25 December 2029' },
    ...['MON_WED', 'WED_FRI'].flatMap((window) => [
      { week: '2029-12-24', window, reason: 'Boxing Day, 26 December 2029' },
      { week: '2029-12-24', window, reason: 'Training day, 26 December 2029 (online)' },
    ]),
  ]);
});

test('the early May bank holiday leaves its week Wednesday to Friday', () => {
  expect(reason(summer, '2027-05-03', 'MON_WED')).toBe('Early May bank holiday, 3 May 2027');
  expect(reason(summer, '2027-05-03', 'WED_FRI')).toBeNull();
});

test('a week that straddles the start or end of a term keeps the window inside it', () => {
  expect(reason(autumn, '2026-08-31', 'MON_WED')).toBe('Summer bank holiday, 31 August 2026');
  expect(reason(autumn, '2026-08-31', 'WED_FRI')).toBeNull();
  expect(reason(summer, '2027-07-19', 'MON_WED')).toBeNull();
  expect(reason(summer, '2027-07-19', 'WED_FRI')).toBe('School holiday, 22 to 23 July 2027');
  expect(termWeeks(autumn, [school], bankHolidays)).toHaveLength(15);
  expect(termWeeks(summer, [school], bankHolidays)).toHaveLength(14);
});

test('a bank holiday beside the half-term is said with it', () => {
  expect(reason(summer, '2027-05-31', 'MON_WED')).toBe(
    'Spring bank holiday, 31 May 2027; School holiday, 1 to 2 June 2027',
  );
});

describe('a calendar that differs from the programme’s', () => {
  const worcester: SchoolTime = {
    calendar: calendar('worcestershire-blessed-edward'),
    closures: [],
  };
  const kent: SchoolTime = { calendar: calendar('typical-two-week-october'), closures: [] };

  test('does not reach outside the programme’s term', () => {
    const early = { ...summer, startsOn: '2027-04-09' };
    expect(reason(early, '2027-04-05', 'WED_FRI', worcester)).toContain('7 April 2027');
    expect(reason(early, '2027-04-05', 'WED_FRI', worcester)).toContain(
      'Outside the programme’s term, 8 April 2027',
    );
  });

  test('gives the term a week that no other school has', () => {
    const earlyBreak = {
      ...typical,
      halfTerms: [{ startsOn: '2027-02-15', endsOn: '2027-02-19' }],
    };
    const weeks = termWeeks(spring, [school, { calendar: earlyBreak, closures: [] }], bankHolidays);
    expect(weeks).toHaveLength(12);
    expect(weeks).toEqual([...weeks].sort());
    expect(weeks).toContain('2027-02-15');
  });

  test('takes a week away from that school alone', () => {
    expect(reason(autumn, '2026-10-19', 'MON_WED', kent)).toBe(
      'School holiday, 19 to 21 October 2026',
    );
    expect(termWeeks(autumn, [kent, school], bankHolidays)).toContain('2026-10-19');
    expect(termWeeks(autumn, [kent], bankHolidays)).not.toContain('2026-10-19');
  });

  test('loses the windows that hold a pupil-free day', () => {
    const medway: SchoolTime = { calendar: calendar('kirklees-kayes'), closures: [] };
    expect(reason(autumn, '2026-11-30', 'WED_FRI', medway)).toBe('Pupil-free day, 4 December 2026');
    expect(reason(autumn, '2026-11-30', 'MON_WED', medway)).toBeNull();
  });
});

test('a closure takes exactly the windows that hold one of its days', () => {
  const closed: SchoolTime = {
    calendar: typical,
    closures: [{ from: '2027-01-21', to: '2027-01-25', reason: 'Boiler replaced' }],
  };
  expect(reason(spring, '2027-01-18', 'MON_WED', closed)).toBeNull();
  expect(reason(spring, '2027-01-18', 'WED_FRI', closed)).toBe(
    'Boiler replaced, 21 to 22 January 2027',
  );
  expect(reason(spring, '2027-01-25', 'MON_WED', closed)).toBe('Boiler replaced, 25 January 2027');
  expect(reason(spring, '2027-01-25', 'WED_FRI', closed)).toBeNull();
  // The first school of a calendar is closed that week; the next one of the same calendar is not.
  const allClosed = {
    ...closed,
    closures: [{ from: '2027-01-18', to: '2027-01-22', reason: 'Flood' }],
  };
  expect(termWeeks(spring, [allClosed], bankHolidays)).toHaveLength(10);
  expect(termWeeks(spring, [allClosed, school], bankHolidays)).toHaveLength(11);
});

test('a calendar without dates for the term says so instead of calling it a holiday', () => {
  const next = term('spring-2028', 'Spring 2028', '2028-01-04', '2028-04-07');
  expect(reason(next, '2028-01-10', 'MON_WED')).toBe(
    'No term dates are known for Spring 2028 in the calendar “Typical English calendar”',
  );
});

test.each(['2027', '2028', '2029'])(
  'no school day of %s is a week-end or a bank holiday',
  (year) => {
    const always = { ...typical, halfTerms: [{ startsOn: '2026-01-01', endsOn: '2029-12-31' }] };
    const all = { id: year, startsOn: `${year}-01-01`, endsOn: `${year}-12-31` };
    const days = schoolDays(always, all, [], bankHolidays);
    const holidays = [...bankHolidays.keys()].filter((date) => date.startsWith(year));
    expect(holidays).toHaveLength(8);
    expect(holidays.filter((date) => days.has(date))).toEqual([]);
    const weekdays = [...days].map((date) => new Date(date).getUTCDay());
    expect(weekdays.filter((weekday) => weekday === 0 || weekday === 6)).toEqual([]);
    expect(days.size).toBe({ '2027': 261, '2028': 260, '2029': 261 }[year]! - 8);
  },
);

test('every bank holiday of 2026 to 2029 shuts exactly the windows that hold it', () => {
  const always = { ...typical, halfTerms: [{ startsOn: '2026-01-01', endsOn: '2029-12-31' }] };
  const whole = term('spring-2027', 'All', '2026-01-05', '2029-12-31');
  const shut = windowsOfTerm(whole, { calendar: always, closures: [] }, bankHolidays)
    .filter(({ reason: why }) => why !== null && !why.includes('School holiday'))
    .map(({ week, window }) => `${week} ${window}`);
  const weeks = [...new Set(windowsOfTerm(whole, school, bankHolidays).map(({ week }) => week))];
  const closed = closedWindows(weeks, bankHolidays, []).map(
    ({ week, window }) => `${week} ${window}`,
  );
  expect(new Set(shut)).toEqual(new Set(closed));
  expect(shut.length).toBeGreaterThan(25);
});
