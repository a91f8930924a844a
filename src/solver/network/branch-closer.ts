import { company } from '../aims/company.js';
import type { Incumbent, SolveHooks, SolveProgress } from '../incumbent.js';
import { LexicographicSolve, type SettledBefore } from '../lexicographic.js';
import type { MilpEngine } from '../milp/milp.js';
import { type AllocationModel, buildModel } from '../model.js';
import type { AimName, AimResult } from '../plan.js';
import type { Problem, SeatRow } from '../problem.js';
import { firstAims, levelOf, levelsOf } from './aim-levels.js';
import { LEVELS } from './build-network.js';
import { choicesLeft, withShadows } from './choices-left.js';
import { type Closing, CompanyCloser, type CompanyLimits } from './company-closer.js';
import type { LeadNetwork } from './lead-network.js';
import type { NetworkBase } from './network-base.js';
import type { LeadSearch } from './lead-search.js';
import type { Branch } from './open-branches.js';
import { compare, lastInDoubt } from './limbs.js';
import type { StopPivoting } from './network-simplex.js';
import type { SecondCandidates } from './second-candidates.js';

/** After so many branches in a row whose company is left open the engine is asked at once. */
const MOST_LEFT_OPEN = 3;
/** How far from the flow of a branch plans are sought first, in points of fit: few seatings reach so far, and most plans do. */
const FIRST_REACH = 64;

/** The solve that branches are closed for. */
export interface SolveSoFar {
  readonly problem: Problem;
  readonly base: NetworkBase;
  readonly network: LeadNetwork;
  readonly seconds: SecondCandidates;
  /** No plan has more shadows. */
  readonly mostShadows: number;
  readonly shouldStop: StopPivoting;
  /** The best plan so far, and what it costs, in levels. */
  bestPlan(): Incumbent;
  bestLevels(): readonly number[];
  /** Takes every plan on the way; returns what it costs, in levels. */
  offer(rows: readonly SeatRow[]): number[];
  /** Takes what the engine found, and the work that it took. */
  take(found: { incumbent: Incumbent; work: number }): void;
  /** What the engine may still do. */
  hooksLeft(): SolveHooks;
  report(aim: AimName, phase: SolveProgress['phase']): void;
}

/**
 * Closes branches of a search one by one (`docs/model.md`, "What is left for the engine"): company on the optimal face where a
 * branch costs what the best plan costs, else by the engine, on the seatings that the network cannot rule out.
 */
export class BranchCloser {
  /** @param settled aims that are proven for all branches */
  constructor(
    private readonly solve: SolveSoFar,
    private readonly engine: MilpEngine,
    private readonly search: LeadSearch,
    private readonly settled: readonly AimResult[],
  ) {}

  /**
   * Right after the branch was visited.
   *
   * @param levels what its flow costs
   * @returns false when it was stopped before the branch was known to hold nothing better
   */
  close(branch: Branch, levels: readonly number[]): boolean {
    const { base } = this.solve;
    const isAsCheap = this.gapTo(levels).every((limb) => limb === 0);
    if (isAsCheap && base.companiesLeftOpen < MOST_LEFT_OPEN) {
      const closing = this.closeCompany(branch);
      if (closing !== 'OPEN') {
        base.companiesLeftOpen = 0;
        return closing === 'CLOSED';
      }
      base.companiesLeftOpen++;
      this.search.visit(branch);
    }
    const isFitAlone = lastInDoubt(levels, this.solve.bestLevels()) < Infinity;
    for (let reach = isFitAlone ? FIRST_REACH : Infinity; ; reach *= 2) {
      const gap = this.gapTo(levels);
      const within = gap.map((limb, i) => (i === gap.length - 1 ? Math.min(limb, reach) : limb));
      if (!this.closeWithin(branch, levels, within)) return false;
      // What was found may have brought the best plan within reach.
      if (compare(this.gapTo(levels), within) <= 0) return true;
    }
  }

  /** How much less the flow of a branch costs than a plan, the best so far, in limbs. */
  private gapTo(levels: readonly number[], plan = this.solve.bestLevels()): number[] {
    const { network } = this.solve;
    const cost = network.weighted(levels);
    return network.weighted(plan).map((limb, i) => limb - (cost[i] as number));
  }

  /** Of a branch that costs what the best plan costs. */
  private closeCompany({ restrictions }: Branch): Closing {
    const { problem, network, seconds, mostShadows, shouldStop } = this.solve;
    this.solve.report('company', 'started');
    const start = company.start(problem);
    const limits: CompanyLimits = {
      shouldStop,
      mostShadows,
      offer: (rows) => this.solve.offer(rows),
      best: () => this.solve.bestLevels(),
      company: () => this.valueOf('company') - start,
    };
    const { restricted } = this.search;
    return new CompanyCloser(problem, network, seconds, restricted, limits, restrictions).run();
  }

  /** Leaves to the engine the plans that cost at most so much more than the flow of the branch, right after it was visited. */
  private closeWithin(branch: Branch, levels: readonly number[], gap: readonly number[]): boolean {
    const { problem, network, seconds, mostShadows } = this.solve;
    const left = choicesLeft(problem, network, seconds, gap, (each) => this.search.permits(each));
    const held = this.search.isExact(branch) ? network.levelsWithout(gap) : 0;
    const levelsInModel = new Set(LEVELS.slice(0, held));
    const isHeld = (aim: AimName): boolean => {
      const level = levelOf(aim);
      return level === undefined || levelsInModel.has(level);
    };
    const settled = this.settledIn(isHeld);
    const isShadowingSettled = settled.some(({ aim }) => aim === 'shadowing');
    const model = buildModel(problem, {
      candidates: left.candidates,
      face: isShadowingSettled ? withShadows(left, mostShadows) : left.face,
      load: levelsInModel.size < LEVELS.length,
    });
    return this.byEngine(model, {
      settled,
      rowsFor: settled.map(({ aim }) => aim).filter((aim) => !isHeld(aim)),
      isPart: true,
      followsUp: true,
      // Of a plan out of reach the company is not worth looking for: a better one may be there.
      isEnough: (next, { values }) =>
        next === company && compare(this.gapTo(levels, levelsOf(problem, values)), gap) > 0,
    });
  }

  /** The first aims in which all that a branch leaves is like the best plan so far, or which are settled anyway. */
  private settledIn(isHeld: (aim: AimName) => boolean): readonly AimResult[] {
    const alike = firstAims(({ name }) => isHeld(name));
    if (alike.length <= this.settled.length) return this.settled;
    return alike.map(({ name }) => {
      const value = this.valueOf(name);
      return { aim: name, value, bound: value };
    });
  }

  /** @returns false when it was stopped */
  private byEngine(model: AllocationModel, before: SettledBefore): boolean {
    const { solve } = this;
    const left = solve.hooksLeft();
    const hooks: SolveHooks = {
      ...left,
      // What is settled in one branch is not yet settled.
      onProgress: (progress) => {
        if (progress.phase !== 'settled') left.onProgress?.(progress);
      },
    };
    const found = new LexicographicSolve(this.engine, model, solve.bestPlan(), hooks, before).run();
    solve.take(found);
    return !found.isStopped;
  }

  private valueOf(aim: AimName): number {
    return this.solve.bestPlan().values.get(aim) as number;
  }
}
