import type { Problem } from '../problem.js';
import type { ValuedSeat } from './aim.js';

/**
 * The points that every seat pays: availability, region and travel
 * (`docs/problem-format.md`, "Points"). An integer, at least 0.
 */
export function seatPoints(problem: Problem): (seat: ValuedSeat) => number {
  const { policy } = problem;
  return ({ lead, review, slot, roadKm }) => {
    const availability = lead.availability[slot.week]?.[slot.window] ?? 'IF_NEEDED';
    const region = Object.hasOwn(lead.regions, review.region)
      ? (lead.regions[review.region] ?? 'WILLING')
      : 'WILLING';
    return (
      policy.availability[availability] +
      (region === 'NO' ? 0 : policy.region[region]) +
      policy.travelStep * Math.floor(roadKm / policy.travelStepKm) +
      (roadKm > policy.overnightKm ? policy.overnight : 0)
    );
  };
}
