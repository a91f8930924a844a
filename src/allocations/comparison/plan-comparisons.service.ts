import { Injectable } from '@nestjs/common';
import { type OpenedPlan, OpenedPlans } from '../plans/opened-plans.js';
import { TermPlans } from '../plans/term-plans.service.js';
import { type PlansSideBySideView } from './plan-comparison.schema.js';
import { plansSideBySide, type SidePlan } from './plans-side-by-side.js';

type NamedPlan = PlansSideBySideView['plans'][number];

/** Comparing plans for people: names and sentences beside the numbers. */
@Injectable()
export class PlanComparisons {
  constructor(
    private readonly plans: OpenedPlans,
    private readonly termPlans: TermPlans,
  ) {}

  /**
   * @param id the plan that the others are set against
   * @throws Refusal when there is no such plan, naming which, or one of them is the proof that there is none
   */
  async sideBySide(id: string, others: readonly string[]): Promise<PlansSideBySideView> {
    const first = await this.plans.open(id);
    const opened = [first, ...(await Promise.all(others.map((other) => this.plans.open(other))))];
    const named = await this.named(opened);
    const [base, ...rest] = opened.map((plan, index) => sidePlan(plan, named[index]?.name ?? ''));
    if (base === undefined) throw new Error('There is always the plan of the address.');
    return { plans: named, ...plansSideBySide([base, ...rest]) };
  }

  /** As the list of the term's plans calls them; a plan of a problem file is called by its version. */
  private async named(opened: readonly OpenedPlan[]): Promise<NamedPlan[]> {
    const terms = new Set(opened.flatMap(({ stored: { termId } }) => termId ?? []));
    const lists = await Promise.all([...terms].map((term) => this.termPlans.ofTerm(term)));
    const known = new Map(lists.flatMap(({ items }) => items.map((plan) => [plan.id, plan])));
    return opened.map(({ stored }) => {
      const { id, runId, version, status, author, note, createdAt, content } = stored;
      const found = known.get(id);
      return {
        id,
        runId,
        version,
        status,
        author,
        note,
        createdAt: createdAt.toISOString(),
        name: found?.name ?? `Version ${version}`,
        isNewest: found?.isNewest ?? false,
        covered: content.reviews.filter(({ lead }) => lead !== null).length,
        reviews: content.reviews.length,
      };
    });
  }
}

function sidePlan({ stored, problem, names }: OpenedPlan, name: string): SidePlan {
  return { name, plan: stored.content, problem, names };
}
