import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import { type Piscina } from 'piscina';
import { type MostAlone } from '../../solver/alone/most-alone.js';
import { type UncoveredReview } from '../../solver/explain/uncovered.js';
import { type Preflight } from '../../solver/preflight/preflight.js';
import { type Solution } from '../../solver/plan.js';
import { type SeatRow } from '../../solver/problem.js';
import { type EngineName, type SolveProgress, USUAL_ENGINE } from '../../solver/solve.js';
import {
  type AskedPlan,
  type PlanAnswers,
  type PlanNews,
  type PlanQuestion,
  type QuestionKind,
} from './plan-question.js';
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
  type RecruitingOutcome,
  type RecruitingTask,
  type ScenarioTask,
  type ScenarioTaskOutcome,
  type SolverOutcome,
  type SolverTask,
} from './solver-task.js';
import { type YearFacts } from '../year/year-input.js';
import { type ForecastResult } from '../forecast/forecast-study.js';
import { type RecruitingResult } from '../recruiting/recruiting-study.js';
import { type ScenarioOutcome } from '../../solver/scenario/scenario.js';
import { compiledFile, startThreads } from '../../platform/threads/start-threads.js';
import { inPlainWords } from './solver-failure.js';

export interface SolveOptions {
  /** Aborting throws the thread away at once, whatever it is busy with; the solve rejects. */
  signal?: AbortSignal;
  /** Asks for the best plan so far; the solver looks between two steps. */
  earlyStop?: EarlyStop;
  /** Called in this thread, in order, and never after the solve has ended. */
  onProgress?: (progress: SolveProgress) => void;
  /** The usual one when left out. */
  engine?: EngineName;
  /** Deterministic units of work; left out: no limit. */
  maxWork?: number;
}

export interface ExplainOptions {
  signal?: AbortSignal;
  /** Called with the reference of each review as its turn comes. */
  onReview?: (review: string) => void;
}

export interface AskOptions<Kind extends QuestionKind> {
  signal?: AbortSignal;
  /** Says that nobody waits any more; a ranking looks between two prices. */
  stop?: EarlyStop;
  /** Called in this thread, in order, and never after the answer. */
  onNews?: (news: PlanNews[Kind]) => void;
}

/** A problem file and its SHA-256. */
export interface HashedProblem {
  bytes: Uint8Array;
  sha256: string;
}

/** A request to end early, which reaches a thread that is busy. */
export class EarlyStop {
  readonly flag = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

  request(): void {
    Atomics.store(this.flag, 0, 1);
  }
}

const SOLVER_THREAD = compiledFile(import.meta.url, './solver-thread.js');

/** Above this a thread is not used again: a WASM heap never shrinks, and it ends at 2 GiB. */
const MOST_KEPT_BYTES = 512 * 1024 * 1024;

/**
 * Solves problem files one at a time in a thread beside this one. The thread is thrown away after a
 * big solve, an error or an abort, so that no solve can spoil the next.
 */
export class SolverPool {
  private pool: Piscina | undefined;
  private last: Promise<unknown> = Promise.resolve();

  /**
   * @param problem the bytes of a problem file
   * @throws SolverFailure in plain words (out of memory, engine broken, bad file), or the reason that
   * `signal` was aborted with
   */
  async solve(problem: Uint8Array, options: SolveOptions = {}): Promise<Solution> {
    const task: Omit<SolverTask, 'progress'> = {
      problem,
      engine: options.engine ?? USUAL_ENGINE,
      stop: (options.earlyStop ?? new EarlyStop()).flag,
      ...(options.maxWork === undefined ? {} : { maxWork: options.maxWork }),
    };
    const hear = (said: unknown): void => options.onProgress?.(said as SolveProgress);
    const outcome = await this.queue<SolverOutcome>('solveTask', task, hear, options.signal);
    return outcome.solution;
  }

  /**
   * Why each review without a lead has none, verified by solving again.
   *
   * @param rows a plan of the problem
   * @throws as `solve`
   */
  async explain(
    problem: Uint8Array,
    rows: readonly SeatRow[],
    options: ExplainOptions = {},
  ): Promise<UncoveredReview[]> {
    const task: Omit<ExplainTask, 'progress'> = { problem, rows };
    const hear = (said: unknown): void => options.onReview?.(said as string);
    const outcome = await this.queue<ExplainOutcome>('explainTask', task, hear, options.signal);
    return outcome.uncovered;
  }

  /**
   * Where supply cannot meet demand, before anything is solved: tens of milliseconds for a term, a second or two for 2,000
   * reviews.
   *
   * @throws as `solve`
   */
  async preflight(problem: Uint8Array, options: { signal?: AbortSignal } = {}): Promise<Preflight> {
    const task: PreflightTask = { problem };
    const hear = (): void => undefined;
    const outcome = await this.queue<PreflightOutcome>('preflightTask', task, hear, options.signal);
    return outcome.found;
  }

  /**
   * What each person could lead at most if nobody else were there: a second or so for 500 people and 1,000 reviews.
   *
   * @throws as `solve`
   */
  async mostAlone(
    problem: Uint8Array,
    options: { signal?: AbortSignal } = {},
  ): Promise<MostAlone[]> {
    const task: AloneTask = { problem };
    const hear = (): void => undefined;
    const outcome = await this.queue<AloneOutcome>('aloneTask', task, hear, options.signal);
    return outcome.most;
  }

  /**
   * Answers a question about a plan of the problem by solving again, which takes seconds to minutes.
   *
   * @returns null where a ranking was stopped
   * @throws as `solve`
   */
  async ask<Question extends PlanQuestion>(
    { bytes: problem, sha256: problemSha256 }: HashedProblem,
    plan: AskedPlan,
    question: Question,
    options: AskOptions<Question['kind']> = {},
  ): Promise<PlanAnswers[Question['kind']] | null> {
    const stop = (options.stop ?? new EarlyStop()).flag;
    const task: Omit<QuestionTask, 'progress'> = { problem, problemSha256, plan, question, stop };
    const hear = (said: unknown): void => options.onNews?.(said as PlanNews[Question['kind']]);
    const outcome = await this.queue<QuestionOutcome>('questionTask', task, hear, options.signal);
    return outcome.answer as PlanAnswers[Question['kind']] | null;
  }

  /**
   * Forecasts what is left of a year: a solve of it, and several small ones for each person.
   *
   * @throws as `solve`
   */
  async forecast(
    problem: Uint8Array,
    { ahead }: Pick<YearFacts, 'ahead'>,
    options: {
      signal?: AbortSignal;
      onNews?: (news: { done: number; of: number }) => void;
    } = {},
  ): Promise<ForecastResult> {
    const task: Omit<ForecastTask, 'progress'> = { problem, facts: { ahead } };
    const hear = (said: unknown): void => options.onNews?.(said as { done: number; of: number });
    const outcome = await this.queue<ForecastOutcome>('forecastTask', task, hear, options.signal);
    const { plan, ...found } = outcome.forecast;
    const seats = seatsOf(plan);
    return { ...found, seats, uncovered: plan.reviews.length - seats.length };
  }

  /**
   * Where leads are short and what one more would add: a solve for each region and specialism, 10 to 60 seconds for a term.
   *
   * @throws as `solve`
   */
  async recruiting(
    problem: Uint8Array,
    options: {
      signal?: AbortSignal;
      onNews?: (news: { done: number; of: number }) => void;
    } = {},
  ): Promise<RecruitingResult> {
    const task: Omit<RecruitingTask, 'progress'> = { problem };
    const hear = (said: unknown): void => options.onNews?.(said as { done: number; of: number });
    const outcome = await this.queue<RecruitingOutcome>(
      'recruitingTask',
      task,
      hear,
      options.signal,
    );
    const { plan, ...found } = outcome.recruiting;
    return { ...found, seats: seatsOf(plan) };
  }

  /**
   * What changes do to the best plan: two solves, some seconds.
   *
   * @throws as `solve`
   */
  async scenario(
    problem: Uint8Array,
    asked: ScenarioTask['asked'],
    options: {
      signal?: AbortSignal;
      onNews?: (news: { done: number; of: number }) => void;
    } = {},
  ): Promise<ScenarioOutcome> {
    const task: Omit<ScenarioTask, 'progress'> = { problem, asked };
    const hear = (said: unknown): void => options.onNews?.(said as { done: number; of: number });
    const { outcome } = await this.queue<ScenarioTaskOutcome>(
      'scenarioTask',
      task,
      hear,
      options.signal,
    );
    return outcome;
  }

  /** Stops whatever is being solved and gives the thread up. */
  async close(): Promise<void> {
    await this.throwAway();
  }

  private queue<Outcome extends { externalBytes: number }>(
    ...asked: Parameters<typeof this.runNow>
  ): Promise<Outcome> {
    const mine = this.last.then(() => this.runNow<Outcome>(...asked));
    this.last = mine.catch(() => undefined);
    return mine;
  }

  private async runNow<Outcome extends { externalBytes: number }>(
    name:
      | 'solveTask'
      | 'explainTask'
      | 'preflightTask'
      | 'questionTask'
      | 'aloneTask'
      | 'forecastTask'
      | 'recruitingTask'
      | 'scenarioTask',
    task: object,
    hear: (said: unknown) => void,
    signal: AbortSignal | undefined,
  ): Promise<Outcome> {
    signal?.throwIfAborted();
    const channel = new MessageChannel();
    channel.port1.on('message', hear);
    this.pool ??= startThreads(SOLVER_THREAD, 1);
    try {
      const outcome = (await this.pool.run(
        { ...task, progress: channel.port2 },
        { name, transferList: [channel.port2], ...(signal === undefined ? {} : { signal }) },
      )) as Outcome;
      // The result may overtake the last words on the other port.
      for (let said; (said = receiveMessageOnPort(channel.port1));) hear(said.message);
      if (outcome.externalBytes > MOST_KEPT_BYTES) await this.throwAway();
      return outcome;
    } catch (error) {
      await this.throwAway();
      signal?.throwIfAborted();
      throw inPlainWords(error);
    } finally {
      channel.port1.close();
    }
  }

  private async throwAway(): Promise<void> {
    const pool = this.pool;
    this.pool = undefined;
    await pool?.destroy();
  }
}

/** The reviews that have a lead, with who it is and when. */
function seatsOf({ reviews }: Solution): RecruitingResult['seats'] {
  return reviews.flatMap(({ review, lead, week, window }) =>
    lead === null ? [] : [{ review, lead, week, window }],
  );
}

/** Solves one problem file in a thread of its own, for callers that have no further use for it. */
export async function solveInThread(
  problem: Uint8Array,
  options: SolveOptions = {},
): Promise<Solution> {
  const pool = new SolverPool();
  try {
    return await pool.solve(problem, options);
  } finally {
    await pool.close();
  }
}
