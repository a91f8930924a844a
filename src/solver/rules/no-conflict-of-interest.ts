import type { SeatRule } from './seat-rule.js';

/** No conflict names the review's school or its trust. */
export const noConflictOfInterest: SeatRule = {
  name: 'noConflictOfInterest',
  title: 'Has no conflict with this school or its trust',
  keepsOut: {
    one: 'has a conflict with it or its trust',
    many: 'have a conflict with it or its trust',
  },
  subject: 'PAIR',
  refuse: ({ lead, review }) => {
    const conflict = lead.conflicts.find(
      // A conflict names a school or a trust; a school without a trust has null, which no conflict names.
      ({ urn, trust }) => urn === review.urn || trust === review.trust,
    );
    return conflict
      ? `${lead.id} has a conflict with the school of ${review.id}: ${conflict.reason}.`
      : null;
  },
};
