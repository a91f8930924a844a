import { explainUncovered } from '../../solver/explain/uncovered.js';
import { readProblem } from '../../solver/file/read-problem.js';
import { loadHighs } from '../../solver/milp/highs.js';
import { solve, type SolveProgress } from '../../solver/solve.js';
import { answerQuestion } from './answer-question.js';
import { type AnswerOutcome, type AnswerTask } from './plan-question.js';
import {
  type ExplainOutcome,
  type ExplainTask,
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

/** Runs inside the solver's thread: a question about a plan that takes a while. */
export async function answerTask(task: AnswerTask): Promise<AnswerOutcome> {
  const problem = readProblem(task.problem);
  const engine = await loadHighs();
  const { rows, question, progress } = task;
  const answer = answerQuestion(problem, rows, question, engine, (news) =>
    progress.postMessage(news),
  );
  return { answer, externalBytes: process.memoryUsage().external };
}
