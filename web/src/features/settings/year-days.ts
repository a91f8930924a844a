import type { YearCalendar } from '../../api/calendar';

export type Day = YearCalendar['days'][number];

export interface Month {
  /** Such as `2026-09`. */
  readonly id: string;
  readonly name: string;
  /** Weeks from Monday on; days of other months are left out. */
  readonly weeks: readonly (readonly (Day | undefined)[])[];
}

const names = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** The days of a year by month and week, as they stand on a wall calendar. */
export function monthsOf(days: readonly Day[]): Month[] {
  const byMonth = new Map<string, Day[]>();
  for (const day of days) {
    const month = day.date.slice(0, 7);
    byMonth.set(month, [...(byMonth.get(month) ?? []), day]);
  }
  return [...byMonth].map(([id, ofMonth]) => ({
    id,
    name: names.format(new Date(`${id}-01T00:00:00Z`)),
    weeks: weeksOf(ofMonth),
  }));
}

function weeksOf(days: readonly Day[]): (Day | undefined)[][] {
  const weeks: (Day | undefined)[][] = [];
  for (const day of days) {
    const place = placeInWeek(day.date);
    if (place === 0 || weeks.length === 0) weeks.push(Array<undefined>(7).fill(undefined));
    const week = weeks.at(-1);
    if (week !== undefined) week[place] = day;
  }
  return weeks;
}

/** Monday is 0. */
function placeInWeek(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}

export interface SchoolWeek {
  readonly monday: string;
  /** Monday to Friday; those before the year begins and after it ends are left out. */
  readonly days: readonly Day[];
}

/** The weeks of a year without their weekends. */
export function schoolWeeks(days: readonly Day[]): SchoolWeek[] {
  const weeks: { monday: string; days: Day[] }[] = [];
  for (const day of days) {
    const place = placeInWeek(day.date);
    if (place > 4) continue;
    if (place === 0 || weeks.length === 0) weeks.push({ monday: day.date, days: [] });
    weeks.at(-1)?.days.push(day);
  }
  return weeks;
}
