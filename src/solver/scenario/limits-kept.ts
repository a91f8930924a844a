import type { Lead, Limits, Problem } from '../problem.js';
import { isWithin, restRuns } from '../rules/rest-is-kept.js';
import type { Misfit } from './change.js';
import { seatsOfPin } from './free-pins.js';

/**
 * Whether somebody's pinned seats are more than their new limits allow: which of them to give up would be a guess.
 *
 * @param before limits that are as they were are not looked at: a pin may go beyond them only where it did already
 */
export function acceptedBeyond(problem: Problem, lead: Lead, before: Limits): Misfit | null {
  const { term, restReviews, restWeeks } = lead.limits;
  const seats = problem.pins.flatMap(seatsOfPin).filter(({ person }) => person === lead.id);
  if (term < before.term && seats.length > term) {
    const accepted = seats.length;
    return { why: 'HAS_ACCEPTED_MORE', person: lead.id, accepted, limit: term, weeks: null };
  }
  const weeks = seats.map(({ slot }) => problem.weeks.indexOf(slot?.week ?? ''));
  const most = Math.max(
    0,
    ...restRuns(lead, problem.weeks.length).map(
      (run) => weeks.filter((week) => isWithin(run, week)).length,
    ),
  );
  const isStricter = restReviews < before.restReviews || restWeeks > before.restWeeks;
  if (!isStricter || most <= restReviews) return null;
  return {
    why: 'HAS_ACCEPTED_MORE',
    person: lead.id,
    accepted: most,
    limit: restReviews,
    weeks: restWeeks,
  };
}
