import { z } from 'zod';
import { triedChange } from '../../platform/bulk/changes-of-many.js';
import { MembershipPeriod, SchoolEdit, Urn } from '../school.schema.js';

/** What comes in and goes out over HTTP about changes to many schools at once. */

/** What many schools can share. */
const Shared = z
  .strictObject({
    phase: SchoolEdit.shape.phase,
    trust: SchoolEdit.shape.trust,
    laCode: SchoolEdit.shape.laCode,
    region: SchoolEdit.shape.region,
    calendarId: SchoolEdit.shape.calendarId,
    status: SchoolEdit.shape.status,
  })
  .refine((edit) => Object.keys(edit).length > 0, { error: 'must change something' });
export type Shared = z.output<typeof Shared>;

const period = (kind: 'MEMBER' | 'NO_MEMBER') =>
  z
    .strictObject({ kind: z.literal(kind), ...MembershipPeriod.shape })
    .refine(({ from, to }) => to === undefined || to === null || from <= to, {
      error: 'must not lie before “from”',
      path: ['to'],
    });

const Change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('FACTS'), edit: Shared }),
  period('MEMBER'),
  period('NO_MEMBER'),
]);
export type Change = z.output<typeof Change>;

const moved = {
  urn: '100091',
  revision: 2,
  changes: [{ kind: 'FACTS', edit: { region: 'London' } }],
} as const;

const SchoolChange = z
  .strictObject({
    urn: Urn,
    revision: z
      .int()
      .min(1)
      .max(999_999_999)
      .describe('Of the school when the change was thought of: see the register'),
    changes: z.array(Change).min(1).max(50).describe('Made in this order'),
  })
  .meta({ id: 'BulkSchoolChange', example: moved });
export type SchoolChange = z.output<typeof SchoolChange>;

export const SchoolChanges = z
  .strictObject({ items: z.array(SchoolChange).min(1).max(500) })
  .meta({ id: 'BulkSchoolChanges', example: { items: [moved] } });
export type SchoolChanges = z.output<typeof SchoolChanges>;

export const SchoolChangesResult = z
  .object({
    items: z.array(
      z.object({
        urn: z.string(),
        name: z.string().nullable().meta({ description: 'null: there is no such school' }),
        ...triedChange,
      }),
    ),
    accepted: z.int(),
    refused: z.int(),
    undo: z.array(SchoolChange).meta({ description: 'Changes that bring back what was' }),
  })
  .meta({
    id: 'BulkSchoolChangesResult',
    example: {
      items: [
        {
          urn: '100091',
          name: 'Frank Barnes School for Deaf Children',
          before: 'Region: South East',
          after: 'Region: London',
          refusal: null,
        },
      ],
      accepted: 1,
      refused: 0,
      undo: [
        {
          urn: '100091',
          revision: 3,
          changes: [{ kind: 'FACTS', edit: { region: 'South East' } }],
        },
      ],
    },
  });
export type SchoolChangesResult = z.output<typeof SchoolChangesResult>;
