import { permittedSlots, refusalsOf } from '../../solver/candidates.js';
import { roadKm } from '../../solver/distance.js';
import {
  type AvailabilityGrade,
  type Ban,
  type Lead,
  type Pin,
  type Problem,
  type Review,
  ROLES,
  type Role,
  type Slot,
} from '../../solver/problem.js';
import { restRuns } from '../../solver/rules/rest-is-kept.js';
import { type Seating } from '../../solver/rules/seat-rule.js';

/** A person's seat on a review that a re-plan must keep. */
export interface HeldSeat {
  role: Role;
  lead: string;
  /** The grade they had for the slot when they accepted it. */
  grade: AvailabilityGrade;
}

/** A review that is led or accepted: its slot and all its seats stay. */
export interface HeldReview extends Slot {
  review: string;
  seats: HeldSeat[];
}

/** A held seat with its person and review, as the rules look at it. */
interface Held {
  seat: HeldSeat;
  lead: Lead;
  review: Review;
  slot: Slot;
}

/**
 * Pins the held reviews and freezes the facts of their seats (`docs/domain.md`, "A re-plan"): what a
 * seat needs that no longer holds is granted, and the person is banned from every other review and
 * slot that only the granted facts would permit.
 *
 * @param draft the problem as the facts are today; it is not changed
 * @returns the problem with its pins, and what was granted or could not be kept, in words
 * @throws Error when a held review, person or week is not in the problem: the caller sees to that
 */
export function holdSeats(
  draft: Problem,
  held: readonly HeldReview[],
): { problem: Problem; notes: string[] } {
  const problem = structuredClone(draft);
  const notes: string[] = [];
  const kept = withoutClashes(problem, held, notes);
  const seats = kept.flatMap((review) => heldSeats(problem, review));
  const changed = new Set<string>();
  grantNewness(problem, kept, notes);
  for (const each of seats) grant(problem, each, changed, notes);
  for (const lead of problem.leads) raiseLimits(problem, lead, seats);
  const bans = problem.leads
    .filter((lead) => changed.has(lead.id))
    .flatMap((lead) => bansFor(draft, problem, lead, seats));
  return {
    problem: { ...problem, pins: kept.map(pinOf), bans: [...problem.bans, ...bans] },
    notes,
  };
}

/** Takes a week from a person for a seat that the problem cannot hold itself. */
export function occupy(lead: Lead, week: string): void {
  delete lead.availability[week];
  lead.limits.term = Math.max(0, lead.limits.term - 1);
}

function pinOf({ review, week, window, seats }: HeldReview): Pin {
  const holder = (role: Role): string | undefined => seats.find((seat) => seat.role === role)?.lead;
  const [lead, qualityAssurer, shadow] = [
    holder('LEAD'),
    holder('QUALITY_ASSURER'),
    holder('SHADOW'),
  ];
  return {
    review,
    ...(lead === undefined ? {} : { lead }),
    ...(qualityAssurer === undefined ? {} : { qualityAssurer }),
    ...(shadow === undefined ? {} : { shadow }),
    week,
    window,
  };
}

/**
 * Second seats that were each right when they were accepted and cannot stand in one plan: a lead's
 * quality-assured review and another that somebody shadows, or somebody's second shadow seat. The
 * shadow seat goes, and its person keeps the week.
 */
function withoutClashes(
  problem: Problem,
  held: readonly HeldReview[],
  notes: string[],
): HeldReview[] {
  const assured = new Set(
    held
      .filter(({ seats }) => seats.some((seat) => seat.role === 'QUALITY_ASSURER'))
      .flatMap(({ seats }) => leadsAmong(seats)),
  );
  const shadowed = new Set<string>();
  return held.map((review) => ({
    ...review,
    seats: review.seats.filter((seat) => {
      if (seat.role !== 'SHADOW') return true;
      const clashes =
        shadowed.has(seat.lead) || leadsAmong(review.seats).some((lead) => assured.has(lead));
      shadowed.add(seat.lead);
      if (!clashes) return true;
      const person = problem.leads.find((lead) => lead.id === seat.lead);
      if (person) occupy(person, review.week);
      notes.push(
        `${seat.lead} shadows ${review.review} as agreed; a plan cannot hold that seat, so only their week is kept free.`,
      );
      return false;
    }),
  }));
}

function leadsAmong(seats: readonly HeldSeat[]): string[] {
  return seats.filter((seat) => seat.role === 'LEAD').map((seat) => seat.lead);
}

function heldSeats(problem: Problem, held: HeldReview): Held[] {
  const review = problem.reviews.find(({ id }) => id === held.review);
  if (!review || !problem.weeks.includes(held.week)) {
    throw new Error(
      `${held.review} is held in the week of ${held.week}, which is not in the problem.`,
    );
  }
  return held.seats.map((seat) => {
    const lead = problem.leads.find(({ id }) => id === seat.lead);
    if (!lead) throw new Error(`${seat.lead} is held on ${held.review} and not in the problem.`);
    return { seat, lead, review, slot: { week: held.week, window: held.window } };
  });
}

/** Grants what the seat's rules lack; collects the people for whom that opens more than the seat. */
function grant(problem: Problem, held: Held, changed: Set<string>, notes: string[]): void {
  const { lead, seat, review } = held;
  for (const { rule, reason } of refusalsOf(seatingOf(problem, held))) {
    grantRule(problem, held, rule.name);
    if (rule.name !== 'personIsAvailable' && rule.name !== 'hostAcceptsSlot') {
      changed.add(lead.id);
      notes.push(`${seat.lead} keeps ${review.id}, accepted earlier, although: ${reason}`);
    }
  }
  const left = refusalsOf(seatingOf(problem, held));
  if (left.length > 0) {
    throw new Error(
      `${seat.lead} cannot be held on ${review.id}: ${left.map(({ reason }) => reason).join(' ')}`,
    );
  }
}

/** Who was new, or no longer new, when the second seat was agreed still counts so for this plan. */
function grantNewness(problem: Problem, held: readonly HeldReview[], notes: string[]): void {
  for (const { review, seats } of held) {
    const second = seats.find((seat) => seat.role !== 'LEAD');
    if (!second) continue;
    const wasNew = seats.some((seat) => seat.role === 'QUALITY_ASSURER');
    for (const lead of problem.leads.filter(({ id }) => leadsAmong(seats).includes(id))) {
      if (lead.isNew === wasNew) continue;
      lead.isNew = wasNew;
      notes.push(
        `${lead.id} counts as ${wasNew ? 'new' : 'no longer new'} in this plan, as when ${review} was agreed.`,
      );
    }
  }
}

function grantRule(problem: Problem, { seat, lead, review, slot }: Held, rule: string): void {
  switch (rule) {
    case 'roleIsHeld':
      lead.roles = ROLES.filter((role) => role === seat.role || lead.roles.includes(role));
      return;
    case 'hostAcceptsSlot':
      review.windows.push({ ...slot, grade: 'ACCEPTABLE' });
      return;
    case 'slotIsOpen':
      // Everybody's availability already leaves the slot out, so this opens it to nobody else.
      problem.closed = problem.closed.filter(
        ({ week, window }) => week !== slot.week || window !== slot.window,
      );
      return;
    case 'personIsAvailable':
      lead.availability[slot.week] = { [slot.window]: seat.grade };
      return;
    case 'phaseIsTheirs':
      lead.phases = [...lead.phases, review.phase].sort();
      return;
    case 'noConflictOfInterest':
      lead.conflicts = lead.conflicts.filter(
        ({ urn, trust }) => urn !== review.urn && (trust === undefined || trust !== review.trust),
      );
      return;
    case 'regionIsNotRefused':
      lead.regions[review.region] = 'RELUCTANT';
      return;
    case 'withinTravelRadius':
      lead.limits.maxKm = Math.ceil(roadKm(lead.home, review, problem.policy.roadFactor));
      return;
    case 'noBan':
      problem.bans = problem.bans.filter(
        (ban) => ban.lead !== lead.id || (ban.review !== undefined && ban.review !== review.id),
      );
      return;
    case 'leadSharesANeed':
      // The review's lead is fixed, so its needs decide nothing any more.
      review.needs = [];
      return;
    default:
      throw new Error(`The rule ${rule} has no way to be granted to a seat that is held.`);
  }
}

function seatingOf(problem: Problem, { seat, lead, review, slot }: Held): Seating {
  return {
    problem,
    lead,
    review,
    role: seat.role,
    slot,
    roadKm: roadKm(lead.home, review, problem.policy.roadFactor),
  };
}

/** Seats that are there must fit the caps; where they go beyond the rest rule nothing is added to them. */
function raiseLimits(problem: Problem, lead: Lead, seats: readonly Held[]): void {
  const weeks = seats
    .filter((held) => held.lead === lead)
    .map(({ slot }) => problem.weeks.indexOf(slot.week));
  const most = Math.max(
    0,
    ...restRuns(lead, problem.weeks.length).map(
      (run) => weeks.filter((week) => run.from <= week && week < run.to).length,
    ),
  );
  const restIsBroken = most > lead.limits.restReviews;
  if (restIsBroken) lead.limits.restReviews = most;
  if (restIsBroken || weeks.length > lead.limits.term) lead.limits.term = weeks.length;
}

/** What the person may do after the grants and might not do, in any seat, before them. */
function bansFor(before: Problem, after: Problem, lead: Lead, seats: readonly Held[]): Ban[] {
  const own = new Set(seats.filter((held) => held.lead === lead).map(({ review }) => review.id));
  const weeksTaken = new Set(
    seats.filter((held) => held.lead === lead).map(({ slot }) => slot.week),
  );
  const earlier = before.leads.find(({ id }) => id === lead.id);
  const reviewsBefore = new Map(before.reviews.map((review) => [review.id, review]));
  return after.reviews
    .filter(({ id }) => !own.has(id))
    .flatMap((review) => {
      const was = reviewsBefore.get(review.id);
      const slots = review.windows.filter(({ week }) => !weeksTaken.has(week));
      const now = permittedSlots(after, lead, review, slots);
      const then = earlier && was ? permittedSlots(before, earlier, was, now) : [];
      const opened = now.filter((slot) => !then.includes(slot));
      if (opened.length === 0) return [];
      if (opened.length === slots.length) return [{ lead: lead.id, review: review.id }];
      return opened.map(({ week, window }) => ({ lead: lead.id, review: review.id, week, window }));
    });
}
