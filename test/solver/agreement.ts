/** What the solver must share with the brute force and the checker on a tiny problem. */
import { checkPlan } from '../../src/solver/check.js';
import { AIMS, type Plan, PLAN_FORMAT, type Solution } from '../../src/solver/plan.js';
import type { Pin, Problem } from '../../src/solver/problem.js';
import { bruteForce, canHoldTogether } from './brute-force.js';
import { SHA256 } from './builders.js';

/** Solves one problem. */
export type Solver = (problem: Problem) => Solution;

/** Everything in which the solver, the brute force and the checker differ; empty when they agree. */
export function disagreements(problem: Problem, solver: Solver): string[] {
  const untouched = JSON.stringify(problem);
  const solution = solver(problem);
  const differences: string[] = [];
  if (JSON.stringify(problem) !== untouched) differences.push('The solver changed the problem.');
  const plan: Plan = { format: PLAN_FORMAT, problem: SHA256, ...solution };
  differences.push(...checkPlan(problem, plan, SHA256).faults);
  const expected = bruteForce(problem);
  if (solution.status !== expected.status) {
    differences.push(`The solver says ${solution.status}, the brute force ${expected.status}.`);
  } else if (expected.status === 'OPTIMAL') {
    for (const [index, aim] of AIMS.entries()) {
      const [ours, best] = [solution.aims[index]?.value, expected.values[index]];
      if (ours !== best)
        differences.push(`Aim ${aim}: the solver has ${ours}, the best is ${best}.`);
    }
  } else {
    differences.push(...conflictDifferences(problem, solution, expected.smallestConflict));
  }
  return differences;
}

function conflictDifferences(problem: Problem, { conflict }: Solution, smallest: number): string[] {
  const differences: string[] = [];
  if (conflict.length !== smallest) {
    differences.push(`The conflict has ${conflict.length} pins, the smallest ${smallest}.`);
  }
  const pins = conflict.flatMap(({ pin }): Pin[] => problem.pins.slice(pin, pin + 1));
  if (canHoldTogether(problem, pins)) {
    differences.push(`The pins ${conflict.map(({ pin }) => pin).join(', ')} can hold together.`);
  }
  for (const { pin, rules } of conflict) {
    if (rules.length === 0) differences.push(`Pin ${pin} is in the conflict without a rule.`);
  }
  return differences;
}
