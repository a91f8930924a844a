import type { Aim } from '../aims/aim.js';
import type { AimResult } from '../plan.js';

/**
 * The results of a solve that ended early, with what else is proven: of the aims that the plan attains, and of the first
 * in doubt. Of later ones a bound holds only given the aims before, so nothing more is known.
 *
 * @param provenOf the value of the plan at hand, and the bound given that the aims before attain theirs
 */
export function withBounds(
  results: readonly AimResult[],
  aims: readonly Aim[],
  provenOf: (aim: Aim) => AimResult,
): AimResult[] {
  const inDoubt = aims.findIndex((aim) => {
    const { value, bound } = provenOf(aim);
    return value !== bound;
  });
  return results.map((result, index) => {
    const aim = aims[index];
    if (!aim || (inDoubt >= 0 && index > inDoubt)) return result;
    const { bound } = provenOf(aim);
    const isNearer = distance(result.value, bound) < distance(result.value, result.bound);
    return isNearer ? { ...result, bound } : result;
  });
}

function distance(value: number | null, bound: number | null): number {
  return value === null || bound === null ? Infinity : Math.abs(value - bound);
}
