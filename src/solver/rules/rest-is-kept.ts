import type { Lead } from '../problem.js';
import type { PlanRule } from './plan-rule.js';

/**
 * Nobody has more than `restReviews` seats in any run of at most `restWeeks` neighbouring weeks of
 * the problem's weeks. A run as long as the whole list stands for every longer one.
 */
export const restIsKept: PlanRule = {
  name: 'restIsKept',
  title: 'Rest between reviews',
  breaches: ({ problem, seatsByPerson, leadsById }) =>
    [...seatsByPerson].flatMap(([person, seats]) => {
      const lead = leadsById.get(person);
      if (!lead) return [];
      const used = seats.map((seat) => problem.weeks.indexOf(seat.row.week ?? ''));
      const { restReviews } = lead.limits;
      return restRuns(lead, problem.weeks.length)
        .filter(
          (run) => used.filter((week) => week >= run.from && week < run.to).length > restReviews,
        )
        .slice(0, 1)
        .map(
          (run) =>
            `${person} has more than ${restReviews} seats in the ${run.to - run.from} weeks from ${problem.weeks[run.from] ?? ''}.`,
        );
    }),
};

/** The longest runs that a person's rest rule looks at, as half-open ranges of week numbers. */
export function restRuns(lead: Lead, weekCount: number): { from: number; to: number }[] {
  const length = Math.min(lead.limits.restWeeks, weekCount);
  return Array.from({ length: weekCount - length + 1 }, (_, from) => ({ from, to: from + length }));
}
