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
      const used = seats.map((seat) => problem.weeks.indexOf(seat.row.week ?? ''));
      const broken = restRuns(lead, problem.weeks.length).find(
        (run) => used.filter((week) => isWithin(run, week)).length > restReviews,
      );
      if (broken === undefined) return [];
      const those = seats.filter((_, i) => isWithin(broken, used[i] ?? -1));
      const first = weekInWords(problem.weeks[broken.from] ?? '');
      return [
        {
          sentence: `${person} has ${seatsInWords(those.length)} in ${lengthInWords(broken)} from the ${first} on; ${restReviews} is the most.`,
          reviews: those.map(({ row }) => row.review),
          people: [person],
        },
      ];
    }),
};

/** Neighbouring weeks by number, `to` not among them. */
export interface Run {
  from: number;
  to: number;
}

export function isWithin({ from, to }: Run, week: number): boolean {
  return week >= from && week < to;
}

function lengthInWords({ from, to }: Run): string {
  return to - from === 1 ? '1 week' : `${to - from} weeks`;
}

/** The longest runs that a person's rest rule looks at, as half-open ranges of week numbers. */
export function restRuns(lead: Lead, weekCount: number): Run[] {
  const length = Math.min(lead.limits.restWeeks, weekCount);
  return Array.from({ length: weekCount - length + 1 }, (_, from) => ({ from, to: from + length }));
}
