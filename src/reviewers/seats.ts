import { addDays, type CivilDate } from '../calendar/civil-date.js';
import { dateInWords } from '../calendar/words.js';
import { type Settings } from '../settings/settings.js';
import { holdsOn } from './dated.js';
import { gatesShutAllTerm, missedTrainingDays, shutSlots } from './gates.js';
import {
  ROLES,
  type InductionStage,
  type Role,
  type SeatFacts,
  type SeatTerm,
  type SeatsOfTerm,
  type Standing,
} from './seat-facts.js';

/**
 * Who may take which seat in a term: docs/domain.md, "Who may take which seat". Derived from dated facts,
 * never typed in.
 *
 * Roles hold for the whole term. They follow from what is so on the first day that can still be
 * allocated: the term's first day, or today once the term has begun. Somebody who is not active on
 * that day but becomes so within the term has the role from then on; the windows before are unavailable.
 */
export function seatsOf(
  facts: SeatFacts,
  term: SeatTerm,
  settings: Pick<Settings, 'experienced'>,
  today: CivilDate,
): SeatsOfTerm {
  const asOf = today > term.startsOn ? today : term.startsOn;
  const active = activeStanding(facts, term, asOf);
  const shared = [
    ...gatesShutAllTerm(facts, term),
    ...(active === null ? [inactive(facts, asOf)] : []),
  ];
  const own = active === null ? null : ownReasons(facts, term, settings, active, asOf, today);
  const refusals = ROLES.map((role) => ({ role, reasons: [...shared, ...(own?.[role] ?? [])] }));
  const roles = refusals.filter(({ reasons }) => reasons.length === 0).map(({ role }) => role);
  return {
    roles,
    isNew:
      roles.includes('LEAD') &&
      active === 'IN_INDUCTION' &&
      !isDone(facts, 'QUALITY_ASSURED_REVIEW', asOf),
    refusals: refusals.filter(({ reasons }) => reasons.length > 0),
    unavailable: shutSlots(facts, term, today),
  };
}

type Active = 'IN_POOL' | 'IN_INDUCTION';

/** The standing on the day; when that is none of the two, the first of them later in the term. */
function activeStanding(facts: SeatFacts, term: SeatTerm, asOf: CivilDate): Active | null {
  const candidates = facts.standings
    .filter(({ from, to }) => from <= term.endsOn && (to === null || to >= asOf))
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map(({ standing }) => standing);
  return candidates.find(isActive) ?? null;
}

function isActive(standing: Standing): standing is Active {
  return standing === 'IN_POOL' || standing === 'IN_INDUCTION';
}

const standingWords: Record<Standing, string> = {
  CANDIDATE: 'Still a candidate',
  OFFERED: 'Offered a place: references and enhanced DBS check outstanding',
  IN_INDUCTION: 'In induction',
  IN_POOL: 'In the pool',
  PAUSED: 'Paused',
  LEFT: 'Has left',
};

function inactive(facts: SeatFacts, asOf: CivilDate): string {
  const now = facts.standings.find((standing) => holdsOn(standing, asOf));
  return now === undefined
    ? `No standing is recorded on ${dateInWords(asOf)}`
    : `${standingWords[now.standing]} on ${dateInWords(asOf)}`;
}

/** For each seat, why this person may not take it, apart from what shuts every seat. */
function ownReasons(
  facts: SeatFacts,
  term: SeatTerm,
  settings: Pick<Settings, 'experienced'>,
  active: Active,
  asOf: CivilDate,
  today: CivilDate,
): Record<Role, string[]> {
  if (active === 'IN_POOL') {
    return {
      LEAD: [],
      QUALITY_ASSURER: notExperienced(facts, term, settings),
      SHADOW: ['Shadowing is for people in induction'],
    };
  }
  return {
    LEAD: inductionMissing(facts, term, asOf, today),
    QUALITY_ASSURER: ['In induction: only somebody experienced in the pool assures quality'],
    SHADOW: shadowRefused(facts, asOf),
  };
}

/** In the pool, enough reviews led in all, and long enough in the pool. */
function notExperienced(
  facts: SeatFacts,
  term: SeatTerm,
  { experienced }: Pick<Settings, 'experienced'>,
): string[] {
  const years = earlierYearsInPool(facts, term);
  return [
    ...(facts.reviewsLed < experienced.reviewsLed
      ? [
          `Has led ${facts.reviewsLed} of the ${experienced.reviewsLed} reviews that make a lead experienced`,
        ]
      : []),
    ...(years < experienced.earlierYearsInPool
      ? [
          `In the pool in ${years} of the ${experienced.earlierYearsInPool} earlier academic years that make a lead experienced`,
        ]
      : []),
  ];
}

/** Academic years before the term's own in which the person was in the pool, if only for a day. */
function earlierYearsInPool(facts: SeatFacts, term: SeatTerm): number {
  const lastEarlierDay = addDays(term.yearStartsOn, -1);
  const years = new Set<number>();
  for (const { standing, from, to } of facts.standings) {
    if (standing !== 'IN_POOL' || from > lastEarlierDay) continue;
    const last = to === null || to > lastEarlierDay ? lastEarlierDay : to;
    for (let year = academicYearOf(from); year <= academicYearOf(last); year++) years.add(year);
  }
  return years.size;
}

/** The calendar year in which the date's academic year began, on 1 September. docs/domain.md, "Time". */
export function academicYearOf(date: CivilDate): number {
  return Number(date.slice(0, 4)) - (date.slice(5) < '09-01' ? 1 : 0);
}

const stageWords: Record<InductionStage, string> = {
  VIRTUAL_INDUCTION: 'virtual induction',
  REVIEWER_TRAINING: 'QA Reviewer training',
  SHADOWING: 'shadowing',
  QUALITY_ASSURED_REVIEW: 'a quality-assured review',
};

/** Every stage but the quality-assured review is needed to lead; training days that lie ahead are not missing. */
function inductionMissing(
  facts: SeatFacts,
  term: SeatTerm,
  asOf: CivilDate,
  today: CivilDate,
): string[] {
  const stages: InductionStage[] = ['VIRTUAL_INDUCTION', 'REVIEWER_TRAINING', 'SHADOWING'];
  return [
    ...stages
      .filter((stage) => !isDone(facts, stage, asOf))
      .map((stage) => `Induction: ${stageWords[stage]} not done`),
    ...missedTrainingDays(facts, term, addDays(term.endsOn, 1), today).map(
      (date) => `Induction: training day of ${dateInWords(date)} neither attended nor caught up`,
    ),
  ];
}

function shadowRefused(facts: SeatFacts, asOf: CivilDate): string[] {
  if (!isDone(facts, 'VIRTUAL_INDUCTION', asOf)) return ['Induction: virtual induction not done'];
  return isDone(facts, 'SHADOWING', asOf) ? ['Induction: shadowing is done already'] : [];
}

function isDone(facts: SeatFacts, wanted: InductionStage, asOf: CivilDate): boolean {
  return facts.induction.some(({ stage, doneOn }) => stage === wanted && doneOn <= asOf);
}
