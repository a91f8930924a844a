import { type HostWindow, type Review, type Week, WINDOWS } from '../../src/solver/problem.js';
import { somewhere } from './places.js';
import type { SeededRandom } from '../seeded-random.js';

export const NEEDS = ['ASD', 'SEMH', 'SLD', 'MLD', 'PMLD', 'SPLD', 'HI', 'VI'];
export const MAINSTREAM_PHASES = ['primary', 'primary', 'primary', 'secondary', 'secondary'];

/** Hosts weighted towards the North East and South East, as the programme's priority rule has it. */
export function generateReviews(count: number, weeks: Week[], random: SeededRandom): Review[] {
  const trusts = Array.from(
    { length: Math.ceil(count / 4) + 1 },
    (_, index) => `trust-${index + 1}`,
  );
  return Array.from({ length: count }, (_, index) => {
    const { region, lat, lon } = somewhere(random);
    const isSpecial = random.chance(0.18);
    const isPriorityRegion = region === 'North East' || region === 'South East';
    const carriedOver = random.chance(0.08) ? 1 : 0;
    return {
      id: `R${index + 1}`,
      urn: String(100_001 + index),
      trust: random.chance(0.13) ? null : random.pick(trusts),
      region,
      phase: isSpecial ? 'special' : random.pick(MAINSTREAM_PHASES),
      lat,
      lon,
      needs: isSpecial ? random.sample(NEEDS.slice(0, 5), random.between(1, 3)) : [],
      priority: (isPriorityRegion ? 2 : 1) + carriedOver,
      windows: hostWindows(weeks, random),
    };
  });
}

/** In 3 to 6 weeks, one window or both. */
function hostWindows(weeks: Week[], random: SeededRandom): HostWindow[] {
  const accepted = new Set(random.sample(weeks, random.between(3, 6)));
  return weeks
    .filter((week) => accepted.has(week))
    .flatMap((week) =>
      random.sample(WINDOWS, random.between(1, 2)).map((window): HostWindow => {
        return { week, window, grade: random.chance(0.4) ? 'PREFERRED' : 'ACCEPTABLE' };
      }),
    );
}
