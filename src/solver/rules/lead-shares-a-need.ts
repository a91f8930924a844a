import type { SeatRule } from './seat-rule.js';

/** For the lead's seat: if the review has needs, at least one is among theirs. */
export const leadSharesANeed: SeatRule = {
  name: 'leadSharesANeed',
  title: 'Knows at least one of the school’s needs',
  keepsOut: {
    one: 'knows none of its needs',
    many: 'know none of its needs',
  },
  subject: 'PAIR',
  refuse: ({ lead, review, role }) =>
    role !== 'LEAD' ||
    review.needs.length === 0 ||
    review.needs.some((need) => lead.needs.includes(need))
      ? null
      : `${lead.id} has none of the specialisms of ${review.id} (${review.needs.join(', ')}).`,
};
