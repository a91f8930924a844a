import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { OpenedPlans } from '../plans/opened-plans.js';
import { Preflights } from '../preflight/preflight.service.js';
import { Runs } from '../runs/runs.service.js';
import { type SnapshotContext } from '../snapshot/snapshot-input.js';
import { type HomeFacts, homeNames, type PlannedTerm } from './home-facts.js';
import { loadHome } from './load-home.js';
import { type TermHomeView } from './term-home.schema.js';
import { termHomeView } from './term-home-view.js';

/** How far a term has come, and what somebody must do for it. */
@Injectable()
export class TermHomes {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly opened: OpenedPlans,
    private readonly preflights: Preflights,
    private readonly runs: Runs,
  ) {}

  /** @throws Refusal when there is no such term, or it has no school week */
  async ofTerm(termId: string): Promise<TermHomeView> {
    const today = this.clock.today();
    const loaded = await this.dataSource.transaction('REPEATABLE READ', (manager) =>
      loadHome(manager, termId, today),
    );
    const opened = loaded.planId === null ? null : await this.opened.open(loaded.planId);
    const before: Partial<SnapshotContext> = opened?.frozen.context ?? {};
    const plan: PlannedTerm | null = opened && {
      stored: opened.stored,
      frozen: opened.problem,
      asOf: before.asOf ?? null,
    };
    const { items } = await this.runs.list({ termId, limit: 1 });
    return termHomeView({
      ...loaded,
      names: homeNames(loaded, before),
      preflight: await this.preflights.findings(loaded.problem),
      plan,
      run: items[0] ?? null,
    } satisfies HomeFacts);
  }
}
