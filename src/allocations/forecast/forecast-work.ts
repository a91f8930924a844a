import { setTimeout as pause } from 'node:timers/promises';
import { type DataSource } from 'typeorm';
import { SolverFailure } from '../solving/solver-failure.js';
import { type SolverPool } from '../solving/solver-pool.js';
import { type WorkSettings } from '../work/run-work.js';
import { type YearFacts } from '../year/year-input.js';
import { type ForecastResult } from './forecast-row.js';

export interface ForecastSurroundings {
  dataSource: DataSource;
  solver: Pick<SolverPool, 'forecast'>;
  /** This instant by the product's clock. */
  now: () => Date;
  report: (where: string, error: unknown) => void;
}

interface Taken {
  attempt: number;
  problem: Buffer;
  facts: YearFacts;
}

/** So many workers may die over one forecast before it counts as the cause. */
const MOST_ATTEMPTS = 10;
const MINE = `id = $1 AND attempt = $2 AND state = 'COMPUTING'`;

/**
 * Computes a forecast that the queue delivered. Safe to call twice, and by two workers at once: only the claim with the
 * newest attempt can end it, and it ends once. One whose worker was silent too long is taken up by the next delivery.
 */
export class ForecastWork {
  constructor(
    private readonly surroundings: ForecastSurroundings,
    private readonly settings: WorkSettings,
  ) {}

  /** @throws the reason that `signal` was aborted with, so that the queue gives the job to another worker */
  async perform(id: string, signal: AbortSignal): Promise<void> {
    const taken = await this.takeUp(id, signal);
    if (taken === undefined) return;
    let done = 0;
    const beating = setInterval(
      () => void this.beat(id, taken.attempt, done),
      this.settings.heartbeatMs,
    );
    try {
      if (taken.attempt > MOST_ATTEMPTS) {
        const why = `The worker stopped ${MOST_ATTEMPTS} times over this forecast. Look in its log for the cause, then compute again.`;
        return await this.end(id, taken.attempt, null, why);
      }
      const result = await this.surroundings.solver.forecast(taken.problem, taken.facts, {
        signal,
        onNews: (news) => (done = news.done),
      });
      await this.end(id, taken.attempt, result, null);
    } catch (error) {
      if (!(error instanceof SolverFailure)) {
        await this.giveBack(id, taken.attempt);
        throw error;
      }
      this.surroundings.report(`computing the forecast ${id}`, error);
      await this.end(id, taken.attempt, null, error.message);
    } finally {
      clearInterval(beating);
    }
  }

  /** Waits while another worker shows signs of life. */
  private async takeUp(id: string, signal: AbortSignal): Promise<Taken | undefined> {
    const { dataSource } = this.surroundings;
    for (;;) {
      const [rows] = await dataSource.query<[Taken[], number]>(
        `UPDATE forecast f SET state = 'COMPUTING', attempt = attempt + 1, done = 0, heartbeat_at = clock_timestamp()
         FROM frozen_problem p
         WHERE f.id = $1 AND p.sha256 = f.problem_sha256 AND (f.state = 'QUEUED' OR (f.state = 'COMPUTING'
           AND f.heartbeat_at < clock_timestamp() - make_interval(secs => $2::float8 / 1000)))
         RETURNING f.attempt, f.facts, p.bytes AS problem`,
        [id, this.settings.staleMs],
      );
      if (rows[0] !== undefined) return rows[0];
      const busy = await dataSource.query<unknown[]>(
        `SELECT FROM forecast WHERE id = $1 AND state = 'COMPUTING'`,
        [id],
      );
      if (busy.length === 0) return undefined;
      await pause(this.settings.heartbeatMs, undefined, { signal });
    }
  }

  private async beat(id: string, attempt: number, done: number): Promise<void> {
    try {
      await this.surroundings.dataSource.query(
        `UPDATE forecast SET heartbeat_at = clock_timestamp(), done = $3 WHERE ${MINE}`,
        [id, attempt, done],
      );
    } catch (error) {
      this.surroundings.report('giving a sign of life of a forecast', error);
    }
  }

  private async giveBack(id: string, attempt: number): Promise<void> {
    await this.surroundings.dataSource.query(
      `UPDATE forecast SET state = 'QUEUED', done = 0 WHERE ${MINE}`,
      [id, attempt],
    );
  }

  private async end(
    id: string,
    attempt: number,
    result: ForecastResult | null,
    failure: string | null,
  ): Promise<void> {
    await this.surroundings.dataSource.query(
      `UPDATE forecast SET state = $3, result = $4::jsonb, failure = $5, done = CASE WHEN $5::text IS NULL THEN total ELSE done END,
         computed_at = $6, finished_at = clock_timestamp()
       WHERE ${MINE}`,
      [
        ...[id, attempt, failure === null ? 'DONE' : 'FAILED'],
        result === null ? null : JSON.stringify(result),
        ...[failure, this.surroundings.now()],
      ],
    );
  }
}
