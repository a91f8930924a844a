import { seatsOf, type PlanRule } from './plan-rule.js';

/** The lead, the quality assurer and the shadow of a review are different people. */
export const seatsAreDifferentPeople: PlanRule = {
  name: 'seatsAreDifferentPeople',
  title: 'Nobody has two seats on one review',
  breaches: ({ rows }) =>
    rows.flatMap((row) => {
      const people = seatsOf(row).map((seat) => seat.person);
      const repeated = people.find((person, i) => people.indexOf(person) !== i);
      if (repeated === undefined) return [];
      const sentence = `${repeated} has two seats on ${row.review}.`;
      return [{ sentence, reviews: [row.review], people: [repeated] }];
    }),
};
