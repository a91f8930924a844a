import { milesAtLeast, milesAtMost } from '../distance.js';
import type { SeatRule } from './seat-rule.js';

/** The road distance is at most their `maxKm`. */
export const withinTravelRadius: SeatRule = {
  name: 'withinTravelRadius',
  title: 'Lives within their own travel distance',
  keepsOut: {
    one: 'lives further away than they agreed to travel',
    many: 'live further away than they agreed to travel',
  },
  subject: 'PAIR',
  refuse: ({ lead, review, roadKm }) =>
    lead.limits.maxKm === null || roadKm <= lead.limits.maxKm
      ? null
      : `${lead.id} lives ${milesAtLeast(roadKm)} miles by road from ${review.id} and travels at most ${milesAtMost(lead.limits.maxKm)}.`,
};
