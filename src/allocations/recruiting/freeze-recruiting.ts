import { type EntityManager } from 'typeorm';
import { termById } from '../../calendar/academic-years.js';
import { Refusal } from '../../platform/problems/refusal.js';
import { type Problem, WINDOWS } from '../../solver/problem.js';
import { recruitingParts } from '../../solver/recruiting/recruiting.js';
import { freezeTerm } from '../snapshot/freeze-term.js';
import { type FrozenStudy } from '../studies/studies.service.js';
import { freezeYear } from '../year/freeze-year.js';
import {
  type RecruitingFacts,
  type RecruitingReview,
  type RecruitingScope,
} from './recruiting-study.js';

/** What a scope adds to the problem. */
type Beside = Pick<RecruitingFacts, 'people' | 'windowsAssumed' | 'leftOut' | 'hasInventedPeople'>;

/**
 * The problem of a term or of all that is left of a year as the registers stand today, with the names of what is in it. Give a
 * transaction of one snapshot (`REPEATABLE READ`).
 *
 * @param today civil date, from the Clock
 * @throws Refusal as `freezeTerm` and `freezeYear`, and when the term is over
 */
export async function freezeRecruiting(
  manager: EntityManager,
  scope: RecruitingScope,
  today: string,
): Promise<FrozenStudy<RecruitingFacts>> {
  const { problem, beside } =
    scope.kind === 'TERM'
      ? await ofTerm(manager, scope.id, today)
      : await ofYear(manager, scope.id, today);
  const { reviews, hasInventedNeeds } = await reviewsOf(manager, problem);
  const facts: RecruitingFacts = {
    asAt: today,
    scope,
    reviews,
    ...beside,
    priorityRegions: await priorityRegions(manager),
    openWindows: openWindows(problem),
    hasInventedNeeds,
  };
  return { problem, facts, steps: recruitingParts(problem) };
}

async function ofTerm(
  manager: EntityManager,
  term: string,
  today: string,
): Promise<{ problem: Problem; beside: Beside }> {
  const { name, endsOn } = await termById(manager, term);
  if (endsOn <= today) {
    throw new Refusal('TERM_IS_OVER', `${name} is over, so there is nobody to look for.`);
  }
  const { problem, context } = await freezeTerm(manager, term, { today });
  const people = Object.entries(context.people);
  return {
    problem,
    beside: {
      people: namesOf(problem, new Map(people.map(([code, { name: told }]) => [code, told]))),
      windowsAssumed: 0,
      leftOut: context.leftOut.flatMap(({ review, reason }) =>
        review === undefined ? [] : [{ review, reason }],
      ),
      hasInventedPeople: people.some(([, { synthetic }]) => synthetic),
    },
  };
}

async function ofYear(
  manager: EntityManager,
  year: string,
  today: string,
): Promise<{ problem: Problem; beside: Beside }> {
  const { problem, facts } = await freezeYear(manager, year, today);
  return {
    problem,
    beside: {
      people: namesOf(problem, new Map(facts.people.map(({ lead, name }) => [lead, name]))),
      windowsAssumed: facts.reviews.windowsAssumed,
      leftOut: facts.reviews.leftOut,
      hasInventedPeople: facts.people.some(({ synthetic }) => synthetic),
    },
  };
}

function namesOf({ leads }: Problem, names: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries(leads.map(({ id }) => [id, names.get(id) ?? id]));
}

async function reviewsOf(
  manager: EntityManager,
  { reviews, pins }: Problem,
): Promise<{ reviews: Record<string, RecruitingReview>; hasInventedNeeds: boolean }> {
  const rows = await manager.query<
    { urn: string; name: string; town: string | null; needsInvented: boolean }[]
  >(`SELECT urn, name, town, needs_invented AS "needsInvented" FROM school WHERE urn = ANY($1)`, [
    reviews.map(({ urn }) => urn),
  ]);
  const schools = new Map(rows.map((school) => [school.urn, school]));
  const held = new Set(pins.filter(({ lead }) => lead !== undefined).map(({ review }) => review));
  return {
    reviews: Object.fromEntries(
      reviews.map(({ id, urn, region, phase, needs }) => [
        id,
        {
          urn,
          school: schools.get(urn)?.name ?? urn,
          town: schools.get(urn)?.town ?? null,
          region,
          phase,
          needs,
          isHeld: held.has(id),
        },
      ]),
    ),
    hasInventedNeeds: reviews.some(
      ({ urn, needs }) => needs.length > 0 && schools.get(urn)?.needsInvented === true,
    ),
  };
}

async function priorityRegions(manager: EntityManager): Promise<string[]> {
  const rows = await manager.query<{ name: string }[]>(
    `SELECT name FROM region WHERE is_priority ORDER BY name COLLATE "C"`,
  );
  return rows.map(({ name }) => name);
}

function openWindows({ weeks, closed }: Problem): number {
  const shut = new Set(closed.map(({ week, window }) => `${week} ${window}`));
  return weeks.flatMap((week) => WINDOWS.filter((window) => !shut.has(`${week} ${window}`))).length;
}
