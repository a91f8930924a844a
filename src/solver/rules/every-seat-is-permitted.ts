import { refusalsOf } from '../candidates.js';
import { roadKm } from '../distance.js';
import type { Found, PlanRule } from './plan-rule.js';

/** Every seat keeps the rules about one seat alone. */
export const everySeatIsPermitted: PlanRule = {
  name: 'everySeatIsPermitted',
  title: 'Everybody may take the seat they have',
  breaches: ({ problem, seats, leadsById, reviewsById }) =>
    seats.flatMap(({ row, role, person }): Found[] => {
      const lead = leadsById.get(person);
      const review = reviewsById.get(row.review);
      const concerned = { reviews: [row.review], people: [person] };
      if (!lead) return [{ sentence: `${person} is not a person of this problem.`, ...concerned }];
      if (!review)
        return [{ sentence: `${row.review} is not a review of this problem.`, ...concerned }];
      if (row.week === null || row.window === null) return [];
      const slot = { week: row.week, window: row.window };
      const km = roadKm(lead.home, review, problem.policy.roadFactor);
      const seating = { problem, lead, review, role, slot, roadKm: km };
      return refusalsOf(seating).map(({ rule, reason }) => ({
        seatRule: rule,
        sentence: reason,
        ...concerned,
      }));
    }),
};
