import {
  DEFAULT_POLICY,
  type Lead,
  type Problem,
  PROBLEM_FORMAT,
  type Review,
  WINDOWS,
} from '../../src/solver/problem.js';
import { writeProblem } from '../../src/solver/file/write-files.js';

const WEEKS = ['2027-01-11', '2027-01-18', '2027-01-25', '2027-02-01'];

/** How many people and reviews; the usual ones solve in moments. */
export interface Size {
  leads: number;
  reviews: number;
}
const usualSize: Size = { leads: 8, reviews: 12 };

/** A problem over four weeks; each seed gives another one, always feasible because it pins nothing. */
export function smallProblem(seed: number, size: Size = usualSize): Problem {
  const next = randomFrom(seed);
  const below = (limit: number): number => Math.floor(next() * limit);
  const somewhere = (): { lat: number; lon: number } => ({
    lat: 51 + below(300) / 100,
    lon: -2 + below(200) / 100,
  });
  const leads = Array.from({ length: size.leads }, (_, i): Lead => ({
    id: `L${i + 1}`,
    roles: ['LEAD'],
    isNew: false,
    home: somewhere(),
    phases: ['PRIMARY'],
    needs: [],
    conflicts: [],
    regions: {},
    availability: Object.fromEntries(
      WEEKS.filter(() => below(4) > 0).map((week) => [week, { MON_WED: 'AVAILABLE' as const }]),
    ),
    commitment: { minimum: 6, done: below(3), target: 2 },
    limits: { term: 4, restReviews: 3, restWeeks: 4, maxKm: null },
  }));
  const reviews = Array.from({ length: size.reviews }, (_, i): Review => ({
    id: `R${i + 1}`,
    urn: String(100_000 + i),
    trust: null,
    region: 'London',
    phase: 'PRIMARY',
    ...somewhere(),
    needs: [],
    priority: 1 + below(2),
    windows: WEEKS.map((week) => ({ week, window: WINDOWS[0], grade: 'PREFERRED' as const })),
  }));
  return {
    format: PROBLEM_FORMAT,
    name: `Small problem ${seed}`,
    weeks: WEEKS,
    closed: [],
    leads,
    reviews,
    published: [],
    pins: [],
    bans: [],
    policy: DEFAULT_POLICY,
  };
}

export function smallProblemFile(seed: number, size: Size = usualSize): Buffer {
  return Buffer.from(writeProblem(smallProblem(seed, size)), 'utf8');
}

/** Numbers in [0, 1) that a seed fixes (mulberry32, public domain, Tommy Ettinger). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
