import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { recordAudit } from '../../audit/audit.js';
import { Author } from '../../platform/author.js';
import { Clock } from '../../platform/clock.js';
import { Configuration } from '../../platform/configuration.js';
import { brokenConstraint } from '../../platform/database.js';
import { Refusal } from '../../platform/problems/refusal.js';
import { SideThreads, sideWork } from '../../platform/threads/side-threads.js';
import { sha256 } from '../../solver/file/sha256.js';
import { type EngineName, SOLVER_VERSION, USUAL_ENGINE } from '../../solver/solve.js';
import { OpenedPlans } from '../plans/opened-plans.js';
import { lookIntoProblemFile } from './look-into-file.js';
import { type FrozenInput, frozenTerm, storeFrozenProblem } from './frozen-problems.js';
import { deliver } from './run-delivery.js';
import { type AroundPlan, type RunRequest } from './run.schema.js';
import { frozenAround } from './run-around.js';
import { termFreezer, type TermFreezer } from './term-freezer.js';

export interface RunOptions {
  /** The usual one when left out. */
  engine?: EngineName | undefined;
  /** Deterministic units of work after which the best plan so far is taken; left out: the setting. */
  maxWork?: number | undefined;
  /** Show the finished run of exactly this problem, if there is one, instead of a new one. */
  reuse?: boolean | undefined;
  /** The sender's Idempotency-Key: the same request under the same key is one run. */
  key?: string | undefined;
  /** Only of a term's run: what of a plan stays. */
  around?: AroundPlan | undefined;
}

export interface RequestedRun {
  runId: string;
  /** false: the run was there already, asked for under the same key, or finished. */
  isNew: boolean;
}

/** The policy of a problem that came as a file is in the file. */
const POLICY_OF_FILE = 'As in the file';

/** Reading a large file strictly takes a tenth of a second. */
const lookingAside = sideWork(import.meta.url, './look-into-file.js', lookIntoProblemFile);

/** Asking for allocation runs. */
@Injectable()
export class RunRequests {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
    private readonly author: Author,
    private readonly opened: OpenedPlans,
    private readonly threads: SideThreads,
    @Inject(termFreezer) private readonly freezeTerm: TermFreezer,
  ) {}

  /**
   * What the API was asked for: a term, or a problem file that is the body itself.
   *
   * @param body the request's bytes as they came
   * @throws Refusal as below, and when the key is too long
   */
  request(
    request: RunRequest,
    body: Buffer | undefined,
    options: RunOptions,
  ): Promise<RequestedRun> {
    if (!('format' in request)) {
      const { termId, policy, around } = request;
      return this.forTerm(termId, policy, { ...options, around });
    }
    if (body === undefined)
      throw new Error('The web server must keep the bytes of request bodies.');
    return this.forProblemFile(body, options);
  }

  /**
   * Freezes the term's problem as the registers stand and queues a run over it.
   *
   * @param policy name of a preset; undefined for the one that the settings name as the default
   * @throws Refusal when the term cannot be frozen, the plan to go around is not of the term or no longer fits it, or the
   * key was used for another request
   */
  forTerm(
    termId: string,
    policy: string | undefined,
    options: RunOptions = {},
  ): Promise<RequestedRun> {
    const { around } = options;
    const asked = fingerprint({ termId, policy, ...withoutKey(options), around });
    return this.requestOnce(asked, options, async () => {
      const frozen = await this.dataSource.transaction('REPEATABLE READ', (manager) =>
        frozenTerm(manager, this.freezeTerm, { termId, policy, today: this.clock.today() }),
      );
      return around
        ? frozenAround(frozen, await this.opened.open(around.planId, 'edit'), around)
        : frozen;
    });
  }

  /**
   * Queues a run over a problem file, as it is.
   *
   * @throws Refusal when the file breaks docs/problem-format.md (each fault opens with its field), or
   * the key was used for another request
   */
  forProblemFile(bytes: Uint8Array, options: RunOptions = {}): Promise<RequestedRun> {
    const asked = fingerprint({ problem: sha256(bytes), ...withoutKey(options) });
    return this.requestOnce(asked, options, () => this.frozenFile(bytes));
  }

  private async frozenFile(bytes: Uint8Array): Promise<FrozenInput> {
    const looked = await this.threads.run(lookingAside, bytes);
    if ('faults' in looked) throw badFile(looked.faults);
    return {
      name: looked.name,
      bytes,
      sha256: sha256(bytes),
      context: {},
      termId: null,
      policyName: POLICY_OF_FILE,
    };
  }

  private async requestOnce(
    asked: string,
    options: RunOptions,
    freeze: () => Promise<FrozenInput>,
  ): Promise<RequestedRun> {
    refuseUnusableKey(options.key);
    const known = await this.askedBefore(asked, options.key);
    if (known !== undefined) return { runId: known, isNew: false };
    const frozen = await freeze();
    const finished =
      options.reuse === true ? await this.finishedRun(frozen, options.engine) : undefined;
    if (finished !== undefined) return { runId: finished, isNew: false };
    try {
      const runId = await this.dataSource.transaction((manager) =>
        this.store(manager, frozen, asked, options),
      );
      return { runId, isNew: true };
    } catch (error) {
      if (brokenConstraint(error) !== 'allocation_run_idempotency_key_key') throw error;
      // The same request came twice at the same time, and the other one was first.
      const first = await this.askedBefore(asked, options.key);
      if (first === undefined) throw error;
      return { runId: first, isNew: false };
    }
  }

  private async askedBefore(asked: string, key: string | undefined): Promise<string | undefined> {
    if (key === undefined) return undefined;
    const [run] = await this.dataSource.query<{ id: string; request_sha256: string }[]>(
      'SELECT id, request_sha256 FROM allocation_run WHERE idempotency_key = $1',
      [key],
    );
    if (run !== undefined && run.request_sha256 !== asked) {
      throw new Refusal(
        'IDEMPOTENCY_KEY_REUSED',
        `The Idempotency-Key was used before, for another request (run ${run.id}). Send a new key with a new request.`,
        422,
      );
    }
    return run?.id;
  }

  /** A proven result holds for ever; a plan that was stopped early may be bettered, so it is not shown again. */
  private async finishedRun(
    frozen: FrozenInput,
    engine: EngineName = USUAL_ENGINE,
  ): Promise<string | undefined> {
    const [run] = await this.dataSource.query<{ id: string }[]>(
      `SELECT run.id FROM allocation_run run JOIN plan ON plan.run_id = run.id
       WHERE run.problem_sha256 = $1 AND run.term_id IS NOT DISTINCT FROM $2 AND run.policy_name = $3
         AND run.engine = $5 AND run.solver_version = $4 AND plan.status IN ('OPTIMAL', 'INFEASIBLE')
       ORDER BY run.finished_at DESC LIMIT 1`,
      [frozen.sha256, frozen.termId, frozen.policyName, SOLVER_VERSION, engine],
    );
    return run?.id;
  }

  private async store(
    manager: EntityManager,
    frozen: FrozenInput,
    asked: string,
    options: RunOptions,
  ): Promise<string> {
    await storeFrozenProblem(manager, frozen);
    const author = this.author.name;
    // Both engines are deterministic: the seed only names that.
    const rows: { id: string }[] = await manager.query(
      `INSERT INTO allocation_run (name, term_id, problem_sha256, policy_name, engine, seed, solver_version,
         max_work, idempotency_key, request_sha256, requested_by)
       VALUES ($1, $2, $3, $4, $10, 0, $5, $6, $7, $8, $9) RETURNING id`,
      [
        frozen.name,
        frozen.termId,
        frozen.sha256,
        frozen.policyName,
        SOLVER_VERSION,
        options.maxWork ?? this.configuration.solver.workLimit ?? null,
        options.key ?? null,
        options.key === undefined ? null : asked,
        author,
        options.engine ?? USUAL_ENGINE,
      ],
    );
    const runId = rows[0]?.id;
    if (runId === undefined) throw new Error('The database stored a run without giving its id.');
    await deliver(manager, runId, 1);
    await recordAudit(manager, {
      actor: author,
      action: 'allocation run requested',
      subject: 'allocation_run',
      subjectId: runId,
      after: { state: 'QUEUED', problem: frozen.sha256, term: frozen.termId },
    });
    return runId;
  }
}

function badFile(sentences: readonly string[]): Refusal {
  const faults = sentences.map((message) => ({ pointer: '#', field: 'problem file', message }));
  return new Refusal('BAD_PROBLEM_FILE', sentences.join('\n'), 422, faults);
}

const LONGEST_KEY = 200;

function refuseUnusableKey(key: string | undefined): void {
  if (key === undefined || (key.trim() !== '' && key.length <= LONGEST_KEY)) return;
  throw new Refusal(
    'BAD_IDEMPOTENCY_KEY',
    `An Idempotency-Key has 1 to ${LONGEST_KEY} characters, for example a UUID.`,
    400,
  );
}

function withoutKey({ engine = USUAL_ENGINE, maxWork, reuse }: RunOptions): RunOptions {
  return { engine, maxWork, reuse };
}

/** Tells one request from another; fields in a fixed order. */
function fingerprint(request: object): string {
  return sha256(Buffer.from(JSON.stringify(request), 'utf8'));
}
