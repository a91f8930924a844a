import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { recordAudit } from '../../audit/audit.js';
import { Author } from '../../platform/author.js';
import { Clock } from '../../platform/clock.js';
import { Configuration } from '../../platform/configuration.js';
import { sha256 } from '../../solver/file/sha256.js';
import { writeProblem } from '../../solver/file/write-files.js';
import { SOLVER_VERSION } from '../../solver/solve.js';
import { storeFrozenProblem } from '../runs/frozen-problems.js';
import { workSettings } from '../work/work-settings.js';
import { freezeYear, yearOn } from '../year/freeze-year.js';
import { type FrozenYear } from '../year/year-input.js';
import {
  deliverForecast,
  lastRecorded,
  newestForecasts,
  type StoredForecast,
} from './forecast-row.js';

/** What is known of a year's forecast. */
export interface YearForecasts {
  year: string;
  today: string;
  done: StoredForecast | null;
  underWay: StoredForecast | null;
  /** The last one that failed, where none was done since. */
  failed: StoredForecast | null;
}

/** Asking for forecasts, and what was forecast. */
@Injectable()
export class Forecasts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
    private readonly author: Author,
  ) {}

  /**
   * @param year left out: the one that today lies in
   * @throws Refusal when there is no year
   */
  async of(year: string | undefined): Promise<YearForecasts> {
    const { manager } = this.dataSource;
    const today = this.clock.today();
    const id = year ?? (await yearOn(manager, today));
    const { done, underWay, failed } = await newestForecasts(manager, id);
    const isNews = failed !== null && (done === null || failed.requestedAt > done.requestedAt);
    return { year: id, today, done, underWay, failed: isNews ? failed : null };
  }

  /**
   * Freezes what is left of the year and has it forecast. Where the same facts were forecast already, or are just now, that
   * forecast stands.
   *
   * @returns whether one has begun, or was sent to a worker again
   * @throws Refusal as `freezeYear`
   */
  async compute(year: string | undefined): Promise<boolean> {
    const today = this.clock.today();
    const { frozen, knownUntil } = await this.dataSource.transaction(
      'REPEATABLE READ',
      async (manager) => ({
        knownUntil: await lastRecorded(manager),
        frozen: await freezeYear(manager, year ?? (await yearOn(manager, today)), today),
      }),
    );
    return this.dataSource.transaction((manager) => this.store(manager, frozen, knownUntil));
  }

  private async store(
    manager: EntityManager,
    { problem, facts }: FrozenYear,
    knownUntil: string,
  ): Promise<boolean> {
    const bytes = Buffer.from(writeProblem(problem), 'utf8');
    const told = JSON.stringify(facts);
    const hash = sha256(bytes);
    const fingerprint = sha256(Buffer.from(`${SOLVER_VERSION} ${hash} ${told}`, 'utf8'));
    await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `forecast ${facts.year}`,
    ]);
    const known = await this.sameFacts(manager, facts.year, fingerprint, knownUntil);
    if (known !== undefined) return known;
    await storeFrozenProblem(manager, { sha256: hash, name: problem.name, bytes, context: {} });
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO forecast (academic_year, as_at, problem_sha256, fingerprint, facts, known_until, total, requested_by)
       VALUES ($1, $2, $3, $4, $5::jsonb, $6, $7, $8) RETURNING id`,
      [
        ...[facts.year, facts.asAt, hash, fingerprint, told, knownUntil],
        ...[problem.leads.length + 1, this.author.name],
      ],
    );
    if (row === undefined) throw new Error('The database stored a forecast without giving its id.');
    await deliverForecast(manager, row.id, 1);
    await recordAudit(manager, {
      actor: this.author.name,
      action: 'forecast requested',
      subject: 'forecast',
      subjectId: row.id,
      after: { year: facts.year, asAt: facts.asAt, problem: hash },
    });
    return true;
  }

  /** @returns undefined where these facts must be forecast; else whether a lost one was sent again */
  private async sameFacts(
    manager: EntityManager,
    year: string,
    fingerprint: string,
    knownUntil: string,
  ): Promise<boolean | undefined> {
    const [done] = await manager.query<[{ id: string }[], number]>(
      `UPDATE forecast SET known_until = greatest(known_until, $3)
       WHERE fingerprint = $2 AND state = 'DONE' AND id = (
         SELECT id FROM forecast WHERE academic_year = $1 AND state = 'DONE'
         ORDER BY requested_at DESC, id DESC LIMIT 1)
       RETURNING id`,
      [year, fingerprint, knownUntil],
    );
    if (done.length > 0) return false;
    const { staleMs } = workSettings(this.configuration);
    const [lost] = await manager.query<[{ id: string; deliveries: number }[], number]>(
      `UPDATE forecast SET deliveries = deliveries + 1, delivered_at = clock_timestamp()
       WHERE academic_year = $1 AND fingerprint = $2 AND state IN ('QUEUED', 'COMPUTING')
         AND greatest(delivered_at, heartbeat_at) < clock_timestamp() - make_interval(secs => 2 * $3::float8 / 1000)
       RETURNING id, deliveries`,
      [year, fingerprint, staleMs],
    );
    for (const { id, deliveries } of lost) await deliverForecast(manager, id, deliveries);
    if (lost.length > 0) return true;
    const waiting = await manager.query<unknown[]>(
      `SELECT FROM forecast WHERE academic_year = $1 AND fingerprint = $2 AND state IN ('QUEUED', 'COMPUTING')`,
      [year, fingerprint],
    );
    return waiting.length > 0 ? false : undefined;
  }
}
