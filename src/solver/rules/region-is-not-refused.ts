import type { SeatRule } from './seat-rule.js';

/** Their grade for the review's region is not `NO`. */
export const regionIsNotRefused: SeatRule = {
  name: 'regionIsNotRefused',
  title: 'Travels to this region',
  keepsOut: {
    one: 'does not travel to its region',
    many: 'do not travel to its region',
  },
  subject: 'PAIR',
  refuse: ({ lead, review }) =>
    Object.hasOwn(lead.regions, review.region) && lead.regions[review.region] === 'NO'
      ? `${lead.id} does not travel to the region of ${review.id} (${review.region}).`
      : null,
};
