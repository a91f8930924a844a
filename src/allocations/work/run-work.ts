import { setTimeout as pause } from 'node:timers/promises';
import { type DataSource } from 'typeorm';
import { isTransient } from '../../platform/outage.js';
import { PLAN_FORMAT, type Plan } from '../../solver/plan.js';
import { checkPlan } from '../../solver/check.js';
import { readProblem } from '../../solver/file/read-problem.js';
import { ProgressBoard } from '../runs/aim-progress.js';
import { EarlyStop, type SolverPool } from '../solving/solver-pool.js';
import { SolverFailure } from '../solving/solver-failure.js';
import { RunHeart } from './run-heart.js';
import {
  beat,
  finish,
  giveBack,
  MOST_ATTEMPTS,
  type RunEnding,
  takeUp,
  type TakenRun,
} from './run-ledger.js';

export interface WorkSettings {
  /** Between two signs of life, milliseconds. */
  heartbeatMs: number;
  /** A worker silent for so long is taken for dead, milliseconds. */
  staleMs: number;
}

export interface WorkSurroundings {
  dataSource: DataSource;
  solver: Pick<SolverPool, 'solve'>;
  /** Calls back when anything about the run has changed; returns how to stop listening. */
  watch: (runId: string, changed: () => void) => () => void;
  /** Tells operations of what the run itself cannot tell. */
  report: (where: string, error: unknown) => void;
}

/** What became of a delivered run. */
export type WorkResult = 'ENDED' | 'NOTHING_TO_DO' | 'LOST' | 'GIVEN_BACK';

/**
 * Solves a run that the queue delivered. Safe to call twice, and by two workers at once: only the
 * claim with the newest attempt can end the run, and it ends once.
 */
export class RunWork {
  constructor(
    private readonly surroundings: WorkSurroundings,
    private readonly settings: WorkSettings,
  ) {}

  /** @param shutdown aborted when the worker stops: the run is given back for another to take up */
  async perform(runId: string, shutdown: AbortSignal): Promise<WorkResult> {
    const { dataSource } = this.surroundings;
    const run = await takeUp(dataSource, runId, this.settings.staleMs);
    if (run === undefined) return 'NOTHING_TO_DO';
    const stop = new AbortController();
    const earlyStop = new EarlyStop();
    const board = new ProgressBoard(() => performance.now());
    const heart = this.startHeart(run, board, earlyStop, stop);
    const signal = AbortSignal.any([stop.signal, shutdown]);
    try {
      const ending = await this.endingOf(run, board, earlyStop, signal);
      return await this.write(run, ending, signal);
    } catch (error) {
      if (stop.signal.aborted) return 'LOST';
      if (!shutdown.aborted) throw error;
      await giveBack(dataSource, run);
      return 'GIVEN_BACK';
    } finally {
      await heart.stop();
    }
  }

  private startHeart(
    run: TakenRun,
    board: ProgressBoard,
    earlyStop: EarlyStop,
    stop: AbortController,
  ): RunHeart {
    const { dataSource, watch, report } = this.surroundings;
    const heart = new RunHeart(this.settings.heartbeatMs, async () => {
      try {
        const asked = await beat(dataSource.manager, run, board.takeNews());
        if (asked === 'USE_BEST') earlyStop.request();
        if (asked === 'LOST' || asked === 'DISCARD') stop.abort();
      } catch (error) {
        report('giving a sign of life of an allocation run', error);
      }
    });
    heart.onStop(watch(run.runId, () => heart.beatSoon()));
    return heart;
  }

  private async endingOf(
    run: TakenRun,
    board: ProgressBoard,
    earlyStop: EarlyStop,
    signal: AbortSignal,
  ): Promise<RunEnding> {
    if (run.attempt > MOST_ATTEMPTS) {
      const failure = `The worker stopped ${MOST_ATTEMPTS} times while it solved this run, so it was not tried again. Look in the worker's log for the cause, then ask for a new run.`;
      return { state: 'FAILED', failure, progress: [] };
    }
    try {
      const solution = await this.surroundings.solver.solve(run.problem, {
        signal,
        earlyStop,
        onProgress: (progress) => board.hear(progress),
        engine: run.engine,
        ...(run.maxWork === null ? {} : { maxWork: run.maxWork }),
      });
      const plan: Plan = { format: PLAN_FORMAT, problem: run.problemSha256, ...solution };
      return checkedEnding(run, plan, board);
    } catch (error) {
      if (!(error instanceof SolverFailure)) throw error;
      this.surroundings.report(`solving allocation run ${run.runId}`, error);
      return { state: 'FAILED', failure: error.message, progress: board.rows() };
    }
  }

  /** A plan may have taken an hour: while the database is away, it is kept and tried again. */
  private async write(run: TakenRun, ending: RunEnding, signal: AbortSignal): Promise<WorkResult> {
    for (;;) {
      try {
        return (await finish(this.surroundings.dataSource, run, ending)) ? 'ENDED' : 'LOST';
      } catch (error) {
        if (!isTransient(error)) throw error;
        this.surroundings.report('writing the end of an allocation run', error);
        await pause(this.settings.heartbeatMs, undefined, { signal });
      }
    }
  }
}

/** No plan is stored that the checker, which shares no code with the solver, finds a fault in. */
function checkedEnding(run: TakenRun, plan: Plan, board: ProgressBoard): RunEnding {
  const { faults } = checkPlan(readProblem(run.problem), plan, run.problemSha256);
  if (faults.length > 0) {
    const first = faults.slice(0, 5).join(' ');
    const failure = `The solver's plan did not pass the check, so it was thrown away. This is a fault of the program, not of your data: please report it with the problem file. ${faults.length} found. ${first}`;
    return { state: 'FAILED', failure, progress: board.rows() };
  }
  return {
    state: plan.status === 'INFEASIBLE' ? 'INFEASIBLE' : 'SOLVED',
    plan,
    progress: board.settledBy(plan.aims),
  };
}
