import type { Lead } from '../problem.js';
import { weekInWords } from '../slot-words.js';
import { seatsInWords, type PlanRule } from './plan-rule.js';

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
      const { restReviews } = lead.limits;
      if (seats.length <= restReviews) return [];
      const used = seats.map(({ row: { review, week } }) => ({
        review,
        week: problem.weeks.indexOf(week ?? ''),
      }));
      return restRuns(lead, problem.weeks.length)
        .map((run) => ({
          ...run,
          seats: used.filter(({ week }) => week >= run.from && week < run.to),
        }))
        .filter((run) => run.seats.length > restReviews)
        .slice(0, 1)
        .map((run) => ({
          sentence: `${person} has ${seatsInWords(run.seats.length)} in ${lengthInWords(run)} from the ${weekInWords(problem.weeks[run.from] ?? '')} on; ${restReviews} is the most.`,
          reviews: run.seats.map(({ review }) => review),
          people: [person],
        }));
    }),
};

function lengthInWords({ from, to }: { from: number; to: number }): string {
  return to - from === 1 ? '1 week' : `${to - from} weeks`;
}

/** The longest runs that a person's rest rule looks at, as half-open ranges of week numbers. */
export function restRuns(lead: Lead, weekCount: number): { from: number; to: number }[] {
  const length = Math.min(lead.limits.restWeeks, weekCount);
  return Array.from({ length: weekCount - length + 1 }, (_, from) => ({ from, to: from + length }));
}
