import type { EntityManager } from 'typeorm';
import { termsOf, yearById, type StoredTerm } from '../calendar/academic-years.js';
import { datesIn, mondayOf, weekday, type CivilDate } from '../calendar/civil-date.js';
import {
  bankHolidays,
  calendarVersion,
  schoolCalendars,
  type StoredSchoolCalendar,
} from '../calendar/school-calendars.js';
import type { AcademicYear, BankHolidays } from '../calendar/school-days.js';
import { trainingDays } from '../calendar/training-days.js';
import type { TrainingDay } from '../calendar/usable-windows.js';
import { periodInWords, slotInWords, weekdayInWords, weekdaysInWords } from '../calendar/words.js';
import { Refusal } from '../platform/problems/refusal.js';
import { settingsOn } from '../settings/settings.js';
import { closuresWithin, type SchoolClosure } from './closures.js';
import { termCalendar } from './term-calendar.js';
import type { YearCalendarView } from './year-calendar.schema.js';

/** What the days of a year are worked out from. */
interface YearFacts {
  year: AcademicYear;
  calendar: StoredSchoolCalendar;
  holidays: BankHolidays;
  training: readonly TrainingDay[];
  closures: readonly SchoolClosure[];
  terms: YearCalendarView['terms'];
}

/**
 * An academic year day by day, as one school calendar has it, with the programme's terms, training days and what schools
 * declared.
 *
 * @throws Refusal when there is no such year or calendar
 */
export async function yearCalendar(
  manager: EntityManager,
  yearId: string,
  today: CivilDate,
  calendarId?: string,
): Promise<YearCalendarView> {
  const year = await yearById(manager, yearId);
  const usual = (await settingsOn(manager, today)).calendar.defaultCalendarId;
  const calendar = (await schoolCalendars(manager)).get(calendarId ?? usual);
  if (calendar === undefined) {
    throw new Refusal('NOT_FOUND', `There is no school calendar ${calendarId ?? usual}.`);
  }
  const terms = [];
  for (const term of await termsOf(manager, yearId)) terms.push(await termOf(manager, term, today));
  const facts: YearFacts = {
    year,
    calendar,
    holidays: await bankHolidays(manager),
    training: await trainingDays(manager, { from: year.startsOn, to: year.endsOn }),
    closures: await closuresWithin(manager, { from: year.startsOn, to: year.endsOn }),
    terms,
  };
  const isDefault = calendar.id === usual;
  return {
    academicYear: year.id,
    startsOn: year.startsOn,
    endsOn: year.endsOn,
    inWords: periodInWords(year.startsOn, year.endsOn),
    calendar: {
      id: calendar.id,
      name: calendar.name,
      source: calendar.source,
      version: await calendarVersion(manager, calendar.id),
      schools: await followers(manager, calendar.id, isDefault),
      isDefault,
    },
    ...listsOf(facts),
    days: daysOf(facts),
  };
}

async function termOf(
  manager: EntityManager,
  term: StoredTerm,
  today: CivilDate,
): Promise<YearCalendarView['terms'][number]> {
  const { weeks, closed } = await termCalendar(manager, term.id);
  const shut = new Set(closed.map(({ week, window }) => `${week} ${window}`)).size;
  const windows = 2 * weeks.length - shut;
  const { id, name, season, startsOn, endsOn, version } = term;
  return {
    id,
    name,
    season,
    startsOn,
    endsOn,
    version,
    inWords: weekdaysInWords(startsOn, endsOn),
    standing: endsOn < today ? 'PAST' : startsOn <= today ? 'UNDER_WAY' : 'AHEAD',
    weeks: [...weeks],
    weeksInWords: `${weeks.length} review ${weeks.length === 1 ? 'week' : 'weeks'}, ${windows} windows`,
    closed: closed.map(({ week, window, reason }) => ({
      week,
      inWords: slotInWords(week, window),
      reason,
    })),
  };
}

async function followers(manager: EntityManager, id: string, isDefault: boolean): Promise<number> {
  const rows: { count: number }[] = await manager.query(
    `SELECT count(*)::int AS count FROM school
     WHERE removed_at IS NULL AND (calendar_id = $1 OR ($2 AND calendar_id IS NULL))`,
    [id, isDefault],
  );
  return rows[0]?.count ?? 0;
}

function listsOf({
  year,
  calendar,
  holidays,
  training,
  closures,
  terms,
}: YearFacts): Pick<
  YearCalendarView,
  'terms' | 'halfTerms' | 'insetDays' | 'bankHolidays' | 'trainingDays' | 'closures'
> {
  const isWithin = (date: CivilDate): boolean => year.startsOn <= date && date <= year.endsOn;
  return {
    terms,
    halfTerms: calendar.halfTerms
      .filter(({ academicYear }) => academicYear === year.id)
      .map(({ number, name, startsOn, endsOn }) => ({
        number,
        name,
        startsOn,
        endsOn,
        inWords: weekdaysInWords(startsOn, endsOn),
      })),
    insetDays: [...calendar.insetDays].filter(isWithin).map(inWordsOf),
    bankHolidays: [...holidays]
      .filter(([date]) => isWithin(date))
      .map(([date, title]) => ({ ...inWordsOf(date), title })),
    trainingDays: training.map(({ date, title, mode }) => ({
      ...inWordsOf(date),
      title,
      mode,
      modeInWords: mode === 'ONLINE' ? 'online' : 'in person',
    })),
    closures: closures.map((closure) => ({
      ...closure,
      inWords: periodInWords(closure.from, closure.to),
    })),
  };
}

function inWordsOf(date: CivilDate): { date: CivilDate; inWords: string } {
  return { date, inWords: weekdayInWords(date) };
}

function daysOf(facts: YearFacts): YearCalendarView['days'] {
  const reviewWeeks = new Set(facts.terms.flatMap(({ weeks }) => weeks));
  const training = new Map(facts.training.map(({ date, title }) => [date, title]));
  return datesIn({ from: facts.year.startsOn, to: facts.year.endsOn }).map((date) => {
    const { is, words } = kindOfDay(date, facts);
    const closures = facts.closures.filter(({ from, to }) => from <= date && date <= to).length;
    const title = training.get(date);
    const said = [
      words,
      ...(title === undefined ? [] : [`training day: ${title}`]),
      ...(closures === 0 ? [] : [`${closures} ${closures === 1 ? 'school' : 'schools'} closed`]),
    ];
    const term = facts.terms.find(({ startsOn, endsOn }) => startsOn <= date && date <= endsOn);
    return {
      date,
      is,
      term: term?.id ?? null,
      isReviewWeek: weekday(date) <= 5 && term !== undefined && reviewWeeks.has(mondayOf(date)),
      isTrainingDay: title !== undefined,
      closures,
      inWords: `${weekdayInWords(date)}: ${said.join(', ')}`,
    };
  });
}

function kindOfDay(
  date: CivilDate,
  { calendar, holidays }: YearFacts,
): { is: YearCalendarView['days'][number]['is']; words: string } {
  const holiday = holidays.get(date);
  if (holiday !== undefined) return { is: 'BANK_HOLIDAY', words: holiday };
  if (weekday(date) > 5) return { is: 'WEEKEND', words: 'weekend' };
  const isIn = calendar.halfTerms.some((half) => half.startsOn <= date && date <= half.endsOn);
  if (!isIn) return { is: 'HOLIDAY', words: 'school holiday' };
  if (calendar.insetDays.has(date)) return { is: 'INSET', words: 'pupil-free day' };
  return { is: 'SCHOOL_DAY', words: 'school day' };
}
