import type { EntityManager } from 'typeorm';
import { termsOf, yearById } from '../calendar/academic-years.js';
import { type CivilDate } from '../calendar/civil-date.js';
import { WINDOWS, type Slot } from '../calendar/slots.js';
import { trainingDays } from '../calendar/training-days.js';
import { confirmedByTerm, ledByTerm, type SeatHistory } from '../commitments/counts.js';
import { minimumFor, type Minimum } from '../commitments/minimum.js';
import {
  storedContracts,
  storedOverrides,
  type Contract,
} from '../commitments/stored-contracts.js';
import { conflictsOf, type ConflictSchools, type ConflictsOfTerm } from '../reviewers/conflicts.js';
import { holdsOn, overlaps, type Span } from '../reviewers/dated.js';
import { type SeatsOfTerm } from '../reviewers/seat-facts.js';
import { seatsOf } from '../reviewers/seats.js';
import {
  storedReviewers,
  type RegionGrade,
  type StoredReviewer,
} from '../reviewers/stored-facts.js';
import { yearWeeks, type TermCalendar } from '../schools/term-calendar.js';
import { urnFamilies } from '../schools/urn-families.js';
import { type Settings } from '../settings/settings.js';
import { ledReviews, seatRecords, type LedReview, type SeatRecord } from './seat-records.js';

/** A Lead Reviewer as a term sees them: what the register says, and what follows from it. */
export interface TermPerson extends StoredReviewer {
  seats: SeatsOfTerm;
  conflicts: ConflictsOfTerm;
  minimum: Minimum;
  /** Whether the lower minimum and cap hold on some day of the term that is left. */
  servingLeader: boolean;
  /** Grades on the term by region; a grade that changes within it counts as the worse. Not named: WILLING. */
  regionGrades: Record<string, RegionGrade>;
  termLimits: TermLimits;
  ledInEarlierTerms: number;
  confirmedInLaterTerms: number;
  /** All their seats of the academic year, of every term. */
  seatsOfYear: SeatRecord[];
}

/** The programme's caps and the person's own limits, whichever is lower; the term's ceiling is not in it. */
export interface TermLimits {
  /** Most seats this term. */
  term: number;
  restReviews: number;
  restWeeks: number;
  /** Furthest road distance in km; null for none. */
  maxKm: number | null;
}

/**
 * Everybody on the register, by reference, with all that a term's problem needs of them but availability.
 * A fixed number of statements, however many people.
 */
export async function peopleOfTerm(
  manager: EntityManager,
  calendar: Pick<TermCalendar, 'term' | 'weeks'>,
  settings: Settings,
  today: CivilDate,
): Promise<TermPerson[]> {
  const { term } = calendar;
  const year = await yearById(manager, term.academicYear);
  const terms = await termsOf(manager, year.id);
  const people = await storedReviewers(manager);
  const contracts = await storedContracts(manager);
  const overrides = await storedOverrides(manager);
  const led = groupByLead(await ledReviews(manager));
  const seats = groupByLead(await seatRecords(manager, { academicYear: year.id }));
  const schools = await conflictSchools(manager);
  const weeks = await yearWeeks(manager, year.id);
  const training = await trainingDays(manager, { from: year.startsOn, to: year.endsOn });
  const seatTerm = {
    startsOn: term.startsOn,
    endsOn: term.endsOn,
    yearStartsOn: year.startsOn,
    trainingDays: training.map(({ date }) => date),
    slots: slotsOf(calendar.weeks),
  };
  const rest: Span = { from: today > term.startsOn ? today : term.startsOn, to: term.endsOn };
  return people.map((person) => {
    const ledBy = led.get(person.code) ?? [];
    const own = contracts.get(person.code) ?? [];
    const employments = withServing(person, settings);
    const seatsOfYear = seats.get(person.code) ?? [];
    const override = overrides.get(person.code)?.find((each) => each.academicYear === year.id);
    const servingLeader = employments.some((each) => each.servingLeader && overlaps(each, rest));
    return {
      ...person,
      seats: seatsOf(
        {
          ...person,
          contracts: own,
          reviewsLed: person.reviewsLedBefore + countUntil(ledBy, rest.from),
        },
        seatTerm,
        settings,
        today,
      ),
      conflicts: conflictsOf({ ...person, led: ledBy }, term, schools, settings, today),
      minimum: minimumFor(
        { contracts: ofYear(own, year.id), employments, override: override ?? null },
        weeks,
        settings.minimum,
      ),
      servingLeader,
      regionGrades: worstGrades(person.regions, rest),
      termLimits: limitsOf(person, rest, settings, servingLeader),
      ...yearSoFar(seatsOfYear, terms, term.startsOn, settings),
      seatsOfYear,
    };
  });
}

function ofYear(contracts: readonly Contract[], year: string): Contract[] {
  return contracts.filter(({ academicYear }) => academicYear === year);
}

function slotsOf(weeks: readonly CivilDate[]): Slot[] {
  return weeks.flatMap((week) => WINDOWS.map((window) => ({ week, window })));
}

function groupByLead<Item extends { lead: string }>(items: readonly Item[]): Map<string, Item[]> {
  const byLead = new Map<string, Item[]>();
  for (const item of items) byLead.set(item.lead, [...(byLead.get(item.lead) ?? []), item]);
  return byLead;
}

function countUntil(led: readonly LedReview[], date: CivilDate): number {
  return led.filter(({ on }) => on <= date).length;
}

/** A serving leader counts as one only in the phases that the setting names; null: in any. */
function withServing(
  person: StoredReviewer,
  { servingLeader }: Pick<Settings, 'servingLeader'>,
): StoredReviewer['employments'] {
  const { phases } = servingLeader;
  return person.employments.map((each) => ({
    ...each,
    servingLeader:
      each.servingLeader &&
      (phases === null || (each.schoolPhase !== null && phases.includes(each.schoolPhase))),
  }));
}

const fromBest: readonly RegionGrade[] = ['PREFERRED', 'WILLING', 'RELUCTANT', 'NO'];

function worstGrades(grades: StoredReviewer['regions'], rest: Span): Record<string, RegionGrade> {
  const worst: Record<string, RegionGrade> = {};
  for (const each of grades.filter((grade) => overlaps(grade, rest))) {
    const known = worst[each.region];
    if (known === undefined || fromBest.indexOf(each.grade) > fromBest.indexOf(known)) {
      worst[each.region] = each.grade;
    }
  }
  return worst;
}

/** Where own limits change within the term, the lowest counts; a rest of one's own counts as it is on the first day. */
function limitsOf(
  person: StoredReviewer,
  rest: Span,
  settings: Pick<Settings, 'termCap' | 'rest'>,
  servingLeader: boolean,
): TermLimits {
  const own = person.limits.filter((each) => overlaps(each, rest));
  const caps = own.flatMap(({ termLimit }) => (termLimit === null ? [] : [termLimit]));
  const distances = own.flatMap(({ maxKm }) => (maxKm === null ? [] : [maxKm]));
  const ownRest = own.find((each) => each.restReviews !== null && holdsOn(each, rest.from));
  const cap = servingLeader ? settings.termCap.servingLeader : settings.termCap.lead;
  return {
    term: Math.min(cap, ...caps),
    restReviews: ownRest?.restReviews ?? settings.rest.reviews,
    restWeeks: ownRest?.restWeeks ?? settings.rest.weeks,
    maxKm: distances.length === 0 ? null : Math.min(...distances),
  };
}

/** What was led before the term and is confirmed after it, of the same year. */
export function yearSoFar(
  seats: readonly SeatHistory[],
  terms: readonly { id: string; startsOn: CivilDate }[],
  termStartsOn: CivilDate,
  settings: Pick<Settings, 'seatsThatCount' | 'cancellation'>,
): { ledInEarlierTerms: number; confirmedInLaterTerms: number } {
  const sum = (counted: ReadonlyMap<string, number>, wanted: (startsOn: CivilDate) => boolean) =>
    terms
      .filter(({ startsOn }) => wanted(startsOn))
      .reduce((total, { id }) => total + (counted.get(id) ?? 0), 0);
  return {
    ledInEarlierTerms: sum(ledByTerm(seats, settings), (startsOn) => startsOn < termStartsOn),
    confirmedInLaterTerms: sum(
      confirmedByTerm(seats, settings),
      (startsOn) => startsOn > termStartsOn,
    ),
  };
}

/** The register as conflicts see it: two statements. */
export async function conflictSchools(manager: EntityManager): Promise<ConflictSchools> {
  const families = await urnFamilies(manager);
  const rows: { urn: string; trustUid: string | null }[] = await manager.query(
    `SELECT urn, trust_uid AS "trustUid" FROM school WHERE removed_at IS NULL ORDER BY urn`,
  );
  const trustByUrn = new Map(rows.map(({ urn, trustUid }) => [urn, trustUid]));
  const urnsByTrust = new Map<string, string[]>();
  for (const { urn, trustUid } of rows) {
    if (trustUid !== null) urnsByTrust.set(trustUid, [...(urnsByTrust.get(trustUid) ?? []), urn]);
  }
  return {
    family: (urn) => families.get(urn) ?? [urn],
    trustOf: (urn) => trustByUrn.get(urn) ?? null,
    schoolsOf: (trust) => urnsByTrust.get(trust) ?? [],
  };
}
