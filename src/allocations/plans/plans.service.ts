import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Refusal } from '../../platform/problems/refusal.js';
import { writePlan } from '../../solver/file/write-files.js';
import { comparePlans, type PlanComparison } from './comparison.js';
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

  /** @throws Refusal when there is no such plan, naming which of the two */
  async compare(id: string, otherId: string): Promise<PlanComparison> {
    const [one, other] = await Promise.all([this.find(id), this.find(otherId)]);
    return comparePlans(one.content, other.content, await this.isSameButForPins(one, other));
  }

  private async isSameButForPins(one: StoredPlan, other: StoredPlan): Promise<boolean> {
    const rows = await this.dataSource.query<{ base: string }[]>(
      `SELECT DISTINCT coalesce(unpinned_sha256, sha256) AS base FROM frozen_problem WHERE sha256 IN ($1, $2)`,
      [one.problemSha256, other.problemSha256],
    );
    return rows.length === 1;
  }

  private async find(id: string): Promise<StoredPlan> {
    const plan = await this.dataSource.getRepository(StoredPlan).findOneBy({ id });
    if (plan === null) throw new Refusal('NOT_FOUND', `There is no plan ${id}.`);
    return plan;
  }
}
