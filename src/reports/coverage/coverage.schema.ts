import { z } from 'zod';
import { TermId } from '../../calendar/calendar.schema.js';
import { words } from '../../platform/text.js';
import { PHASES } from '../../schools/school-record.js';
import { momentQuery } from '../moment.js';
import { CAUSERS, CHANGE_KINDS } from './changes.js';
import {
  exampleBehind,
  exampleFigures,
  exampleGroup,
  exampleMembers,
  exampleReport,
  exampleSchools,
} from './coverage.examples.js';
import { CUTS } from './cuts.js';
import { FIGURES } from './figures.js';
import { NOTICE_SPANS } from './notice.js';
import { STAGES } from './review-life.js';
import { REASONS } from './why-not-covered.js';

/** What comes in and goes out over HTTP about coverage. */

const scope = {
  ...momentQuery,
  term: TermId.optional().describe('Only reviews that belong to this term; its year is looked at'),
  region: words(100).optional().describe('Of the school'),
  phase: z
    .enum([...PHASES, 'NOT_KNOWN'])
    .optional()
    .describe('Of the school; NOT_KNOWN: it is blank'),
};

export const CoverageQuery = z.strictObject({
  ...scope,
  by: z.enum(CUTS).default('REGION').describe('What the groups are; NEED: SEND specialism'),
});
export type CoverageQuery = z.output<typeof CoverageQuery>;

/** Besides the stages: those with an offer on record, and those of them with less than four weeks. */
export const BEHIND = [...FIGURES, 'noticed', 'shortNotice', 'changed'] as const;

export const CoverageMembersQuery = CoverageQuery.extend({
  group: words(100).optional().describe('Key of one group; left out: all that is shown'),
});
export type CoverageMembersQuery = z.output<typeof CoverageMembersQuery>;

export const CoverageBehindQuery = CoverageMembersQuery.extend({
  figure: z.enum(BEHIND).describe('Whose reviews are wanted').meta({ example: 'covered' }),
  span: z
    .enum(NOTICE_SPANS)
    .optional()
    .describe('Of noticed reviews: with notice from so many weeks to the next span'),
  causedBy: z.enum(CAUSERS).optional().describe('Of changes: by whom'),
  change: z.enum(CHANGE_KINDS).optional().describe('Of changes: of which kind'),
});
export type CoverageBehindQuery = z.output<typeof CoverageBehindQuery>;

export const LeftSchoolsQuery = z.strictObject({
  ...scope,
  reason: z.enum(REASONS).optional().describe('Left out: whatever the reason'),
});
export type LeftSchoolsQuery = z.output<typeof LeftSchoolsQuery>;

export const CoverageFileQuery = CoverageQuery.extend({
  table: z
    .enum(['groups', 'schools', 'changes'])
    .default('groups')
    .describe(
      'The groups, the schools without anybody to lead a review, or the changes after publication by who caused them',
    ),
});
export type CoverageFileQuery = z.output<typeof CoverageFileQuery>;

const count = z.int().min(0);

export const CoverageFigures = z
  .object({
    due: count,
    covered: count.meta({ description: 'Somebody leads it or is to' }),
    published: count.meta({ description: 'Of these: its lead was offered it' }),
    accepted: count.meta({ description: 'Of these: the lead accepted' }),
    done: count.meta({ description: 'Of these: led, or the report is in' }),
    notCovered: count,
    postponed: count,
    cancelled: count,
  })
  .meta({
    id: 'CoverageFigures',
    description: 'due = covered + notCovered + postponed + cancelled',
    example: exampleFigures,
  });

export const CoverageGroup = z
  .object({
    key: z.string(),
    name: z.string(),
    isPriority: z.boolean(),
    members: count.meta({ description: 'Member schools of the year' }),
    figures: CoverageFigures,
  })
  .meta({ id: 'CoverageGroup', example: exampleGroup });

const choice = z.object({ key: z.string(), name: z.string() });

export const CoverageReport = z
  .object({
    academicYear: z.string(),
    years: z.array(z.string()).meta({ description: 'That could be looked at, the latest first' }),
    term: z.string().nullable(),
    terms: z.array(choice),
    regions: z.array(z.string()).meta({ description: 'Priority regions first' }),
    phases: z.array(choice),
    title: z.string(),
    asAt: z.string(),
    asAtWords: z.string(),
    knownAt: z.string().meta({ description: 'Ask for this again and the answer is the same' }),
    headline: z.string(),
    stagesWords: z.string(),
    publishingWords: z.string().meta({ description: 'What counts as published' }),
    drafts: z.array(z.string()).meta({ description: 'The newest plan of each term, in words' }),
    total: CoverageFigures,
    members: count,
    by: z.enum(CUTS),
    cuts: z.array(choice),
    groupsWords: z.string().nullable().meta({ description: 'Why groups do not add up, if so' }),
    groups: z.array(CoverageGroup),
    notice: z.object({
      words: z.string(),
      reviews: count,
      medianDays: z.number().nullable(),
      shortestDays: z.int().nullable().meta({ description: 'Below 0: after the review began' }),
      short: count.meta({ description: 'Less than four weeks' }),
      spans: z
        .array(z.object({ span: z.enum(NOTICE_SPANS), name: z.string(), reviews: count }))
        .meta({ description: 'All of them by how long they had, the shortest first' }),
    }),
    changes: z.object({
      words: z.string(),
      total: count,
      kinds: z.array(z.object({ kind: z.enum(CHANGE_KINDS), name: z.string(), changes: count })),
      causes: z.array(
        z.object({
          causedBy: z.enum(CAUSERS),
          name: z.string(),
          changes: count,
          kinds: z.array(
            z.object({ kind: z.enum(CHANGE_KINDS), name: z.string(), changes: count }),
          ),
        }),
      ),
    }),
    left: z.object({
      words: z.string(),
      schools: count,
      reasons: z
        .array(z.object({ reason: z.enum(REASONS), name: z.string(), schools: count }))
        .meta({ description: 'Only reasons that occur; they add up' }),
    }),
    needsInvented: z.boolean().meta({ description: 'Needs of some of the schools are made up' }),
  })
  .meta({ id: 'CoverageReport', example: exampleReport });
export type CoverageReport = z.output<typeof CoverageReport>;

export const CoverageReviews = z
  .object({
    title: z.string(),
    items: z.array(
      z.object({
        review: z.string(),
        urn: z.string(),
        school: z.string(),
        region: z.string(),
        term: z.string().nullable(),
        stage: z.enum(STAGES),
        stageWords: z.string(),
        when: z.string().meta({ description: 'Slot and lead, in words' }),
        notes: z.array(z.string()).meta({ description: 'What happened to its lead seats' }),
      }),
    ),
  })
  .meta({ id: 'CoverageReviews', example: exampleBehind });
export type CoverageReviews = z.output<typeof CoverageReviews>;

const SchoolBehind = z.object({
  urn: z.string(),
  school: z.string(),
  region: z.string(),
  phase: z.string(),
});

export const LeftSchools = z
  .object({
    title: z.string(),
    items: z.array(
      SchoolBehind.extend({
        review: z.string().nullable().meta({ description: 'null: it has none' }),
        term: z.string().nullable(),
        reason: z.enum(REASONS),
        reasonWords: z.string(),
      }),
    ),
  })
  .meta({ id: 'SchoolsWithoutReview', example: exampleSchools });
export type LeftSchools = z.output<typeof LeftSchools>;

export const MemberSchools = z
  .object({
    title: z.string(),
    items: z.array(
      SchoolBehind.extend({
        review: z.string().nullable().meta({ description: 'null: none is due there' }),
        term: z.string().nullable(),
        stage: z.enum(STAGES).nullable(),
        stageWords: z.string(),
      }),
    ),
  })
  .meta({ id: 'MemberSchools', example: exampleMembers });
export type MemberSchools = z.output<typeof MemberSchools>;
