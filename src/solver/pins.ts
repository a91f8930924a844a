import { emptyRows } from './empty-rows.js';
import { EngineFault, type MilpEngine } from './milp/milp.js';
import { buildModel, decode } from './model.js';
import type { Problem, SeatRow } from './problem.js';

/** Some plan that keeps the pins; null when there is none. */
export function planOfPins(problem: Problem, engine: MilpEngine): SeatRow[] | null {
  if (problem.pins.length === 0) return emptyRows(problem);
  const plan = planOf(problem, onlyPinned(problem), engine);
  return plan ?? (hasNewLeads(problem) ? planOf(problem, problem, engine) : null);
}

/** Some plan that keeps the pins and covers none but the reviews of `part`. */
function planOf(problem: Problem, part: Problem, engine: MilpEngine): SeatRow[] | null {
  const model = buildModel(part);
  if (model.candidates.length === 0) return null;
  const session = engine.open(model.linear);
  try {
    const found = session.solveInteger(() => false);
    if (found.status === 'STOPPED') throw new EngineFault('The engine stopped unasked.');
    if (!found.values) return null;
    const rows = new Map(decode(model, found.values).map((row) => [row.review, row]));
    return emptyRows(problem).map((row) => rows.get(row.review) ?? row);
  } finally {
    session.dispose();
  }
}

/** The problem of the pinned reviews alone. */
function onlyPinned(problem: Problem): Problem {
  const pinned = new Set(problem.pins.map((pin) => pin.review));
  return { ...problem, reviews: problem.reviews.filter((review) => pinned.has(review.id)) };
}

/**
 * Other reviews can go without a lead, so they matter to the pins only where a new lead could have
 * their quality assurer there.
 */
function hasNewLeads(problem: Problem): boolean {
  return problem.leads.some((lead) => lead.isNew);
}

/** As much of a problem as matters to whether its pins can hold. */
export function aroundPins(problem: Problem): Problem {
  return hasNewLeads(problem) ? problem : onlyPinned(problem);
}
