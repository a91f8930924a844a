import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { loadBoardFacts, noFacts } from '../board/board-facts.js';
import { lineOf } from '../hand/plan-line.js';
import { OpenedPlans } from '../plans/opened-plans.js';
import { planHead } from '../reviews/plan-head.js';
import { needNames } from '../reviews/review-registers.js';
import { leftOutSchools } from './left-out-schools.js';
import { planMap } from './plan-map.js';
import { type PlanMapView } from './plan-map.schema.js';

/** Plans as they lie in the country. */
@Injectable()
export class PlanMaps {
  constructor(
    private readonly dataSource: DataSource,
    private readonly plans: OpenedPlans,
  ) {}

  /** @throws Refusal when there is no such plan, or it is the proof that there is none */
  async map(planId: string): Promise<PlanMapView> {
    const opened = await this.plans.open(planId);
    const { stored, frozen, names } = opened;
    const { manager } = this.dataSource;
    const facts = stored.termId === null ? noFacts : await loadBoardFacts(manager, stored.termId);
    const leftOut = await leftOutSchools(manager, frozen.context, names);
    return {
      plan: planHead(stored, await lineOf(manager, planId)),
      ...planMap(opened, facts, leftOut, await needNames(manager)),
    };
  }
}
