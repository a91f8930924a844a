/**
 * Compares the engines on the same generated problems in one run, and prints a table of ratios to an anchor: one weighted
 * linear program of leads alone, without rest, solved by HiGHS (`A`).
 *
 *     npm run bench -- --seeds 10
 *
 * Sizes: term 100 people × 160 reviews, M 120 × 500, L 400 × 2,000, all × 12 weeks. Each time is the best of five after a
 * warm-up, that of a price of five series of questions; whole solves, drop-outs and re-plans are measured once each. Every plan
 * is checked by the independent checker.
 * `--only M` adds M with everything, and `--only L` measures L: leads only, then everything, stopped at half an anchor and at
 * four. What was stopped says which aims are proven and how far the next can still be off.
 * `--only goal` solves fifty terms, ten of them short of assurers, and exits 1 where the goal for them is not reached.
 */
import { parseArgs } from 'node:util';
import { generateProblem, type GenerateOptions } from '../scripts/generate-problem.js';
import { checkPlan } from '../src/solver/check.js';
import { loadHighs } from '../src/solver/milp/highs.js';
import { usableCandidates } from '../src/solver/model.js';
import { leadArcs } from '../src/solver/network/lead-arcs.js';
import { LeadNetwork } from '../src/solver/network/lead-network.js';
import { PLAN_FORMAT, type Solution } from '../src/solver/plan.js';
import type { Problem } from '../src/solver/problem.js';
import { type EngineName, solve } from '../src/solver/solve.js';
import { measureQuestions } from './questions.js';
import { atShare, sharesOf } from './shares.js';
import { weightedProgram } from './weighted-program.js';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '10' },
    only: { type: 'string', default: 'term' },
    milp: { type: 'boolean', default: false },
  },
});
const seeds = Array.from({ length: Number(values.seeds) }, (_, index) => index + 1);
/** As many people may lead each review as in the programme's own region data: a few dozen. */
const radius = 150;
/** A solve is stopped after so many anchors, and said to be. */
const MOST_ANCHORS = 20;
const SIZES = {
  term: { leads: 100, reviews: 160, weeks: 12 },
  M: { leads: 120, reviews: 500, weeks: 12, radius },
  L: { leads: 400, reviews: 2000, weeks: 12, radius },
} as const satisfies Record<string, Omit<GenerateOptions, 'seed'>>;

const SHORT = { ...SIZES.term, shortOfAssurers: true };

const engine = await loadHighs();
const M = generateProblem({ ...SIZES.M, seed: 1 });
const anchor = anchorOf(M);
console.log(`A(M) ${anchor.toFixed(0)} ms; Node ${process.version}, ${engine.version}`);

if (values.only === 'L') {
  const L = generateProblem({ ...SIZES.L, seed: 1 });
  const anchorOfL = relaxed('L', L);
  for (const most of [0.5, 4]) {
    everything('L', seeded([1], SIZES.L), { anchor: anchorOfL, most });
  }
} else if (values.only === 'goal') {
  goal();
} else {
  relaxed('M', M);
  everything('term', seeded(seeds, SIZES.term));
  everything('term, short of assurers', seeded(seeds, SHORT));
  measureQuestions(engine, 'term', { ...SIZES.term, seed: 1 }, anchor);
  if (values.only === 'M') {
    everything('M', seeded(seeds, SIZES.M));
    measureQuestions(engine, 'M', { ...SIZES.M, seed: 2 }, anchor);
  }
}
console.log(`Peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`);

/** Leads only, rest relaxed, all levels, against the anchor of the same problem. @returns that anchor */
function relaxed(size: string, problem: Problem): number {
  const arcs = leadArcs(problem, usableCandidates(problem));
  const took = bestOfFive(() => {
    new LeadNetwork(problem, arcs, []).solve(() => false);
  });
  const own = anchorOf(problem);
  print(`leads only, ${size}`, [took], own);
  return own;
}

/** Fifty terms, of which every fifth is short of assurers: half an anchor in the median, ten for 95 of 100. */
function goal(): void {
  const fifty = Array.from({ length: 50 }, (_, index) => index + 1);
  const tried = fifty.flatMap((seed) => seeded([seed], seed % 5 === 0 ? SHORT : SIZES.term));
  const took = everything('fifty terms, ten short of assurers', tried);
  const [median, most] = [atShare(took, 0.5) / anchor, atShare(took, 0.95) / anchor];
  const isReached = median <= 0.5 && most <= 10;
  console.log(
    `goal: median ${median.toFixed(3)} A of 0.5, 95 of 100 within ${most.toFixed(3)} A of 10: ${isReached ? 'reached' : 'NOT REACHED'}`,
  );
  if (!isReached) process.exitCode = 1;
}

function seeded(
  numbers: readonly number[],
  dimensions: Omit<GenerateOptions, 'seed'>,
): GenerateOptions[] {
  return numbers.map((seed) => ({ ...dimensions, seed }));
}

/** Everything, proven: from the problem to the checked plan. @returns milliseconds of each by the usual engine */
function everything(
  size: string,
  tried: readonly GenerateOptions[],
  limit = { anchor, most: MOST_ANCHORS },
): number[] {
  const names: EngineName[] = values.milp ? ['network', 'milp'] : ['network'];
  const [usual = []] = names.map((name) => {
    const stopped: string[] = [];
    const took = tried.map((options) => {
      const { seed } = options;
      const problem = generateProblem(options);
      const start = performance.now();
      const isTooLong = (): boolean => performance.now() - start > limit.most * limit.anchor;
      const solution = solve(problem, engine, { shouldStop: isTooLong }, name);
      const milliseconds = performance.now() - start;
      if (solution.status === 'FEASIBLE') {
        stopped.push(`  not proven within ${limit.most} A: seed ${seed}: ${gapsOf(solution.aims)}`);
      }
      const { faults } = checkPlan(problem, { format: PLAN_FORMAT, problem: '', ...solution }, '');
      if (faults.length > 0) throw new Error(`${size}, seed ${seed}: ${faults.join(' ')}`);
      return milliseconds;
    });
    print(`everything, ${size}, ${name}`, took, limit.anchor);
    for (const line of stopped) console.log(line);
    return took;
  });
  return usual;
}

/** "proven: coverage, changes; open: fit 812, bound 815, company 90, bound 102" */
function gapsOf(aims: Solution['aims']): string {
  const proven = aims.filter(({ value, bound }) => value === bound).map(({ aim }) => aim);
  const open = aims
    .filter(({ value, bound }) => value !== bound)
    .map(({ aim, value, bound }) => `${aim} ${value}, bound ${bound ?? 'unknown'}`);
  return `proven: ${proven.join(', ') || 'none'}; open: ${open.join(', ')}`;
}

function anchorOf(problem: Problem): number {
  const { model, costs } = weightedProgram(problem, leadArcs(problem, usableCandidates(problem)));
  const session = engine.open(model);
  session.setCosts(costs);
  const took = bestOfFive(() => session.solveLinear(() => false));
  session.dispose();
  return took;
}

function bestOfFive(action: () => unknown): number {
  action();
  return Math.min(
    ...[1, 2, 3, 4, 5].map(() => {
      const start = performance.now();
      action();
      return performance.now() - start;
    }),
  );
}

function print(what: string, took: readonly number[], against: number): void {
  console.log(sharesOf(what, took, against));
}
