import { Injectable } from '@nestjs/common';
import { Scenarios } from '../../allocations/scenarios/scenarios.service.js';
import { Author } from '../../platform/author.js';
import { Clock } from '../../platform/clock.js';
import { Refusal } from '../../platform/problems/refusal.js';
import { type RegisterView } from '../../registers/files/register-file.js';
import { ReportMoments } from '../moment.js';
import { reviewsBehind } from './what-if-behind.js';
import { comparisonOf, type Computed } from './what-if-comparison.js';
import { whatIfFile } from './what-if-file.js';
import { scenarioLine, scenarioView } from './what-if-view.js';
import {
  type BehindQuery,
  type ComparisonQuery,
  type FileQuery,
  type Scenario,
  type ScenarioComparison,
  type ScenarioList,
  type WhatIfQuery,
  type WhatIfReviews,
} from './what-if.schema.js';

/** Reports on scenarios: what was computed is read, and only asking for it solves. */
@Injectable()
export class WhatIfReports {
  constructor(
    private readonly moments: ReportMoments,
    private readonly scenarios: Scenarios,
    private readonly clock: Clock,
    private readonly author: Author,
  ) {}

  list(query: WhatIfQuery): Promise<ScenarioList> {
    return this.moments.ofStudies(query, async (at) => ({
      items: (await this.scenarios.all(at)).map(scenarioLine),
    }));
  }

  /** @throws Refusal when there is no such scenario */
  one(id: string, query: WhatIfQuery): Promise<Scenario> {
    return this.moments.ofStudies(query, async (at) =>
      scenarioView(await this.scenarios.one(id, at)),
    );
  }

  /** @throws Refusal when there is no such scenario, or nothing was computed of it yet */
  async behind(id: string, query: BehindQuery): Promise<WhatIfReviews> {
    const { outcome, facts } = await this.computed(id, query);
    return reviewsBehind(outcome, facts, query);
  }

  /** @throws Refusal as `behind` */
  async compare({ first, second, ...moment }: ComparisonQuery): Promise<ScenarioComparison> {
    return comparisonOf(await this.computed(first, moment), await this.computed(second, moment));
  }

  /** @throws Refusal as `behind` */
  async file(
    id: string,
    { table, ...moment }: FileQuery,
  ): Promise<{ view: RegisterView; name: string }> {
    const { view, result } = await this.computed(id, moment);
    const made = { author: this.author.name, madeAt: this.clock.now() };
    return {
      view: whatIfFile(view, result, table, made),
      name: `what-if-${table}-${result.asAt}`,
    };
  }

  private async computed(id: string, query: WhatIfQuery): Promise<Computed> {
    const known = await this.moments.ofStudies(query, (at) => this.scenarios.one(id, at));
    const view = scenarioView(known);
    const { result } = view;
    const outcome = known.done?.result ?? null;
    if (result === null || outcome === null || known.done === null) {
      throw new Refusal(
        'NOT_COMPUTED',
        `“${known.name}” has not been computed yet. Compute it first.`,
        404,
      );
    }
    return { view, result, outcome, facts: known.done.facts };
  }
}
