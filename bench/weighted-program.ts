import { balance } from '../src/solver/aims/balance.js';
import { commitment } from '../src/solver/aims/commitment.js';
import type { LinearModel } from '../src/solver/milp/milp.js';
import type { LeadArc } from '../src/solver/network/lead-arcs.js';
import type { Lead, Problem, Review } from '../src/solver/problem.js';
import { RowBuilder } from '../src/solver/row-builder.js';

/** Small hand weights, so that the engine meets no large numbers: not exactly lexicographic, but of the same shape. */
const WEIGHTS = { uncovered: 1000, changes: 50, commitment: 20, balance: 0.01, fit: 0.1 };

/** Leads alone, without rest, as one weighted linear program: what a general solver would be given first. */
export function weightedProgram(
  problem: Problem,
  arcs: readonly LeadArc[],
): { model: LinearModel; costs: Float64Array } {
  const rows = new RowBuilder();
  const costs: number[] = [];
  const groups = { review: new Map<number, number[]>(), week: new Map<number, number[]>() };
  const byPerson = new Map<number, number[]>();
  for (const arc of arcs) {
    const column = rows.column('CONTINUOUS');
    const { priority } = problem.reviews[arc.review] as Review;
    costs[column] =
      WEIGHTS.fit * arc.fit + WEIGHTS.changes * arc.changes - WEIGHTS.uncovered * priority;
    append(groups.review, arc.review, column);
    append(groups.week, arc.person * problem.weeks.length + arc.week, column);
    append(byPerson, arc.person, column);
  }
  for (const columns of [...groups.review.values(), ...groups.week.values()]) {
    rows.row(-Infinity, 1, columns);
  }
  for (const [person, columns] of byPerson) {
    const lead = problem.leads[person] as Lead;
    const units = Array.from({ length: lead.limits.term }, (_, index) => {
      const unit = rows.column('CONTINUOUS');
      costs[unit] =
        WEIGHTS.commitment * commitment.ofReviewLed(lead, index + 1) +
        WEIGHTS.balance * balance.ofReviewLed(lead, index + 1);
      return unit;
    });
    rows.row(0, 0, columns, units);
  }
  return { model: rows.build(), costs: Float64Array.from(costs) };
}

function append(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
