import { weeksOverlapping, type CivilDate } from './civil-date.js';
import {
  lostDaysInWords,
  whyNotASchoolDay,
  type BankHolidays,
  type Closure,
  type HalfTerm,
  type SchoolCalendar,
} from './school-days.js';
import { WINDOWS, windowDays, type Slot } from './slots.js';
import { dateInWords } from './words.js';

/** A term of the programme: its own dates, which need not be those of a school. */
export interface Term {
  /** Such as `spring-2027`. */
  id: string;
  academicYear: string;
  season: Season;
  /** Such as "Spring 2027". */
  name: string;
  startsOn: CivilDate;
  endsOn: CivilDate;
}

export const SEASONS = ['AUTUMN', 'SPRING', 'SUMMER'] as const;
export type Season = (typeof SEASONS)[number];

/** When pupils of one school are in: its calendar and what it declared itself. */
export interface SchoolTime {
  calendar: SchoolCalendar;
  closures: readonly Closure[];
}

export interface TermWindow extends Slot {
  /** Why the school cannot be reviewed then, such as "Good Friday, 26 March 2027"; null: usable. */
  reason: string | null;
}

export interface TrainingDay {
  date: CivilDate;
  title: string;
  mode: 'IN_PERSON' | 'ONLINE';
}

/** A window in which nobody can be on a review, and why. */
export interface ClosedWindow extends Slot {
  reason: string;
}

/**
 * Every window of every week that the term touches, in order, each usable for the school or with the
 * reason why not. It is usable when all three days lie in the term and are school days there; blocks
 * of reviewers (training days) are no matter of the school. docs/domain.md, "Time".
 */
export function windowsOfTerm(
  term: Term,
  school: SchoolTime,
  bankHolidays: BankHolidays,
): TermWindow[] {
  return slotsOf(term).map((slot) => ({
    ...slot,
    reason: whyUnusable(slot, term, school, bankHolidays),
  }));
}

/** The windows of the term in which the school can be reviewed. */
export function usableWindows(term: Term, school: SchoolTime, bankHolidays: BankHolidays): Slot[] {
  return windowsOfTerm(term, school, bankHolidays)
    .filter(({ reason }) => reason === null)
    .map(({ week, window }) => ({ week, window }));
}

/**
 * The school weeks of a term, ascending: those in which some of the schools has a usable window.
 * Give the member schools, or where there are none yet one school on the default calendar.
 */
export function termWeeks(
  term: Term,
  schools: Iterable<SchoolTime>,
  bankHolidays: BankHolidays,
): CivilDate[] {
  const waiting = new Set(weeksOverlapping(range(term)));
  const found: CivilDate[] = [];
  const seen = new Set<SchoolCalendar>();
  for (const school of schools) {
    if (waiting.size === 0) break;
    // Closures only take windows away: one school without any shows all that its calendar has.
    if (seen.has(school.calendar)) continue;
    if (school.closures.length === 0) seen.add(school.calendar);
    for (const { week } of usableWindows(term, school, bankHolidays)) {
      if (waiting.delete(week)) found.push(week);
    }
  }
  return found.sort();
}

/**
 * The windows of these weeks that are closed for everybody: one row for each bank holiday and each
 * training day that falls into one. docs/problem-format.md, `closed`.
 */
export function closedWindows(
  weeks: readonly CivilDate[],
  bankHolidays: BankHolidays,
  trainingDays: readonly TrainingDay[],
): ClosedWindow[] {
  const reasons = new Map<CivilDate, string[]>();
  for (const [date, title] of bankHolidays) reasons.set(date, [`${title}, ${dateInWords(date)}`]);
  for (const { date, title, mode } of trainingDays) {
    const where = mode === 'ONLINE' ? 'online' : 'in person';
    const others = reasons.get(date) ?? [];
    reasons.set(date, [...others, `${title}, ${dateInWords(date)} (${where})`]);
  }
  return weeks.flatMap((week) =>
    WINDOWS.flatMap((window) =>
      windowDays(week, window)
        .flatMap((date) => reasons.get(date) ?? [])
        .map((reason) => ({ week, window, reason })),
    ),
  );
}

function slotsOf(term: Term): Slot[] {
  return weeksOverlapping(range(term)).flatMap((week) =>
    WINDOWS.map((window) => ({ week, window })),
  );
}

function whyUnusable(
  slot: Slot,
  term: Term,
  school: SchoolTime,
  bankHolidays: BankHolidays,
): string | null {
  if (!school.calendar.halfTerms.some((half) => touches(half, term))) {
    return `No term dates are known for ${term.name} in the calendar “${school.calendar.name}”`;
  }
  const lost = windowDays(slot.week, slot.window).flatMap((date) => {
    const notASchoolDay = whyNotASchoolDay(date, school.calendar, school.closures, bankHolidays);
    const why = notASchoolDay ?? (isIn(date, term) ? null : `Outside the programme’s term`);
    return why === null ? [] : [{ date, why }];
  });
  return lost.length === 0 ? null : lostDaysInWords(lost);
}

function range(term: Term): { from: CivilDate; to: CivilDate } {
  return { from: term.startsOn, to: term.endsOn };
}

function isIn(date: CivilDate, term: Term): boolean {
  return term.startsOn <= date && date <= term.endsOn;
}

function touches(half: HalfTerm, term: Term): boolean {
  return half.startsOn <= term.endsOn && term.startsOn <= half.endsOn;
}
