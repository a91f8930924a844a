import { dateInWords, slotInWords } from '../../calendar/words.js';
import { gradeSlots } from '../../availability/grades.js';
import { theirs } from '../../availability/theirs.js';
import { type Ban, type SeatRow } from '../../solver/problem.js';
import { type HeldReview, type HeldSeat } from './hold-seats.js';
import { type PersonInput, type SeatInput, type SnapshotInput } from './snapshot-input.js';

/**
 * What the problem takes from seats that were offered before (`docs/domain.md`, "A re-plan").
 */

/** A seat that stands on record as accepted or offered beside an accepted lead, and that its person is no longer able to take. */
export interface UnableSeat {
  seat: SeatInput;
  why: string;
}

/** The reviews to pin: led, accepted, or in a week that has begun; and the seats that are not pinned although they were promised. */
export function heldReviews(input: SnapshotInput): { held: HeldReview[]; unable: UnableSeat[] } {
  const people = new Map(input.people.map((person) => [person.code, person]));
  const unable: UnableSeat[] = [];
  const held: HeldReview[] = [];
  for (const [review, seats] of openSeatsByReview(input)) {
    const lead = seats.find((seat) => seat.role === 'LEAD');
    if (!lead || !isHeld(lead, input)) continue;
    const stay = seats.filter((seat) => {
      const why = hasBegun(seat, input) ? undefined : whyUnable(seat, people.get(seat.lead), input);
      if (why !== undefined) unable.push({ seat, why });
      return why === undefined;
    });
    if (!stay.includes(lead)) continue;
    const { week, window } = lead;
    held.push({ review, week, window, seats: stay.map((seat) => heldSeat(seat, people)) });
  }
  return { held, unable };
}

/** With references for names, as every note. */
export function unableInWords({ seat, why }: UnableSeat): string {
  return `${seat.lead} accepted ${seat.review} for ${slotInWords(seat.week, seat.window)} and is no longer able: ${why}`;
}

/**
 * What has been published: for each review its open seats, or where the lead gave it up the row that
 * named them, so that the slot the host was told still counts.
 */
export function publishedRows(seats: readonly SeatInput[]): SeatRow[] {
  const leads = new Map<string, SeatInput>();
  for (const seat of seats) {
    if (seat.role !== 'LEAD' || !isPublished(seat) || !(seat.isOpen || seat.givenUp)) continue;
    const before = leads.get(seat.review);
    if (!before || isLater(seat, before)) leads.set(seat.review, seat);
  }
  return [...leads.values()]
    .map(({ review, week, window, lead }) => {
      const holder = (role: SeatInput['role']): string | null =>
        seats.find(
          (seat) =>
            seat.review === review &&
            seat.role === role &&
            seat.isOpen &&
            isPublished(seat) &&
            seat.week === week &&
            seat.window === window,
        )?.lead ?? null;
      const [qualityAssurer, shadow] = [holder('QUALITY_ASSURER'), holder('SHADOW')];
      return { review, week, window, lead, qualityAssurer, shadow };
    })
    .sort((a, b) => (a.review < b.review ? -1 : 1));
}

/** Who gave a seat up, or whom the school sent back, is not asked for that review again. */
export function bansFromSeats(seats: readonly SeatInput[]): { bans: Ban[]; notes: string[] } {
  const open = new Set(seats.filter((seat) => seat.isOpen).map(pairKey));
  const givenUp = new Map<string, SeatInput & { givenUp: { on: string } }>();
  for (const seat of seats) {
    if (seat.givenUp === null || seat.givenUp.by === 'PROGRAMME' || open.has(pairKey(seat)))
      continue;
    givenUp.set(pairKey(seat), { ...seat, givenUp: seat.givenUp });
  }
  const sorted = [...givenUp].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, seat]) => seat);
  return {
    bans: sorted.map(({ lead, review }) => ({ lead, review })),
    notes: sorted.map(
      ({ lead, review, givenUp: { on } }) =>
        `${lead} gave up ${review} on ${dateInWords(on)} and is not asked for it again.`,
    ),
  };
}

/** Weeks taken by accepted seats on reviews that the problem does not hold: other terms, left out. */
export function occupiedWeeks(
  seats: readonly SeatInput[],
  isElsewhere: (review: string) => boolean,
): { lead: string; week: string }[] {
  return seats
    .filter((seat) => seat.isOpen && (seat.acceptedOn ?? seat.ledOn) !== null)
    .filter((seat) => isElsewhere(seat.review))
    .map(({ lead, week }) => ({ lead, week }));
}

function openSeatsByReview(input: SnapshotInput): [string, SeatInput[]][] {
  const ofTerm = new Set(input.reviews.map(({ code }) => code));
  const byReview = new Map<string, SeatInput[]>();
  for (const seat of input.seats) {
    if (!seat.isOpen || !isPublished(seat) || !ofTerm.has(seat.review)) continue;
    byReview.set(seat.review, [...(byReview.get(seat.review) ?? []), seat]);
  }
  return [...byReview].sort(([a], [b]) => (a < b ? -1 : 1));
}

function isHeld(lead: SeatInput, input: SnapshotInput): boolean {
  return (lead.acceptedOn ?? lead.ledOn) !== null || hasBegun(lead, input);
}

function hasBegun(seat: SeatInput, input: SnapshotInput): boolean {
  return seat.ledOn !== null || seat.week <= input.today;
}

function isPublished(seat: SeatInput): boolean {
  return (seat.offeredOn ?? seat.acceptedOn ?? seat.ledOn) !== null;
}

/** Unable means a fact that no earlier word can mend; caps, distances and ties are frozen instead. */
function whyUnable(
  seat: SeatInput,
  person: PersonInput | undefined,
  input: SnapshotInput,
): string | undefined {
  if (!person) return 'not in the pool any more';
  if (person.roles.length === 0 || (seat.role === 'LEAD' && !person.roles.includes('LEAD'))) {
    const reasons = person.refusals.find(({ role }) => role === seat.role)?.reasons ?? [];
    return reasons.join('; ') || 'may not take that seat any more';
  }
  const gate = person.gateBlocks.find(
    ({ week, window }) => week === seat.week && window === seat.window,
  );
  if (gate) return gate.reason;
  const review = input.reviews.find(({ code }) => code === seat.review);
  const own = person.conflicts.find(
    (conflict) =>
      !conflict.isOverridable &&
      (conflict.urn === review?.urn ||
        (conflict.trust !== undefined && conflict.trust === review?.trust)),
  );
  if (own) return own.reason;
  const { answer } = person;
  if (answer === null || seat.acceptedOn === null || answer.answeredOn <= seat.acceptedOn) {
    return undefined;
  }
  const [graded] = gradeSlots(answer, [seat]);
  return graded?.grade === 'UNAVAILABLE' ? theirs(graded.because) : undefined;
}

function heldSeat(seat: SeatInput, people: ReadonlyMap<string, PersonInput>): HeldSeat {
  const answer = people.get(seat.lead)?.answer ?? undefined;
  const grade = answer && gradeSlots(answer, [seat])[0]?.grade;
  return {
    role: seat.role,
    lead: seat.lead,
    // Who accepted was free: a later or general "not available" does not count against it.
    grade: grade === undefined || grade === 'UNAVAILABLE' ? 'AVAILABLE' : grade,
  };
}

function isLater(one: SeatInput, other: SeatInput): boolean {
  return rank(one) > rank(other);
}

/** Open before given up, then the later offer; the rest only makes the choice the same each time. */
function rank(seat: SeatInput): string {
  const offered = seat.offeredOn ?? seat.acceptedOn ?? seat.ledOn ?? '';
  const ended = seat.givenUp?.on ?? '';
  return [seat.isOpen ? 1 : 0, offered, ended, seat.week, seat.window, seat.lead].join(' ');
}

function pairKey({ lead, review }: SeatInput): string {
  return `${lead} ${review}`;
}
