import { setTimeout as pause } from 'node:timers/promises';
import { type DataSource } from 'typeorm';
import { SolverFailure } from '../solving/solver-failure.js';
import { type SolverPool } from '../solving/solver-pool.js';
import { type WorkSettings } from '../work/run-work.js';
import { studies } from './studies.js';
import { type StudyFacts, type StudyKind, type StudyNews } from './study-kind.js';

export interface StudySurroundings {
  dataSource: DataSource;
  solver: SolverPool;
  /** This instant by the product's clock. */
  now: () => Date;
  report: (where: string, error: unknown) => void;
}

interface Taken {
  kind: StudyKind;
  attempt: number;
  problem: Buffer;
  facts: StudyFacts;
  total: number;
}

/** So many workers may die over one forecast before it counts as the cause. */
const MOST_ATTEMPTS = 10;
const MINE = `id = $1 AND attempt = $2 AND state = 'COMPUTING'`;

/**
 * Computes a study that the queue delivered. Safe to call twice, and by two workers at once: only the claim with the
 * newest attempt can end it, and it ends once. One whose worker was silent too long is taken up by the next delivery.
 */
export class StudyWork {
  constructor(
    private readonly surroundings: StudySurroundings,
    private readonly settings: WorkSettings,
  ) {}

  /** @throws the reason that `signal` was aborted with, so that the queue gives the job to another worker */
  async perform(id: string, signal: AbortSignal): Promise<void> {
    const taken = await this.takeUp(id, signal);
    if (taken === undefined) return;
    const { kind, attempt, problem, facts } = taken;
    const study = studies[kind];
    let news: StudyNews = { done: 0, of: taken.total };
    const beating = setInterval(() => void this.beat(id, attempt, news), this.settings.heartbeatMs);
    try {
      if (attempt > MOST_ATTEMPTS) {
        const why = `The worker stopped ${MOST_ATTEMPTS} times over this ${study.name}. Look in its log for the cause, then compute again.`;
        return await this.end(id, attempt, null, why);
      }
      const result = await study.perform(this.surroundings.solver, problem, facts, {
        signal,
        onNews: (latest) => (news = latest),
      });
      await this.end(id, attempt, result, null);
    } catch (error) {
      if (!(error instanceof SolverFailure)) {
        await this.giveBack(id, attempt);
        throw error;
      }
      this.surroundings.report(`computing the ${study.name} ${id}`, error);
      await this.end(id, attempt, null, error.message);
    } finally {
      clearInterval(beating);
    }
  }

  /** Waits while another worker shows signs of life. */
  private async takeUp(id: string, signal: AbortSignal): Promise<Taken | undefined> {
    const { dataSource } = this.surroundings;
    for (;;) {
      const [rows] = await dataSource.query<[Taken[], number]>(
        `UPDATE study s SET state = 'COMPUTING', attempt = attempt + 1, done = 0, heartbeat_at = clock_timestamp()
         FROM frozen_problem p
         WHERE s.id = $1 AND p.sha256 = s.problem_sha256 AND (s.state = 'QUEUED' OR (s.state = 'COMPUTING'
           AND s.heartbeat_at < clock_timestamp() - make_interval(secs => $2::float8 / 1000)))
         RETURNING s.kind, s.attempt, s.facts, s.total, p.bytes AS problem`,
        [id, this.settings.staleMs],
      );
      if (rows[0] !== undefined) return rows[0];
      const busy = await dataSource.query<unknown[]>(
        `SELECT FROM study WHERE id = $1 AND state = 'COMPUTING'`,
        [id],
      );
      if (busy.length === 0) return undefined;
      await pause(this.settings.heartbeatMs, undefined, { signal });
    }
  }

  private async beat(id: string, attempt: number, { done, of }: StudyNews): Promise<void> {
    try {
      await this.surroundings.dataSource.query(
        `UPDATE study SET heartbeat_at = clock_timestamp(), done = $3, total = $4 WHERE ${MINE}`,
        [id, attempt, done, of],
      );
    } catch (error) {
      this.surroundings.report('giving a sign of life of a study', error);
    }
  }

  private async giveBack(id: string, attempt: number): Promise<void> {
    await this.surroundings.dataSource.query(
      `UPDATE study SET state = 'QUEUED', done = 0 WHERE ${MINE}`,
      [id, attempt],
    );
  }

  private async end(
    id: string,
    attempt: number,
    result: unknown,
    failure: string | null,
  ): Promise<void> {
    await this.surroundings.dataSource.query(
      `UPDATE study SET state = $3, result = $4::jsonb, failure = $5, done = CASE WHEN $5::text IS NULL THEN total ELSE done END,
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
