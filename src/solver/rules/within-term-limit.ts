import type { PlanRule } from './plan-rule.js';

/** Nobody has more than `limits.term` seats. */
export const withinTermLimit: PlanRule = {
  name: 'withinTermLimit',
  title: 'No more reviews in the term than their limit',
  breaches: ({ seatsByPerson, leadsById }) =>
    [...seatsByPerson].flatMap(([person, seats]) => {
      const limit = leadsById.get(person)?.limits.term;
      return limit !== undefined && seats.length > limit
        ? [`${person} has ${seats.length} seats; their limit for the term is ${limit}.`]
        : [];
    }),
};
