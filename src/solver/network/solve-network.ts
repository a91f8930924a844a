import type { Aim } from '../aims/aim.js';
import { aims, valueOf } from '../aims/aims.js';
import {
  type Incumbent,
  isBetter,
  LexicographicSolve,
  type SettledBefore,
  type SolveHooks,
} from '../lexicographic.js';
import { EngineFault, type MilpEngine } from '../milp/milp.js';
import { type AllocationModel, buildModel, usableCandidates } from '../model.js';
import type { AimName, AimResult } from '../plan.js';
import type { Problem, SeatRow } from '../problem.js';
import { breachesOf } from '../rules/plan-rules.js';
import { assurances } from './assurances.js';
import { choicesLeft } from './choices-left.js';
import { leadArcs } from './lead-arcs.js';
import { LEVELS } from './build-network.js';
import { LeadNetwork } from './lead-network.js';
import { LeadSearch, type SearchStrategy } from './lead-search.js';
import { pinnedCandidates } from './pinned-candidates.js';
import { SecondCandidates } from './second-candidates.js';

/** The searches that are tried until one proves its plan, with the branches that each may look at. */
const SEARCHES: readonly (SearchStrategy & { mostNodes: number })[] = [
  { order: 'BEST_FIRST', assurers: 'ONE_BY_ONE', mostNodes: 100 },
  { order: 'BEST_FIRST', assurers: 'ALL_FIRST', mostNodes: 300 },
  { order: 'DIVE', assurers: 'ONE_BY_ONE', mostNodes: 300 },
  { order: 'DIVE', assurers: 'ALL_FIRST', mostNodes: 300 },
];

/** The aims up to `fit` are settled by leads, and by how many shadows have a seat. */
const LEAD_AIMS = aims.slice(0, 6);

/** The level of the network that stands for an aim. */
const LEVEL_OF: Partial<Record<AimName, (typeof LEVELS)[number]>> = {
  coverage: 'uncovered',
  changes: 'changes',
  commitment: 'commitment',
  balance: 'balance',
  fit: 'fit',
};

/**
 * Solves by the network first (`docs/model.md`, "The network and its closers"). A search over flows proves the aims that
 * leads decide and seats the others beside them; the engine is left the company of the second seats among the plans that
 * are best so far, and whatever the search leaves open, on the seatings that the network cannot rule out.
 */
export class NetworkSolve {
  private readonly seconds: SecondCandidates;
  private readonly network: LeadNetwork;
  private incumbent: Incumbent | null = null;
  /** No plan has more shadows. */
  private readonly mostShadows: number;
  /** Of the whole problem, in limbs and levels: no plan is below. */
  private root: { limbs: number[]; levels: number[] } | null = null;

  constructor(
    private readonly problem: Problem,
    private readonly engine: MilpEngine,
    private readonly hooks: SolveHooks,
  ) {
    const candidates = pinnedCandidates(problem, usableCandidates(problem));
    this.seconds = new SecondCandidates(problem, candidates);
    this.mostShadows = this.seconds.mostShadows();
    const arcs = leadArcs(problem, candidates);
    this.network = new LeadNetwork(problem, arcs, assurances(problem, arcs, this.seconds));
    const pinned = new Set(problem.pins.map((pin) => pin.review));
    problem.reviews.forEach((review, index) => {
      if (pinned.has(review.id)) this.network.requireLead(index);
    });
  }

  /**
   * @param anyPlan some plan that keeps the pins, asked for only where the search finds none; null: there is none
   * @returns null when no plan keeps the pins
   */
  run(anyPlan: () => Incumbent | null): { incumbent: Incumbent; aims: AimResult[] } | null {
    const isProven = SEARCHES.some((each) => !this.isStopped() && this.search(each));
    this.incumbent ??= anyPlan();
    if (!this.incumbent) return null;
    if (this.isStopped() || !this.network.solve(this.shouldStop)) {
      return this.byEngine(buildModel(this.problem), this.incumbent);
    }
    const levels = this.network.values();
    if (levels[0] !== 0) throw new EngineFault('A plan is known that the network rules out.');
    this.root = { levels, limbs: this.network.weighted(levels) };
    return this.close(this.incumbent, isProven);
  }

  /** @returns whether the incumbent is proven best in the aims that leads decide and in shadows */
  private search({ mostNodes, ...strategy }: (typeof SEARCHES)[number]): boolean {
    const limits = {
      shouldStop: this.shouldStop,
      offer: (rows: SeatRow[]) => this.offer(rows),
      mostNodes,
    };
    const search = new LeadSearch(this.problem, this.network, this.seconds, limits, strategy);
    const { status, seated } = search.run();
    search.release();
    return (
      status === 'ATTAINED' &&
      strategy.order === 'BEST_FIRST' &&
      seated?.shadows === this.mostShadows
    );
  }

  /** @returns what the plan costs, in limbs */
  private offer(rows: readonly SeatRow[]): number[] {
    const breaches = breachesOf(this.problem, rows);
    if (breaches.length > 0) throw new EngineFault(`A plan breaks a rule: ${breaches[0] ?? ''}`);
    const found = { rows: [...rows], values: valueOf(this.problem, rows) };
    if (!this.incumbent || isBetter(found, this.incumbent)) {
      this.incumbent = found;
      this.report('coverage', 'improved');
    }
    return this.network.weighted(this.levelsOf(found));
  }

  /** Leaves to the engine what is still open, among the plans no worse than the best so far. */
  private close(
    incumbent: Incumbent,
    isProven: boolean,
  ): { incumbent: Incumbent; aims: AimResult[] } {
    const { problem, network, seconds } = this;
    const settled = isProven ? this.settledBySearch(incumbent) : this.settledByRoot();
    const values = this.levelsOf(incumbent);
    const limbs = network.weighted(values);
    const gap = limbs.map((limb, i) => limb - (this.root?.limbs[i] as number));
    const hasShadows = incumbent.values.get('shadowing') === this.mostShadows;
    if (!hasShadows) {
      // More shadows would outrank what the network knows of commitment, balance and fit.
      return this.byEngine(buildModel(problem), incumbent);
    }
    for (const { aim } of settled) this.report(aim, 'settled');
    const isShadowingSettled = settled.some(({ aim }) => aim === 'shadowing');
    const { candidates, face } = choicesLeft(
      problem,
      network,
      seconds,
      gap,
      isShadowingSettled ? this.mostShadows : null,
    );
    const levelsInModel = new Set(LEVELS.slice(0, network.levelsWithout(gap)));
    const rowsFor = settled.filter(({ aim }) => {
      const level = LEVEL_OF[aim];
      return level !== undefined && !levelsInModel.has(level);
    });
    const model = buildModel(problem, {
      candidates,
      face,
      load: levelsInModel.size < LEVELS.length,
    });
    return this.byEngine(model, incumbent, {
      settled,
      rowsFor: rowsFor.map(({ aim }) => aim),
    });
  }

  private settledBySearch({ values }: Incumbent): AimResult[] {
    return LEAD_AIMS.map(({ name }) => {
      const value = values.get(name) as number;
      return { aim: name, value, bound: value };
    });
  }

  /** The first aims in which the best plan so far is as good as the network's optimum. */
  private settledByRoot(): AimResult[] {
    const first = LEAD_AIMS.findIndex((aim) => {
      const { value, bound } = this.resultAt(aim);
      return value !== bound;
    });
    return LEAD_AIMS.slice(0, first < 0 ? LEAD_AIMS.length : first).map((aim) =>
      this.resultAt(aim),
    );
  }

  /** An aim of the best plan, with the bound that the network proves given the aims before. */
  private resultAt(aim: Aim): AimResult {
    const { problem } = this;
    const value = this.incumbent?.values.get(aim.name) as number;
    if (aim.name === 'shadowing') return { aim: aim.name, value, bound: this.mostShadows };
    const level = LEVELS.indexOf(LEVEL_OF[aim.name] as (typeof LEVELS)[number]);
    const cost = this.root?.levels[level] as number;
    const bound =
      aim.name === 'coverage' ? aim.trivialBound(problem) - cost : aim.start(problem) + cost;
    return { aim: aim.name, value, bound };
  }

  /** The values of a plan as costs of the network's levels. */
  private levelsOf({ values }: Incumbent): number[] {
    const { problem } = this;
    return LEVELS.map((level) => {
      const aim = LEAD_AIMS.find(({ name }) => LEVEL_OF[name] === level);
      if (!aim) return 0;
      const value = values.get(aim.name) as number;
      return aim.name === 'coverage'
        ? aim.trivialBound(problem) - value
        : value - aim.start(problem);
    });
  }

  /** Goes on with the general engine, with the work that is left: at least it makes some plan, where it is told to stop. */
  private byEngine(
    model: AllocationModel,
    incumbent: Incumbent,
    before?: SettledBefore,
  ): { incumbent: Incumbent; aims: AimResult[] } {
    const { maxWork } = this.hooks;
    const left =
      maxWork === undefined ? {} : { maxWork: Math.max(0, maxWork - this.network.pivots) };
    return new LexicographicSolve(
      this.engine,
      model,
      incumbent,
      { ...this.hooks, ...left },
      before,
    ).run();
  }

  private readonly shouldStop = (): boolean => this.isStopped();

  private isStopped(): boolean {
    const { hooks } = this;
    return this.network.pivots > (hooks.maxWork ?? Infinity) || (hooks.shouldStop?.() ?? false);
  }

  private report(aim: AimName, phase: 'improved' | 'settled'): void {
    const value = this.incumbent?.values.get(aim) ?? null;
    this.hooks.onProgress?.({ aim, phase, value, bound: phase === 'settled' ? value : null });
  }
}
