import type { EntityManager } from 'typeorm';
import { recordAudit } from '../audit/audit.js';
import { replaceFact } from '../audit/single-facts.js';
import { type EndedBy } from '../commitments/counts.js';

interface OpenSeat {
  id: string;
  review: string;
  lead: string;
  role: string;
  week: string;
  window: string;
}

/** Records of every seat of a review that is open and was not led that it was cancelled, and frees it. */
export async function endOpenSeats(
  manager: EntityManager,
  reviewId: string,
  ending: { on: string; causedBy: EndedBy; reason: string },
  author: string,
): Promise<void> {
  const seats: OpenSeat[] = await manager.query(
    `SELECT s.id, r.code AS review, l.code AS lead, s.role, s.week, s.review_window AS "window"
     FROM seat s JOIN review r ON r.id = s.review_id JOIN lead_reviewer l ON l.id = s.lead_id
     WHERE s.review_id = $1 AND s.is_open AND NOT EXISTS (
       SELECT 1 FROM seat_event e WHERE e.seat_id = s.id AND e.kind = 'LED' AND e.superseded_at IS NULL)`,
    [reviewId],
  );
  for (const { id, review, ...seat } of seats) {
    await replaceFact(
      manager,
      'seat_event',
      { seat_id: id, kind: 'CANCELLED' },
      { on_date: ending.on, caused_by: ending.causedBy, reason: ending.reason },
      author,
    );
    await manager.query(`UPDATE seat SET is_open = false WHERE id = $1`, [id]);
    await recordAudit(manager, {
      actor: author,
      action: 'seat cancelled',
      subject: 'review',
      subjectId: review,
      after: { ...seat, event: 'CANCELLED', on: ending.on },
    });
  }
}
