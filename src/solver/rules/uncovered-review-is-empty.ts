import type { SeatRow } from '../problem.js';
import { seatsOf, type Found, type PlanRule } from './plan-rule.js';

/** A review without a lead has no slot, no quality assurer and no shadow; one with a lead has a slot. */
export const uncoveredReviewIsEmpty: PlanRule = {
  name: 'uncoveredReviewIsEmpty',
  title: 'Nobody sits on a review that has no lead',
  breaches: ({ rows }) =>
    rows.flatMap((row) => {
      const hasSlot = row.week !== null && row.window !== null;
      if (row.lead !== null)
        return hasSlot ? [] : [concerning(row, `${row.review} has a lead and no slot.`)];
      const empty =
        row.week === null &&
        row.window === null &&
        row.qualityAssurer === null &&
        row.shadow === null;
      return empty
        ? []
        : [concerning(row, `${row.review} has no lead, so it can have no slot and no other seat.`)];
    }),
};

function concerning(row: SeatRow, sentence: string): Found {
  return { sentence, reviews: [row.review], people: seatsOf(row).map(({ person }) => person) };
}
