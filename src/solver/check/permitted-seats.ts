import type {
  AvailabilityGrade,
  Ban,
  Lead,
  Problem,
  RegionGrade,
  Review,
  Role,
  Slot,
} from '../problem.js';
import { roadKm } from './distance.js';
import type { PlannedReview } from './planned-review.js';
import { place, quoted, seatWord } from './words.js';

/** The person's grade for a slot; null when they did not name it, so are unavailable. */
export function availabilityIn(person: Lead, slot: Slot): AvailabilityGrade | null {
  if (!Object.hasOwn(person.availability, slot.week)) return null;
  return person.availability[slot.week]?.[slot.window] ?? null;
}

/** The person's grade for a region; "a region not named is `WILLING`". */
export function regionGrade(person: Lead, region: string): RegionGrade {
  // A region may be called like something every object inherits ("constructor").
  return Object.hasOwn(person.regions, region) ? (person.regions[region] ?? 'WILLING') : 'WILLING';
}

/** Every seat of the plan that problem-format.md, Hard rules, first paragraph, does not permit. */
export function seatFaults(problem: Problem, planned: readonly PlannedReview[]): string[] {
  return planned.flatMap((plannedReview) => {
    const { review, slot, seats } = plannedReview;
    const at = place(review.id, slot);
    const ofSlot = slot === null ? [] : slotReasons(problem, review, slot);
    const ofSeats = seats.flatMap(({ role, personId, person }) => {
      const who = `${seatWord(role)} ${quoted(personId)}`;
      const reasons =
        person === null
          ? ['is not a person of the problem']
          : seatReasons(problem, person, role, plannedReview);
      return reasons.map((reason) => `${at}: ${who} ${reason}.`);
    });
    return [...ofSlot.map((reason) => `${at}: ${reason}.`), ...ofSeats];
  });
}

function slotReasons(problem: Problem, review: Review, { week, window }: Slot): string[] {
  const reasons: string[] = [];
  if (!problem.weeks.includes(week)) reasons.push('the week is not among the weeks of the problem');
  if (!review.windows.some((offer) => offer.week === week && offer.window === window)) {
    reasons.push('the slot is not among the windows the host accepts');
  }
  const closed = problem.closed.find((slot) => slot.week === week && slot.window === window);
  if (closed) reasons.push(`the slot is closed (${quoted(closed.reason)})`);
  return reasons;
}

function seatReasons(
  problem: Problem,
  person: Lead,
  role: Role,
  { review, slot }: PlannedReview,
): string[] {
  const reasons: string[] = [];
  if (!person.roles.includes(role)) reasons.push(`does not have the role ${role}`);
  if (slot !== null && availabilityIn(person, slot) === null) {
    reasons.push('is not available in that slot');
  }
  if (!person.phases.includes(review.phase)) {
    reasons.push(`may not review the phase ${quoted(review.phase)}`);
  }
  reasons.push(...conflictReasons(person, review));
  if (regionGrade(person, review.region) === 'NO') {
    reasons.push(`graded the region ${quoted(review.region)} NO`);
  }
  const distance = roadKm(person.home, review, problem.policy.roadFactor);
  const { maxKm } = person.limits;
  if (maxKm !== null && !(distance <= maxKm)) {
    // Up, so that what is too far never reads as near enough.
    const told = Math.ceil(distance * 10) / 10;
    reasons.push(`is ${told} km away by road, further than their limit of ${maxKm} km`);
  }
  if (problem.bans.some((ban) => banMatches(ban, person, review, slot))) {
    reasons.push('is banned from it');
  }
  if (role === 'LEAD' && review.needs.length > 0 && !sharesNeed(person, review)) {
    reasons.push(`has none of the review's needs (${review.needs.map(quoted).join(', ')})`);
  }
  return reasons;
}

function conflictReasons(person: Lead, review: Review): string[] {
  const reasons: string[] = [];
  if (person.conflicts.some(({ urn }) => urn !== undefined && urn === review.urn)) {
    reasons.push(`has a conflict with the school of URN ${quoted(review.urn)}`);
  }
  if (
    review.trust !== null &&
    person.conflicts.some(({ trust }) => trust !== undefined && trust === review.trust)
  ) {
    reasons.push(`has a conflict with the trust ${quoted(review.trust)}`);
  }
  return reasons;
}

/** "All that is named must match"; without a slot only a ban that names no part of one can match. */
function banMatches(ban: Ban, person: Lead, review: Review, slot: Slot | null): boolean {
  return (
    ban.lead === person.id &&
    (ban.review === undefined || ban.review === review.id) &&
    (ban.week === undefined || ban.week === slot?.week) &&
    (ban.window === undefined || ban.window === slot?.window)
  );
}

function sharesNeed(person: Lead, review: Review): boolean {
  return review.needs.some((need) => person.needs.includes(need));
}
