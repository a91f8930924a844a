import { z } from 'zod';
import { AIMS } from '../../solver/plan.js';
import { PROBLEM_FORMAT } from '../../solver/problem.js';
import { ENGINES, SOLVER_VERSION, USUAL_ENGINE } from '../../solver/solve.js';
import { Edits } from '../hand/edit-request.schema.js';
import { hasPlanSoFar } from './aim-progress.js';
import { aimStandings } from './aim-standing.js';
import { exampleProblem } from './problem-file.example.js';
import { outcomeView, type RunOutcome } from './run-outcome.js';
import { CANCEL_MODES, hasEnded, RUN_STATES } from './run-state.js';
import { type AllocationRun } from './run.entity.js';

/** What comes in and goes out over HTTP about runs. */

const exampleId = '0198f0a2-6c1e-7d2a-9f64-2f9d9a1c7b10';
const exampleSha256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

export const RunId = z.uuid('must be the id of a run').meta({
  description: 'The id of an allocation run',
  example: exampleId,
});

/** Asks for the allocation of a term, as the registers stand now. */
export const TermRunRequest = z
  .strictObject({
    termId: z.string().min(1).max(200).meta({ description: 'The term to allocate' }),
    policy: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .meta({ description: 'Name of a policy preset; left out: the one the settings name' }),
    around: z
      .strictObject({
        planId: z.uuid().meta({ description: 'A plan of the term' }),
        edits: Edits.default([]).meta({
          description:
            'Made before, and not saved yet; the reviews that they put somewhere stay there',
        }),
        reviews: z
          .array(z.string().min(1).max(200))
          .max(5000)
          .default([])
          .meta({ description: 'Further reviews that stay as they are in the plan' }),
      })
      .optional()
      .meta({
        description:
          'Run around a plan: what is pinned in it by hand, and what is named here, is pinned in the run',
      }),
  })
  .meta({ id: 'TermRunRequest', example: { termId: 'spring-2027', policy: 'Standard' } });

/** Only recognised here: the strict reader goes through the bytes themselves, and names each fault. */
export const ProblemFileRequest = z.looseObject({ format: z.literal(PROBLEM_FORMAT) }).meta({
  id: 'ProblemFile',
  description: 'A problem file, as docs/problem-format.md defines it',
  example: exampleProblem,
});

export const RunRequest = z
  .union([TermRunRequest, ProblemFileRequest], {
    error: `must be {"termId": …, "policy"?: …}, or a problem file with "format": "${PROBLEM_FORMAT}"`,
  })
  .meta({ id: 'AllocationRunRequest' });
export type RunRequest = z.infer<typeof RunRequest>;
/** The plan that a run goes around. */
export type AroundPlan = NonNullable<z.infer<typeof TermRunRequest>['around']>;

export const RunOptionsQuery = z.strictObject({
  maxWork: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional().meta({
    description: 'Deterministic units of work after which the best plan so far is taken',
  }),
  engine: z.enum(ENGINES).default(USUAL_ENGINE).meta({
    description: 'network: fast; milp: the general solver alone, to compare',
  }),
  reuse: z.stringbool().default(false).meta({
    description:
      'true: show the proven run of exactly this problem, if there is one, instead of a new run',
  }),
});
export type RunOptionsQuery = z.infer<typeof RunOptionsQuery>;

export const CancelRequest = z
  .strictObject({
    mode: z.enum(CANCEL_MODES).meta({
      description:
        'USE_BEST: end with the best plan so far. DISCARD: end without a plan, whatever was found',
    }),
  })
  .meta({ id: 'AllocationRunCancellation', example: { mode: 'USE_BEST' } });
export type CancelRequest = z.infer<typeof CancelRequest>;

export const RunQuery = z.strictObject({
  termId: z.string().min(1).max(200).optional().meta({ description: 'Only runs of this term' }),
  state: z.enum(RUN_STATES).optional().meta({ description: 'Only runs in this state' }),
  cursor: z.uuid().optional().meta({ description: '`next` of the page before' }),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(100)
    .default(20)
    .meta({ description: 'Most on a page' }),
});
export type RunQuery = z.infer<typeof RunQuery>;

const instant = z.iso.datetime();

const AimProgressView = z
  .object({
    aim: z.enum(AIMS),
    phase: z.enum(['SOLVING', 'SETTLED']),
    value: z.int().nullable().meta({ description: "The best plan's value; null: no plan yet" }),
    bound: z.int().nullable().meta({
      description: 'No plan can be better, given the aims before; null: nothing proven yet',
    }),
    gap: z.int().nullable().meta({
      description: 'How far value and bound are apart; 0: proven; null: one of them is not known',
    }),
    seconds: z.number().meta({ description: 'Time spent on this aim' }),
  })
  .meta({ id: 'AimProgress' });

const AimStandingView = z
  .object({
    aim: z.enum(AIMS),
    name: z.string(),
    title: z.string().meta({ description: 'What the aim counts, in words' }),
    sense: z.enum(['MAX', 'MIN']).meta({ description: 'Whether more or less is better' }),
    phase: z.enum(['WAITING', 'SOLVING', 'SETTLED']),
    value: AimProgressView.shape.value,
    bound: AimProgressView.shape.bound,
    gap: AimProgressView.shape.gap,
    opening: z.object({ value: z.int(), bound: z.int() }).nullable().meta({
      description: 'Value and bound when both were first known: from where they close in',
    }),
    seconds: AimProgressView.shape.seconds,
    words: z.string().meta({ description: 'How far it is, as the end of a sentence' }),
  })
  .meta({ id: 'AimStanding' });

const exampleProgress = [
  { aim: 'coverage', phase: 'SETTLED', value: 171, bound: 171, gap: 0, seconds: 1.204 },
  { aim: 'changes', phase: 'SOLVING', value: 4, bound: 2, gap: 2, seconds: 0.31 },
] as const;

const exampleRun = {
  id: exampleId,
  name: 'Spring 2027',
  state: 'SOLVING',
  termId: 'spring-2027',
  problemSha256: exampleSha256,
  policy: 'Standard',
  engine: 'network',
  seed: 0,
  solverVersion: SOLVER_VERSION,
  maxWork: null,
  attempt: 1,
  cancelMode: null,
  progress: [...exampleProgress],
  aims: aimStandings([...exampleProgress]),
  canUseBest: true,
  planId: null,
  outcome: null,
  failure: null,
  requestedBy: 'Operations',
  requestedAt: '2026-12-21T09:30:00.000Z',
  startedAt: '2026-12-21T09:30:00.400Z',
  finishedAt: null,
  revision: 7,
} as const;

export const RunView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    state: z.enum(RUN_STATES),
    termId: z.string().nullable(),
    problemSha256: z.string().meta({ description: 'SHA-256 of the frozen problem file' }),
    policy: z.string(),
    engine: z.enum(ENGINES),
    seed: z.int(),
    solverVersion: z.string(),
    maxWork: z.int().nullable(),
    attempt: z.int().meta({ description: 'How many workers have taken the run up' }),
    cancelMode: z.enum(CANCEL_MODES).nullable(),
    progress: z.array(AimProgressView).meta({ description: 'The aims that have begun' }),
    aims: z.array(AimStandingView).meta({ description: 'All aims in their order, in words' }),
    canUseBest: z.boolean().meta({
      description: 'It can be ended with the best plan so far: it goes on and has found one',
    }),
    planId: z.uuid().nullable(),
    outcome: z
      .object({
        covered: z.int().meta({ description: 'Reviews with a lead' }),
        reviews: z.int(),
        isProven: z.boolean().meta({
          description:
            'No plan serves the aims better; where reviews are pinned: none that keeps them',
        }),
        pinned: z.int().meta({ description: 'Reviews that were pinned by hand for the run' }),
        words: z.string(),
      })
      .nullable()
      .meta({ description: 'What the plan comes to; null unless the run is SOLVED' }),
    failure: z.string().nullable().meta({ description: 'Why it failed, in words' }),
    requestedBy: z.string(),
    requestedAt: instant,
    startedAt: instant.nullable(),
    finishedAt: instant.nullable(),
    revision: z.int().meta({ description: 'Higher after each change; the id of its events' }),
  })
  .meta({ id: 'AllocationRun', example: exampleRun });
export type RunView = z.infer<typeof RunView>;

/** What a listener hears: an event ends with an empty line. */
export const exampleEvents = [
  `id: 7\nevent: run\ndata: ${JSON.stringify(exampleRun)}\n`,
  'event: heartbeat\ndata: \n',
  `id: 31\nevent: ended\ndata: ${JSON.stringify({
    ...exampleRun,
    state: 'SOLVED',
    canUseBest: false,
    planId: '0198f0a2-7b3d-7c11-8a02-5d0f7f0a3e21',
    outcome: outcomeView({ planId: '', covered: 148, reviews: 153, isProven: true, pinned: 0 }),
    finishedAt: '2026-12-21T09:30:12.000Z',
    revision: 31,
  })}\n`,
].join('\n');

export const RunPage = z
  .object({
    items: z.array(RunView),
    next: z.uuid().nullable().meta({ description: 'Cursor of the next page; null: the last page' }),
  })
  .meta({ id: 'AllocationRunPage' });
export type RunPage = z.infer<typeof RunPage>;

/** The one place where a stored run becomes what people see. */
export function viewOfRun(run: AllocationRun, outcome: RunOutcome | undefined): RunView {
  return {
    id: run.id,
    name: run.name,
    state: run.state,
    termId: run.termId,
    problemSha256: run.problemSha256,
    policy: run.policyName,
    engine: run.engine,
    seed: run.seed,
    solverVersion: run.solverVersion,
    maxWork: run.maxWork,
    attempt: run.attempt,
    cancelMode: run.cancelMode,
    progress: run.progress.map(({ aim, phase, value, bound, seconds }) => ({
      aim,
      phase,
      value,
      bound,
      gap: value === null || bound === null ? null : Math.abs(value - bound),
      seconds,
    })),
    aims: aimStandings(run.progress),
    canUseBest: !hasEnded(run.state) && hasPlanSoFar(run.progress),
    planId: hasEnded(run.state) ? (outcome?.planId ?? null) : null,
    outcome: run.state === 'SOLVED' && outcome ? outcomeView(outcome) : null,
    failure: run.failure,
    requestedBy: run.requestedBy,
    requestedAt: run.requestedAt.toISOString(),
    startedAt: run.startedAt?.toISOString() ?? null,
    finishedAt: run.finishedAt?.toISOString() ?? null,
    revision: run.revision,
  };
}
