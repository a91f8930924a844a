import type { Edit } from '../../api/plan-changes';
import type { components } from '../../api/schema';

type Move = components['schemas']['PlanMove'];

/** The changes by hand that make of a plan what a price has found: each review exactly as it stands there. */
export function editsOf(moves: readonly Pick<Move, 'review' | 'after'>[]): Edit[] {
  return moves.map(({ review, after }): Edit => {
    const { lead, week, window, qualityAssurer, shadow } = after;
    return lead === null || week === null || window === null
      ? { kind: 'CLEAR', review }
      : { kind: 'PUT', review, lead, week, window, qualityAssurer, shadow };
  });
}
