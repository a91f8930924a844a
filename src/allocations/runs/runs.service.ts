import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { recordAudit } from '../../audit/audit.js';
import { Author } from '../../platform/author.js';
import { Refusal } from '../../platform/problems/refusal.js';
import { StoredPlan } from '../plans/plan.entity.js';
import { hasPlanSoFar } from './aim-progress.js';
import { FrozenProblem } from './frozen-problem.entity.js';
import { AllocationRun } from './run.entity.js';
import { type RunPage, type RunQuery, type RunView, viewOfRun } from './run.schema.js';
import { type CancelMode, hasEnded } from './run-state.js';

/** Looking at allocation runs, and cancelling them. */
@Injectable()
export class Runs {
  constructor(
    private readonly dataSource: DataSource,
    private readonly author: Author,
  ) {}

  /** The newest first. */
  async list({ termId, state, cursor, limit }: RunQuery): Promise<RunPage> {
    const query = this.dataSource
      .getRepository(AllocationRun)
      .createQueryBuilder('run')
      .orderBy('run.requestedAt', 'DESC')
      .addOrderBy('run.id', 'DESC')
      .take(limit + 1);
    if (termId !== undefined) query.andWhere('run.termId = :termId', { termId });
    if (state !== undefined) query.andWhere('run.state = :state', { state });
    if (cursor !== undefined) await this.after(query, cursor);
    const found = await query.getMany();
    const shown = found.slice(0, limit);
    const plans = await this.planIds(shown);
    return {
      items: shown.map((run) => viewOfRun(run, plans.get(run.id) ?? null)),
      next: found.length > limit ? (shown.at(-1)?.id ?? null) : null,
    };
  }

  /** @throws Refusal when there is no such run */
  async get(id: string): Promise<RunView> {
    const run = await this.find(this.dataSource.manager, id);
    const plans = await this.planIds([run]);
    return viewOfRun(run, plans.get(id) ?? null);
  }

  /** The exact bytes that are or were solved. @throws Refusal when there is no such run */
  async problemFile(id: string): Promise<FrozenProblem> {
    const { problemSha256 } = await this.find(this.dataSource.manager, id);
    return this.dataSource.getRepository(FrozenProblem).findOneByOrFail({ sha256: problemSha256 });
  }

  /** @throws Refusal when there is no such run, or it has no plan (yet), with the reason */
  async plan(id: string): Promise<StoredPlan> {
    const run = await this.find(this.dataSource.manager, id);
    const plan = await this.dataSource.getRepository(StoredPlan).findOneBy({ runId: id });
    if (plan === null) {
      const why = hasEnded(run.state)
        ? `It ended ${run.state} and will never have one.`
        : 'It has not ended yet.';
      throw new Refusal('RUN_HAS_NO_PLAN', `Run ${id} has no plan. ${why}`, 409);
    }
    return plan;
  }

  /**
   * `DISCARD` ends the run here and now: its worker finds that the run is no longer its own. `USE_BEST`
   * only asks: the solver ends with the best plan so far, which is then checked and stored as any other.
   *
   * @throws Refusal when there is no such run, it has ended, or there is no plan to use yet
   */
  async cancel(id: string, mode: CancelMode): Promise<RunView> {
    await this.dataSource.transaction(async (manager) => {
      const run = await this.find(manager, id, true);
      refuseCancel(run, mode);
      await manager.query(
        mode === 'USE_BEST'
          ? `UPDATE allocation_run SET cancel_mode = 'USE_BEST' WHERE id = $1`
          : `UPDATE allocation_run SET cancel_mode = 'DISCARD', state = 'CANCELLED',
               finished_at = clock_timestamp() WHERE id = $1`,
        [id],
      );
      await recordAudit(manager, {
        actor: this.author.name,
        action: mode === 'USE_BEST' ? 'best plan so far asked for' : 'allocation run cancelled',
        subject: 'allocation_run',
        subjectId: id,
        before: { state: run.state },
        after: { state: mode === 'USE_BEST' ? run.state : 'CANCELLED' },
      });
    });
    return this.get(id);
  }

  private async find(manager: EntityManager, id: string, lock = false): Promise<AllocationRun> {
    const run = await manager.findOne(AllocationRun, {
      where: { id },
      ...(lock ? { lock: { mode: 'pessimistic_write' } } : {}),
    });
    if (run === null) {
      throw new Refusal('NOT_FOUND', `There is no allocation run ${id}.`);
    }
    return run;
  }

  /** Compared within the database: its instants are finer than ours. */
  private async after(query: SelectQueryBuilder<AllocationRun>, cursor: string): Promise<void> {
    await this.find(this.dataSource.manager, cursor);
    query.andWhere(
      `(run.requested_at, run.id) < (SELECT last.requested_at, last.id FROM allocation_run last WHERE last.id = :cursor)`,
      { cursor },
    );
  }

  private async planIds(runs: readonly AllocationRun[]): Promise<Map<string, string>> {
    const rows = await this.dataSource.query<{ id: string; run_id: string }[]>(
      'SELECT id, run_id FROM plan WHERE run_id = ANY($1)',
      [runs.map(({ id }) => id)],
    );
    return new Map(rows.map((row) => [row.run_id, row.id]));
  }
}

function refuseCancel(run: AllocationRun, mode: CancelMode): void {
  if (hasEnded(run.state)) {
    throw new Refusal(
      'RUN_HAS_ENDED',
      `Run ${run.id} has ended already (${run.state}), so there is nothing to cancel.`,
      409,
    );
  }
  if (mode === 'USE_BEST' && !hasPlanSoFar(run.progress)) {
    throw new Refusal(
      'NO_PLAN_YET',
      `Run ${run.id} has found no plan so far. Wait until its progress shows a value, or cancel it with DISCARD.`,
      409,
    );
  }
}
