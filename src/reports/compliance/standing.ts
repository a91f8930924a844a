/** How somebody's year stands, from the one to speak to first. docs/compliance.md, "Standing". */
export const STANDINGS = ['BEHIND', 'AT_RISK', 'ON_TRACK', 'MET', 'EXCEEDED'] as const;
export type Standing = (typeof STANDINGS)[number];

/**
 * Where a year stands. Whoever has led what the year asks has met it, more than that exceeds it. For everybody else it
 * is what is still to place against what could still come: more than can come is behind, exactly as much leaves
 * nothing to spare.
 *
 * @param shortfall reviews still to place
 * @param room the most reviews that could still be added this year
 */
export function standingOf(year: {
  minimum: number;
  led: number;
  shortfall: number;
  room: number;
}): Standing {
  if (year.led > year.minimum) return 'EXCEEDED';
  if (year.led === year.minimum) return 'MET';
  if (year.shortfall > year.room) return 'BEHIND';
  return year.shortfall > 0 && year.shortfall === year.room ? 'AT_RISK' : 'ON_TRACK';
}
