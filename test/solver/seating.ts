import { roadKm } from '../../src/solver/distance.js';
import type { Lead, Problem, Review, Role, Slot } from '../../src/solver/problem.js';
import type { Seating } from '../../src/solver/rules/seat-rule.js';
import { person, problem, review, WEEK_1 } from './builders.js';

interface SeatingChanges {
  problem?: Partial<Problem>;
  lead?: Partial<Lead>;
  review?: Partial<Review>;
  role?: Role;
  slot?: Slot;
}

/** Ada considered as lead of R1, Monday to Wednesday of the first week, unless said otherwise. */
export function seating(changes: SeatingChanges = {}): Seating {
  const lead = person('Ada', changes.lead);
  const school = review('R1', changes.review);
  const whole = problem({ leads: [lead], reviews: [school], ...changes.problem });
  return {
    problem: whole,
    lead,
    review: school,
    role: changes.role ?? 'LEAD',
    slot: changes.slot ?? { week: WEEK_1, window: 'MON_WED' },
    roadKm: roadKm(lead.home, school, whole.policy.roadFactor),
  };
}
