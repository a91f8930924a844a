/**
 * Makes the sample partnership, `sample/partnership/`: `npm run sample`. Real schools of the open
 * extract, people who do not exist, always the same. The autumn is the solver's own plan for the
 * sample's autumn problem, found through the real import and snapshot, and what then happened.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { freezeTerm } from '../../src/allocations/snapshot/freeze-term.js';
import { withProductDatabase } from '../../src/cli/product-database.js';
import { ImportsService } from '../../src/exchange/imports/imports.service.js';
import { explainUncovered } from '../../src/solver/explain/uncovered.js';
import { loadHighs } from '../../src/solver/milp/highs.js';
import { type Problem } from '../../src/solver/problem.js';
import { solve } from '../../src/solver/solve.js';
import { seededRandom } from '../seeded-random.js';
import { tellAutumn } from './autumn.js';
import { drawBase } from './base.js';
import { readDistricts, readOpenSchools } from './open-schools.js';
import { type Rows } from './records.js';
import { SAMPLE_SEED } from './seed.js';

const AUTUMN_PLANNED_ON = '2026-09-14';
const TODAY = '2026-12-21';
const folder = path.resolve(import.meta.dirname, '../../../sample/partnership');

const base = drawBase(await readOpenSchools(), await readDistricts(), seededRandom(SAMPLE_SEED));
const engine = await loadHighs();

const autumn = await frozen(base.before(), 'autumn-2026', AUTUMN_PLANNED_ON);
// The history was made by this engine: another may choose another plan among those equally good.
const planned = solve(autumn, engine, {}, 'milp');
report('autumn', autumn, planned);
const history = tellAutumn(autumn, planned.reviews, seededRandom(1_218));
const files = base.after(history);

const spring = await frozen(files, 'spring-2027', TODAY);
const plan = solve(spring, engine, {}, 'milp');
report('spring', spring, plan);
for (const { review, rules, permitted, closedWindows, oneFact } of explainUncovered(
  spring,
  plan.reviews,
  engine,
)) {
  console.log(
    review,
    closedWindows.length,
    rules.map((rule) => `${rule.rule} ${rule.leads}`).join(', '),
    permitted.length,
    oneFact?.words ?? 'no fact',
  );
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [name, content] of csvFiles(files)) writeFileSync(path.join(folder, name), content);
console.log(`Wrote ${files.size} files to sample/partnership.`);

/** The problem of a term, when these files are all there is, through the real import. */
async function frozen(
  files: ReadonlyMap<string, Rows>,
  term: string,
  today: string,
): Promise<Problem> {
  const data = mkdtempSync(path.join(tmpdir(), 'qar-sample-'));
  // As root the server runs under another account, which must be able to enter.
  chmodSync(data, 0o755);
  process.env.QAR_DATA_DIR = data;
  // Never into somebody's own database: this import is thrown away.
  delete process.env.DATABASE_URL;
  const quiet = {
    stdout: process.stdout,
    stderr: process.stderr,
    interrupted: new AbortController().signal,
    endWith: () => undefined,
  };
  try {
    return await withProductDatabase(quiet, async ({ dataSource }) => {
      const imports = new ImportsService(dataSource);
      const named = csvFiles(files).map(([name, text]) => ({ name, bytes: Buffer.from(text) }));
      const found = await imports.dryRun(named, { author: 'Sample' });
      await imports.apply(found.id, 'Sample');
      const { problem, context } = await freezeTerm(dataSource.manager, term, { today });
      console.log(`${term}: left out ${context.leftOut.length}`, context.leftOut.slice(0, 20));
      return problem;
    });
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

function csvFiles(files: ReadonlyMap<string, Rows>): [string, string][] {
  return [...files].map(([kind, rows]) => [`${kind}.csv`, stringify(rows, { header: true })]);
}

function report(name: string, problem: Problem, { status, aims }: ReturnType<typeof solve>): void {
  const roles = (role: 'LEAD' | 'SHADOW' | 'QUALITY_ASSURER'): number =>
    problem.leads.filter((lead) => lead.roles.includes(role)).length;
  console.log(
    `${name}: ${problem.reviews.length} reviews, ${problem.weeks.length} weeks; may lead ${roles('LEAD')}, new ` +
      `${problem.leads.filter(({ isNew }) => isNew).length}, assure ${roles('QUALITY_ASSURER')}, shadow ${roles('SHADOW')}; ` +
      `${status} ${aims.map(({ value }) => value).join(' ')}`,
  );
}
