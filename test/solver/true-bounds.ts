/** What a solve that ended early may say of its bounds. */
import { aims } from '../../src/solver/aims/aims.js';
import type { AimResult } from '../../src/solver/plan.js';

/** Whether no bound rules out the best plan: each holds given the values of the aims before it. */
export function areTrueBounds(results: readonly AimResult[], best: readonly number[]): boolean {
  for (const [index, aim] of aims.entries()) {
    const { value, bound } = results[index] as AimResult;
    const attained = best[index] as number;
    if (aim.sense === 'MAX' ? (bound as number) < attained : (bound as number) > attained)
      return false;
    if (value !== attained) return true;
  }
  return true;
}
