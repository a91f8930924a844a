import type { EntityManager } from 'typeorm';
import { recordAudit } from '../audit/audit.js';
import { replaceFact } from '../audit/single-facts.js';
import { type Slot } from '../calendar/slots.js';
import { slotInWords } from '../calendar/words.js';
import { type SeatRole } from '../commitments/counts.js';
import { Refusal } from '../platform/problems/refusal.js';
import { reviewerByCode } from '../reviewers/register.js';
import { holdReview, moveReview, type Occasion } from './change-review.js';
import { finishShadowing } from './induction.js';
import { canBePlaced, stateInWords, whyNotMove, type ReviewState } from './lifecycle.js';
import { seatInWords } from './seat-refusals.js';
import { refuseForbiddenSeat } from './seat-slot.js';
import { endsSeat, EVENT_ORDER, whyNotRecord, type SeatEvent } from './seat-events.js';
import { seatRecords, type SeatRecord } from './seat-records.js';
import { type StoredReview } from './stored-reviews.js';

export interface NewSeat extends Slot {
  /** The person's reference. */
  lead: string;
  role: SeatRole;
}

/**
 * Gives a person a seat on a review by hand. Nothing is offered by this: record that when it happens. A slot that
 * cannot be and the person's own school or trust are refused; what else speaks against it is operations' to weigh.
 * The database refuses two holders of one seat, two seats of one person in a week, and two slots of one review.
 *
 * @returns the seat
 * @throws Refusal in words
 */
export async function placeSeat(
  manager: EntityManager,
  code: string,
  seat: NewSeat,
  occasion: Occasion,
): Promise<SeatRecord> {
  const review = await holdReview(manager, code, occasion);
  const { id: leadId } = await reviewerByCode(manager, seat.lead);
  if (review.termId === null) {
    throw new Refusal('NO_TERM', `No term is chosen for the review ${code}. Choose one first.`);
  }
  if (!canBePlaced(review.state)) {
    throw new Refusal(
      'MOVE_REFUSED',
      `Nobody can be given a seat on the review ${code} any more: its state is “${stateInWords(review.state)}”.`,
    );
  }
  await refuseForbiddenSeat(manager, { urn: review.urn, termId: review.termId }, seat);
  const [stored] = await manager
    .query<{ id: string }[]>(
      `INSERT INTO seat (review_id, term_id, role, lead_id, week, review_window)
       VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
      [review.id, review.termId, seat.role, leadId, seat.week, seat.window],
    )
    .catch((error: unknown) => {
      throw seatInWords(error, slotInWords(seat.week, seat.window));
    });
  await trace(manager, 'seat placed', code, { ...seat }, occasion);
  return seatOf(manager, code, String(stored?.id));
}

/**
 * Records what happened to a seat. The lead's seat moves its review along: offered, confirmed when accepted, requested
 * again when it falls free, under way when led. A shadow's seat that was led finishes that stage of induction.
 *
 * @throws Refusal when the event cannot follow what happened before
 */
export async function recordSeatEvent(
  manager: EntityManager,
  code: string,
  seatId: string,
  event: SeatEvent,
  occasion: Occasion,
): Promise<SeatRecord> {
  const review = await holdReview(manager, code, occasion);
  const seat = await seatOf(manager, code, seatId, { withVoid: true });
  const refused = whyNotRecord(event, seat.events, seat, occasion.today);
  if (refused) throw new Refusal('EVENT_REFUSED', refused);
  await writeEvent(manager, seat, event, occasion.author);
  await setOpen(manager, seat, [...seat.events, event]);
  await trace(manager, `seat ${event.kind.toLowerCase()}`, code, told(seat, event), occasion);
  if (seat.role === 'LEAD') await moveAlong(manager, review, event, occasion);
  if (seat.role === 'SHADOW' && event.kind === 'LED') {
    await finishShadowing(manager, seat.lead, event.on, occasion.author);
  }
  return seatOf(manager, code, seatId);
}

/**
 * Corrects what was recorded of a seat: another day, cause or reason, or (null) that it never happened. What was
 * believed is kept. The review's own state is not touched: move it apart, if it has to be.
 *
 * @throws Refusal when that event was not recorded, or does not fit the others
 */
export async function correctSeatEvent(
  manager: EntityManager,
  code: string,
  seatId: string,
  kind: SeatEvent['kind'],
  correction: Omit<SeatEvent, 'kind'> | null,
  occasion: Occasion,
): Promise<SeatRecord | null> {
  await holdReview(manager, code, occasion);
  const seat = await seatOf(manager, code, seatId);
  if (!seat.events.some((event) => event.kind === kind)) {
    throw new Refusal('NOT_FOUND', `It is not recorded that the seat was ${kind.toLowerCase()}.`);
  }
  const others = seat.events.filter((event) => event.kind !== kind);
  const corrected = correction === null ? others : [...others, { kind, ...correction }];
  refuseIncoherent(corrected, seat, occasion.today);
  if (correction === null) {
    await replaceFact(manager, 'seat_event', { seat_id: seat.id, kind }, null, occasion.author);
  } else {
    await writeEvent(manager, seat, { kind, ...correction }, occasion.author);
  }
  await setOpen(manager, seat, corrected);
  const after = {
    ...told(seat, { kind, on: correction?.on ?? null }),
    takenBack: correction === null,
  };
  await trace(manager, 'seat corrected', code, after, occasion);
  return corrected.length === 0 ? null : seatOf(manager, code, seatId);
}

/** Replays the events by day: each has to be possible after those before it. */
function refuseIncoherent(events: readonly SeatEvent[], slot: Slot, today: string): void {
  const inOrder = [...events].sort(
    (a, b) => EVENT_ORDER.indexOf(a.kind) - EVENT_ORDER.indexOf(b.kind),
  );
  inOrder.forEach((event, i) => {
    const refused = whyNotRecord(event, inOrder.slice(0, i), slot, today);
    if (refused) throw new Refusal('EVENT_REFUSED', refused);
  });
}

async function writeEvent(
  manager: EntityManager,
  seat: SeatRecord,
  event: SeatEvent,
  author: string,
): Promise<void> {
  await replaceFact(
    manager,
    'seat_event',
    { seat_id: seat.id, kind: event.kind },
    { on_date: event.on, caused_by: event.causedBy, reason: event.reason },
    author,
  );
}

/** An event that ends a seat makes it free; so does it to take back all that happened, until something is recorded again. */
async function setOpen(
  manager: EntityManager,
  seat: SeatRecord,
  events: readonly SeatEvent[],
): Promise<void> {
  const isOpen = events.length > 0 && !events.some(({ kind }) => endsSeat(kind));
  if (isOpen === seat.isOpen) return;
  await manager
    .query('UPDATE seat SET is_open = $2 WHERE id = $1', [seat.id, isOpen])
    .catch((error: unknown) => {
      throw seatInWords(error, slotInWords(seat.week, seat.window));
    });
}

async function seatOf(
  manager: EntityManager,
  code: string,
  seatId: string,
  { withVoid = false } = {},
): Promise<SeatRecord> {
  const seats = await seatRecords(manager, { review: code, withVoid });
  const seat = seats.find(({ id }) => id === seatId);
  if (seat === undefined) {
    throw new Refusal('NOT_FOUND', `The review ${code} has no seat ${seatId}.`);
  }
  return seat;
}

const nextState: Partial<Record<SeatEvent['kind'], ReviewState>> = {
  OFFERED: 'OFFERED',
  ACCEPTED: 'CONFIRMED',
  DECLINED: 'REQUESTED',
  WITHDRAWN: 'REQUESTED',
  CANCELLED: 'REQUESTED',
  LED: 'UNDER_WAY',
};

/** A review that is elsewhere already, such as cancelled, stays there. */
async function moveAlong(
  manager: EntityManager,
  review: StoredReview,
  event: SeatEvent,
  occasion: Occasion,
): Promise<void> {
  const to = nextState[event.kind];
  if (to === undefined || review.state === 'CANCELLED' || whyNotMove(review.state, to) !== null)
    return;
  const on = event.on > review.since ? event.on : review.since;
  await moveReview(manager, review.code, { to, on }, { ...occasion, version: undefined });
}

/** Reasons are words about a person: the fact row keeps them, the trail names the event. */
function told(seat: SeatRecord, event: { kind: string; on: string | null }): object {
  return {
    lead: seat.lead,
    role: seat.role,
    week: seat.week,
    window: seat.window,
    event: event.kind,
    on: event.on,
  };
}

async function trace(
  manager: EntityManager,
  action: string,
  code: string,
  after: object,
  { author }: Occasion,
): Promise<void> {
  await recordAudit(manager, { actor: author, action, subject: 'review', subjectId: code, after });
}
