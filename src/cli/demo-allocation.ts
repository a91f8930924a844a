import { setTimeout as pause } from 'node:timers/promises';
import { type PlanExplanations } from '../allocations/plans/plan-explanations.service.js';
import { type RunView } from '../allocations/runs/run.schema.js';
import { CommandFailure } from './exit-codes.js';
import { progressDisplay } from './solve-progress.js';
import { say, type Surroundings } from './surroundings.js';
import { tellPlan } from './tell-plan.js';

export interface TermAllocation {
  /** Address of the API, such as `http://127.0.0.1:3000/api/v1`. */
  api: string;
  termId: string;
  /** Solve again even when this very problem is solved already. */
  fresh: boolean;
  /** Where the spreadsheets go. */
  folder: string;
  explanations: PlanExplanations;
  /** Discards a run whatever has become of the API. */
  discard: (runId: string) => Promise<unknown>;
}

/** Between two looks at a run, milliseconds. */
const LOOK_AGAIN_MS = 250;

/** Asks for a run over the API, follows it, prints the plan in words and writes its spreadsheets. */
export async function allocateTerm(
  allocation: TermAllocation,
  surroundings: Surroundings,
): Promise<void> {
  const { stdout } = surroundings;
  const { api, termId, fresh, folder, explanations } = allocation;
  const { body: asked, isNew } = await send<RunView>(
    `${api}/allocation-runs?reuse=${String(!fresh)}`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ termId }),
    },
  );
  if (!isNew) {
    await say(
      stdout,
      'The problem is unchanged: this is its finished run (--fresh solves again).\n',
    );
  }
  const run = isNew ? await followUnlessInterrupted(allocation, asked.id, surroundings) : asked;
  if (run.state !== 'SOLVED' || run.planId === null) throw new CommandFailure(withoutPlan(run));
  await tellPlan(explanations, run.planId, folder, surroundings);
}

/** A run that was asked for here and is not wanted any more must not surprise anybody later. */
async function followUnlessInterrupted(
  { api, discard }: TermAllocation,
  runId: string,
  surroundings: Surroundings,
): Promise<RunView> {
  try {
    return await follow(`${api}/allocation-runs/${runId}`, surroundings);
  } catch (error) {
    if (surroundings.interrupted.aborted) await discard(runId);
    throw error;
  }
}

async function follow(address: string, { stderr, interrupted }: Surroundings): Promise<RunView> {
  const display = progressDisplay(stderr);
  const told = new Map<string, string>();
  try {
    for (;;) {
      const { body: run } = await send<RunView>(address, { signal: interrupted });
      for (const { aim, phase, value, bound } of run.progress) {
        const news = JSON.stringify([phase, value, bound]);
        if (told.get(aim) === news) continue;
        told.set(aim, news);
        display.show({ aim, value, bound, phase: phase === 'SETTLED' ? 'settled' : 'improved' });
      }
      if (run.finishedAt !== null) return run;
      await pause(LOOK_AGAIN_MS, undefined, { signal: interrupted });
    }
  } finally {
    display.end();
  }
}

function withoutPlan(run: RunView): string {
  if (run.state === 'FAILED') return `the run failed. ${run.failure ?? ''}`;
  if (run.state === 'INFEASIBLE') return 'no plan keeps all the pins of this term.';
  return 'the run was cancelled.';
}

/**
 * @returns what the API answers, and whether it made it new (202)
 * @throws CommandFailure with the problem's own words where the API refuses
 */
async function send<T>(
  address: string,
  request?: RequestInit,
): Promise<{ body: T; isNew: boolean }> {
  const response = await fetch(address, request);
  const body: unknown = await response.json();
  if (response.ok) return { body: body as T, isNew: response.status === 202 };
  const detail =
    typeof body === 'object' && body !== null && 'detail' in body ? String(body.detail) : '';
  throw new CommandFailure(`the API refused: ${detail || response.statusText}`);
}
