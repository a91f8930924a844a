import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { recordAudit } from '../../audit/audit.js';
import { Author } from '../../platform/author.js';
import { Configuration } from '../../platform/configuration.js';
import { sha256 } from '../../solver/file/sha256.js';
import { writeProblem } from '../../solver/file/write-files.js';
import { type Problem } from '../../solver/problem.js';
import { SOLVER_VERSION } from '../../solver/solve.js';
import { storeFrozenProblem } from '../runs/frozen-problems.js';
import { workSettings } from '../work/work-settings.js';
import {
  lastRecorded,
  type NewestStudies,
  newestStudies,
  type StudyMoment,
} from './stored-study.js';
import { type Study, type StudyFacts } from './study-kind.js';
import { deliverStudy } from './study-jobs.js';

/** What a study looks at, as it will be computed whatever happens to the registers afterwards. */
export interface FrozenStudy<Facts> {
  problem: Problem;
  facts: Facts;
  /** Steps of the work, as far as they are known. */
  steps: number;
}

interface Prepared {
  subject: string;
  hash: string;
  bytes: Buffer;
  problemName: string;
  facts: StudyFacts;
  /** Facts as JSON. */
  told: string;
  fingerprint: string;
  knownUntil: string;
  steps: number;
}

/** Asking for studies, and what was found. */
@Injectable()
export class Studies {
  constructor(
    private readonly dataSource: DataSource,
    private readonly configuration: Configuration,
    private readonly author: Author,
  ) {}

  /** @param subject what it is asked about: a year, a term, a scenario */
  newest<Facts extends StudyFacts, Result>(
    { kind }: Study<Facts, Result>,
    subject: string,
    moment: StudyMoment,
  ): Promise<NewestStudies<Facts, Result>> {
    return newestStudies(moment, kind, subject);
  }

  /**
   * Freezes what a study looks at and has a worker compute it. Where the same facts were looked at already, or are just now,
   * that study stands.
   *
   * @param freeze given a transaction of one snapshot
   * @returns whether one has begun, or was sent to a worker again
   * @throws Refusal as `freeze`
   */
  async request<Facts extends StudyFacts, Result>(
    study: Study<Facts, Result>,
    subject: string,
    freeze: (manager: EntityManager) => Promise<FrozenStudy<Facts>>,
  ): Promise<boolean> {
    const { frozen, knownUntil } = await this.dataSource.transaction(
      'REPEATABLE READ',
      async (manager) => ({
        knownUntil: await lastRecorded(manager),
        frozen: await freeze(manager),
      }),
    );
    const prepared = preparedOf(subject, frozen, knownUntil);
    return this.dataSource.transaction((manager) => this.store(manager, study, prepared));
  }

  private async store(
    manager: EntityManager,
    { kind, name }: Study<never, unknown>,
    prepared: Prepared,
  ): Promise<boolean> {
    const { subject, hash, bytes, problemName, facts, told } = prepared;
    await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `study ${kind} ${subject}`,
    ]);
    const known = await this.sameFacts(manager, kind, prepared);
    if (known !== undefined) return known;
    await storeFrozenProblem(manager, { sha256: hash, name: problemName, bytes, context: {} });
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO study (kind, subject, as_at, problem_sha256, fingerprint, facts, known_until, total, requested_by)
       VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9) RETURNING id`,
      [
        ...[kind, subject, facts.asAt, hash, prepared.fingerprint, told],
        ...[prepared.knownUntil, prepared.steps, this.author.name],
      ],
    );
    if (row === undefined) throw new Error('The database stored a study without giving its id.');
    await deliverStudy(manager, kind, row.id, 1);
    await recordAudit(manager, {
      actor: this.author.name,
      action: `${name} requested`,
      subject: 'study',
      subjectId: row.id,
      after: { about: subject, asAt: facts.asAt, problem: hash },
    });
    return true;
  }

  /** @returns undefined where these facts must be looked at; else whether a lost study was sent again */
  private async sameFacts(
    manager: EntityManager,
    kind: Study<never, unknown>['kind'],
    { subject, fingerprint, knownUntil }: Prepared,
  ): Promise<boolean | undefined> {
    const [done] = await manager.query<[{ id: string }[], number]>(
      `UPDATE study SET known_until = greatest(known_until, $4)
       WHERE fingerprint = $3 AND state = 'DONE' AND id = (
         SELECT id FROM study WHERE kind = $1 AND subject = $2 AND state = 'DONE'
         ORDER BY requested_at DESC, id DESC LIMIT 1)
       RETURNING id`,
      [kind, subject, fingerprint, knownUntil],
    );
    if (done.length > 0) return false;
    const { staleMs } = workSettings(this.configuration);
    const [lost] = await manager.query<[{ id: string; deliveries: number }[], number]>(
      `UPDATE study SET deliveries = deliveries + 1, delivered_at = clock_timestamp()
       WHERE kind = $1 AND subject = $2 AND fingerprint = $3 AND state IN ('QUEUED', 'COMPUTING')
         AND greatest(delivered_at, heartbeat_at) < clock_timestamp() - make_interval(secs => 2 * $4::float8 / 1000)
       RETURNING id, deliveries`,
      [kind, subject, fingerprint, staleMs],
    );
    for (const { id, deliveries } of lost) await deliverStudy(manager, kind, id, deliveries);
    if (lost.length > 0) return true;
    const waiting = await manager.query<unknown[]>(
      `SELECT FROM study
       WHERE kind = $1 AND subject = $2 AND fingerprint = $3 AND state IN ('QUEUED', 'COMPUTING')`,
      [kind, subject, fingerprint],
    );
    return waiting.length > 0 ? false : undefined;
  }
}

function preparedOf(
  subject: string,
  { problem, facts, steps }: FrozenStudy<StudyFacts>,
  knownUntil: string,
): Prepared {
  const bytes = Buffer.from(writeProblem(problem), 'utf8');
  const told = JSON.stringify(facts);
  const hash = sha256(bytes);
  const fingerprint = sha256(Buffer.from(`${SOLVER_VERSION} ${hash} ${told}`, 'utf8'));
  return {
    subject,
    hash,
    bytes,
    problemName: problem.name,
    facts,
    told,
    fingerprint,
    knownUntil,
    steps,
  };
}
