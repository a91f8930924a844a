import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Refusal } from '../../platform/problems/refusal.js';
import { writePlan } from '../../solver/file/write-files.js';
import { OpenedPlans } from './opened-plans.js';
import { StoredPlan } from './plan.entity.js';
import { type PlanView, viewOfPlan } from './plan.schema.js';

/** Looking at plans. They never change. */
@Injectable()
export class Plans {
  constructor(
    private readonly dataSource: DataSource,
    private readonly opened: OpenedPlans,
  ) {}

  /** The plan with what the independent checker finds in it now. @throws Refusal when there is none */
  async get(id: string): Promise<PlanView> {
    return this.view(await this.find(id));
  }

  async view(plan: StoredPlan): Promise<PlanView> {
    const { problem, names } = await this.opened.problem(plan.problemSha256);
    return viewOfPlan(plan, problem, names);
  }

  /** The plan file's bytes (docs/problem-format.md, "Plan"). */
  file(plan: StoredPlan): Buffer {
    return Buffer.from(writePlan(plan.content, plan.problemSha256), 'utf8');
  }

  private async find(id: string): Promise<StoredPlan> {
    const plan = await this.dataSource.getRepository(StoredPlan).findOneBy({ id });
    if (plan === null) throw new Refusal('NOT_FOUND', `There is no plan ${id}.`);
    return plan;
  }
}
