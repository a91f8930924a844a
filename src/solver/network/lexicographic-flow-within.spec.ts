import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { seededRandom } from '../../../scripts/seeded-random.js';
import {
  begun,
  drawn,
  leastOf,
  levelsOf,
  never,
  solved,
  valuesOf,
} from '../../../test/solver/levelled-flows.js';
import { everyFlow, isFlow, tasksAndAgents } from '../../../test/solver/small-networks.js';

const SEED = 1;

describe('a flow that is mended, solved by a tree and moved within some arcs in turn', () => {
  it('is the first of all flows after each whole solve, whoever moved it before', () => {
    const change = fc.record({ at: fc.nat(), by: fc.integer({ min: -3, max: 3 }) });
    const step = fc.record({
      isWithin: fc.boolean(),
      picks: fc.array(change, { minLength: 1, maxLength: 5 }),
    });
    const steps = fc.array(step, { minLength: 4, maxLength: 12 });
    fc.assert(
      fc.property(drawn, steps, fc.constantFrom(1, 99), ({ small, costs, isWide }, taken, most) => {
        const flows = everyFlow(small);
        const levels = levelsOf(costs, flows, isWide);
        const changed = levels.map((level) => ({ ...level, cost: level.cost.slice() }));
        const first = changed[0]?.cost as Float64Array;
        const flow = begun(small, levels, most);
        flow.solve(never);
        for (const { isWithin, picks } of taken) {
          const may = Int32Array.from(first.keys());
          for (const { at, by } of picks) {
            const arc = at % first.length;
            flow.addCost(0, arc, by);
            first[arc] = (first[arc] as number) + by;
          }
          if (isWithin) flow.solveWithin(may, never);
          flow.solve(never);
          expect(flow.values()).toEqual(leastOf(flows.map((each) => valuesOf(changed, each))));
        }
      }),
      { numRuns: 300, seed: SEED },
    );
  });
});

describe('a flow that only some arcs may move', () => {
  it('brings the first limb down as far as some arcs alone can', () => {
    fc.assert(
      fc.property(drawn, fc.nat(), (given, pick) => {
        const { small, costs, isWide } = given;
        const flows = everyFlow(small);
        const warm = solved(small, levelsOf(costs, flows, isWide));
        const from = warm.flow.slice();
        // Those on which flows as good may differ; the tree is among them.
        const may = warm.optimalArcs();
        const arc = pick % small.flow.length;
        warm.addCost(0, arc, 3);
        expect(warm.solveWithin(may, never)).toBe(true);
        const others = [...from.keys()].filter((each) => !may.includes(each));
        const reached = flows.filter((flow) => others.every((each) => flow[each] === from[each]));
        const first = (flow: Int32Array): number =>
          warm.weighted(valuesOf(levelsOf(costs, flows, isWide), flow))[0] ?? NaN;
        const weight = warm.weighted([1, 0, 0])[0] as number;
        const dearer = (flow: Int32Array): number =>
          first(flow) + 3 * weight * (flow[arc] as number);
        expect(others.every((each) => warm.flow[each] === from[each])).toBe(true);
        expect(dearer(warm.flow)).toBe(Math.min(...reached.map(dearer)));
      }),
      { numRuns: 100, seed: SEED },
    );
  });

  it('moves a flow by some arcs, again and again, and whole again after that', () => {
    fc.assert(
      fc.property(drawn, fc.array(fc.nat(), { minLength: 3, maxLength: 6 }), (given, picks) => {
        const { small, costs, isWide } = given;
        const flows = everyFlow(small);
        const levels = levelsOf(costs, flows, isWide);
        const warm = solved(small, levels);
        const may = warm.optimalArcs();
        const changed = levels.map((level) => ({ ...level, cost: level.cost.slice() }));
        const first = changed[0]?.cost as Float64Array;
        for (const pick of picks) {
          const arc = pick % small.flow.length;
          warm.addCost(0, arc, 1);
          first[arc] = (first[arc] as number) + 1;
          warm.solveWithin(may, never);
          expect(isFlow(small, warm.flow)).toBe(true);
        }
        warm.solve(never);
        expect(warm.values()).toEqual(leastOf(flows.map((flow) => valuesOf(changed, flow))));
      }),
      { numRuns: 200, seed: SEED },
    );
  });

  it('is brought back to least cost by a whole solve, also where arcs off the optimal face have moved', () => {
    const moves = fc.record({
      may: fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
      picks: fc.array(fc.record({ at: fc.nat(), by: fc.integer({ min: -3, max: 3 }) }), {
        minLength: 2,
        maxLength: 5,
      }),
    });
    let moved = 0;
    fc.assert(
      fc.property(drawn, moves, ({ small, costs, isWide }, { may, picks }) => {
        const flows = everyFlow(small);
        const levels = levelsOf(costs, flows, isWide);
        const warm = solved(small, levels);
        const before = warm.flow.slice();
        const arcs = Int32Array.from(before.keys()).filter((arc) => may[arc % may.length] === true);
        const change = (times: 1 | -1): void => {
          for (const { at, by } of picks) warm.addCost(0, at % before.length, times * by);
        };
        change(1);
        warm.solveWithin(arcs, never);
        // What moved them is gone: only that they have moved is left to tell that they are out of kilter.
        change(-1);
        if (warm.flow.some((units, arc) => units !== before[arc])) moved++;
        warm.solve(never);
        expect(warm.values()).toEqual(leastOf(flows.map((flow) => valuesOf(levels, flow))));
      }),
      { numRuns: 300, seed: SEED },
    );
    expect(moved).toBeGreaterThan(30);
  });
});

describe('the work of a flow', () => {
  it('is counted whichever way it is solved', () => {
    const { small, cost } = tasksAndAgents(60, 30, seededRandom(5));
    const flow = begun(small, [{ cost, range: 0 }], 3);
    const counts: number[] = [flow.pivots];
    const counted = (solve: () => boolean): void => {
      expect(solve()).toBe(true);
      counts.push(flow.pivots);
    };
    counted(() => flow.solve(never));
    const may = flow.optimalArcs();
    const used = [...flow.flow.keys()].filter((arc) => flow.flow[arc] === 1);
    const dearer = (arcs: readonly number[]): void => {
      for (const arc of arcs) flow.addCost(0, arc, 50);
    };
    dearer(used.slice(0, 2));
    counted(() => flow.solve(never));
    dearer(used.slice(2, 40));
    counted(() => flow.solve(never));
    dearer(used.slice(40, 42));
    counted(() => flow.solve(never));
    const [last] = [...may].filter((arc) => flow.flow[arc] === 1);
    dearer(last === undefined ? [] : [last]);
    counted(() => flow.solveWithin(may, never));
    counts.slice(1).forEach((count, i) => {
      expect(count).toBeGreaterThan(counts[i] as number);
    });
  });
});
