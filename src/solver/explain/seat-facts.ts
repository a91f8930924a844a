import { roadKm } from '../distance.js';
import type {
  AvailabilityGrade,
  HostGrade,
  Lead,
  Problem,
  RegionGrade,
  Review,
  SeatRow,
  Slot,
} from '../problem.js';

/** The plain facts about a person who leads, or would lead, a review in a slot. */
export interface SeatFacts {
  slot: Slot;
  /** From their home to the school, and whether that is beyond what the policy calls a night away. */
  roadKm: number;
  isOvernight: boolean;
  /** Null: unavailable, not accepted. */
  availability: AvailabilityGrade | null;
  hostWindow: HostGrade | null;
  region: RegionGrade;
  /** The review's needs that are among their specialisms, and those that are not. */
  needsMatched: string[];
  needsUnmatched: string[];
  /** Whether they are new: they need a quality assurer on one of the reviews they lead. */
  isNew: boolean;
  commitment: {
    minimum: number;
    done: number;
    target: number;
    /** Reviews that they lead in the plan that the facts are told of. */
    led: number;
  };
}

/** @param rows the plan in which they lead so many reviews */
export function seatFacts(
  problem: Problem,
  rows: readonly SeatRow[],
  lead: Lead,
  review: Review,
  slot: Slot,
): SeatFacts {
  const km = roadKm(lead.home, review, problem.policy.roadFactor);
  const host = review.windows.find(
    ({ week, window }) => week === slot.week && window === slot.window,
  );
  const days = Object.hasOwn(lead.availability, slot.week) ? lead.availability[slot.week] : {};
  const region = Object.hasOwn(lead.regions, review.region) ? lead.regions[review.region] : null;
  return {
    slot,
    roadKm: km,
    isOvernight: km > problem.policy.overnightKm,
    availability: days?.[slot.window] ?? null,
    hostWindow: host?.grade ?? null,
    region: region ?? 'WILLING',
    needsMatched: review.needs.filter((need) => lead.needs.includes(need)),
    needsUnmatched: review.needs.filter((need) => !lead.needs.includes(need)),
    isNew: lead.isNew,
    commitment: { ...lead.commitment, led: rows.filter((row) => row.lead === lead.id).length },
  };
}
