import { datesIn, weekday, type CivilDate, type DayRange } from './civil-date.js';
import { periodInWords } from './words.js';

/** First and last day of an academic year or a term of the programme, both inclusive. */
export interface AcademicYear {
  /** Such as `2026/27`. */
  id: string;
  startsOn: CivilDate;
  endsOn: CivilDate;
}

export interface HalfTerm {
  startsOn: CivilDate;
  endsOn: CivilDate;
}

/** The term dates a school follows; they differ by authority and trust. */
export interface SchoolCalendar {
  id: string;
  name: string;
  halfTerms: readonly HalfTerm[];
  /** Pupil-free days inside the half-terms. */
  insetDays: ReadonlySet<CivilDate>;
}

/** Days on which a school declared itself closed. */
export interface Closure extends DayRange {
  reason: string;
}

/** Titles of the bank holidays of England and Wales by date. */
export type BankHolidays = ReadonlyMap<CivilDate, string>;

/**
 * The days of an academic year on which pupils are in school: in a half-term of the calendar, Monday
 * to Friday, and no bank holiday, pupil-free day or closure. docs/domain.md, "Time", Review window.
 */
export function schoolDays(
  calendar: SchoolCalendar,
  year: AcademicYear,
  closures: readonly Closure[],
  bankHolidays: BankHolidays,
): Set<CivilDate> {
  const dates = datesIn({ from: year.startsOn, to: year.endsOn });
  return new Set(
    dates.filter((date) => whyNotASchoolDay(date, calendar, closures, bankHolidays) === null),
  );
}

/** Why pupils are not in school that day, in two or three words; null when they are. */
export function whyNotASchoolDay(
  date: CivilDate,
  calendar: SchoolCalendar,
  closures: readonly Closure[],
  bankHolidays: BankHolidays,
): string | null {
  const bankHoliday = bankHolidays.get(date);
  if (bankHoliday !== undefined) return bankHoliday;
  if (weekday(date) > 5) return 'Weekend';
  const inTerm = calendar.halfTerms.some((half) => half.startsOn <= date && date <= half.endsOn);
  if (!inTerm) return 'School holiday';
  const closure = closures.find((period) => period.from <= date && date <= period.to);
  if (closure !== undefined) return closure.reason;
  return calendar.insetDays.has(date) ? 'Pupil-free day' : null;
}

/**
 * Days and why each is lost, as one sentence part: "Spring bank holiday, 31 May 2027; School
 * holiday, 1 to 2 June 2027". Neighbouring days with one reason are said together.
 */
export function lostDaysInWords(lost: readonly { date: CivilDate; why: string }[]): string {
  const groups: { from: CivilDate; to: CivilDate; why: string }[] = [];
  for (const { date, why } of lost) {
    const last = groups.at(-1);
    if (last?.why === why) last.to = date;
    else groups.push({ from: date, to: date, why });
  }
  return groups.map(({ from, to, why }) => `${why}, ${periodInWords(from, to)}`).join('; ');
}
