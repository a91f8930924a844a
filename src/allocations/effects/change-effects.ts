import type { EntityManager } from 'typeorm';
import { termById, termsOf, yearById, type StoredTerm } from '../../calendar/academic-years.js';
import { datesIn, weekday, type CivilDate } from '../../calendar/civil-date.js';
import { schoolCalendars } from '../../calendar/school-calendars.js';
import type { HalfTerm } from '../../calendar/school-days.js';
import type { Window } from '../../calendar/slots.js';
import { dateInWords, slotInWords } from '../../calendar/words.js';
import { lastDayBeforeLater } from '../../settings/settings.js';
import { counted } from '../summary/phrases.js';
import type { ChangeEffect, ChangeToBeMade } from './change-effects.schema.js';

/** What a change touches, before it is put in words. */
interface Touched {
  terms: StoredTerm[];
  /** Days on which reviews could be and can no longer. */
  lost: CivilDate[];
  /** Days on which reviews can be and could not before. */
  won: CivilDate[];
  /** Of these schools only; null: of all. */
  calendar: string | null;
}

/** Settings that no plan depends on. */
const WITHOUT_PLANS = new Set(['cancellation', 'checksDue', 'fees', 'visitingTeam', 'travel']);

/** At most so many are named; more are counted. */
const NAMED = 4;

/**
 * What a change would affect of terms that are under way or planned already.
 *
 * @throws Refusal when it is about a term or year that is not there
 */
export async function changeEffect(
  manager: EntityManager,
  change: ChangeToBeMade,
  today: CivilDate,
): Promise<ChangeEffect> {
  const touched = await touchedBy(manager, change, today);
  const words = await untilLater(manager, change, today);
  let isUnderWay = words.length > 0;
  for (const term of touched.terms) {
    const sentence = await standingOf(manager, term, today);
    if (sentence === undefined) continue;
    isUnderWay = true;
    words.push(sentence);
  }
  if (!isUnderWay) return { isUnderWay, words };
  const days = touched.lost.filter((date) => date >= today);
  return { isUnderWay, words: [...words, ...(await lossesIn(manager, touched, days))] };
}

/** What is set for later stays, which whoever changes what holds until then should know. */
async function untilLater(
  manager: EntityManager,
  change: ChangeToBeMade,
  today: CivilDate,
): Promise<string[]> {
  if (change.kind !== 'SETTING') return [];
  const last = await lastDayBeforeLater(manager, change.key, change.from ?? today, today);
  return last === null
    ? []
    : [`It holds until ${dateInWords(last)}: what is set for later stays as it is.`];
}

async function touchedBy(
  manager: EntityManager,
  change: ChangeToBeMade,
  today: CivilDate,
): Promise<Touched> {
  const terms = await termsOf(manager);
  const none = { lost: [], won: [], calendar: null };
  switch (change.kind) {
    case 'TERM_DATES': {
      const term = await termById(manager, change.term);
      const before = schoolDaysIn(term);
      const after = schoolDaysIn(change);
      return { ...none, terms: [term], ...difference(before, after) };
    }
    case 'TRAINING_DAY_ADDED':
      return { ...none, terms: terms.filter(holds(change.date)), lost: [change.date] };
    case 'TRAINING_DAY_REMOVED':
      return { ...none, terms: terms.filter(holds(change.date)), won: [change.date] };
    case 'SETTING': {
      if (WITHOUT_PLANS.has(change.key)) return { ...none, terms: [] };
      const from = change.from ?? today;
      return { ...none, terms: terms.filter(({ endsOn }) => endsOn >= from) };
    }
    case 'SCHOOL_CALENDAR': {
      await yearById(manager, change.year);
      const stored = (await schoolCalendars(manager)).get(change.calendar);
      const ofYear = stored?.halfTerms.filter(({ academicYear }) => academicYear === change.year);
      const inset = new Set(change.insetDays);
      const { lost, won } = difference(
        (ofYear ?? []).flatMap(schoolDaysIn).filter((date) => stored?.insetDays.has(date) !== true),
        change.halfTerms.flatMap(schoolDaysIn).filter((date) => !inset.has(date)),
      );
      const changed = [...lost, ...won];
      return {
        terms: terms.filter((term) => changed.some((date) => holds(date)(term))),
        lost,
        won,
        calendar: change.calendar,
      };
    }
  }
}

function schoolDaysIn({ startsOn, endsOn }: HalfTerm): CivilDate[] {
  if (endsOn < startsOn) return [];
  return datesIn({ from: startsOn, to: endsOn }).filter((date) => weekday(date) <= 5);
}

function difference(
  before: readonly CivilDate[],
  after: readonly CivilDate[],
): Pick<Touched, 'lost' | 'won'> {
  const [was, is] = [new Set(before), new Set(after)];
  return {
    lost: before.filter((date) => !is.has(date)),
    won: after.filter((date) => !was.has(date)),
  };
}

function holds(date: CivilDate): (term: StoredTerm) => boolean {
  return ({ startsOn, endsOn }) => startsOn <= date && date <= endsOn;
}

/** Undefined where nothing is under way or planned yet. */
async function standingOf(
  manager: EntityManager,
  { id, name, startsOn, endsOn }: StoredTerm,
  today: CivilDate,
): Promise<string | undefined> {
  if (endsOn < today) return undefined;
  const [{ plans = 0, answers = 0 } = {}] = await manager.query<
    { plans: number; answers: number }[]
  >(
    `SELECT (SELECT count(*)::int FROM plan WHERE term_id = $1) AS plans,
            (SELECT count(*)::int FROM availability_answer a JOIN availability_round r ON r.id = a.round_id
             WHERE r.term_id = $1 AND a.superseded_at IS NULL) AS answers`,
    [id],
  );
  const isNow = startsOn <= today;
  if (!isNow && plans === 0 && answers === 0) return undefined;
  const parts = [
    ...(answers > 0
      ? [`${counted(answers, 'person has', 'people have')} sent their availability`]
      : []),
    ...(plans > 0 ? [`it has ${counted(plans, 'plan')}`] : []),
  ];
  const standing = `${name} is ${isNow ? 'under way' : 'being planned'}`;
  const stays = plans > 0 ? ' A plan stays as it is until the term is run again.' : '';
  return `${standing}${parts.length === 0 ? '' : `: ${parts.join(', and ')}`}.${stays}`;
}

interface LostSeat {
  lead: string;
  school: string;
  week: CivilDate;
  window: Window;
}

/** Seats and windows that lie in days that are lost. */
async function lossesIn(
  manager: EntityManager,
  { calendar, terms }: Touched,
  days: readonly CivilDate[],
): Promise<string[]> {
  if (days.length === 0) return [];
  const ids = terms.map(({ id }) => id);
  const follows = `($2::text IS NULL OR s.calendar_id = $2)`;
  const seats: LostSeat[] = await manager.query(
    `SELECT l.name AS lead, s.name AS school, t.week, t.review_window AS window
     FROM seat t JOIN review r ON r.id = t.review_id JOIN school s ON s.urn = r.urn
       JOIN lead_reviewer l ON l.id = t.lead_id
     WHERE t.is_open AND t.term_id = ANY ($3) AND ${follows}
       AND EXISTS (SELECT FROM unnest($1::date[]) AS d(day) WHERE t.days @> d.day)
     ORDER BY t.week, s.name`,
    [days, calendar, ids],
  );
  const [{ schools = 0 } = {}] = await manager.query<{ schools: number }[]>(
    `SELECT count(DISTINCT r.id)::int AS schools
     FROM host_window w JOIN host_answer a ON a.id = w.answer_id JOIN review r ON r.id = a.review_id
       JOIN school s ON s.urn = r.urn
     WHERE a.superseded_at IS NULL AND a.term_id = ANY ($3) AND ${follows}
       AND EXISTS (SELECT FROM unnest($1::date[]) AS d(day)
                   WHERE d.day BETWEEN w.week + CASE w.review_window WHEN 'MON_WED' THEN 0 ELSE 2 END
                                   AND w.week + CASE w.review_window WHEN 'MON_WED' THEN 2 ELSE 4 END)`,
    [days, calendar, ids],
  );
  return [
    ...(seats.length === 0
      ? []
      : [
          `${counted(seats.length, 'seat')} already given ${seats.length === 1 ? 'lies' : 'lie'} in days that would be lost: ${named(seats)}.`,
        ]),
    ...(schools === 0
      ? []
      : [
          `${counted(schools, 'school has', 'schools have')} named a window that would be lost: a run no longer uses it.`,
        ]),
  ];
}

function named(seats: readonly LostSeat[]): string {
  const told = seats
    .slice(0, NAMED)
    .map(({ lead, school, week, window }) => `${lead} at ${school}, ${slotInWords(week, window)}`);
  const left = seats.length - told.length;
  return `${told.join('; ')}${left > 0 ? `; and ${left} more` : ''}`;
}
