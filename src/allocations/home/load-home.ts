import { type EntityManager } from 'typeorm';
import { allRounds, notAnswered, roundCounts } from '../../availability/rounds.js';
import { termById } from '../../calendar/academic-years.js';
import { buildProblem } from '../snapshot/build-problem.js';
import { loadSnapshot } from '../snapshot/freeze-term.js';
import { type HomeFacts, type RoundFacts } from './home-facts.js';

/** What the database holds about a term, all of one snapshot; the plan is opened and the problem looked at afterwards. */
export interface LoadedHome extends Pick<
  HomeFacts,
  | 'term'
  | 'today'
  | 'input'
  | 'problem'
  | 'context'
  | 'round'
  | 'withoutTerm'
  | 'hasMembers'
  | 'regions'
> {
  /** The newest plan of the term that has seats. */
  planId: string | null;
}

/**
 * @param manager a transaction of one snapshot (`REPEATABLE READ`)
 * @param today civil date, from the Clock
 * @throws Refusal when there is no such term, or it has no school week
 */
export async function loadHome(
  manager: EntityManager,
  termId: string,
  today: string,
): Promise<LoadedHome> {
  const term = await termById(manager, termId);
  const { input } = await loadSnapshot(manager, termId, { today });
  const { problem, context } = await buildProblem(input);
  return {
    term,
    today,
    input,
    problem,
    context,
    round: await roundFacts(manager, termId, today),
    withoutTerm: await reviewsWithoutTerm(manager, term.academicYear, today),
    hasMembers: await hasMembers(manager, today),
    regions: await allRegions(manager),
    planId: await newestPlan(manager, termId),
  };
}

async function roundFacts(
  manager: EntityManager,
  termId: string,
  today: string,
): Promise<RoundFacts | null> {
  const round = (await allRounds(manager)).find((each) => each.termId === termId);
  if (round === undefined) return null;
  return {
    openedOn: round.openedOn,
    deadlineAt: round.deadlineAt,
    ...(await roundCounts(manager, round.id, today)),
    notAnswered: await notAnswered(manager, round.id, today),
  };
}

async function reviewsWithoutTerm(
  manager: EntityManager,
  academicYear: string,
  today: string,
): Promise<string[]> {
  const rows: { code: string }[] = await manager.query(
    `SELECT r.code FROM review r
     -- A review that was recorded as requested from a later day on is due all the same.
     JOIN LATERAL (
       SELECT * FROM review_state WHERE review_id = r.id AND superseded_at IS NULL
       ORDER BY (valid @> $2::date) DESC, lower(valid) LIMIT 1) st ON true
     WHERE r.academic_year = $1 AND r.removed_at IS NULL
       AND st.term_id IS NULL AND st.state = 'REQUESTED'
     ORDER BY r.code`,
    [academicYear, today],
  );
  return rows.map(({ code }) => code);
}

async function hasMembers(manager: EntityManager, today: string): Promise<boolean> {
  const [row] = await manager.query<{ has: boolean }[]>(
    `SELECT EXISTS (
       SELECT FROM membership WHERE superseded_at IS NULL AND NOT valid << daterange($1, NULL)) AS has`,
    [today],
  );
  return row?.has === true;
}

async function allRegions(manager: EntityManager): Promise<HomeFacts['regions']> {
  return manager.query(
    `SELECT name AS region, is_priority AS "isPriority" FROM region ORDER BY name COLLATE "C"`,
  );
}

async function newestPlan(manager: EntityManager, termId: string): Promise<string | null> {
  const [plan] = await manager.query<{ id: string }[]>(
    `SELECT id FROM plan WHERE term_id = $1 AND status <> 'INFEASIBLE'
     ORDER BY created_at DESC, id DESC LIMIT 1`,
    [termId],
  );
  return plan?.id ?? null;
}
