import { roadKm } from '../distance.js';
import type { PlanRule } from './plan-rule.js';
import { seatRules } from './seat-rules.js';

/** Every seat keeps the rules about one seat alone. */
export const everySeatIsPermitted: PlanRule = {
  name: 'everySeatIsPermitted',
  title: 'Everybody may take the seat they have',
  breaches: ({ problem, seats, leadsById, reviewsById }) =>
    seats.flatMap(({ row, role, person }) => {
      const lead = leadsById.get(person);
      const review = reviewsById.get(row.review);
      if (!lead) return [`${person} is not a person of this problem.`];
      if (!review) return [`${row.review} is not a review of this problem.`];
      if (row.week === null || row.window === null) return [];
      const slot = { week: row.week, window: row.window };
      const km = roadKm(lead.home, review, problem.policy.roadFactor);
      return seatRules
        .map((rule) => rule.refuse({ problem, lead, review, role, slot, roadKm: km }))
        .filter((reason) => reason !== null);
    }),
};
