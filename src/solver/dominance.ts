import { changes } from './aims/changes.js';
import { fit } from './aims/fit.js';
import type { Candidate } from './candidates.js';
import type { Lead, Problem, Review } from './problem.js';

/**
 * Leaves out lead candidates that another window of the same week makes needless: the same person on
 * the same review in the other window fills the same week, so it takes part in the same rules, and is
 * no worse in changes and then in fit. It holds only where nobody could sit beside the lead in the
 * window left out, and where no pin names the review (`docs/model.md`, "Dominance").
 *
 * @param seconds those who may take a second seat, where they are not among the candidates
 */
export function withoutDominated(
  problem: Problem,
  candidates: Candidate[],
  seconds: readonly Candidate[] = candidates,
): Candidate[] {
  const pinned = new Set(problem.pins.map((pin) => pin.review));
  const besideNew = new Set<string>();
  const besideEstablished = new Set<string>();
  const slot = (c: Candidate): string => `${c.review} ${c.week} ${c.slot.window}`;
  for (const candidate of seconds) {
    if (candidate.role === 'QUALITY_ASSURER') besideNew.add(slot(candidate));
    if (candidate.role === 'SHADOW') besideEstablished.add(slot(candidate));
  }
  const cost = costOf(problem);
  const best = new Map<string, Candidate>();
  const dominated = new Set<Candidate>();
  const drop = (candidate: Candidate): boolean => {
    const isNew = (problem.leads[candidate.lead] as Lead).isNew;
    if ((isNew ? besideNew : besideEstablished).has(slot(candidate))) return false;
    dominated.add(candidate);
    return true;
  };
  for (const candidate of candidates) {
    if (candidate.role !== 'LEAD') continue;
    if (pinned.has((problem.reviews[candidate.review] as Review).id)) continue;
    const key = `${candidate.lead} ${candidate.review} ${candidate.week}`;
    const other = best.get(key);
    if (!other) {
      best.set(key, candidate);
      continue;
    }
    const order =
      cost(candidate).changes - cost(other).changes || cost(candidate).fit - cost(other).fit;
    if (order >= 0 && drop(candidate)) continue;
    if (order <= 0 && drop(other)) best.set(key, candidate);
  }
  return candidates.filter((candidate) => !dominated.has(candidate));
}

function costOf(problem: Problem): (candidate: Candidate) => { changes: number; fit: number } {
  const changesOf = changes.seatValues(problem);
  const fitOf = fit.seatValues(problem);
  return ({ lead, review, role, slot, roadKm }) => {
    const seat = {
      lead: problem.leads[lead] as Lead,
      review: problem.reviews[review] as Review,
      role,
      slot,
      roadKm,
    };
    return { changes: changesOf(seat), fit: fitOf(seat) };
  };
}
