import { aimValues } from './check/aim-values.js';
import { seatFaults } from './check/permitted-seats.js';
import { planRuleFaults } from './check/plan-rules.js';
import { matchRows } from './check/planned-review.js';
import {
  aimOrderFaults,
  infeasibleFaults,
  needlessConflictFaults,
  valueFaults,
} from './check/statements.js';
import { AIMS, type AimResult, type Plan } from './plan.js';
import type { Problem } from './problem.js';

/** What the checker found. A plan is sound when `faults` is empty. */
export interface CheckReport {
  /** Each one sentence. */
  faults: string[];
  /** What the reader should know and is no fault, such as what was not verified. */
  notes: string[];
  /**
   * All seven aims in order: the value as recomputed (null for an `INFEASIBLE` plan, or where a
   * faulty seat has no points) and the bound as the plan states it.
   */
  aims: AimResult[];
}

/**
 * Recomputes every hard rule and every aim of problem-format.md from the problem and the plan's
 * rows alone. It shares no code with the model that made the plan, so that neither can hide the
 * other's mistake.
 *
 * @param problem as read from its file, whose shape is sound
 * @param plan as read from its file, whose shape is sound; what it states may be wrong
 * @param problemSha256 of the problem file's bytes, 64 lower-case hexadecimal digits
 */
export function checkPlan(problem: Problem, plan: Plan, problemSha256: string): CheckReport {
  const faults: string[] = [];
  if (plan.problem !== problemSha256) {
    faults.push(
      `The plan was made for another problem file: it names the SHA-256 ${plan.problem}, and the file's is ${problemSha256}.`,
    );
  }
  const { planned, faults: rowFaults } = matchRows(problem, plan.reviews);
  faults.push(...rowFaults, ...aimOrderFaults(plan.aims));
  if (plan.status === 'INFEASIBLE') {
    faults.push(...infeasibleFaults(problem, plan));
    return {
      faults,
      notes: ['The conflict itself was not verified: only its shape and its pins were checked.'],
      aims: AIMS.map((aim) => ({ aim, value: null, bound: null })),
    };
  }
  const values = aimValues(problem, planned);
  faults.push(
    ...seatFaults(problem, planned),
    ...planRuleFaults(problem, planned),
    ...valueFaults(plan, values),
    ...needlessConflictFaults(plan),
  );
  const boundByAim = new Map(plan.aims.map(({ aim, bound }) => [aim, bound]));
  return {
    faults,
    notes: notesOn(plan),
    aims: AIMS.map((aim) => ({ aim, value: values[aim], bound: boundByAim.get(aim) ?? null })),
  };
}

function notesOn(plan: Plan): string[] {
  const open = plan.aims.filter(({ value, bound }) => value !== bound).map(({ aim }) => aim);
  if (open.length === 0)
    return ['That the bounds hold was not verified, only which side they are on.'];
  return [
    `That the bounds hold was not verified, only which side they are on; not proven best: ${open.join(', ')}.`,
  ];
}
