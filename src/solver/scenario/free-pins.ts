import { refusalsOf } from '../candidates.js';
import { roadKm } from '../distance.js';
import type { Pin, Problem, Role, Slot } from '../problem.js';
import type { FreedSeat } from './change.js';

/** A seat that a pin names. */
export interface PinnedSeat {
  review: string;
  role: Role;
  person: string;
  /** Null: a pin set by hand may leave it open. */
  slot: Slot | null;
}

/**
 * Frees pinned seats. With its lead a review has nothing left to hold: the whole pin goes, second seats with it. A second
 * seat goes alone.
 *
 * @returns the pins that stay, and the seats of slots that do not
 */
export function freePins(
  pins: readonly Pin[],
  isFreed: (seat: PinnedSeat) => boolean,
): { pins: Pin[]; freed: FreedSeat[] } {
  const freed: PinnedSeat[] = [];
  const kept = pins.flatMap((pin): Pin[] => {
    const seats = seatsOfPin(pin);
    const gone = seats.filter(isFreed);
    if (gone.length === 0) return [pin];
    if (gone.some(({ role }) => role === 'LEAD')) {
      freed.push(...seats);
      return [];
    }
    freed.push(...gone);
    return [without(pin, gone)];
  });
  return {
    pins: kept,
    freed: freed.flatMap(({ slot, ...seat }) => (slot ? [{ ...seat, ...slot }] : [])),
  };
}

/** Whether a rule forbids a pinned seat by itself; one without a slot is never known to be forbidden. */
export function isNoLongerPermitted(problem: Problem, seat: PinnedSeat): boolean {
  const lead = problem.leads.find(({ id }) => id === seat.person);
  const review = problem.reviews.find(({ id }) => id === seat.review);
  const { slot, role } = seat;
  if (!lead || !review || !slot) return false;
  const km = roadKm(lead.home, review, problem.policy.roadFactor);
  return refusalsOf({ problem, lead, review, role, slot, roadKm: km }).length > 0;
}

/** The seats that a pin names. */
export function seatsOfPin({
  review,
  lead,
  qualityAssurer,
  shadow,
  week,
  window,
}: Pin): PinnedSeat[] {
  const slot = week === undefined || window === undefined ? null : { week, window };
  const seat = (role: Role, person: string | undefined): PinnedSeat[] =>
    person === undefined ? [] : [{ review, role, person, slot }];
  return [
    ...seat('LEAD', lead),
    ...seat('QUALITY_ASSURER', qualityAssurer),
    ...seat('SHADOW', shadow),
  ];
}

function without(pin: Pin, gone: readonly PinnedSeat[]): Pin {
  const kept = { ...pin };
  for (const { role } of gone) {
    if (role === 'QUALITY_ASSURER') delete kept.qualityAssurer;
    if (role === 'SHADOW') delete kept.shadow;
  }
  return kept;
}
