import { z } from 'zod';
import { checkPlan } from '../../solver/check.js';
import { AIMS, PLAN_FORMAT, PLAN_STATUSES } from '../../solver/plan.js';
import { type Problem, WINDOWS } from '../../solver/problem.js';
import { conflictInWords } from '../summary/pin-words.js';
import { type PlanNames } from '../summary/plan-names.js';
import { type StoredPlan } from './plan.entity.js';

/** What goes out over HTTP about plans. */

const exampleId = '0198f0a2-7b3d-7c11-8a02-5d0f7f0a3e21';
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const PlanId = z.uuid('must be the id of a plan').meta({
  description: 'The id of a plan',
  example: exampleId,
});

export const exampleRow = {
  review: 'QAR-2026-0042',
  week: '2027-01-11',
  window: 'MON_WED',
  lead: 'LR-007',
  qualityAssurer: null,
  shadow: 'LR-090',
} as const;

export const SeatRowView = z
  .object({
    review: z.string(),
    week: z.iso.date().nullable().meta({ description: 'The Monday of the school week' }),
    window: z.enum(WINDOWS).nullable(),
    lead: z.string().nullable(),
    qualityAssurer: z.string().nullable(),
    shadow: z.string().nullable(),
  })
  .meta({ id: 'SeatRow', example: exampleRow });

const ConflictRow = z.object({
  pin: z.int().meta({ description: 'By number, from 0, in the problem file' }),
  rules: z.array(z.string()).meta({ description: 'What they break, in words' }),
});

export const PlanView = z
  .object({
    id: z.uuid(),
    runId: z.uuid().nullable().meta({ description: 'null: made by hand' }),
    parentId: z.uuid().nullable().meta({ description: 'The plan this one was edited from' }),
    termId: z.string().nullable(),
    version: z.int(),
    problemSha256: sha256,
    status: z.enum(PLAN_STATUSES),
    aims: z.array(
      z.object({ aim: z.enum(AIMS), value: z.int().nullable(), bound: z.int().nullable() }),
    ),
    reviews: z.array(SeatRowView),
    conflict: z
      .array(
        ConflictRow.extend({
          review: z.string(),
          school: z.string(),
          words: z.string().meta({ description: 'What is pinned, in a sentence with names' }),
        }),
      )
      .meta({ description: 'A smallest set of pins that cannot hold together' }),
    check: z
      .object({
        passed: z.boolean(),
        faults: z.array(z.string()),
        notes: z.array(z.string()),
      })
      .meta({
        description: 'What the independent checker finds, worked out again for this answer',
      }),
    author: z.string(),
    note: z.string().nullable().meta({ description: 'What its author wrote about it' }),
    createdAt: z.iso.datetime(),
  })
  .meta({
    id: 'Plan',
    example: {
      id: exampleId,
      runId: '0198f0a2-6c1e-7d2a-9f64-2f9d9a1c7b10',
      parentId: null,
      termId: 'spring-2027',
      version: 1,
      problemSha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      status: 'OPTIMAL',
      aims: [{ aim: 'coverage', value: 171, bound: 171 }],
      reviews: [exampleRow],
      conflict: [],
      check: { passed: true, faults: [], notes: [] },
      author: 'Operations',
      note: null,
      createdAt: '2026-12-21T09:30:12.000Z',
    },
  });
export type PlanView = z.infer<typeof PlanView>;

/** How a plan is told from others of its term. */
export const exampleTermPlan = {
  id: exampleId,
  runId: '0198f0a2-6c1e-7d2a-9f64-2f9d9a1c7b10',
  version: 1,
  status: 'OPTIMAL',
  author: 'Operations',
  note: null,
  createdAt: '2026-12-21T09:30:12.000Z',
  name: 'Run of 21 December 2026, 09:30 (Standard), version 1',
  isNewest: true,
  covered: 148,
  reviews: 153,
} as const;

/** A plan among the others of its term: what to choose it by. */
export const TermPlanView = PlanView.pick({
  id: true,
  runId: true,
  version: true,
  status: true,
  author: true,
  note: true,
  createdAt: true,
})
  .extend({
    name: z.string().meta({ description: 'What people call it' }),
    isNewest: z.boolean().meta({ description: 'No version goes on from it' }),
    line: z
      .uuid()
      .meta({ description: 'The first version of the plan: alike for all its versions' }),
    covered: z.int(),
    reviews: z.int(),
  })
  .meta({
    id: 'TermPlan',
    example: { ...exampleTermPlan, line: exampleId },
  });
export const TermPlanList = z.object({ items: z.array(TermPlanView) }).meta({ id: 'TermPlanList' });
export type TermPlanList = z.infer<typeof TermPlanList>;

/** A plan file, as docs/problem-format.md defines it and `qar check` reads it. */
export const PlanFileView = z
  .object({
    format: z.literal(PLAN_FORMAT),
    problem: sha256.meta({ description: 'SHA-256 of the problem file that it solves' }),
    status: z.enum(PLAN_STATUSES),
    aims: PlanView.shape.aims,
    reviews: PlanView.shape.reviews,
    conflict: z.array(ConflictRow),
  })
  .meta({
    id: 'PlanFile',
    description: 'A plan file, as docs/problem-format.md defines it',
    example: {
      format: PLAN_FORMAT,
      problem: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      status: 'OPTIMAL',
      aims: [{ aim: 'coverage', value: 171, bound: 171 }],
      reviews: [exampleRow],
      conflict: [],
    },
  });

/** The one place where a stored plan becomes what people see; it is checked anew. */
export function viewOfPlan(plan: StoredPlan, problem: Problem, names: PlanNames): PlanView {
  const { faults, notes } = checkPlan(problem, plan.content, plan.problemSha256);
  return {
    id: plan.id,
    runId: plan.runId,
    parentId: plan.parentId,
    termId: plan.termId,
    version: plan.version,
    problemSha256: plan.problemSha256,
    status: plan.status,
    aims: plan.content.aims,
    reviews: plan.content.reviews,
    conflict: plan.content.conflict.map((row) => conflictInWords(row, problem, names)),
    check: { passed: faults.length === 0, faults, notes },
    author: plan.author,
    note: plan.note,
    createdAt: plan.createdAt.toISOString(),
  };
}
