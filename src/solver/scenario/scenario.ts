import { valueOf } from '../aims/aims.js';
import { emptyRows } from '../empty-rows.js';
import { withFewMoves } from '../explain/few-moves.js';
import type { MilpEngine } from '../milp/milp.js';
import type { Solution } from '../plan.js';
import type { Problem, SeatRow } from '../problem.js';
import { solve, type SolveHooks } from '../solve.js';
import { applyChanges } from './apply-changes.js';
import type { FreedSeat, Misfit, ScenarioChange } from './change.js';
import { effectOf, type ScenarioEffect } from './effect.js';

export interface ScenarioOptions extends SolveHooks {
  /**
   * Whether the plan without the changes counts as published: of plans with the best coverage one with the fewest changes
   * to it, which then outranks commitment. Otherwise only what is published already counts so.
   */
  keepsPlan?: boolean;
  /** Told after each part: the plan without the changes, the plan with them. */
  onPart?: (done: number) => void;
}

/** How many parts `scenario` tells of. */
export const SCENARIO_PARTS = 2;

export type ScenarioOutcome =
  | {
      kind: 'COMPARED';
      effect: ScenarioEffect;
      /** Whether each plan is proven best; one that is not was stopped by a limit. */
      isProven: { before: boolean; after: boolean };
      before: SeatRow[];
      after: SeatRow[];
    }
  /** Seats that were accepted cannot all be kept, with the changes or without them already. */
  | {
      kind: 'IMPOSSIBLE';
      when: 'BEFORE' | 'AFTER';
      /** A smallest set of pinned reviews that cannot hold together, and the rules they break. */
      conflict: { review: string; rules: string[] }[];
      freed: FreedSeat[];
    }
  | { kind: 'REFUSED'; change: number; misfit: Misfit };

/**
 * What changes do: the best plan of the problem as it is against the best plan of it as it would be, each by a solve of its
 * own. Of plans as good with the changes, one that leaves much as it was. Blocks its thread.
 *
 * @throws EngineFault as `solve`
 */
export function scenario(
  problem: Problem,
  changes: readonly ScenarioChange[],
  engine: MilpEngine,
  { keepsPlan = false, onPart = () => undefined, ...hooks }: ScenarioOptions = {},
): ScenarioOutcome {
  const applied = applyChanges(problem, changes);
  if (applied.kind === 'REFUSED') return applied;
  const first = solve(problem, engine, hooks);
  if (first.status === 'INFEASIBLE') return impossible('BEFORE', problem, first, []);
  onPart(1);
  const published = keepsPlan ? first.reviews.filter(({ lead }) => lead !== null) : null;
  const standing = (of: Problem): Problem => (published === null ? of : { ...of, published });
  const [before, after] = [standing(problem), standing(applied.problem)];
  const second = solve(after, engine, hooks);
  if (second.status === 'INFEASIBLE') return impossible('AFTER', after, second, applied.freed);
  const given = inOrderOf(after, first.reviews);
  const rows = withFewMoves(after, given, second.reviews);
  onPart(2);
  const effect = effectOf(
    { problem: before, rows: first.reviews, values: valueOf(before, first.reviews) },
    { problem: after, rows, aims: second.aims },
    applied.freed,
  );
  const isProven = { before: first.status === 'OPTIMAL', after: second.status === 'OPTIMAL' };
  return { kind: 'COMPARED', effect, isProven, before: first.reviews, after: rows };
}

/** Rows of another problem as those of this one: a review that it does not have is empty. */
function inOrderOf(problem: Problem, rows: readonly SeatRow[]): SeatRow[] {
  const known = new Map(rows.map((row) => [row.review, row]));
  return emptyRows(problem).map((row) => known.get(row.review) ?? row);
}

function impossible(
  when: 'BEFORE' | 'AFTER',
  { pins }: Problem,
  { conflict }: Solution,
  freed: FreedSeat[],
): ScenarioOutcome {
  return {
    kind: 'IMPOSSIBLE',
    when,
    conflict: conflict.map(({ pin, rules }) => ({ review: pins[pin]?.review ?? '', rules })),
    freed,
  };
}
