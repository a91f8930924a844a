import { beforeAll, describe, expect, it } from '@jest/globals';
import fc, { type Arbitrary } from 'fast-check';
import { bruteForce } from '../../../test/solver/brute-force.js';
import {
  inWeeks,
  led,
  person,
  problem,
  review,
  row,
  WEEK_1,
  WEEK_2,
  WEEK_3,
  WEEKS,
} from '../../../test/solver/builders.js';
import { companionable } from '../../../test/solver/companionable.js';
import { everyPlan } from '../../../test/solver/every-plan.js';
import { tinyProblem } from '../../../test/solver/generate.js';
import { propertyCases } from '../../../test/solver/property-cases.js';
import { isBetter as isBetterPlan } from '../../../test/solver/random-plans.js';
import { incumbentOf } from '../../../test/solver/solved-by-network.js';
import { aims } from '../aims/aims.js';
import { type Incumbent, isBetter, type SolveHooks, type SolveProgress } from '../incumbent.js';
import { loadHighs } from '../milp/highs.js';
import type { MilpEngine } from '../milp/milp.js';
import {
  type AvailabilityGrade,
  DEFAULT_POLICY,
  type Lead,
  type Problem,
  type SeatRow,
} from '../problem.js';
import { breachesOf } from '../rules/plan-rules.js';
import { levelsOf } from './aim-levels.js';
import { BranchCloser, type SolveSoFar } from './branch-closer.js';
import { LeadSearch } from './lead-search.js';
import { NetworkBase } from './network-base.js';
import type { Branch } from './open-branches.js';
import type { SearchStrategy } from './search-strategy.js';

let engine: MilpEngine;
beforeAll(async () => {
  engine = await loadHighs();
});

const noEngine: MilpEngine = {
  version: 'none',
  open: () => {
    throw new Error('The engine was asked.');
  },
};

interface Options extends Partial<SearchStrategy> {
  mostNodes?: number;
  engine?: MilpEngine;
  hooks?: SolveHooks;
}

/** A solve that has come to some plan, and to the branches that a search has left. */
class SoFar implements SolveSoFar {
  readonly base: NetworkBase;
  readonly network: NetworkBase['network'];
  readonly seconds: NetworkBase['seconds'];
  readonly mostShadows: number;
  readonly reported: [string, string][] = [];
  readonly progress: SolveProgress[] = [];
  work = 0;
  readonly search: LeadSearch;
  private readonly closer: BranchCloser;

  constructor(
    readonly problem: Problem,
    private plan: Incumbent,
    private readonly options: Options = {},
  ) {
    this.base = new NetworkBase(problem);
    this.network = this.base.network;
    this.seconds = this.base.seconds;
    this.mostShadows = this.seconds.mostShadows();
    const limits = {
      shouldStop: this.shouldStop,
      mostNodes: options.mostNodes ?? 0,
      offer: (rows: SeatRow[]) => this.offer(rows),
      best: () => this.bestLevels(),
      mostShadows: this.mostShadows,
    };
    this.search = new LeadSearch(problem, this.network, this.seconds, limits, {
      order: options.order ?? 'BEST_FIRST',
      assurers: options.assurers ?? 'ONE_BY_ONE',
    });
    this.search.run();
    this.closer = new BranchCloser(this, options.engine ?? engine, this.search, []);
  }

  isStopped = false;
  /** What was left to the engine. */
  takes = 0;
  readonly shouldStop = (): boolean => this.isStopped;
  bestPlan = (): Incumbent => this.plan;
  bestLevels = (): readonly number[] => levelsOf(this.problem, this.plan.values);
  values = (): number[] => aims.map(({ name }) => this.plan.values.get(name) as number);

  offer(rows: readonly SeatRow[]): number[] {
    expect(breachesOf(this.problem, rows)).toEqual([]);
    const found = incumbentOf(this.problem, [...rows]);
    if (isBetter(found, this.plan)) this.plan = found;
    return levelsOf(this.problem, found.values);
  }

  take({ incumbent, work }: { incumbent: Incumbent; work: number }): void {
    expect(breachesOf(this.problem, incumbent.rows)).toEqual([]);
    expect(isBetter(this.plan, incumbent)).toBe(false);
    this.plan = incumbent;
    this.takes++;
    this.work += work;
  }

  hooksLeft(): SolveHooks {
    return { ...this.options.hooks, onProgress: (step) => this.progress.push(step) };
  }

  report(aim: string, phase: string): void {
    this.reported.push([aim, phase]);
  }

  get hasMostShadows(): boolean {
    return this.plan.values.get('shadowing') === this.mostShadows;
  }

  /** Whether all that the search left is closed, branch by branch. */
  close(branches: readonly Branch[] = this.search.frontier()): boolean {
    return branches.every((branch) => {
      const levels = this.search.visit(branch);
      return levels === null || (levels !== 'STOPPED' && this.closer.close(branch, levels));
    });
  }
}

const ALL: readonly Branch[] = [{ restrictions: [], bound: [] }];

/** A problem, and some plan of it with as many shadows as there can be. */
function withSomePlan(problems: Arbitrary<Problem>): Arbitrary<{ of: Problem; plan: SeatRow[] }> {
  return fc
    .record({ of: problems, which: fc.nat(1_000) })
    .map(({ of, which }) => {
      const shadows = new NetworkBase(of).seconds.mostShadows();
      const plans = (everyPlan(of, 2_000) ?? []).filter(({ values }) => values[2] === shadows);
      return { of, plan: plans[which % Math.max(1, plans.length)]?.rows ?? [] };
    })
    .filter(({ plan }) => plan.length > 0);
}

/** A problem, and of its plans that are best but for company the one with the worst. */
function withWorstCompany(
  problems: Arbitrary<Problem>,
): Arbitrary<{ of: Problem; plan: SeatRow[] }> {
  return problems
    .map((of) => {
      const best = bruteForce(of);
      const leads = JSON.stringify(best.status === 'OPTIMAL' && best.values.slice(0, 6));
      const plans = (everyPlan(of, 10_000) ?? [])
        .filter(({ values }) => JSON.stringify(values.slice(0, 6)) === leads)
        .sort((a, b) => (b.values[6] as number) - (a.values[6] as number));
      return { of, plan: plans[0]?.rows ?? [] };
    })
    .filter(({ plan }) => plan.length > 0);
}

const strategies = fc.record({
  order: fc.constantFrom('BEST_FIRST' as const, 'DIVE' as const),
  assurers: fc.constantFrom('ONE_BY_ONE' as const, 'ALL_FIRST' as const),
  mostNodes: fc.nat(6),
});

describe('branches that are closed', () => {
  it.each([
    ['of any problem', withSomePlan(tinyProblem({ people: 4, reviews: 3, weeks: 3 }))],
    ['where company is in doubt', withSomePlan(companionable)],
    ['where nothing but company is', withWorstCompany(companionable)],
  ])(
    'hold nothing better than the plan that is left, whatever plan was known: %s',
    (_, drawn) => {
      const met = { bettered: 0, closed: 0 };
      fc.assert(
        fc.property(drawn, strategies, ({ of, plan }, options) => {
          const solve = new SoFar(of, incumbentOf(of, plan), options);
          const before = solve.values();
          // What a dive leaves open is not all there is.
          const branches = options.order === 'BEST_FIRST' ? solve.search.frontier() : ALL;
          for (const branch of branches) {
            // Without the most shadows it is no case for branches: the engine is asked for the whole.
            if (!solve.hasMostShadows) return;
            expect(solve.close([branch])).toBe(true);
          }
          if (!solve.hasMostShadows) return;
          expect(bruteForce(of)).toMatchObject({ values: solve.values() });
          met.closed++;
          if (isBetterPlan(solve.values(), before)) met.bettered++;
          solve.search.release();
        }),
        { numRuns: propertyCases(200), seed: 20270111 },
      );
      expect(met.closed).toBeGreaterThan(propertyCases(100));
      expect(met.bettered).toBeGreaterThan(propertyCases(10));
    },
    120_000,
  );
});

describe('a branch as cheap as the best plan', () => {
  const of = problem({
    leads: [
      person('Ada'),
      person('Sam', {
        roles: ['SHADOW'],
        availability: { [WEEK_1]: { MON_WED: 'IF_NEEDED' }, [WEEK_2]: { MON_WED: 'PREFERRED' } },
      }),
    ],
    reviews: [
      review('R1', { windows: review('').windows.filter(({ window }) => window === 'MON_WED') }),
    ],
    weeks: [WEEK_1, WEEK_2],
  });
  const known = incumbentOf(of, [led('R1', 'Ada', WEEK_1, { shadow: 'Sam' })]);
  const best = [led('R1', 'Ada', WEEK_2, { shadow: 'Sam' })];

  it('is closed without the engine where its company can be, and said to be looked at', () => {
    const solve = new SoFar(of, known, { engine: noEngine });
    solve.base.companiesLeftOpen = 2;
    expect(solve.close(ALL)).toBe(true);
    expect(solve.bestPlan().rows).toEqual(best);
    expect(solve.reported).toEqual([['company', 'started']]);
    expect(solve.base.companiesLeftOpen).toBe(0);
  });

  it('is left to the engine at once after three whose company was left open', () => {
    const solve = new SoFar(of, known, { engine: noEngine });
    solve.base.companiesLeftOpen = 3;
    expect(() => solve.close(ALL)).toThrow('The engine was asked.');
    const asked = new SoFar(of, known);
    asked.base.companiesLeftOpen = 3;
    expect(asked.close(ALL)).toBe(true);
    expect(asked.bestPlan().rows).toEqual(best);
    expect(asked.base.companiesLeftOpen).toBe(3);
    expect(asked.reported).toEqual([]);
  });

  it('is not closed where the search for company is stopped', () => {
    const solve = new SoFar(of, known, { engine: noEngine });
    const [branch] = ALL as [Branch];
    // A solve asks now and then whether it should stop.
    const ends = Array.from({ length: 64 }, () => {
      solve.isStopped = false;
      solve.search.visit(branch);
      solve.isStopped = true;
      return solve.close([branch]);
    });
    expect(ends).toContain(false);
  });

  it('tells of no aim that it is settled, and is not closed where the engine is stopped', () => {
    const solve = new SoFar(of, known, { hooks: { shouldStop: () => true } });
    solve.base.companiesLeftOpen = 3;
    expect(solve.close(ALL)).toBe(false);
    const whole = new SoFar(of, known);
    whole.base.companiesLeftOpen = 3;
    whole.close(ALL);
    expect(whole.progress.length).toBeGreaterThan(0);
    expect(whole.progress.filter(({ phase }) => phase === 'settled')).toEqual([]);
  });
});

describe('a branch whose flow costs less than the best plan', () => {
  /** Nia, who is new, would rather lead in the first week; who assures her comes in the second or third. */
  const days = (...grades: (AvailabilityGrade | null)[]): Pick<Lead, 'availability'> => ({
    availability: Object.fromEntries<Lead['availability'][string]>(
      grades.map((grade, week) => [WEEKS[week] as string, grade ? { MON_WED: grade } : {}]),
    ),
  });
  const of = problem({
    leads: [
      person('Nia', { isNew: true, ...days('PREFERRED', 'AVAILABLE', 'IF_NEEDED') }),
      person('Qi', { roles: ['QUALITY_ASSURER'], ...days(null, 'PREFERRED', 'PREFERRED') }),
    ],
    reviews: [review('R1', inWeeks(WEEK_1, WEEK_2, WEEK_3))],
    policy: {
      ...DEFAULT_POLICY,
      availability: { PREFERRED: 0, AVAILABLE: 500, IF_NEEDED: 900 },
    },
  });
  const ledIn = (week: string): SeatRow[] => [led('R1', 'Nia', week, { qualityAssurer: 'Qi' })];

  it('is sought near its flow first where fit alone is in doubt, then twice as far, until the best plan is within reach', () => {
    const solve = new SoFar(of, incumbentOf(of, ledIn(WEEK_3)));
    expect(solve.close(ALL)).toBe(true);
    expect(solve.bestPlan().rows).toEqual(ledIn(WEEK_2));
    // 64, 128, 256 and 512 points away.
    expect(solve.takes).toBe(4);
  });

  it('is sought as far as the best plan at once where more is in doubt', () => {
    const solve = new SoFar(of, incumbentOf(of, [row('R1')]));
    expect(solve.close(ALL)).toBe(true);
    expect(solve.bestPlan().rows).toEqual(ledIn(WEEK_2));
    expect(solve.takes).toBe(1);
  });

  it('is looked at once where the best plan is near already', () => {
    const near = { ...of.policy, availability: { PREFERRED: 0, AVAILABLE: 10, IF_NEEDED: 20 } };
    const close = { ...of, policy: near };
    const solve = new SoFar(close, incumbentOf(close, ledIn(WEEK_3)));
    expect(solve.close(ALL)).toBe(true);
    expect(solve.bestPlan().rows).toEqual(ledIn(WEEK_2));
    expect(solve.takes).toBe(1);
  });
});
