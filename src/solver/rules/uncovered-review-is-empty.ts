import { seatsOf, type PlanRule } from './plan-rule.js';

/** A review without a lead has no slot, no quality assurer and no shadow; one with a lead has a slot. */
export const uncoveredReviewIsEmpty: PlanRule = {
  name: 'uncoveredReviewIsEmpty',
  title: 'Nobody sits on a review that has no lead',
  breaches: ({ rows }) =>
    rows.flatMap((row) => {
      const hasSlot = row.week !== null && row.window !== null;
      const concerned = {
        reviews: [row.review],
        people: seatsOf(row).map(({ person }) => person),
      };
      if (row.lead !== null)
        return hasSlot ? [] : [{ sentence: `${row.review} has a lead and no slot.`, ...concerned }];
      const empty =
        row.week === null &&
        row.window === null &&
        row.qualityAssurer === null &&
        row.shadow === null;
      const sentence = `${row.review} has no lead, so it can have no slot and no other seat.`;
      return empty ? [] : [{ sentence, ...concerned }];
    }),
};
