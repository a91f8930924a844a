import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { termById } from '../../calendar/academic-years.js';
import { Clock } from '../../platform/clock.js';
import { settingsOn } from '../../settings/settings.js';
import { type OpenedPlan, OpenedPlans } from '../plans/opened-plans.js';
import { TermPlans } from '../plans/term-plans.service.js';
import { termFreezer, type TermFreezer } from '../runs/term-freezer.js';
import { type RunChoices, runChoices } from './run-choices.js';

/** What can be chosen for a run, and what it would be about. */
@Injectable()
export class TermRunChoices {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly plans: OpenedPlans,
    private readonly termPlans: TermPlans,
    @Inject(termFreezer) private readonly freezeTerm: TermFreezer,
  ) {}

  /**
   * Freezes the term's problem as a run would, and keeps nothing.
   *
   * @throws Refusal when the term cannot be frozen
   */
  async ofTerm(termId: string): Promise<RunChoices> {
    const today = this.clock.today();
    const plan = await this.newestPlan(termId);
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const { startsOn } = await termById(manager, termId);
      const { problem, context } = await this.freezeTerm(manager, termId, {
        policy: undefined,
        today,
      });
      // The settings that a run takes: those of the first day that can still be allocated.
      const { policies } = await settingsOn(manager, today > startsOn ? today : startsOn);
      return runChoices(problem, context, policies, today, plan);
    });
  }

  /** The newest plan of the term that has seats; null: there is none. */
  private async newestPlan(termId: string): Promise<{ name: string; opened: OpenedPlan } | null> {
    const { items } = await this.termPlans.ofTerm(termId);
    const newest = items.find(({ status }) => status !== 'INFEASIBLE');
    return newest ? { name: newest.name, opened: await this.plans.open(newest.id) } : null;
  }
}
