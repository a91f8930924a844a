import type { Pin, SeatRow } from '../problem.js';
import type { PlanRule } from './plan-rule.js';

/** A pinned review gets a lead, and what its pin names is so. */
export const pinsHold: PlanRule = {
  name: 'pinsHold',
  title: 'What is pinned stays',
  breaches: ({ problem, rows }) => {
    const rowsByReview = new Map(rows.map((row) => [row.review, row]));
    return problem.pins
      .filter((pin) => !holds(pin, rowsByReview.get(pin.review)))
      .map((pin) => `The pin of ${pin.review} does not hold.`);
  },
};

function holds(pin: Pin, row: SeatRow | undefined): boolean {
  return (
    row !== undefined &&
    row.lead !== null &&
    (pin.lead === undefined || row.lead === pin.lead) &&
    (pin.qualityAssurer === undefined || row.qualityAssurer === pin.qualityAssurer) &&
    (pin.shadow === undefined || row.shadow === pin.shadow) &&
    (pin.week === undefined || row.week === pin.week) &&
    (pin.window === undefined || row.window === pin.window)
  );
}
