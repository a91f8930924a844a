import type { Location } from './problem.js';

/** Mean Earth radius in km, `docs/problem-format.md` "Distance". */
const EARTH_RADIUS_KM = 6371.0088;

/** Distances are kept in km and shown in miles. */
export const KM_PER_MILE = 1.609344;

/** Whole miles for people, so rounded that what is further than a limit never reads as within it. */
export const milesAtLeast = (km: number): number => Math.ceil(km / KM_PER_MILE);
/** As `milesAtLeast`, for the limit. */
export const milesAtMost = (km: number): number => Math.floor(km / KM_PER_MILE);

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/**
 * Great-circle distance by the haversine formula, times the road factor, in km
 * (`docs/problem-format.md`, "Distance").
 */
export function roadKm(from: Location, to: Location, roadFactor: number): number {
  const lat1 = radians(from.lat);
  const lat2 = radians(to.lat);
  const halfLat = Math.sin((lat2 - lat1) / 2);
  const halfLon = Math.sin(radians(to.lon - from.lon) / 2);
  const a = halfLat ** 2 + Math.cos(lat1) * Math.cos(lat2) * halfLon ** 2;
  // Rounding can lift a just above 1 for antipodes, where asin would be NaN.
  return roadFactor * 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, a)));
}
