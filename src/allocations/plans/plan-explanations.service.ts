import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Refusal } from '../../platform/problems/refusal.js';
import { type UncoveredReview } from '../../solver/explain/uncovered.js';
import { SolverPool } from '../solving/solver-pool.js';
import { type ExplainedReview, explainedReview } from '../summary/gap-words.js';
import { type PlanSummary, summarisePlan } from '../summary/plan-summary.js';
import { type ToldPlan } from '../tables/told-plan.js';
import { OpenedPlans } from './opened-plans.js';

/** What a plan means: summed up, and why some reviews have no lead. */
@Injectable()
export class PlanExplanations implements OnModuleDestroy {
  private readonly solver = new SolverPool();
  private readonly stop = new AbortController();
  /** Explanations under way, so that two who ask at once wait for the same one. */
  private readonly underWay = new Map<string, Promise<UncoveredReview[]>>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly plans: OpenedPlans,
  ) {}

  async onModuleDestroy(): Promise<void> {
    this.stop.abort(
      new Refusal('UNAVAILABLE', 'The service is stopping. Ask again once it is back.', 503),
    );
    await this.solver.close();
  }

  /** @throws Refusal when there is no such plan, or it is the proof that there is none */
  async summary(planId: string): Promise<PlanSummary> {
    const { stored, problem } = await this.plans.open(planId);
    return summarisePlan(problem, stored.content);
  }

  /**
   * All that people are told about a plan, with the names that were frozen with its problem, and what to
   * call a file of it. The first time for a plan takes seconds, as `uncovered`.
   *
   * @throws Refusal as `summary`
   */
  async told(planId: string): Promise<{ told: ToldPlan; name: string }> {
    const { stored, frozen } = await this.plans.open(planId);
    const uncovered = await this.uncovered(planId);
    return {
      told: {
        problem: frozen.bytes,
        plan: stored.content,
        about: { context: frozen.context, uncovered },
      },
      name: `${stored.termId ?? stored.id}-allocation`,
    };
  }

  /**
   * Why each review without a lead has none, and the one fact, if there is one, that alone would give
   * it a lead. Found by solving again, which takes seconds the first time, and kept.
   *
   * @throws Refusal as `summary`
   */
  async uncovered(planId: string): Promise<ExplainedReview[]> {
    const { names } = await this.plans.open(planId);
    const found = await this.explanation(planId);
    return found.map((review) => explainedReview(review, names));
  }

  private async explanation(planId: string): Promise<UncoveredReview[]> {
    const [known] = await this.dataSource.query<{ uncovered: UncoveredReview[] }[]>(
      'SELECT uncovered FROM plan_explanation WHERE plan_id = $1',
      [planId],
    );
    if (known) return known.uncovered;
    const found = this.underWay.get(planId) ?? this.explain(planId);
    this.underWay.set(planId, found);
    try {
      return await found;
    } finally {
      this.underWay.delete(planId);
    }
  }

  private async explain(planId: string): Promise<UncoveredReview[]> {
    const { stored, frozen } = await this.plans.open(planId);
    const uncovered = await this.solver.explain(frozen.bytes, stored.content.reviews, {
      signal: this.stop.signal,
    });
    await this.dataSource.query(
      'INSERT INTO plan_explanation (plan_id, uncovered) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [planId, JSON.stringify(uncovered)],
    );
    return uncovered;
  }
}
