import type { Location } from '../problem.js';

const EARTH_RADIUS_KM = 6371.0088;
const RADIANS_PER_DEGREE = Math.PI / 180;

/**
 * Road distance in km between two places, at least 0 (problem-format.md, Distance): the haversine
 * great-circle distance in double precision, times `roadFactor`.
 */
export function roadKm(from: Location, to: Location, roadFactor: number): number {
  const halfLat = ((to.lat - from.lat) * RADIANS_PER_DEGREE) / 2;
  const halfLon = ((to.lon - from.lon) * RADIANS_PER_DEGREE) / 2;
  const a =
    Math.sin(halfLat) ** 2 +
    Math.cos(from.lat * RADIANS_PER_DEGREE) *
      Math.cos(to.lat * RADIANS_PER_DEGREE) *
      Math.sin(halfLon) ** 2;
  // Rounding can lift `a` a hair above 1 for places at opposite ends of the earth.
  return roadFactor * (2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, a))));
}
