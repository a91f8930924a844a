import { z } from 'zod';
import { WINDOWS } from '../calendar/slots.js';
import { AcademicYearId } from '../commitments/commitment.schema.js';
import { civilDate as date } from '../platform/dates.js';
import { words } from '../platform/text.js';
import { ReviewerCode } from '../reviewers/reviewer.schema.js';
import { ROLES } from '../reviewers/seat-facts.js';
import { REVIEW_STATES } from './lifecycle.js';

/** What comes in and goes out over HTTP about reviews. */

const monday = date.refine((day) => new Date(`${day}T00:00:00Z`).getUTCDay() === 1, {
  error: 'must be a Monday: a school week is named by it',
});
const reason = words(2000);
const causes = ['SCHOOL', 'LEAD_REVIEWER', 'PROGRAMME'] as const;
const events = ['OFFERED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'CANCELLED', 'LED'] as const;
const termId = z
  .string()
  .regex(/^(autumn|spring|summer)-\d{4}$/, 'must be a term such as spring-2027');

export const ReviewCode = z
  .string()
  .regex(/^[A-Z0-9][A-Z0-9-]{0,39}$/, 'must be a reference such as QAR-2026-0042')
  .meta({ example: 'QAR-2026-0042' });
const exampleSeatId = '0198f0a2-8d41-7b36-9c55-6e1a7b2c9d10';
export const SeatId = z
  .uuid('must be the id of a seat')
  .meta({ description: 'The id of a seat', example: exampleSeatId });
export const EventKind = z
  .enum(events)
  .meta({ description: 'What happened to the seat', example: 'OFFERED' });

export const OpenReviews = z
  .strictObject({
    academicYear: AcademicYearId,
    asked: z
      .array(z.strictObject({ urn: z.string().regex(/^\d{6}$/), termId }))
      .max(5000)
      .default([])
      .describe('Terms that hosts asked for'),
    spread: z
      .boolean()
      .default(false)
      .describe(
        'Whether every review without a term is given one, as POST /reviews/spreadings does',
      ),
  })
  .meta({
    id: 'OpenReviews',
    example: {
      academicYear: '2026/27',
      asked: [{ urn: '100091', termId: 'spring-2027' }],
      spread: false,
    },
  });
export type OpenReviews = z.output<typeof OpenReviews>;

export const OpeningUndone = z
  .strictObject({
    academicYear: AcademicYearId,
    reviews: z
      .array(
        z.strictObject({
          review: z.string().min(1).max(200),
          version: z.int().min(1).max(999_999_999).describe('As it was once it was opened'),
        }),
      )
      .min(1)
      .max(5000),
  })
  .meta({
    id: 'OpeningUndone',
    example: { academicYear: '2026/27', reviews: [{ review: 'QAR-2026-0042', version: 1 }] },
  });
export type OpeningUndone = z.output<typeof OpeningUndone>;

export const OpenedReviews = z
  .object({
    reviews: z.array(z.string()).meta({ description: 'References of the new ones' }),
    reviewsByTerm: z
      .record(z.string(), z.int())
      .meta({ description: 'How many reviews each term was given, new ones and older ones' }),
    undo: OpeningUndone.nullable().meta({
      description:
        'To be sent to take the opening back while nothing has used it; null: none was opened',
    }),
  })
  .meta({
    id: 'OpenedReviews',
    example: {
      reviews: ['QAR-2026-0042', 'QAR-2026-0043'],
      reviewsByTerm: {},
      undo: {
        academicYear: '2026/27',
        reviews: [
          { review: 'QAR-2026-0042', version: 1 },
          { review: 'QAR-2026-0043', version: 1 },
        ],
      },
    },
  });
export type OpenedReviews = z.output<typeof OpenedReviews>;

export const SpreadReviews = z
  .strictObject({ academicYear: AcademicYearId })
  .meta({ id: 'SpreadReviews', example: { academicYear: '2026/27' } });
export type SpreadReviews = z.output<typeof SpreadReviews>;

export const SpreadResult = z
  .object({ reviewsByTerm: z.record(z.string(), z.int()) })
  .meta({ id: 'SpreadResult', example: { reviewsByTerm: { 'spring-2027': 12 } } });
export type SpreadResult = z.output<typeof SpreadResult>;

const hostWindow = z.strictObject({
  week: monday,
  window: z.enum(WINDOWS),
  grade: z.enum(['PREFERRED', 'ACCEPTABLE']),
});

export const HostAnswerInput = z
  .strictObject({
    answeredOn: date,
    anyUsable: z.boolean().default(false).describe('Any usable window is acceptable'),
    windows: z.array(hostWindow).max(200).default([]),
  })
  .meta({
    id: 'HostAnswer',
    example: {
      answeredOn: '2026-12-01',
      windows: [{ week: '2027-01-11', window: 'MON_WED', grade: 'PREFERRED' }],
    },
  });
export type HostAnswerInput = z.output<typeof HostAnswerInput>;

export const PriorityInput = z
  .strictObject({
    override: z
      .strictObject({ priority: z.int().min(1).max(9), reason })
      .nullable()
      .describe('null goes back to the derived priority'),
  })
  .meta({ id: 'ReviewPriority', example: { override: { priority: 5, reason: 'Promised' } } });
export type PriorityInput = z.output<typeof PriorityInput>;

export const MoveInput = z
  .strictObject({
    to: z.enum(REVIEW_STATES),
    on: date.describe('The day from which it is so'),
    endedBy: z.enum(causes).nullable().default(null).describe('Needed for cancelled and postponed'),
    reason: reason.nullable().default(null),
    termId: termId.optional().describe('The term it belongs to from then on; left out: the same'),
  })
  .meta({
    id: 'ReviewMove',
    example: { to: 'CANCELLED', on: '2026-12-21', endedBy: 'SCHOOL', reason: 'Ofsted called' },
  });
export type MoveInput = z.output<typeof MoveInput>;

export const CarryInput = z
  .strictObject({ on: date })
  .meta({ id: 'ReviewCarryOver', example: { on: '2026-12-21' } });
export type CarryInput = z.output<typeof CarryInput>;

export const SeatInput = z
  .strictObject({ lead: ReviewerCode, role: z.enum(ROLES), week: monday, window: z.enum(WINDOWS) })
  .meta({
    id: 'NewSeat',
    example: { lead: 'LR-001', role: 'LEAD', week: '2027-01-11', window: 'MON_WED' },
  });
export type SeatInput = z.output<typeof SeatInput>;

export const Causer = z.enum(causes);
const happened = {
  on: date,
  causedBy: Causer.nullable().default(null).describe('Who ended the seat'),
  reason: reason.nullable().default(null),
};
export const EventInput = z
  .strictObject({ kind: EventKind, ...happened })
  .meta({ id: 'NewSeatEvent', example: { kind: 'OFFERED', on: '2026-12-14' } });
export type EventInput = z.output<typeof EventInput>;

export const CorrectionInput = z
  .strictObject({
    correction: z.strictObject(happened).nullable().describe('null: it never happened'),
  })
  .meta({ id: 'SeatEventCorrection', example: { correction: { on: '2026-12-15' } } });
export type CorrectionInput = z.output<typeof CorrectionInput>;

export const SeatView = z
  .object({
    id: z.string(),
    review: z.string(),
    termId: z.string(),
    lead: z.string(),
    role: z.enum(ROLES),
    week: z.string(),
    window: z.enum(WINDOWS),
    isOpen: z.boolean(),
    status: z.enum(['PLANNED', ...events]),
    events: z.array(
      z.object({
        kind: EventKind,
        on: z.string(),
        causedBy: z.enum(causes).nullable(),
        reason: z.string().nullable(),
      }),
    ),
  })
  .meta({
    id: 'Seat',
    example: {
      id: exampleSeatId,
      review: 'QAR-2026-0042',
      termId: 'spring-2027',
      lead: 'LR-001',
      role: 'LEAD',
      week: '2027-01-11',
      window: 'MON_WED',
      isOpen: true,
      status: 'OFFERED',
      events: [{ kind: 'OFFERED', on: '2026-12-14', causedBy: null, reason: null }],
    },
  });
export type SeatView = z.output<typeof SeatView>;
export const SeatList = z.object({ items: z.array(SeatView) }).meta({ id: 'SeatList' });
export type SeatList = z.output<typeof SeatList>;

export const ReviewView = z
  .object({
    code: z.string(),
    urn: z.string(),
    academicYear: z.string(),
    region: z.string(),
    state: z.enum(REVIEW_STATES),
    termId: z.string().nullable(),
    carriedOver: z.int(),
    since: z.string(),
    endedBy: z.string().nullable(),
    reason: z.string().nullable(),
    priority: z.object({ value: z.int(), reason: z.string() }),
    answer: z
      .object({
        answeredOn: z.string(),
        anyUsable: z.boolean(),
        windows: z.array(z.object(hostWindow.shape)),
      })
      .nullable()
      .meta({ description: 'null: windows not known' }),
    version: z.int().meta({ description: 'Also the ETag, for If-Match' }),
  })
  .meta({
    id: 'Review',
    example: {
      code: 'QAR-2026-0042',
      urn: '100091',
      academicYear: '2026/27',
      region: 'London',
      state: 'REQUESTED',
      termId: 'spring-2027',
      carriedOver: 0,
      since: '2026-09-01',
      endedBy: null,
      reason: null,
      priority: { value: 1, reason: 'The usual weight' },
      answer: null,
      version: 1,
    },
  });
export type ReviewView = z.output<typeof ReviewView>;

export const ReviewPage = z
  .object({ items: z.array(ReviewView), next: z.string().nullable() })
  .meta({ id: 'ReviewPage' });
export type ReviewPage = z.output<typeof ReviewPage>;

export const ReviewQuery = z.strictObject({
  academicYear: AcademicYearId.optional(),
  term: termId.optional(),
  state: z.enum(REVIEW_STATES).optional(),
  region: words(100).optional(),
  windowsNotKnown: z
    .stringbool()
    .optional()
    .meta({ description: 'Only where the host has not answered' }),
  cursor: ReviewCode.optional().meta({ description: '`next` of the page before' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ReviewQuery = z.output<typeof ReviewQuery>;

export const HistoryView = z
  .object({
    items: z.array(
      z.object({
        state: z.enum(REVIEW_STATES),
        termId: z.string().nullable(),
        from: z.string(),
        to: z.string().nullable(),
        endedBy: z.string().nullable(),
        reason: z.string().nullable(),
        recordedAt: z.string(),
        recordedBy: z.string(),
        supersededAt: z.string().nullable().meta({ description: 'null: believed today' }),
      }),
    ),
  })
  .meta({
    id: 'ReviewHistory',
    example: {
      items: [
        {
          state: 'REQUESTED',
          termId: 'spring-2027',
          from: '2026-09-01',
          to: null,
          endedBy: null,
          reason: null,
          recordedAt: '2026-09-01T08:00:00.000Z',
          recordedBy: 'Operations',
          supersededAt: null,
        },
      ],
    },
  });
export type HistoryView = z.output<typeof HistoryView>;
