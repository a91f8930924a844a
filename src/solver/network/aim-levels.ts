import type { Aim } from '../aims/aim.js';
import { aims } from '../aims/aims.js';
import type { AimName } from '../plan.js';
import type { Problem } from '../problem.js';
import { LEVELS } from './build-network.js';

/** The aims up to `fit` are settled by leads, and by how many shadows have a seat. */
export const LEAD_AIMS = aims.slice(0, 6);

type Level = (typeof LEVELS)[number];

const LEVEL_OF: Partial<Record<AimName, Level>> = {
  coverage: 'uncovered',
  changes: 'changes',
  commitment: 'commitment',
  balance: 'balance',
  fit: 'fit',
};

/** The level of the network that stands for an aim; undefined where none does. */
export function levelOf(aim: AimName): Level | undefined {
  return LEVEL_OF[aim];
}

/** What a plan with these values of the aims costs in each of `LEVELS`. */
export function levelsOf(problem: Problem, values: ReadonlyMap<AimName, number>): number[] {
  return LEVELS.map((level) => {
    const aim = LEAD_AIMS.find(({ name }) => LEVEL_OF[name] === level);
    if (!aim) return 0;
    const value = values.get(aim.name) as number;
    return aim.name === 'coverage' ? aim.trivialBound(problem) - value : value - aim.start(problem);
  });
}

/**
 * The value of an aim that no plan betters which attains the aims before.
 *
 * @param least what every plan costs at least, in each of `LEVELS`, lexicographically
 * @param mostShadows no plan seats more shadows
 */
export function boundOf(
  problem: Problem,
  aim: Aim,
  least: readonly number[],
  mostShadows: number,
): number {
  if (aim.name === 'shadowing') return mostShadows;
  const cost = least[LEVELS.indexOf(LEVEL_OF[aim.name] as Level)] as number;
  return aim.name === 'coverage' ? aim.trivialBound(problem) - cost : aim.start(problem) + cost;
}

/** The first of the aims that leads decide, as long as something is so of them. */
export function firstAims(isSo: (aim: Aim) => boolean): readonly Aim[] {
  const end = LEAD_AIMS.findIndex((aim) => !isSo(aim));
  return end < 0 ? LEAD_AIMS : LEAD_AIMS.slice(0, end);
}
