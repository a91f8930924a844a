import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Refusal } from '../../platform/problems/refusal.js';
import { readProblem } from '../../solver/file/read-problem.js';
import { type Problem } from '../../solver/problem.js';
import { FrozenProblem } from '../runs/frozen-problem.entity.js';
import { pinnedByHand } from '../runs/pins-by-hand.js';
import { type PlanNames, planNames } from '../summary/plan-names.js';
import { StoredPlan } from './plan.entity.js';

/** A frozen problem ready to be asked, with what its references mean. */
export interface OpenedProblem {
  frozen: FrozenProblem;
  problem: Problem;
  names: PlanNames;
  /** Reviews that are pinned, but not by hand: nobody unpins them. */
  held: ReadonlySet<string>;
}

/** A plan that has seats, with the problem that it solves. */
export interface OpenedPlan extends OpenedProblem {
  stored: StoredPlan;
}

/** So many problems are kept read: a few terms that people work at. */
const KEPT = 4;

/** Stored plans with their problems, which are read from their files once and kept: they never change. */
@Injectable()
export class OpenedPlans {
  private readonly problems = new Map<string, OpenedProblem>();

  constructor(private readonly dataSource: DataSource) {}

  /**
   * @param to what is to be done with it, for the refusal
   * @throws Refusal when there is no such plan, or it is the proof that there is none
   */
  async open(id: string, to: 'show' | 'edit' = 'show'): Promise<OpenedPlan> {
    const stored = await this.dataSource.getRepository(StoredPlan).findOneBy({ id });
    if (stored === null) throw new Refusal('NOT_FOUND', `There is no plan ${id}.`);
    if (stored.status === 'INFEASIBLE') {
      throw new Refusal(
        'PLAN_IS_INFEASIBLE',
        `No plan keeps all pins, so there is nothing to ${to}. Drop one of the pins in its conflict and run again.`,
        409,
      );
    }
    return { stored, ...(await this.problem(stored.problemSha256)) };
  }

  /** The frozen problem of a plan, whatever the plan says. @param sha256 of a problem that is stored */
  async problem(sha256: string): Promise<OpenedProblem> {
    const known = this.problems.get(sha256) ?? (await this.read(sha256));
    // The one asked for last is dropped last.
    this.problems.delete(sha256);
    this.problems.set(sha256, known);
    const [oldest] = this.problems.keys();
    if (this.problems.size > KEPT && oldest !== undefined) this.problems.delete(oldest);
    return known;
  }

  private async read(sha256: string): Promise<OpenedProblem> {
    const frozen = await this.dataSource.getRepository(FrozenProblem).findOneByOrFail({ sha256 });
    const problem = readProblem(frozen.bytes);
    const byHand = pinnedByHand(frozen.context);
    const pinned = problem.pins.map(({ review }) => review);
    const held = new Set(pinned.filter((review) => !byHand.has(review)));
    return { frozen, problem, names: planNames(frozen.context, problem), held };
  }
}
