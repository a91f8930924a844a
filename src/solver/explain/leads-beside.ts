import { withChanges } from './alternatives.js';
import { standingOf } from './obstacles.js';
import { factsOf, type WhyNot } from './why-not.js';
import { findPerson, findReview } from './why-this-one.js';
import type { Problem } from '../problem.js';

/**
 * Who could lead beside somebody in a second seat, looking at the rules about one seat alone: new leads beside a quality
 * assurer, others beside a shadow, in some window in which both may sit, with the facts of the nearest way where one is
 * needed. Where it is nobody, no plan has the seat.
 *
 * @returns null where it is the lead's own seat that is asked about
 */
export function leadsBeside(problem: Problem, why: WhyNot): string[] | null {
  const { review, person, role, nearest } = why;
  if (role === 'LEAD') return null;
  const changed = withChanges(problem, factsOf(nearest) ?? []);
  const subject = findReview(changed, review);
  const sitter = findPerson(changed, person);
  const slots = standingOf(changed, sitter, subject, role).permitted;
  return changed.leads
    .filter(
      (lead) =>
        lead.id !== person &&
        lead.isNew === (role === 'QUALITY_ASSURER') &&
        slots.some((slot) => standingOf(changed, lead, subject, 'LEAD', slot).permitted.length > 0),
    )
    .map(({ id }) => id);
}
