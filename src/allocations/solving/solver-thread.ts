import { mostAlone } from '../../solver/alone/most-alone.js';
import { Alternatives } from '../../solver/explain/alternatives.js';
import { explainUncovered } from '../../solver/explain/uncovered.js';
import { forecast } from '../../solver/forecast/forecast.js';
import { readProblem } from '../../solver/file/read-problem.js';
import { loadHighs } from '../../solver/milp/highs.js';
import { type MilpEngine } from '../../solver/milp/milp.js';
import { preflight } from '../../solver/preflight/preflight.js';
import { recruiting } from '../../solver/recruiting/recruiting.js';
import { scenario, SCENARIO_PARTS } from '../../solver/scenario/scenario.js';
import { solve, type SolveProgress } from '../../solver/solve.js';
import { aheadOfFacts } from '../year/told-ahead.js';
import { answerQuestion } from './answer-question.js';
import {
  type AloneOutcome,
  type AloneTask,
  type ExplainOutcome,
  type ExplainTask,
  type ForecastOutcome,
  type ForecastTask,
  type PreflightOutcome,
  type PreflightTask,
  type QuestionOutcome,
  type QuestionTask,
  type ScenarioTask,
  type ScenarioTaskOutcome,
  type RecruitingOutcome,
  type RecruitingTask,
  type SolverOutcome,
  type SolverTask,
} from './solver-task.js';

/**
 * Runs inside the solver's thread: the engine blocks whatever loop it runs in, so the loop that renews
 * locks and answers requests must be another one. Throws what the reader and the solver throw.
 */
export async function solveTask(task: SolverTask): Promise<SolverOutcome> {
  const problem = readProblem(task.problem);
  const engine = await loadHighs();
  const hooks = {
    onProgress: (progress: SolveProgress) => task.progress.postMessage(progress),
    shouldStop: () => Atomics.load(task.stop, 0) !== 0,
    ...(task.maxWork === undefined ? {} : { maxWork: task.maxWork }),
  };
  const solution = solve(problem, engine, hooks, task.engine);
  return { solution, externalBytes: process.memoryUsage().external };
}

/** Runs inside the solver's thread: why each review without a lead has none. */
export async function explainTask(task: ExplainTask): Promise<ExplainOutcome> {
  const problem = readProblem(task.problem);
  const engine = await loadHighs();
  const uncovered = explainUncovered(problem, task.rows, engine, {
    onReview: (review) => task.progress.postMessage(review),
  });
  return { uncovered, externalBytes: process.memoryUsage().external };
}

/** Runs inside the solver's thread: where supply cannot meet demand. Needs no engine. */
export function preflightTask(task: PreflightTask): PreflightOutcome {
  const found = preflight(readProblem(task.problem));
  return { found, externalBytes: process.memoryUsage().external };
}

/** Runs inside the solver's thread: what the rest of a year still holds, which takes a minute or more. */
export async function forecastTask(task: ForecastTask): Promise<ForecastOutcome> {
  const engine = await loadHighs();
  const found = forecast(readProblem(task.problem), aheadOfFacts(task.facts), engine, (news) =>
    task.progress.postMessage(news),
  );
  return { forecast: found, externalBytes: process.memoryUsage().external };
}

/** Runs inside the solver's thread: where leads are short and what one more would add, which takes seconds to minutes. */
export async function recruitingTask(task: RecruitingTask): Promise<RecruitingOutcome> {
  const engine = await loadHighs();
  const found = recruiting(readProblem(task.problem), engine, (news) =>
    task.progress.postMessage(news),
  );
  return { recruiting: found, externalBytes: process.memoryUsage().external };
}

/** Simplex iterations after which either plan of a scenario is taken as it is; minutes of a usual machine. */
const MOST_WORK_A_PLAN = 400_000;

/** Runs inside the solver's thread: what changes do to the best plan. */
export async function scenarioTask({
  problem,
  asked: { changes, keepsPlan },
  progress,
}: ScenarioTask): Promise<ScenarioTaskOutcome> {
  const engine = await loadHighs();
  const outcome = scenario(readProblem(problem), changes, engine, {
    keepsPlan,
    maxWork: MOST_WORK_A_PLAN,
    onPart: (done) => progress.postMessage({ done, of: SCENARIO_PARTS }),
  });
  return { outcome, externalBytes: process.memoryUsage().external };
}

/** Runs inside the solver's thread: what each person could lead alone. Needs no engine. */
export function aloneTask(task: AloneTask): AloneOutcome {
  const most = mostAlone(readProblem(task.problem));
  return { most, externalBytes: process.memoryUsage().external };
}

/** What has been solved for the problem that was asked about last: the next question is often about it, too. */
let lastAsked: { sha256: string; alternatives: Alternatives; engine: MilpEngine } | null = null;

/** Runs inside the solver's thread: a question about a plan, which may take minutes. */
export async function questionTask(task: QuestionTask): Promise<QuestionOutcome> {
  if (lastAsked?.sha256 !== task.problemSha256) {
    const engine = await loadHighs();
    const alternatives = new Alternatives(readProblem(task.problem), engine);
    lastAsked = { sha256: task.problemSha256, alternatives, engine };
  }
  const answer = answerQuestion(task.question, {
    ...lastAsked,
    plan: task.plan,
    onNews: (news) => task.progress.postMessage(news),
    shouldStop: () => Atomics.load(task.stop, 0) !== 0,
  });
  return { answer, externalBytes: process.memoryUsage().external };
}
