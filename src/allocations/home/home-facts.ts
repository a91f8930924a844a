import { type Round, type RoundCounts, type NotAnswered } from '../../availability/rounds.js';
import { type Term } from '../../calendar/usable-windows.js';
import { type Preflight } from '../../solver/preflight/preflight.js';
import { type Problem, type SeatRow } from '../../solver/problem.js';
import { type RunView } from '../runs/run.schema.js';
import { type SnapshotContext, type SnapshotInput } from '../snapshot/snapshot-input.js';
import { planNames, type PlanNames } from '../summary/plan-names.js';
import { type StoredPlan } from '../plans/plan.entity.js';

/** All that the home of a term is told from: the registers as they stand today, and the newest plan beside them. */
export interface HomeFacts {
  term: Term;
  /** Civil date, from the Clock. */
  today: string;
  input: SnapshotInput;
  /** The term's problem as it would be frozen today, with what was left out of it. */
  problem: Problem;
  context: SnapshotContext;
  names: PlanNames;
  preflight: Preflight;
  /** Null: no availability round is open for the term. */
  round: RoundFacts | null;
  /** Reviews of the year for which no term is chosen yet. */
  withoutTerm: string[];
  /** Whether any school is a member, now or later: each has a review a year, and without one there is nothing to allocate. */
  hasMembers: boolean;
  /** Every region of the register, whether the term has reviews there or not. */
  regions: { region: string; isPriority: boolean }[];
  /** Null: the term has no plan with seats. */
  plan: PlannedTerm | null;
  run: RunView | null;
}

export interface RoundFacts extends RoundCounts, Pick<Round, 'openedOn' | 'deadlineAt'> {
  /** Who has not answered, by reference, also those whom operations counts as available. */
  notAnswered: NotAnswered[];
}

/** The newest plan of the term that has seats, whichever run or person made it. */
export interface PlannedTerm {
  stored: StoredPlan;
  /** The problem that it solves, as it was frozen. */
  frozen: Problem;
  /** The day on which the registers stood so, a civil date; null where a problem file does not say. */
  asOf: string | null;
}

/** The rows of the plan that have a lead, by review. */
export function ledRows(plan: PlannedTerm | null): Map<string, SeatRow> {
  const rows = plan?.stored.content.reviews ?? [];
  return new Map(rows.filter(({ lead }) => lead !== null).map((row) => [row.review, row]));
}

/**
 * Somebody who has left since, or a school that is gone, keeps the name that the plan knew.
 *
 * @param before the names that were frozen with the plan's problem
 */
export function homeNames(
  { context, problem }: Pick<HomeFacts, 'context' | 'problem'>,
  before: Partial<SnapshotContext>,
): PlanNames {
  const names = {
    ...context,
    people: { ...before.people, ...context.people },
    schools: { ...before.schools, ...context.schools },
    reviews: { ...before.reviews, ...context.reviews },
  };
  return planNames(names, problem);
}
