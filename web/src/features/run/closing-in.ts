import { scaleLinear } from 'd3-scale';
import type { AimStanding } from '../../api/runs';

/** Where the picture of an aim is filled, in hundredths from its left end. */
export interface ClosingIn {
  /** Up to here a plan reaches. */
  readonly reached: number;
  /** From here on no plan can. They meet when the aim is proven. */
  readonly limit: number;
}

/** The share of the picture that is filled on either side when value and bound are first known. */
const MARGIN = 12;

/**
 * Value and bound on their way to each other: the ends are where both were first known, better to the right, whichever way the
 * aim runs. Null while nothing is known.
 */
export function closingIn({
  value,
  bound,
  opening,
}: Pick<AimStanding, 'value' | 'bound' | 'opening'>): ClosingIn | null {
  if (value === null && bound === null) return null;
  if (value === null) return { reached: 0, limit: 100 - MARGIN };
  if (bound === null) return { reached: MARGIN, limit: 100 };
  if (value === bound) {
    const meet =
      opening === null || opening.value === opening.bound ? 100 : meetingPoint(value, opening);
    return { reached: meet, limit: meet };
  }
  const from = opening === null || opening.value === opening.bound ? { value, bound } : opening;
  const place = scaleLinear([from.value, from.bound], [MARGIN, 100 - MARGIN]).clamp(true);
  return { reached: place(value), limit: place(bound) };
}

function meetingPoint(value: number, opening: { value: number; bound: number }): number {
  return scaleLinear([opening.value, opening.bound], [MARGIN, 100 - MARGIN]).clamp(true)(value);
}
