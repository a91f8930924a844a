import { type GradedSlot } from '../../availability/grades.js';
import { type LeadSeat } from './lead-seats.js';
import { type PlanLeadView } from './plan-lead.schema.js';

/** Seats with what stands against them by now: gates that run out, windows in which they are no longer available. */
export function withWarnings(
  seats: readonly LeadSeat[],
  gates: PlanLeadView['gates'],
  grades: readonly GradedSlot[],
): LeadSeat[] {
  return seats.map((seat) => {
    const shut = gates
      .filter(({ reviews }) => reviews.some(({ review }) => review === seat.review))
      .map(({ name, words }) => `${name}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`);
    const grade = grades.find(({ week, window }) => week === seat.week && window === seat.window);
    const isAgainst = grade?.grade === 'UNAVAILABLE' && grade.decidedBy !== 'BLOCK';
    const said = isAgainst ? ['They are not available then, as their answer stands now'] : [];
    return { ...seat, warnings: [...shut, ...said] };
  });
}
