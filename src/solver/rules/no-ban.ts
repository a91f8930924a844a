import { slotInWords } from '../slot-words.js';
import type { SeatRule } from './seat-rule.js';

/** No ban matches: all that a ban names must be so. */
export const noBan: SeatRule = {
  name: 'noBan',
  title: 'Has not been ruled out by operations',
  keepsOut: {
    one: 'has been ruled out by operations',
    many: 'have been ruled out by operations',
  },
  subject: 'SEATING',
  refuse: ({ problem, lead, review, slot }) =>
    problem.bans.some(
      (ban) =>
        ban.lead === lead.id &&
        (ban.review === undefined || ban.review === review.id) &&
        (ban.week === undefined || ban.week === slot.week) &&
        (ban.window === undefined || ban.window === slot.window),
    )
      ? `${lead.id} has been ruled out for ${review.id} on ${slotInWords(slot)}.`
      : null,
};
