import { seatsInWords, type PlanRule } from './plan-rule.js';

/** Nobody has more than `limits.term` seats. */
export const withinTermLimit: PlanRule = {
  name: 'withinTermLimit',
  title: 'No more reviews in the term than their limit',
  breaches: ({ seatsByPerson, leadsById }) =>
    [...seatsByPerson].flatMap(([person, seats]) => {
      const limit = leadsById.get(person)?.limits.term;
      return limit !== undefined && seats.length > limit
        ? [
            {
              sentence: `${person} has ${seatsInWords(seats.length)}; their limit for the term is ${limit}.`,
              reviews: seats.map(({ row }) => row.review),
              people: [person],
            },
          ]
        : [];
    }),
};
