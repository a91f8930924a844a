import { type ReviewLife, type Stage } from './review-life.js';

/** Why a school has nobody to lead its review, the most telling first. */
export const REASONS = [
  'NO_REVIEW',
  'CANCELLED',
  'POSTPONED',
  'YEAR_OVER',
  'LEAD_LOST',
  'SEAT_MISSING',
  'NO_TERM',
  'WINDOWS_NOT_KNOWN',
  'NOT_PLACED',
] as const;
export type Reason = (typeof REASONS)[number];

/**
 * Why nobody leads the review of a school; exactly one reason.
 *
 * @param review null: the school has none this year
 * @param stage of the review
 */
export function whyNotCovered(
  review: Omit<ReviewLife, 'code' | 'urn' | 'endedBy' | 'reason' | 'carriedOver'> | null,
  stage: Stage,
): Reason {
  if (review === null) return 'NO_REVIEW';
  if (stage === 'CANCELLED' || stage === 'POSTPONED') return stage;
  const { state, termId, windowsKnown, leadSeats } = review;
  if (state === 'NOT_COVERED') return 'YEAR_OVER';
  const wasOffered = leadSeats.some((seat) => seat.termId === termId && seat.offered !== null);
  if (wasOffered) return 'LEAD_LOST';
  if (state !== 'REQUESTED') return 'SEAT_MISSING';
  if (termId === null) return 'NO_TERM';
  return windowsKnown ? 'NOT_PLACED' : 'WINDOWS_NOT_KNOWN';
}
