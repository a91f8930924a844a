import type { Aim } from '../aims/aim.js';
import { aims, valuesIn } from '../aims/aims.js';
import { type Incumbent, isBetter, type SolveHooks, type SolveProgress } from '../incumbent.js';
import { LexicographicSolve } from '../lexicographic.js';
import { EngineFault, type MilpEngine } from '../milp/milp.js';
import { buildModel } from '../model.js';
import type { AimName, AimResult } from '../plan.js';
import type { Problem, SeatRow } from '../problem.js';
import { viewPlan } from '../rules/plan-rule.js';
import { breachesIn } from '../rules/plan-rules.js';
import { BranchCloser, type SolveSoFar } from './branch-closer.js';
import { boundOf, firstAims, LEAD_AIMS, levelsOf } from './aim-levels.js';
import type { LeadNetwork } from './lead-network.js';
import { LeadSearch } from './lead-search.js';
import type { Branch } from './open-branches.js';
import { compare, lastInDoubt } from './limbs.js';
import { NetworkBase } from './network-base.js';
import { reassure } from './reassuring.js';
import type { Restriction } from './restricted-network.js';
import type { SearchStrategy } from './search-strategy.js';
import type { SecondCandidates } from './second-candidates.js';
import { withBounds } from './with-bounds.js';

type LimitedStrategy = SearchStrategy & { mostNodes: number };

/** The searches that are tried until one proves its plan, with the branches that each may look at; plunges only without any plan. */
const SEARCHES: readonly LimitedStrategy[] = [
  { order: 'BEST_FIRST', assurers: 'ONE_BY_ONE', mostNodes: 100 },
  { order: 'DIVE', assurers: 'ONE_BY_ONE', mostNodes: 200 },
  { order: 'PLUNGE', assurers: 'ALL_FIRST', mostNodes: 2_000 },
  { order: 'DIVE', assurers: 'ALL_FIRST', mostNodes: 200 },
  { order: 'BEST_FIRST', assurers: 'ALL_FIRST', mostNodes: 5_000 },
];

/** For a plan in which only a few new leads' assurers are open. */
const REASSURING: LimitedStrategy = { order: 'PLUNGE', assurers: 'ONE_BY_ONE', mostNodes: 60 };

/** A dive looks at several branches for each new lead: with more of them it ends before it has a plan. */
const MOST_DIVED_FOR = 30;

/** After a dive the engine is quicker than another search where nothing but so little of fit is in doubt. */
const NEARLY_PROVEN = 256;

/**
 * Solves by the network first (`docs/model.md`, "The network and its closers"). A search over flows proves the aims that
 * leads decide and seats the others beside them; the engine is left the company of the second seats among the plans that
 * are best so far, and whatever the search leaves open, on the seatings that the network cannot rule out.
 */
export class NetworkSolve implements SolveSoFar {
  readonly seconds: SecondCandidates;
  readonly network: LeadNetwork;
  private incumbent: Incumbent | null = null;
  /** What the incumbent costs in each level of the network. */
  private best: readonly number[] | null = null;
  /** The part of the base's plans to look at. */
  private readonly within: readonly Restriction[] = [];
  /** No plan costs less in levels: what a search had proven when it ended early; null: nothing is known. */
  private least: readonly number[] | null = null;
  /** No plan has more shadows. */
  readonly mostShadows: number;
  private readonly pivotsBefore: number;
  /** The search that the network is restricted by. */
  private last: LeadSearch | null = null;
  /** Simplex iterations of the general engine. */
  private work = 0;

  constructor(
    readonly problem: Problem,
    private readonly engine: MilpEngine,
    private readonly hooks: SolveHooks,
    readonly base = new NetworkBase(problem),
  ) {
    this.network = base.network;
    this.pivotsBefore = base.network.pivots;
    if (problem === base.problem) this.seconds = base.seconds;
    else {
      const { seconds, narrowing } = base.narrow(problem);
      this.seconds = seconds;
      this.within = [narrowing];
    }
    this.mostShadows = this.seconds.mostShadows();
  }

  /**
   * @param anyPlan some plan that keeps the pins, asked for only where the search finds none; null: there is none
   * @returns null when no plan keeps the pins
   */
  run(anyPlan: () => Incumbent | null): Solved | null {
    try {
      // The network stands: from here on it is plans that are looked for.
      this.report('coverage', 'started');
      const isProven = this.searchOn();
      if (this.incumbent && this.isStopped()) return this.results([], false);
      const known = this.incumbent ?? anyPlan();
      if (!known) return null;
      if (!this.incumbent) this.keep(known);
      const { last } = this;
      return this.isStopped() || !last ? this.wholly(known) : this.close(last, isProven);
    } finally {
      // Whatever happened, the network is as it was found.
      this.last?.release();
    }
  }

  /** @returns whether a search has proven the incumbent best in the aims that leads decide and in shadows */
  private searchOn(): boolean {
    const newLeads = this.problem.leads.filter(({ isNew }) => isNew).length;
    for (const each of SEARCHES) {
      if (this.isStopped()) return false;
      if (each.order === 'PLUNGE' && this.incumbent) continue;
      if (each.order === 'DIVE' && newLeads > MOST_DIVED_FOR) continue;
      if (this.search(each)) return true;
      if (each.order === 'PLUNGE' && this.incumbent) this.reassure();
      if (each.order === 'DIVE' && this.isNearlyProven(this.last as LeadSearch)) return false;
    }
    return false;
  }

  /**
   * Whether so little is in doubt that the engine is quicker than another search: by what a search has proven, and by the flow
   * of all plans at once, which the engine would be given.
   */
  private isNearlyProven(search: LeadSearch): boolean {
    const { least, best } = this;
    if (least === null || best === null || lastInDoubt(least, best) > NEARLY_PROVEN) return false;
    const all = search.visit({ restrictions: this.within, bound: [] });
    return all !== null && all !== 'STOPPED' && lastInDoubt(all, best) <= NEARLY_PROVEN;
  }

  /** What a plunge finds is a plan, and no more: its assurers are taken as they come. */
  private reassure(): void {
    reassure(
      this.problem,
      () => this.bestPlan().rows,
      (kept) => this.search(REASSURING, [...this.within, ...kept]),
      this.shouldStop,
    );
  }

  /** @returns whether the incumbent is proven best in the aims that leads decide and in shadows */
  private search({ mostNodes, ...strategy }: LimitedStrategy, within = this.within): boolean {
    const limits = {
      shouldStop: this.shouldStop,
      offer: (rows: SeatRow[]) => this.offer(rows),
      best: () => this.best,
      mostShadows: this.mostShadows,
      mostNodes,
    };
    this.last?.release();
    this.last = new LeadSearch(this.problem, this.network, this.seconds, limits, strategy);
    const { status, seated, least } = this.last.run(within);
    if (least && (!this.least || compare(least, this.least) > 0)) this.least = least;
    return (
      status === 'ATTAINED' &&
      strategy.order === 'BEST_FIRST' &&
      seated?.shadows === this.mostShadows
    );
  }

  private keep(incumbent: Incumbent): void {
    this.incumbent = incumbent;
    this.best = levelsOf(this.problem, incumbent.values);
  }

  bestPlan(): Incumbent {
    return this.incumbent as Incumbent;
  }

  bestLevels(): readonly number[] {
    return this.best as readonly number[];
  }

  take({ incumbent, work }: { incumbent: Incumbent; work: number }): void {
    this.keep(incumbent);
    this.work += work;
  }

  offer(rows: readonly SeatRow[]): number[] {
    const plan = viewPlan(this.problem, rows);
    const found = { rows: [...rows], values: valuesIn(plan) };
    if (!this.incumbent || isBetter(found, this.incumbent)) {
      const [breach] = breachesIn(plan);
      if (breach) throw new EngineFault(`A plan breaks a rule: ${breach.sentence}`);
      this.keep(found);
      this.report('coverage', 'improved');
    }
    return levelsOf(this.problem, found.values);
  }

  /**
   * Leaves to the engine what is still open: branch by branch, until none can hold a better plan than the best so far.
   */
  private close(search: LeadSearch, isProven: boolean): Solved {
    const first = this.incumbent as Incumbent;
    // More shadows would outrank what the network knows of commitment, balance and fit.
    if (!this.hasMostShadows()) return this.wholly(first);
    const all = isProven
      ? { branches: search.frontier(), least: this.best }
      : this.nearest(search, this.divisions(search));
    if (!all?.least) return this.wholly(first);
    const { branches, least } = all;
    const settled = this.settledBy(least);
    for (const { aim } of settled) this.report(aim, 'settled');
    const closer = new BranchCloser(this, this.engine, search, settled);
    for (const branch of branches) {
      const levels = search.visit(branch);
      if (levels && (levels === 'STOPPED' || !closer.close(branch, levels))) {
        return this.results(settled, false);
      }
      // A plan that is better in spite of fewer shadows is not what the other branches were bounded for.
      if (!this.hasMostShadows()) return this.wholly(this.bestPlan());
    }
    return this.results(settled, true);
  }

  private hasMostShadows(): boolean {
    return this.bestPlan().values.get('shadowing') === this.mostShadows;
  }

  /** Ways to divide all plans. What a dive left open says no more than all at once. */
  private divisions(search: LeadSearch): (readonly Branch[])[] {
    const undivided = [{ restrictions: this.within, bound: [] }];
    return search.isBestFirst ? [search.frontier(), undivided] : [undivided];
  }

  /**
   * Of several ways to divide all plans the one that proves most; mostly the first, save where asking for assurers says less
   * than not to ask: then the flow mistakes whose load they spare.
   *
   * @returns null when it was stopped
   */
  private nearest(
    search: LeadSearch,
    divisions: readonly (readonly Branch[])[],
  ): { branches: readonly Branch[]; least: readonly number[] } | null {
    let nearest: { branches: readonly Branch[]; least: readonly number[] } | null = null;
    for (const branches of divisions) {
      if (nearest && lastInDoubt(nearest.least, this.best as readonly number[]) < Infinity) break;
      const least = this.leastOf(search, branches);
      if (!least) return null;
      if (!nearest || compare(least, nearest.least) > 0) nearest = { branches, least };
    }
    return nearest;
  }

  /** The least, in levels, that any plan in these branches costs; null when it was stopped. */
  private leastOf(search: LeadSearch, branches: readonly Branch[]): readonly number[] | null {
    let least: readonly number[] | null = null;
    for (const branch of branches) {
      const levels = search.visit(branch);
      if (levels === 'STOPPED') return null;
      if (levels && (!least || compare(levels, least) < 0)) least = levels;
    }
    if (!least) throw new EngineFault('A plan is known that the network rules out.');
    return least;
  }

  /** With the aims settled before, and the others proven where all branches are closed. */
  private results(settled: readonly AimResult[], isClosed: boolean): Solved {
    const incumbent = this.incumbent as Incumbent;
    const results = aims.map((aim): AimResult => {
      const value = incumbent.values.get(aim.name) as number;
      const known = settled.find((each) => each.aim === aim.name);
      if (known || !isClosed) {
        return { aim: aim.name, value, bound: known?.bound ?? aim.trivialBound(this.problem) };
      }
      this.report(aim.name, 'settled');
      return { aim: aim.name, value, bound: value };
    });
    return { incumbent, aims: isClosed ? results : this.withLeast(results) };
  }

  /** With what the searches have proven. */
  private withLeast(results: AimResult[]): AimResult[] {
    const { least } = this;
    return least ? withBounds(results, LEAD_AIMS, (aim) => this.resultAt(aim, least)) : results;
  }

  /** The first aims in which the best plan so far is as good as any plan can be. */
  private settledBy(least: readonly number[]): AimResult[] {
    const isReached = (aim: Aim): boolean => {
      const { value, bound } = this.resultAt(aim, least);
      return value === bound;
    };
    return firstAims(isReached).map((aim) => this.resultAt(aim, least));
  }

  /** An aim of the best plan, with the bound that the search proves given the aims before. */
  private resultAt(aim: Aim, least: readonly number[]): AimResult {
    const value = this.incumbent?.values.get(aim.name) as number;
    return { aim: aim.name, value, bound: boundOf(this.problem, aim, least, this.mostShadows) };
  }

  /** By the general engine alone: at least it makes some plan, where it is told to stop. */
  private wholly(incumbent: Incumbent): Solved {
    const model = buildModel(this.problem);
    const solved = new LexicographicSolve(this.engine, model, incumbent, this.hooksLeft(), {
      followsUp: true,
    }).run();
    this.keep(solved.incumbent);
    return { incumbent: solved.incumbent, aims: this.withLeast(solved.aims) };
  }

  hooksLeft(): SolveHooks {
    const { maxWork } = this.hooks;
    if (maxWork === undefined) return this.hooks;
    return { ...this.hooks, maxWork: Math.max(0, maxWork - this.pivots() - this.work) };
  }

  private pivots(): number {
    return this.network.pivots - this.pivotsBefore;
  }

  readonly shouldStop = (): boolean => this.isStopped();

  private isStopped(): boolean {
    const { hooks } = this;
    return (
      this.pivots() + this.work > (hooks.maxWork ?? Infinity) || (hooks.shouldStop?.() ?? false)
    );
  }

  report(aim: AimName, phase: SolveProgress['phase']): void {
    const value = this.incumbent?.values.get(aim) ?? null;
    this.hooks.onProgress?.({ aim, phase, value, bound: phase === 'settled' ? value : null });
  }
}

interface Solved {
  incumbent: Incumbent;
  aims: AimResult[];
}
