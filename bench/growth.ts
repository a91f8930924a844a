/**
 * How solving everything grows with the size of the term: our engine, the general engine by stages, and the weighted linear
 * program of the anchor, on the same generated problems in one run. Prints a table and draws `docs/growth.svg`.
 *
 *     npm run bench:growth
 */
import { writeFileSync } from 'node:fs';
import { generateProblem } from '../scripts/generate-problem.js';
import { loadHighs } from '../src/solver/milp/highs.js';
import { usableCandidates } from '../src/solver/model.js';
import { leadArcs } from '../src/solver/network/lead-arcs.js';
import type { Problem } from '../src/solver/problem.js';
import { type EngineName, solve } from '../src/solver/solve.js';
import { drawGrowth, type Curve } from './growth-picture.js';
import { weightedProgram } from './weighted-program.js';

const REVIEWS = [40, 80, 160, 320, 640];
const SEEDS = [1, 2, 3];
/** People for each review: as many as in a term of usual size. */
const PEOPLE = 0.625;
/** A solve is stopped after so many milliseconds; larger sizes are then left out. */
const MOST_MILLISECONDS = 20_000;

const engine = await loadHighs();
const curves: Curve[] = [
  { name: 'this engine, everything proven', points: growthOf((of) => proven(of, 'network')) },
  { name: 'general engine by stages (milp)', points: growthOf((of) => proven(of, 'milp')) },
  { name: 'weighted linear program, leads only', points: growthOf(weighted) },
];
for (const { name, points } of curves) {
  console.log(name);
  for (const { size, value } of points) console.log(`  ${size} reviews: ${value.toFixed(0)} ms`);
}
console.log(`Peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`);
writeFileSync('docs/growth.svg', drawGrowth(curves));

/** The median over the seeds for each size, up to the first that was stopped. */
function growthOf(take: (problem: Problem) => boolean): Curve['points'] {
  const points: Curve['points'] = [];
  for (const reviews of REVIEWS) {
    const took: number[] = [];
    for (const seed of SEEDS) {
      const leads = Math.round(PEOPLE * reviews);
      const problem = generateProblem({ leads, reviews, weeks: 12, seed });
      const start = performance.now();
      if (!take(problem)) return points;
      took.push(performance.now() - start);
    }
    took.sort((a, b) => a - b);
    points.push({ size: reviews, value: took[Math.floor(took.length / 2)] ?? 0 });
  }
  return points;
}

function proven(problem: Problem, name: EngineName): boolean {
  const start = performance.now();
  const isTooLong = (): boolean => performance.now() - start > MOST_MILLISECONDS;
  return solve(problem, engine, { shouldStop: isTooLong }, name).status === 'OPTIMAL';
}

function weighted(problem: Problem): boolean {
  const { model, costs } = weightedProgram(problem, leadArcs(problem, usableCandidates(problem)));
  const session = engine.open(model);
  const start = performance.now();
  session.setCosts(costs);
  const { status } = session.solveLinear(() => performance.now() - start > MOST_MILLISECONDS);
  session.dispose();
  return status === 'OPTIMAL';
}
