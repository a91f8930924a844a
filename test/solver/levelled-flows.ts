/** Small networks with costs in several levels, and their flows solved in lexicographic order. */
import { expect } from '@jest/globals';
import fc from 'fast-check';
import type { Level } from '../../src/solver/network/levels.js';
import { LexicographicFlow } from '../../src/solver/network/lexicographic-flow.js';
import {
  copyOf,
  costOf,
  SINK,
  smallCosts,
  smallNetwork,
  type SmallNetwork,
} from './small-networks.js';

export const LEVELS = 3;
/** So far apart that no two levels can share a limb. */
const HUGE = 2 ** 50;
export const never = (): boolean => false;

/** Few different costs, so that there are many optimal flows for the next level to choose from. */
export const drawn = smallNetwork().chain((small) =>
  fc.record({
    small: fc.constant(small),
    costs: fc.array(smallCosts(small.flow.length, 1), { minLength: LEVELS, maxLength: LEVELS }),
    isWide: fc.boolean(),
  }),
);

/** A flow solved for these levels: at once, or for others first, so that it has to be mended. */
export type Solved = (small: SmallNetwork, levels: readonly Level[]) => LexicographicFlow;

export function begun(
  small: SmallNetwork,
  levels: readonly Level[],
  mostMended?: number,
  largest?: number,
): LexicographicFlow {
  return new LexicographicFlow(
    copyOf(small.network),
    SINK,
    small.flow.slice(),
    small.tree.slice(),
    levels.map(({ cost, range }) => ({ cost: cost.slice(), range })),
    mostMended,
    largest,
  );
}

export const solved: Solved = (small, levels) => {
  const flow = begun(small, levels);
  expect(flow.solve(never)).toBe(true);
  return flow;
};

/** @param mostMended with more arcs out of kilter it goes on by a tree */
export const changedTo =
  (mostMended?: number): Solved =>
  (small, levels) => {
    const others = levels.map(({ cost, range }) => ({ cost: cost.slice().reverse(), range }));
    const flow = begun(small, others, mostMended);
    for (const [from, to] of [
      [others, levels],
      [levels, others],
      [others, levels],
    ] as const) {
      flow.solve(never);
      change(flow, from, to);
    }
    expect(flow.solve(never)).toBe(true);
    return flow;
  };

export function change(
  flow: LexicographicFlow,
  from: readonly Level[],
  to: readonly Level[],
): void {
  to.forEach(({ cost }, level) => {
    cost.forEach((each, arc) => {
      const more = each - (from[level]?.cost[arc] as number);
      if (more !== 0) flow.addCost(level, arc, more);
    });
  });
}

/** The levels with the smallest ranges that are true, or with huge ones: a limb for each. */
export function levelsOf(
  costs: readonly Float64Array[],
  flows: readonly Int32Array[],
  isWide: boolean,
): Level[] {
  return costs.map((cost, level) => {
    const values = flows.map((flow) => costOf(cost, flow));
    const range = Math.max(...values) - Math.min(...values);
    return { cost, range: level === 0 ? 0 : isWide ? HUGE : range };
  });
}

/** Lexicographic order. */
export function compare(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((value, index) => value !== b[index]);
  return place < 0 ? 0 : (a[place] as number) - (b[place] as number);
}

export const minus = (a: readonly number[], b: readonly number[]): number[] =>
  a.map((value, index) => value - (b[index] as number));

export const valuesOf = (levels: readonly Level[], flow: Int32Array): number[] =>
  levels.map(({ cost }) => costOf(cost, flow));

export const leastOf = (tuples: readonly number[][]): number[] =>
  [...tuples].sort(compare)[0] as number[];
