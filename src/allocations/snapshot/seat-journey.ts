import { KM_PER_MILE, roadKm } from '../../solver/distance.js';
import { type Location, type Policy } from '../../solver/problem.js';

/** What it takes to come to a school, by the very distance that allocations weigh: great circle × the policy's road factor. */
export interface SeatJourney {
  /** By road, one way; not rounded. */
  miles: number;
  /** Further than the policy's overnight distance. */
  isNightAway: boolean;
}

export function seatJourney(
  home: Location,
  school: Location,
  { roadFactor, overnightKm }: Pick<Policy, 'roadFactor' | 'overnightKm'>,
): SeatJourney {
  const km = roadKm(home, school, roadFactor);
  return { miles: km / KM_PER_MILE, isNightAway: km > overnightKm };
}
