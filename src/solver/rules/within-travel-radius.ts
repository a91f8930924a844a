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
      : `${review.id} is ${roadKm.toFixed(1)} km from ${lead.id}, who travels at most ${lead.limits.maxKm} km.`,
};
