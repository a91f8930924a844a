import { KM_PER_MILE, roadKm } from '../../solver/distance.js';
import { type Location, type Policy } from '../../solver/problem.js';

/** Road miles one way, by the very distance that allocations weigh: great circle × the policy’s road factor. */
export function roadMiles(
  home: Location,
  school: Location,
  { roadFactor }: Pick<Policy, 'roadFactor'>,
): number {
  return roadKm(home, school, roadFactor) / KM_PER_MILE;
}
