import { findCandidates } from '../candidates.js';
import type { Lead, Problem, Review, SeatRow } from '../problem.js';
import { sitsOn } from '../rules/plan-rule.js';
import { breachesOf } from '../rules/plan-rules.js';

/** Who else could lead a review of a plan, in its slot, with nobody else moving; in the problem's order. */
export interface StandIns {
  review: string;
  lead: string;
  people: string[];
}

/** For each review of the plan that has a lead. A stand-in keeps every rule of the plan, rest and limits included. */
export function standInsOf(problem: Problem, rows: readonly SeatRow[]): StandIns[] {
  const may = new Map<string, string[]>();
  for (const { role, lead, review, slot } of findCandidates(problem)) {
    if (role !== 'LEAD') continue;
    const key = slotKey((problem.reviews[review] as Review).id, slot.week, slot.window);
    may.set(key, [...(may.get(key) ?? []), (problem.leads[lead] as Lead).id]);
  }
  // Whoever the pins hold to the plan is ill just the same.
  const free = { ...problem, pins: [] };
  return rows.flatMap(({ review, week, window, lead }) => {
    if (lead === null) return [];
    const others = (may.get(slotKey(review, week, window)) ?? []).filter((id) => id !== lead);
    const people = others.filter((id) => {
      // What the two do elsewhere is all that the rules can hold against the change.
      const theirs = rows.filter(
        (row) => row.review === review || sitsOn(row, id) || sitsOn(row, lead),
      );
      const changed = theirs.map((row) => (row.review === review ? { ...row, lead: id } : row));
      return breachesOf(free, changed).length === 0;
    });
    return [{ review, lead, people }];
  });
}

function slotKey(review: string, week: string | null, window: string | null): string {
  return JSON.stringify([review, week, window]);
}
