/** Where a shortfall comes from. docs/compliance.md says how, with an example of each. */
export const CAUSES = [
  'CANCELLED_BY_SCHOOL',
  'DECLINED',
  'TOO_FEW_DATES',
  'CONFLICTS_OR_CAPS',
  'NOT_OFFERED',
] as const;
export type Cause = (typeof CAUSES)[number];

/** What the split of a shortfall is worked out from: whole numbers of reviews, 0 or more. */
export interface ShortfallFacts {
  minimum: number;
  led: number;
  confirmedAhead: number;
  awaitingAnswer: number;
  declined: number;
  /** Accepted at first, then given back by the person. */
  withdrawn: number;
  /** Cancelled by the school so late that it counts as offered. */
  cancelledLate: number;
  /** Most reviews that the declared dates permit over the year; null: not known, so they are blamed for nothing. */
  mostByAvailability: number | null;
  /** Most reviews that all the rules permit over the year; null as above. */
  mostByAllRules: number | null;
}

/** Reviews that nobody has led, accepted or been asked for yet: minimum − led − confirmed − waiting, never below 0. */
export function shortfallOf(
  facts: Pick<ShortfallFacts, 'minimum' | 'led' | 'confirmedAhead' | 'awaitingAnswer'>,
): number {
  return Math.max(0, facts.minimum - facts.led - facts.confirmedAhead - facts.awaitingAnswer);
}

/**
 * Splits a shortfall into its causes. Each takes what it explains of what those before it left, so the parts are
 * whole, none is below 0, and together they are the shortfall: first the reviews that were offered and lost, to a
 * late cancellation or to a no; then what could never have been offered, for want of dates or because of the rules;
 * what is left was not offered.
 */
export function attribute(facts: ShortfallFacts): Record<Cause, number> {
  let rest = shortfallOf(facts);
  const take = (most: number): number => {
    const part = Math.min(rest, Math.max(0, most));
    rest -= part;
    return part;
  };
  const { minimum, mostByAvailability: dates, mostByAllRules: rules } = facts;
  return {
    CANCELLED_BY_SCHOOL: take(facts.cancelledLate),
    DECLINED: take(facts.declined + facts.withdrawn),
    TOO_FEW_DATES: take(dates === null ? 0 : minimum - dates),
    CONFLICTS_OR_CAPS: take(rules === null ? 0 : Math.min(minimum, dates ?? minimum) - rules),
    NOT_OFFERED: rest,
  };
}
