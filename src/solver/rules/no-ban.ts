import type { Ban } from '../problem.js';
import { slotInWords } from '../slot-words.js';
import type { Seating, SeatRule } from './seat-rule.js';

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
    problem.bans.some((ban) => isBanned(ban, { lead, review, slot }))
      ? `${lead.id} has been ruled out for ${review.id} on ${slotInWords(slot)}.`
      : null,
};

/** Whether a ban matches somebody's seat: all that it names is so. */
export function isBanned(
  ban: Ban,
  { lead, review, slot }: Pick<Seating, 'lead' | 'review' | 'slot'>,
): boolean {
  return (
    ban.lead === lead.id &&
    (ban.review === undefined || ban.review === review.id) &&
    (ban.week === undefined || ban.week === slot.week) &&
    (ban.window === undefined || ban.window === slot.window)
  );
}
