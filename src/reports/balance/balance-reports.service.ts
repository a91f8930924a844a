import { Injectable } from '@nestjs/common';
import { Recruitings } from '../../allocations/recruiting/recruitings.service.js';
import { needNames } from '../../allocations/reviews/review-registers.js';
import { Author } from '../../platform/author.js';
import { Clock } from '../../platform/clock.js';
import { Refusal } from '../../platform/problems/refusal.js';
import { type RegisterView } from '../../registers/files/register-file.js';
import { ReportMoments } from '../moment.js';
import { balanceBehind } from './balance-behind.js';
import { balanceFile } from './balance-file.js';
import { balanceView } from './balance-view.js';
import { scopeName } from './balance-words.js';
import {
  type BalanceBehind,
  type BalanceBehindQuery,
  type BalanceQuery,
  type BalanceScope,
  type BalanceView,
} from './balance.schema.js';

/** Where Lead Reviewers are short by region and specialism, as computed last. */
@Injectable()
export class BalanceReports {
  constructor(
    private readonly recruitings: Recruitings,
    private readonly moments: ReportMoments,
    private readonly clock: Clock,
    private readonly author: Author,
  ) {}

  /** @throws Refusal as `Recruitings.of` */
  report(query: BalanceQuery): Promise<BalanceView> {
    return this.moments.ofStudies(query, async (at) =>
      balanceView(await this.recruitings.of(query.scope, at), query, await needNames(at.manager)),
    );
  }

  /**
   * @returns whether something new is computed, and how far it is
   * @throws Refusal as `Recruitings.compute`
   */
  async compute({ scope }: BalanceScope): Promise<{ hasBegun: boolean; view: BalanceView }> {
    const hasBegun = await this.recruitings.compute(scope);
    return { hasBegun, view: await this.report({ scope }) };
  }

  /** @throws Refusal as `report`, and where nothing had been computed */
  behind({ scope, ...query }: BalanceBehindQuery): Promise<BalanceBehind> {
    return this.moments.ofStudies(query, async (at) => {
      const known = await this.recruitings.of(scope, at);
      if (known.done === null) throw noneYet(scopeName(known.scope));
      return balanceBehind(known.done, query, await needNames(at.manager));
    });
  }

  /** @throws Refusal as `behind` */
  async file(query: BalanceQuery): Promise<{ file: RegisterView; name: string }> {
    const { balance, scope } = await this.report(query);
    if (balance === null) throw noneYet(scope.name);
    const made = { author: this.author.name, madeAt: this.clock.now() };
    return {
      file: balanceFile({ scope, balance }, query, made),
      name: `supply-and-demand-${scope.id.replace('/', '-')}-${balance.asAt}`,
    };
  }
}

function noneYet(scope: string): Refusal {
  return new Refusal(
    'NO_BALANCE',
    `Supply and demand have not been compared for this yet: ${scope}. Compute it first.`,
    404,
  );
}
