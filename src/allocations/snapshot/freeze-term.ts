import type { EntityManager } from 'typeorm';
import { currentAnswers } from '../../availability/stored-answers.js';
import { currentWaivers } from '../../availability/stored-waivers.js';
import { termById, termsOf, yearById } from '../../calendar/academic-years.js';
import { bankHolidays, schoolCalendars } from '../../calendar/school-calendars.js';
import { trainingDays } from '../../calendar/training-days.js';
import { closedWindows, termWeeks } from '../../calendar/usable-windows.js';
import { Refusal } from '../../platform/problems/refusal.js';
import { type Settings, settingsOn } from '../../settings/settings.js';
import { type Policy, type Problem } from '../../solver/problem.js';
import { buildProblem } from './build-problem.js';
import { loadPeople } from './load-people.js';
import { loadMembers, loadReviews, loadSchoolLinks, loadSeats } from './load-reviews.js';
import { peopleInput } from './people-input.js';
import { reviewsInput, seatsInput, unconfirmedLater } from './reviews-input.js';
import { conflictSchools } from './school-families.js';
import { schoolTimes, tellingTimes, type TermFacts } from './term-facts.js';
import { type SnapshotContext, type SnapshotInput } from './snapshot-input.js';

export interface FreezeOptions {
  /** Name of a policy preset; left out: the one that settings name as the default. */
  policy?: string | undefined;
  /** Civil date, from the Clock. */
  today: string;
}

export interface SnapshotOptions extends FreezeOptions {
  /** Whether reviews that have no term yet are looked at as if they were of this one. */
  reviewsWithoutTerm?: boolean;
}

/**
 * The problem of a term as everything stands today, and beside it the names and what was left out.
 * Settings are those of the first day that can still be allocated: a rule that was changed from the
 * term's start on holds in it. The same database and day give the same problem, byte for byte once it is written. Give a
 * transaction of one snapshot (`REPEATABLE READ`), so that no change falls between two statements.
 *
 * @throws Refusal when the term or the policy is unknown, or the term has no school week
 */
export async function freezeTerm(
  manager: EntityManager,
  termId: string,
  options: FreezeOptions,
): Promise<{ problem: Problem; context: SnapshotContext; policyName: string }> {
  const { input, policyName } = await loadSnapshot(manager, termId, options);
  return { ...(await buildProblem(input)), policyName };
}

/**
 * What the registers say about a term, loaded and derived, before it becomes a problem.
 *
 * @throws Refusal as `freezeTerm`
 */
export async function loadSnapshot(
  manager: EntityManager,
  termId: string,
  options: SnapshotOptions,
): Promise<{ input: SnapshotInput; policyName: string }> {
  const { today } = options;
  const { startsOn } = await termById(manager, termId);
  const asOf = today > startsOn ? today : startsOn;
  const settings = await settingsOn(manager, asOf);
  const policyName = options.policy ?? settings.policies.defaultName;
  const policy = policyNamed(settings, policyName);
  const facts = await loadTerm(manager, termId, { today, asOf }, settings);
  const stored = await loadReviews(manager, termId, today);
  const reviews = options.reviewsWithoutTerm
    ? stored.map((review) => ({ ...review, termId: review.termId ?? termId }))
    : stored;
  const seats = await loadSeats(manager);
  const people = await loadPeople(manager);
  const schools = conflictSchools(await loadSchoolLinks(manager));
  const round = await roundOf(manager, termId);
  const answers = round === undefined ? [] : await currentAnswers(manager, round);
  const waivers = round === undefined ? [] : await currentWaivers(manager, round);
  const inTerm = reviewsInput(reviews, facts, settings);
  const input: SnapshotInput = {
    name: facts.term.name,
    today,
    weeks: facts.weeks,
    closed: facts.closed,
    people: await peopleInput(people, { facts, settings, schools, seats, answers, waivers }),
    reviews: inTerm,
    seats: seatsInput(seats, facts),
    yearAhead: { unconfirmedInLaterTerms: unconfirmedLater(reviews, seats, facts) },
    limits: { rest: settings.rest, termCap: settings.termCap },
    policy,
  };
  return { input, policyName };
}

function policyNamed({ policies }: Settings, name: string): Policy {
  const policy = policies.byName[name];
  if (policy === undefined) {
    const known = Object.keys(policies.byName).join(', ');
    throw new Refusal('UNKNOWN_POLICY', `There is no policy “${name}”. Choose one of: ${known}.`);
  }
  return policy;
}

async function loadTerm(
  manager: EntityManager,
  termId: string,
  { today, asOf }: { today: string; asOf: string },
  settings: Settings,
): Promise<TermFacts> {
  const term = await termById(manager, termId);
  const year = await yearById(manager, term.academicYear);
  const terms = await termsOf(manager, term.academicYear);
  const holidays = await bankHolidays(manager);
  const calendars = await schoolCalendars(manager);
  const training = await trainingDays(manager, { from: year.startsOn, to: year.endsOn });
  const timeOf = schoolTimes(calendars, settings.calendar.defaultCalendarId);
  const members = await loadMembers(manager, year.startsOn, year.endsOn);
  const times = tellingTimes(members.map(timeOf));
  const some = times.length > 0 ? times : [timeOf({ calendarId: null, closures: [] })];
  const weeksByTerm = new Map(terms.map((each) => [each.id, termWeeks(each, some, holidays)]));
  const weeks = weeksByTerm.get(termId) ?? [];
  if (weeks.length === 0) {
    throw new Refusal(
      'TERM_WITHOUT_WEEKS',
      `${term.name} has no week in which a school could be reviewed. Check the term’s dates and the school calendars.`,
    );
  }
  return {
    term,
    year,
    laterTerms: new Set(terms.filter((t) => t.startsOn > term.startsOn).map(({ id }) => id)),
    earlierTerms: new Set(terms.filter((t) => t.startsOn < term.startsOn).map(({ id }) => id)),
    weeks,
    weeksOfYear: [...new Set([...weeksByTerm.values()].flat())].sort(),
    closed: closedWindows(weeks, holidays, training),
    trainingDays: training.map(({ date }) => date),
    holidays,
    timeOf,
    today,
    asOf,
  };
}

async function roundOf(manager: EntityManager, termId: string): Promise<string | undefined> {
  const [round] = await manager.query<{ id: string }[]>(
    'SELECT id FROM availability_round WHERE term_id = $1',
    [termId],
  );
  return round?.id;
}
