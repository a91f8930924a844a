import type { EntityManager } from 'typeorm';
import { changedMeanwhile } from '../audit/changed-meanwhile.js';
import { recordAudit } from '../audit/audit.js';
import { assertFact } from '../audit/facts.js';
import { replaceFact } from '../audit/single-facts.js';
import { termById, termsOf } from '../calendar/academic-years.js';
import { type CivilDate } from '../calendar/civil-date.js';
import { dateInWords } from '../calendar/words.js';
import { type EndedBy } from '../commitments/counts.js';
import { Refusal } from '../platform/problems/refusal.js';
import { type Settings } from '../settings/settings.js';
import { finishQualityAssuredReview } from './induction.js';
import { stateInWords, whyNotMove, type ReviewState } from './lifecycle.js';
import { endOpenSeats } from './open-seats.js';
import { reviewByCode, type StoredReview } from './stored-reviews.js';

/** Who changes a review, when, and from which version of it; no version: whatever it is now. */
export interface Occasion {
  author: string;
  today: CivilDate;
  settings: Settings;
  version?: number | undefined;
}

export interface Move {
  to: ReviewState;
  /** The day from which it is so: not after today, nor before the present state began. */
  on: CivilDate;
  /** Needed for cancelled and postponed. */
  endedBy?: EndedBy | null;
  reason?: string | null;
  /** The term it belongs to from then on; left out: the same. */
  termId?: string | null;
}

/**
 * Takes hold of a review for a change: nobody else can change it until the transaction ends.
 *
 * @throws Refusal when there is no such review, or it was changed since the version named
 */
export async function holdReview(
  manager: EntityManager,
  code: string,
  occasion: Occasion,
): Promise<StoredReview> {
  const review = await reviewByCode(manager, occasion.settings, occasion.today, code);
  const [, held] = await manager.query<[unknown[], number]>(
    `UPDATE review SET version = version + 1
     WHERE id = $1 AND version = $2`,
    [review.id, occasion.version ?? review.version],
  );
  if (held === 0) {
    const { version } = await reviewByCode(manager, occasion.settings, occasion.today, code);
    const about = { subject: 'review', subjectId: code };
    const seen = occasion.version ?? review.version;
    throw await changedMeanwhile(manager, `The review ${code}`, about, { version, seen });
  }
  return reviewByCode(manager, occasion.settings, occasion.today, code);
}

/**
 * Moves a review to another state. Cancelled and postponed free its seats, with the same cause and reason.
 *
 * @throws Refusal when the table of states does not allow it, or who and why are missing
 */
export async function moveReview(
  manager: EntityManager,
  code: string,
  move: Move,
  occasion: Occasion,
): Promise<void> {
  const review = await holdReview(manager, code, occasion);
  const refused = whyNotMove(review.state, move.to) ?? whyNotThen(review, move, occasion.today);
  if (refused) throw new Refusal('MOVE_REFUSED', refused);
  const ends = move.to === 'CANCELLED' || move.to === 'POSTPONED';
  const [endedBy, reason] = [move.endedBy ?? null, move.reason ?? null];
  if (ends && (endedBy === null || reason === null)) {
    throw new Refusal('CAUSE_MISSING', `Say who ${stateInWords(move.to)} the review, and why.`);
  }
  if (ends && endedBy !== null && reason !== null) {
    await endOpenSeats(
      manager,
      review.id,
      { on: move.on, causedBy: endedBy, reason },
      occasion.author,
    );
  }
  const termId = move.termId === undefined ? review.termId : move.termId;
  await writeState(manager, review, { ...move, termId, endedBy, reason }, occasion);
  if (move.to === 'REPORT_SUBMITTED') {
    await finishQualityAssuredReview(manager, code, move.on, occasion.author);
  }
}

/**
 * Carries a review that was not covered to the year's next term, whose windows its host is asked for; after
 * summer it becomes "not covered". docs/domain.md, "The review", Not covered.
 *
 * @returns the term it belongs to now; null after summer
 */
export async function carryOver(
  manager: EntityManager,
  code: string,
  on: CivilDate,
  occasion: Occasion,
): Promise<string | null> {
  const review = await holdReview(manager, code, occasion);
  if (review.state !== 'REQUESTED' || review.termId === null) {
    throw new Refusal(
      'NOT_TO_BE_CARRIED',
      `Only a requested review that belongs to a term is carried over; this one is ${stateInWords(review.state)}${review.termId === null ? ' without a term' : ''}.`,
    );
  }
  const refused = whyNotThen(review, { on }, occasion.today);
  if (refused) throw new Refusal('MOVE_REFUSED', refused);
  const next = await termAfter(manager, review);
  const reason = `Not covered in ${(await termById(manager, review.termId)).name}`;
  const kept = { on, reason, endedBy: null };
  await writeState(
    manager,
    { ...review, carriedOver: review.carriedOver + (next === null ? 0 : 1) },
    next === null
      ? { ...kept, to: 'NOT_COVERED', termId: review.termId }
      : { ...kept, to: 'REQUESTED', termId: next },
    occasion,
  );
  return next;
}

/**
 * Chooses the term of a requested review.
 *
 * @throws Refusal when it is not requested any more, or the term is of another year
 */
export async function chooseTerm(
  manager: EntityManager,
  code: string,
  termId: string,
  on: CivilDate,
  occasion: Occasion,
): Promise<void> {
  const review = await holdReview(manager, code, occasion);
  if (review.state !== 'REQUESTED') {
    throw new Refusal(
      'MOVE_REFUSED',
      `The term of a review that is ${stateInWords(review.state)} stays as it is.`,
    );
  }
  await refuseOtherYear(manager, review.academicYear, termId);
  const refused = whyNotThen(review, { on }, occasion.today);
  if (refused) throw new Refusal('MOVE_REFUSED', refused);
  await writeState(
    manager,
    review,
    { to: 'REQUESTED', on, termId, endedBy: null, reason: null },
    occasion,
  );
}

/** Sets a review's priority with a reason; null goes back to the derived one. docs/domain.md, Priority. */
export async function setPriority(
  manager: EntityManager,
  code: string,
  override: { priority: number; reason: string } | null,
  occasion: Occasion,
): Promise<void> {
  const review = await holdReview(manager, code, occasion);
  await replaceFact(
    manager,
    'review_priority',
    { review_id: review.id },
    override,
    occasion.author,
  );
  await recordAudit(manager, {
    actor: occasion.author,
    action: 'review priority set',
    subject: 'review',
    subjectId: code,
    before: { priority: review.priority.value },
    after: { priority: override?.priority ?? null },
    reason: override?.reason,
  });
}

/** @throws Refusal when the term is not one of the year's */
export async function refuseOtherYear(
  manager: EntityManager,
  academicYear: string,
  termId: string,
): Promise<void> {
  const term = await termById(manager, termId);
  if (term.academicYear !== academicYear) {
    throw new Refusal(
      'OTHER_YEAR',
      `${term.name} is not a term of ${academicYear}. Choose one that is.`,
    );
  }
}

async function termAfter(manager: EntityManager, review: StoredReview): Promise<string | null> {
  const terms = await termsOf(manager, review.academicYear);
  const place = terms.findIndex(({ id }) => id === review.termId);
  return terms[place + 1]?.id ?? null;
}

function whyNotThen(
  review: StoredReview,
  { on }: { on: CivilDate },
  today: CivilDate,
): string | null {
  if (on > today) return `${dateInWords(on)} lies ahead: record the change when it has happened.`;
  if (on >= review.since) return null;
  return `The review has been ${stateInWords(review.state)} since ${dateInWords(review.since)}: a change before that day cannot be recorded.`;
}

async function writeState(
  manager: EntityManager,
  review: StoredReview,
  move: Required<Omit<Move, 'termId'>> & { termId: string | null },
  { author }: Occasion,
): Promise<void> {
  if (move.termId !== null) await refuseOtherYear(manager, review.academicYear, move.termId);
  const values = {
    state: move.to,
    term_id: move.termId,
    carried_over: review.carriedOver,
    ended_by: move.endedBy,
    reason: move.reason,
  };
  await assertFact(
    manager,
    { table: 'review_state', key: { review_id: review.id }, valid: { from: move.on }, values },
    author,
  );
  await recordAudit(manager, {
    actor: author,
    action: `review ${stateInWords(move.to)}`,
    subject: 'review',
    subjectId: review.code,
    before: { state: review.state, termId: review.termId },
    after: { state: move.to, termId: move.termId, on: move.on, endedBy: move.endedBy },
    // Why a person could not come is said about them: the state's own row keeps it, the trail does not.
    reason: move.endedBy === 'LEAD_REVIEWER' ? undefined : (move.reason ?? undefined),
  });
}
