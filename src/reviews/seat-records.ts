import type { EntityManager } from 'typeorm';
import { type Window } from '../calendar/slots.js';
import { type EndedBy, type SeatEventKind, type SeatHistory } from '../commitments/counts.js';
import { statusOf, type SeatStatus } from './seat-events.js';

/** A seat with everything that is believed to have happened to it. */
export interface SeatRecord extends SeatHistory {
  id: string;
  /** The review's reference and its school. */
  review: string;
  urn: string;
  academicYear: string;
  window: Window;
  /** Not ended: its slot is taken. */
  isOpen: boolean;
  status: SeatStatus;
  events: SeatEventRecord[];
}

export interface SeatEventRecord {
  kind: SeatEventKind;
  on: string;
  causedBy: EndedBy | null;
  reason: string | null;
}

interface Filter {
  academicYear?: string;
  termId?: string;
  review?: string;
  lead?: string;
  /** Void seats too. */
  withVoid?: boolean;
}

/**
 * Seats of a year, a term, a review or a person (what is named must match), by week, review, role and
 * person, in one statement. A closed seat whose events were all taken back is void, and left out unless asked for.
 */
export async function seatRecords(manager: EntityManager, filter: Filter): Promise<SeatRecord[]> {
  const rows: Omit<SeatRecord, 'status'>[] = await manager.query(
    `SELECT s.id, r.code AS review, r.urn, r.academic_year AS "academicYear", s.term_id AS "termId",
            s.role, l.code AS lead, s.week, s.review_window AS "window", s.is_open AS "isOpen",
            coalesce(json_agg(json_build_object(
                'kind', e.kind, 'on', e.on_date, 'causedBy', e.caused_by, 'reason', e.reason)
              ORDER BY e.on_date, e.recorded_at) FILTER (WHERE e.id IS NOT NULL), '[]') AS events
     FROM seat s
     JOIN review r ON r.id = s.review_id AND r.removed_at IS NULL
     JOIN lead_reviewer l ON l.id = s.lead_id
     LEFT JOIN seat_event e ON e.seat_id = s.id AND e.superseded_at IS NULL
     WHERE ($1::text IS NULL OR r.academic_year = $1) AND ($2::text IS NULL OR s.term_id = $2)
       AND ($3::text IS NULL OR r.code = $3) AND ($4::text IS NULL OR l.code = $4)
     GROUP BY s.id, r.id, l.code
     HAVING $5 OR s.is_open OR count(e.id) > 0
     ORDER BY s.week, r.code COLLATE "C", s.role, l.code COLLATE "C", min(e.recorded_at), s.id`,
    [
      filter.academicYear ?? null,
      filter.termId ?? null,
      filter.review ?? null,
      filter.lead ?? null,
      filter.withVoid ?? false,
    ],
  );
  return rows.map((row) => ({ ...row, status: statusOf(row.events) }));
}
