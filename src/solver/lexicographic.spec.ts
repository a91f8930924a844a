import { beforeAll, describe, expect, it } from '@jest/globals';
import fc, { type Arbitrary } from 'fast-check';
import { bruteForce } from '../../test/solver/brute-force.js';
import { person, problem, review, WEEK_1 } from '../../test/solver/builders.js';
import { tinyProblem } from '../../test/solver/generate.js';
import { propertyCases } from '../../test/solver/property-cases.js';
import { isBetter } from '../../test/solver/random-plans.js';
import { incumbentOf } from '../../test/solver/solved-by-network.js';
import { areTrueBounds } from '../../test/solver/true-bounds.js';
import { aims } from './aims/aims.js';
import type { Incumbent, SolveHooks, SolveProgress } from './incumbent.js';
import {
  type LexicographicResult,
  LexicographicSolve,
  type SettledBefore,
} from './lexicographic.js';
import { loadHighs } from './milp/highs.js';
import type { MilpEngine, MilpSession } from './milp/milp.js';
import { buildModel, usableCandidates } from './model.js';
import { planOfPins } from './pins.js';
import type { Ban, Problem } from './problem.js';
import { breachesOf } from './rules/plan-rules.js';

const SEED = 1;

let highs: MilpEngine;
beforeAll(async () => {
  highs = await loadHighs();
});

/** Changes what an engine answers. */
function altered(
  engine: MilpEngine,
  change: (session: MilpSession) => Partial<MilpSession>,
): MilpEngine {
  return {
    version: 'altered',
    open: (model) => {
      const session = engine.open(model);
      const whole: MilpSession = {
        setCosts: (costs) => {
          session.setCosts(costs);
        },
        setColumnBounds: (lower, upper) => {
          session.setColumnBounds(lower, upper);
        },
        setRowBounds: (lower, upper) => {
          session.setRowBounds(lower, upper);
        },
        addRow: (...row) => {
          session.addRow(...row);
        },
        solveLinear: (stop) => session.solveLinear(stop),
        resolveLinear: (stop) => session.resolveLinear(stop),
        solveInteger: (stop) => session.solveInteger(stop),
        dispose: () => {
          session.dispose();
        },
      };
      return { ...whole, ...change(session) };
    },
  };
}

/** One whose multipliers prove hardly anything, so that every bound has to be searched. */
const vague = (engine: MilpEngine): MilpEngine =>
  altered(engine, (session) => ({ solveLinear: vaguely(session) }));

const vaguely =
  (session: MilpSession): MilpSession['solveLinear'] =>
  (stop) => {
    const solved = session.solveLinear(stop);
    return { ...solved, rowDuals: solved.rowDuals.map((dual) => Math.trunc(dual / 3)) };
  };

/** One whose searches all take long: it stops wherever there is a limit, every other time with what it has found. */
const slow = (engine: MilpEngine): MilpEngine => {
  let searches = 0;
  return altered(engine, (session) => ({
    solveInteger: (stop) => {
      if (!stop({ work: 20_000 })) return session.solveInteger(stop);
      const found = searches++ % 2 === 0 ? session.solveInteger(() => false).values : null;
      return { status: 'STOPPED', values: found, bound: -Infinity, work: 20_000 };
    },
    solveLinear: vaguely(session),
  }));
};

const ENGINES = { usual: (engine: MilpEngine) => engine, vague, slow } as const;

function solveOf(
  of: Problem,
  engine: MilpEngine,
  hooks: SolveHooks = {},
  before: SettledBefore = {},
): LexicographicResult | null {
  const rows = planOfPins(of, engine);
  const model = buildModel(of);
  if (!rows || model.candidates.length === 0) return null;
  return new LexicographicSolve(engine, model, incumbentOf(of, rows), hooks, before).run();
}

const valuesOf = ({ values }: Incumbent): number[] =>
  aims.map(({ name }) => values.get(name) as number);

/** A problem, and two that ban some of its seats. */
const divided: Arbitrary<{ of: Problem; part: Problem; other: Problem }> = tinyProblem()
  .filter(({ leads, reviews }) => leads.length > 0 && reviews.length > 0)
  .chain((of) => {
    const ban: Arbitrary<Ban> = fc.record({
      lead: fc.constantFrom(...of.leads.map(({ id }) => id)),
      review: fc.constantFrom(...of.reviews.map(({ id }) => id)),
    });
    const bans = fc.array(ban, { maxLength: 4 });
    return fc.record({ part: bans, other: bans }).map((drawn) => ({
      of,
      part: { ...of, bans: [...of.bans, ...drawn.part] },
      other: { ...of, bans: [...of.bans, ...drawn.other] },
    }));
  });

describe.each(['usual', 'vague', 'slow'] as const)(
  'a lexicographic solve by an engine that is %s',
  (kind) => {
    it.each([true, false])(
      'proves the best plan; what is fixed is followed up: %p',
      (followsUp) => {
        fc.assert(
          fc.property(tinyProblem(), (of) => {
            const best = bruteForce(of);
            const found = solveOf(of, ENGINES[kind](highs), {}, { followsUp });
            if (!found || best.status === 'INFEASIBLE') return;
            expect(valuesOf(found.incumbent)).toEqual(best.values);
            expect(found.aims.map(({ bound }) => bound)).toEqual(best.values);
            expect(found.isStopped).toBe(false);
            expect(breachesOf(of, found.incumbent.rows)).toEqual([]);
          }),
          { numRuns: propertyCases(60), seed: SEED },
        );
      },
    );

    it('of a part of the plans has the better of its best plan and the one that is known', () => {
      const ends = { better: 0, worse: 0 };
      fc.assert(
        fc.property(divided, fc.boolean(), ({ of, part, other }, followsUp) => {
          const [inPart, known] = [bruteForce(part), bruteForce(other)];
          const candidates = usableCandidates(part);
          if (known.status === 'INFEASIBLE' || candidates.length === 0) return;
          const found = new LexicographicSolve(
            ENGINES[kind](highs),
            buildModel(of, { candidates }),
            incumbentOf(of, known.rows),
            {},
            { isPart: true, followsUp },
          ).run();
          const isInPart = inPart.status === 'OPTIMAL' && isBetter(inPart.values, known.values);
          ends[isInPart ? 'better' : 'worse']++;
          expect(valuesOf(found.incumbent)).toEqual(isInPart ? inPart.values : known.values);
          expect(found.isStopped).toBe(false);
        }),
        { numRuns: propertyCases(100), seed: SEED },
      );
      expect(ends.better).toBeGreaterThan(0);
      expect(ends.worse).toBeGreaterThan(0);
    });
  },
);

describe('a lexicographic solve', () => {
  it('goes on from aims that are settled, by rows that hold them', () => {
    fc.assert(
      fc.property(
        tinyProblem(),
        fc.integer({ min: 1, max: 6 }),
        fc.boolean(),
        (of, count, followsUp) => {
          const best = bruteForce(of);
          const rows = planOfPins(of, highs);
          const model = buildModel(of);
          if (!rows || best.status === 'INFEASIBLE' || model.candidates.length === 0) return;
          const pursued = aims.slice(0, count);
          const start = incumbentOf(of, rows);
          const first = new LexicographicSolve(highs, model, start, {}, {}, pursued).run();
          expect(valuesOf(first.incumbent).slice(0, count)).toEqual(best.values.slice(0, count));
          const settled = first.aims.slice(0, count);
          const rowsFor = pursued.map(({ name }) => name);
          const before = { settled, rowsFor, followsUp };
          const found = new LexicographicSolve(highs, model, first.incumbent, {}, before).run();
          expect(valuesOf(found.incumbent)).toEqual(best.values);
          expect(found.aims.map(({ bound }) => bound)).toEqual(best.values);
        },
      ),
      { numRuns: propertyCases(80), seed: SEED },
    );
  });

  it('refuses a plan of the engine in which an aim that is settled is worse, where nothing holds it', () => {
    const of = problem({ leads: [person('Ada')], reviews: [review('R1')] });
    const model = buildModel(of);
    const best = solveOf(of, highs) as LexicographicResult;
    const settled = best.aims.slice(0, 4);
    const run = (rowsFor: SettledBefore['rowsFor']): LexicographicResult =>
      new LexicographicSolve(
        highs,
        model,
        best.incumbent,
        {},
        { settled, rowsFor: rowsFor ?? [] },
      ).run();
    expect(() => run([])).toThrow('The engine gave a plan whose coverage is not what was settled.');
    expect(run(['coverage']).aims).toEqual(best.aims);
  });

  it('ends where what is proven is enough, asked only once all aims before are', () => {
    fc.assert(
      fc.property(tinyProblem(), fc.integer({ min: 0, max: 6 }), (of, enough) => {
        const best = bruteForce(of);
        const asked: string[] = [];
        const found = solveOf(
          of,
          vague(highs),
          {},
          {
            isEnough: (next, incumbent) => {
              asked.push(next.name);
              const index = aims.indexOf(next);
              if (best.status === 'OPTIMAL')
                expect(valuesOf(incumbent).slice(0, index)).toEqual(best.values.slice(0, index));
              return index >= enough;
            },
          },
        );
        if (!found || best.status === 'INFEASIBLE') return;
        expect(asked[0]).toBe('coverage');
        const ended = aims.findIndex(({ name }) => name === asked.at(-1));
        const proven = ended < enough ? aims.length : ended;
        expect(found.aims.map(({ bound }) => bound).slice(0, proven)).toEqual(
          best.values.slice(0, proven),
        );
        expect(areTrueBounds(found.aims, best.values)).toBe(true);
        expect(found.isStopped).toBe(false);
      }),
      { numRuns: propertyCases(60), seed: SEED },
    );
  });

  it('tells of each aim that it begins and settles, and of every better plan', () => {
    const of = problem({
      leads: [person('Ada'), person('Ben')],
      reviews: [review('R1'), review('R2'), review('R3')],
    });
    const steps: SolveProgress[] = [];
    const found = solveOf(of, highs, { onProgress: (step) => steps.push(step) });
    const inPhase = (phase: SolveProgress['phase']): SolveProgress[] =>
      steps.filter((step) => step.phase === phase);
    expect(inPhase('started').map(({ aim }) => aim)).toEqual(aims.map(({ name }) => name));
    expect(inPhase('settled').map(({ aim, value, bound }) => ({ aim, value, bound }))).toEqual(
      found?.aims,
    );
    expect(inPhase('improved')[0]).toEqual({
      aim: 'coverage',
      value: 3,
      bound: 3,
      phase: 'improved',
    });
    expect(found?.work).toBeGreaterThan(0);
  });
});

describe('a lexicographic solve that is stopped', () => {
  it('has a legal plan and bounds that do not rule out the best, wherever it is stopped', () => {
    let stopped = 0;
    fc.assert(
      fc.property(tinyProblem(), fc.nat(30), fc.nat(3), (of, times, kind) => {
        const best = bruteForce(of);
        const isVague = kind % 2 === 0;
        let asked = 0;
        const hooks = kind < 2 ? { shouldStop: () => asked++ >= times } : { maxWork: 2 * times };
        const found = solveOf(of, isVague ? vague(highs) : highs, hooks);
        if (!found || best.status === 'INFEASIBLE') return;
        expect(breachesOf(of, found.incumbent.rows)).toEqual([]);
        expect(areTrueBounds(found.aims, best.values)).toBe(true);
        if (found.isStopped) stopped++;
        else expect(valuesOf(found.incumbent)).toEqual(best.values);
      }),
      { numRuns: propertyCases(120), seed: SEED },
    );
    expect(stopped).toBeGreaterThan(0);
  });

  it('has a plan all the same, which covers what is easily covered', () => {
    const of = problem({ leads: [person('Ada')], reviews: [review('R1'), review('R2')] });
    const found = solveOf(of, highs, { shouldStop: () => true });
    expect(found?.isStopped).toBe(true);
    expect(found?.incumbent.rows.map(({ lead }) => lead)).toEqual(['Ada', 'Ada']);
  });
});

describe('an engine that misbehaves', () => {
  const of = problem({
    weeks: [WEEK_1],
    leads: [person('Ada')],
    reviews: [review('R1'), review('R2')],
  });

  it('is not believed where its plan breaks a rule', () => {
    const everybodyEverywhere = altered(highs, (session) => ({
      solveLinear: (stop) => {
        const solved = session.solveLinear(stop);
        return { ...solved, values: solved.values.map(() => 1) };
      },
    }));
    expect(() => solveOf(of, everybodyEverywhere)).toThrow(
      /^The engine gave a plan that breaks a rule: Ada/,
    );
  });

  it('is not believed where it finds nothing although a plan is known', () => {
    const blind = altered(highs, (session) => ({
      solveLinear: (stop) => ({ ...session.solveLinear(stop), status: 'INFEASIBLE' as const }),
      solveInteger: (stop) => ({
        ...session.solveInteger(stop),
        status: 'INFEASIBLE' as const,
        values: null,
      }),
    }));
    expect(() => solveOf(of, blind)).toThrow(
      'Nothing is left of the model although a plan is known.',
    );
  });
});
