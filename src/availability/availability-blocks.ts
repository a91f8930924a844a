import type { EntityManager } from 'typeorm';
import { type StoredTerm, yearById } from '../calendar/academic-years.js';
import { trainingDays } from '../calendar/training-days.js';
import { type Span } from '../reviewers/dated.js';
import { shutSlots } from '../reviewers/gates.js';
import { storedReviewers } from '../reviewers/stored-facts.js';
import { type Slot } from '../calendar/slots.js';
import { type Block } from './grades.js';

/**
 * What shuts a person's windows besides the calendar: gates, and accepted reviews. Contracts and seats
 * belong to features that stand to the right of this one, so only their rows are read here.
 */
export async function personalBlocks(
  manager: EntityManager,
  lead: { id: string; code: string },
  term: StoredTerm,
  slots: readonly Slot[],
  today: string,
): Promise<Block[]> {
  const [person] = await storedReviewers(manager, [lead.code]);
  if (!person) return [];
  const contracts: Span[] = await manager.query(
    `SELECT lower(valid)::text AS "from", (upper(valid) - 1)::text AS "to" FROM contract
     WHERE lead_id = $1 AND superseded_at IS NULL ORDER BY valid`,
    [lead.id],
  );
  const year = await yearById(manager, term.academicYear);
  const training = await trainingDays(manager, { from: year.startsOn, to: year.endsOn });
  const gates = shutSlots(
    { ...person, contracts, reviewsLed: 0 },
    {
      startsOn: term.startsOn,
      endsOn: term.endsOn,
      yearStartsOn: year.startsOn,
      trainingDays: training.map((day) => day.date),
      slots,
    },
    today,
  );
  return [...gates, ...(await acceptedWeeks(manager, lead.id, slots))];
}

/** Nobody is on two reviews in one week: an accepted one shuts both windows of it. */
async function acceptedWeeks(
  manager: EntityManager,
  leadId: string,
  slots: readonly Slot[],
): Promise<Block[]> {
  const accepted: { week: string; review: string }[] = await manager.query(
    `SELECT s.week, r.code AS review FROM seat s JOIN review r ON r.id = s.review_id
     WHERE s.lead_id = $1 AND s.is_open AND EXISTS (
       SELECT 1 FROM seat_event e WHERE e.seat_id = s.id AND e.superseded_at IS NULL
         AND e.kind IN ('ACCEPTED', 'LED'))`,
    [leadId],
  );
  return slots.flatMap(({ week, window }) =>
    accepted
      .filter((seat) => seat.week === week)
      .map(({ review }) => ({ week, window, reason: `On review ${review} that week` })),
  );
}
