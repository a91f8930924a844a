import { setTimeout as pause } from 'node:timers/promises';
import { generateProblem } from '../scripts/generate-problem.js';
import { ask } from './ask.js';

const SOLVED_WITHIN_MS = 300_000;

/** The plan of a made-up term, solved by the service. */
export interface MadeUpPlan {
  id: string;
  /** One of its people. */
  lead: string;
}

/** @throws Error with what the service says where it is not solved, or not in five minutes */
export async function planOfMadeUpTerm(
  baseUrl: string,
  leads: number,
  reviews: number,
): Promise<MadeUpPlan> {
  const problem = generateProblem({ seed: 1, leads, reviews, weeks: 12 });
  const { id } = await ask<{ id: string }>(baseUrl, '/allocation-runs', problem);
  for (const until = Date.now() + SOLVED_WITHIN_MS; Date.now() < until; await pause(1000)) {
    const run = await ask<{ state: string; planId: string | null }>(
      baseUrl,
      `/allocation-runs/${id}`,
    );
    if (run.planId !== null) return { id: run.planId, lead: problem.leads[0]?.id ?? '' };
    if (run.state === 'FAILED') break;
  }
  throw new Error(`The term with ${leads} Lead Reviewers was not solved.`);
}
