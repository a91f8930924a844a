import { z } from 'zod';
import { instant } from '../platform/dates.js';

/** What comes in and goes out over HTTP about the audit trail. */

const text = (longest: number): z.ZodString => z.string().min(1).max(longest);

export const AuditQuery = z.strictObject({
  subject: text(100).optional().meta({
    description:
      'The kind of thing that changed, such as review; for rows of an import the kind of record, such as lead-reviewers. Several with commas between them',
  }),
  subjectId: text(500).optional().meta({ description: 'Its reference, such as QAR-2026-0042' }),
  actor: text(200).optional().meta({ description: 'Who did it' }),
  action: text(200).optional().meta({ description: 'What was done, word for word' }),
  from: instant.optional().meta({ description: 'Recorded at this instant or later' }),
  to: instant.optional().meta({ description: 'Recorded before this instant' }),
  cursor: z.coerce
    .number()
    .int()
    .min(1)
    .optional()
    .meta({ description: '`next` of the page before' }),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(200)
    .default(50)
    .meta({ description: 'Most on a page' }),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

const AuditEntryView = z
  .object({
    id: z.int().meta({ description: 'Higher for what was recorded later' }),
    recordedAt: z.iso.datetime(),
    actor: z.string(),
    action: z.string(),
    subject: z.string(),
    subjectId: z.string(),
    before: z.unknown().meta({ description: 'What changed, as it was; null: nothing to tell' }),
    after: z.unknown().meta({ description: 'What changed, as it is since' }),
    reason: z.string().nullable(),
    changes: z
      .array(z.object({ field: z.string(), before: z.string(), after: z.string() }))
      .meta({ description: 'The same field by field, in words; a dash: nothing' }),
  })
  .meta({
    id: 'AuditEntry',
    example: {
      id: 4217,
      recordedAt: '2026-12-21T09:30:00.000Z',
      actor: 'Operations',
      action: 'review cancelled',
      subject: 'review',
      subjectId: 'QAR-2026-0042',
      before: { state: 'REQUESTED', termId: 'spring-2027' },
      after: { state: 'CANCELLED', termId: 'spring-2027', on: '2026-12-21', endedBy: 'SCHOOL' },
      reason: 'Ofsted called',
      changes: [{ field: 'State', before: 'REQUESTED', after: 'CANCELLED' }],
    },
  });

export const AuditPage = z
  .object({
    items: z.array(AuditEntryView),
    next: z.int().nullable().meta({ description: 'Cursor of the next page; null: the last page' }),
  })
  .meta({ id: 'AuditEntryPage' });
export type AuditPage = z.infer<typeof AuditPage>;
