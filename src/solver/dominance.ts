import { changes } from './aims/changes.js';
import { fit } from './aims/fit.js';
import { type Candidate, valuedSeat } from './candidates.js';
import type { Lead, Problem, Review, Role, Slot } from './problem.js';

/** Whether anybody could take a seat on a review, by its number, in a slot. */
type CanSit = (role: Exclude<Role, 'LEAD'>, review: number, slot: Slot) => boolean;

/**
 * Leaves out lead candidates that another window of the same week makes needless: the same person on
 * the same review in the other window fills the same week, so it takes part in the same rules, and is
 * no worse in changes and then in fit. It holds only where nobody could sit beside the lead in the
 * window left out, and where no pin names the review (`docs/model.md`, "Dominance").
 *
 * @param canSit whether anybody could take a second seat on a review in a slot, where they are not among the candidates
 */
export function withoutDominated(
  problem: Problem,
  candidates: Candidate[],
  canSit: CanSit = amongCandidates(candidates),
): Candidate[] {
  const pinned = new Set(problem.pins.map((pin) => pin.review));
  const cost = costOf(problem);
  const best = new Map<number, Candidate>();
  const dominated = new Set<Candidate>();
  const drop = (candidate: Candidate): boolean => {
    const isNew = (problem.leads[candidate.lead] as Lead).isNew;
    if (canSit(isNew ? 'QUALITY_ASSURER' : 'SHADOW', candidate.review, candidate.slot))
      return false;
    dominated.add(candidate);
    return true;
  };
  for (const candidate of candidates) {
    if (candidate.role !== 'LEAD') continue;
    if (pinned.has((problem.reviews[candidate.review] as Review).id)) continue;
    const { lead, review, week } = candidate;
    const key = (lead * problem.reviews.length + review) * problem.weeks.length + week;
    const other = best.get(key);
    if (!other) {
      best.set(key, candidate);
      continue;
    }
    const [one, another] = [cost(candidate), cost(other)];
    const order = one.changes - another.changes || one.fit - another.fit;
    if (order >= 0 && drop(candidate)) continue;
    if (order <= 0 && drop(other)) best.set(key, candidate);
  }
  return candidates.filter((candidate) => !dominated.has(candidate));
}

function amongCandidates(candidates: readonly Candidate[]): CanSit {
  const seat = (role: Role, review: number, { week, window }: Slot): string =>
    `${role} ${review} ${week} ${window}`;
  const seats = new Set(candidates.map(({ role, review, slot }) => seat(role, review, slot)));
  return (role, review, slot) => seats.has(seat(role, review, slot));
}

function costOf(problem: Problem): (candidate: Candidate) => { changes: number; fit: number } {
  const changesOf = changes.seatValues(problem);
  const fitOf = fit.seatValues(problem);
  return (candidate) => {
    const seat = valuedSeat(problem, candidate);
    return { changes: changesOf(seat), fit: fitOf(seat) };
  };
}
