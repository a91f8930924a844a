import type { Location } from '../../src/solver/problem.js';
import type { SeededRandom } from '../seeded-random.js';

/** The nine English regions: middle, how far places lie from it, and their share of schools. */
const REGIONS = [
  { name: 'North East', lat: 54.86, lon: -1.54, spreadKm: 45, share: 6 },
  { name: 'North West', lat: 53.61, lon: -2.59, spreadKm: 60, share: 15 },
  { name: 'Yorkshire and the Humber', lat: 53.76, lon: -1.31, spreadKm: 60, share: 9 },
  { name: 'East Midlands', lat: 52.87, lon: -1.0, spreadKm: 60, share: 8 },
  { name: 'West Midlands', lat: 52.53, lon: -2.05, spreadKm: 50, share: 12 },
  { name: 'East of England', lat: 52.08, lon: 0.42, spreadKm: 70, share: 11 },
  { name: 'London', lat: 51.51, lon: -0.13, spreadKm: 22, share: 18 },
  { name: 'South East', lat: 51.25, lon: -0.46, spreadKm: 75, share: 14 },
  { name: 'South West', lat: 51.04, lon: -2.99, spreadKm: 90, share: 7 },
] as const;

export const REGION_NAMES: readonly string[] = REGIONS.map(({ name }) => name);

const KM_PER_DEGREE = 111.2;

/** A place and the region it lies in. */
export interface Place extends Location {
  region: string;
}

/** Somewhere in England, denser in the middle of each region. */
export function somewhere(random: SeededRandom): Place {
  const region = random.pick(REGIONS.flatMap((each) => Array<typeof each>(each.share).fill(each)));
  const distance = region.spreadKm * random.fraction();
  const angle = 2 * Math.PI * random.fraction();
  const lat = region.lat + (distance * Math.sin(angle)) / KM_PER_DEGREE;
  const kmPerDegreeEast = KM_PER_DEGREE * Math.cos((region.lat * Math.PI) / 180);
  const lon = region.lon + (distance * Math.cos(angle)) / kmPerDegreeEast;
  return { region: region.name, lat: Number(lat.toFixed(4)), lon: Number(lon.toFixed(4)) };
}
