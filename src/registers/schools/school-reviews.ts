import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { slotInWords } from '../../calendar/words.js';
import { type Window } from '../../calendar/slots.js';
import { type ReviewState } from '../../reviews/lifecycle.js';
import { schoolByUrn } from '../../schools/school-register.js';
import { stateWords } from '../register-words.js';

export const SchoolReviews = z
  .object({
    items: z.array(
      z.object({
        code: z.string(),
        academicYear: z.string(),
        termId: z.string().nullable(),
        term: z.string().nullable(),
        state: z.string(),
        lead: z.string().nullable().meta({ description: 'Who leads or led it' }),
        dates: z.string().nullable().meta({ description: 'In words' }),
        reason: z.string().nullable().meta({ description: 'Why it was cancelled or postponed' }),
      }),
    ),
  })
  .meta({
    id: 'SchoolReviews',
    example: {
      items: [
        {
          code: 'QAR-2026-0042',
          academicYear: '2026/27',
          termId: 'spring-2027',
          term: 'Spring 2027',
          state: 'Confirmed',
          lead: 'Ada Example',
          dates: 'Monday 11 to Wednesday 13 January 2027',
          reason: null,
        },
      ],
    },
  });
export type SchoolReviews = z.output<typeof SchoolReviews>;

interface Row extends Omit<SchoolReviews['items'][number], 'state' | 'dates'> {
  state: ReviewState;
  week: string | null;
  window: Window | null;
}

/**
 * The reviews of a school, the latest year first, each with the lead who holds or held its seat.
 *
 * @param today civil date, from the Clock
 * @throws Refusal when there is no such school
 */
export async function reviewsOfSchool(
  manager: EntityManager,
  urn: string,
  today: string,
): Promise<SchoolReviews> {
  await schoolByUrn(manager, urn);
  const rows: Row[] = await manager.query(
    `SELECT r.code, r.academic_year AS "academicYear", st.term_id AS "termId", term.name AS term,
            st.state, st.reason, lead.name AS lead, lead.week, lead."window"
     FROM review r
     JOIN LATERAL (
       SELECT * FROM review_state WHERE review_id = r.id AND superseded_at IS NULL
       ORDER BY (valid @> $2::date) DESC, lower(valid) LIMIT 1) st ON true
     LEFT JOIN term ON term.id = st.term_id
     LEFT JOIN LATERAL (
       SELECT l.name, s.week, s.review_window AS "window" FROM seat s
       JOIN lead_reviewer l ON l.id = s.lead_id
       WHERE s.review_id = r.id AND s.role = 'LEAD' AND (s.is_open OR EXISTS (
         SELECT FROM seat_event e WHERE e.seat_id = s.id AND e.kind = 'LED' AND e.superseded_at IS NULL))
       ORDER BY s.week DESC LIMIT 1) lead ON true
     WHERE r.urn = $1 AND r.removed_at IS NULL
     ORDER BY r.academic_year DESC, r.code DESC`,
    [urn, today],
  );
  return {
    items: rows.map(({ state, week, window, ...review }) => ({
      ...review,
      state: stateWords(state),
      dates: week === null || window === null ? null : slotInWords(week, window),
    })),
  };
}
