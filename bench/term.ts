/**
 * Measures a term-size solve by the general engine (`milp`): the time of each aim, the whole, and the peak memory of the process.
 *
 *     npm run bench:term -- --seeds 5 --leads 100 --reviews 160 --weeks 12
 *
 * Every plan is checked by the independent checker; the run fails when one is not proven optimal.
 */
import { parseArgs } from 'node:util';
import { generateProblem } from '../scripts/generate-problem.js';
import { checkPlan } from '../src/solver/check.js';
import { loadHighs } from '../src/solver/milp/highs.js';
import { AIMS, PLAN_FORMAT, type AimName } from '../src/solver/plan.js';
import { solve, type SolveHooks } from '../src/solver/solve.js';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '3' },
    leads: { type: 'string', default: '100' },
    reviews: { type: 'string', default: '160' },
    weeks: { type: 'string', default: '12' },
    short: { type: 'boolean', default: false },
  },
});
const [leads, reviews, weeks] = [values.leads, values.reviews, values.weeks].map(Number) as [
  number,
  number,
  number,
];

const engine = await loadHighs();
const rows: string[][] = [];
for (let seed = 1; seed <= Number(values.seeds); seed++) rows.push(measure(seed));
print([['seed', ...AIMS, 'whole', 'values'], ...rows]);
console.log(
  `\n${leads} leads, ${reviews} reviews, ${weeks} weeks; seconds until each aim was relaxed, whole solve; ` +
    `peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB; Node ${process.version}, ${engine.version}.`,
);

/** Solves one generated term: seconds spent on each aim, and in all. */
function measure(seed: number): string[] {
  const problem = generateProblem({ seed, leads, reviews, weeks, shortOfAssurers: values.short });
  const spent = new Map<AimName, number>();
  const start = performance.now();
  let [last, current]: [number, AimName] = [start, 'coverage'];
  const charge = (): void => {
    const now = performance.now();
    spent.set(current, (spent.get(current) ?? 0) + now - last);
    last = now;
  };
  const hooks: SolveHooks = {
    onProgress: ({ aim, phase }) => {
      if (phase !== 'started') return;
      charge();
      current = aim;
    },
  };
  const solution = solve(problem, engine, hooks, 'milp');
  charge();
  const whole = performance.now() - start;
  const plan = { format: PLAN_FORMAT, problem: '', ...solution } as const;
  const { faults } = checkPlan(problem, plan, '');
  if (solution.status !== 'OPTIMAL' || faults.length > 0) {
    throw new Error(`Seed ${seed}: ${solution.status}, ${faults.join(' ')}`);
  }
  return [
    String(seed),
    ...AIMS.map((aim) => seconds(spent.get(aim) ?? 0)),
    seconds(whole),
    solution.aims.map(({ value }) => value).join(' '),
  ];
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(2);
}

function print(table: string[][]): void {
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(...table.map((row) => (row[column] ?? '').length)),
  );
  for (const row of table) {
    console.log(row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  '));
  }
}
