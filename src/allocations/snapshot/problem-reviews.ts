import { slotKey } from '../../availability/grades.js';
import { type HostWindow, type Review } from '../../solver/problem.js';
import { type LeftOut, type ReviewInput } from './snapshot-input.js';

/** Why a review is left out whose host was asked and said nothing. */
export const WINDOWS_NOT_KNOWN = 'Windows not known: the host has not answered';

/**
 * The term's reviews as the problem has them, by code. What cannot be put to a solver is left out with
 * its reason (`docs/domain.md`, "Due"); a held review needs no answer from its host.
 *
 * @param held codes of reviews that are led or accepted
 */
export function problemReviews(
  inputs: readonly ReviewInput[],
  weeks: readonly string[],
  held: ReadonlySet<string>,
): { reviews: Review[]; leftOut: LeftOut[] } {
  const reviews: Review[] = [];
  const leftOut: LeftOut[] = [];
  for (const input of inputs) {
    const { code, phase, location } = input;
    if (phase === null || location === null) {
      const missing =
        phase === null
          ? 'The school’s phase is blank: set it in the register'
          : 'The school has no location: set it in the register';
      leftOut.push({ review: code, reason: missing });
    } else if (input.hostWindows === null && !held.has(code)) {
      leftOut.push({ review: code, reason: WINDOWS_NOT_KNOWN });
    } else {
      reviews.push({
        id: code,
        urn: input.urn,
        trust: input.trust,
        region: input.region,
        phase,
        lat: location.lat,
        lon: location.lon,
        needs: [...new Set(input.needs)].sort(),
        priority: input.priority,
        windows: acceptedWindows(input, weeks),
      });
    }
  }
  return { reviews, leftOut };
}

/** What the host accepts and the school's calendar still allows, in order of time. */
function acceptedWindows(input: ReviewInput, weeks: readonly string[]): HostWindow[] {
  const usable = new Set(input.usable.map(slotKey));
  const known = new Set(weeks);
  return (input.hostWindows ?? [])
    .filter((window) => usable.has(slotKey(window)) && known.has(window.week))
    .map(({ week, window, grade }) => ({ week, window, grade }))
    .sort((a, b) => (slotKey(a) < slotKey(b) ? -1 : 1));
}
