import { type Settings } from '../settings/settings.js';

export interface Priority {
  /** Weight in coverage, 1 or more. */
  value: number;
  /** How it came about, for people. */
  reason: string;
}

/**
 * The weight of a review in coverage: docs/domain.md, "The review", Priority. What operations set
 * (1 to 9, with a reason) stands instead of what is derived.
 */
export function priorityOf(
  review: {
    region: string;
    inPriorityRegion: boolean;
    carriedOver: number;
    override: { priority: number; reason: string } | null;
  },
  settings: Pick<Settings, 'priority'>,
): Priority {
  if (review.override) {
    return {
      value: review.override.priority,
      reason: `Set by operations: ${review.override.reason}`,
    };
  }
  const { usual, priorityRegion, perTermCarriedOver } = settings.priority;
  const base = review.inPriorityRegion ? priorityRegion : usual;
  const reasons = [
    ...(review.inPriorityRegion ? [`${review.region} is a priority region`] : []),
    ...(review.carriedOver > 0 ? [`carried over ${times(review.carriedOver)}`] : []),
  ];
  return {
    value: base + perTermCarriedOver * review.carriedOver,
    reason: reasons.length === 0 ? 'The usual weight' : reasons.join('; '),
  };
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
