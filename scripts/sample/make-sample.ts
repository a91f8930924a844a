import { SAMPLE_TODAY } from '../../src/cli/demo-sample.js';
import { type MilpEngine } from '../../src/solver/milp/milp.js';
import { type Problem } from '../../src/solver/problem.js';
import { solve } from '../../src/solver/solve.js';
import { seededRandom } from '../seeded-random.js';
import { tellAutumn } from './autumn.js';
import { drawBase } from './base.js';
import { readDistricts, readOpenSchools } from './open-schools.js';
import { csvFiles, type CsvFile } from './records.js';

/** From which everything is drawn: another number gives another partnership. */
const SEED = 20_261_221;
const AUTUMN_PLANNED_ON = '2026-09-14';

/** The problem of a term when these files are all that a database holds, through the real import. */
export type Freeze = (files: readonly CsvFile[], termId: string, today: string) => Promise<Problem>;

export interface Sample {
  files: CsvFile[];
  /** The problem of spring that these files freeze into on the sample's own day. */
  spring: Problem;
}

/**
 * Draws the sample partnership, has the solver plan its autumn, and tells what then happened. The same
 * on every machine.
 */
export async function makeSample(freeze: Freeze, engine: MilpEngine): Promise<Sample> {
  const base = drawBase(await readOpenSchools(), await readDistricts(), seededRandom(SEED));
  const autumn = await freeze(csvFiles(base.before()), 'autumn-2026', AUTUMN_PLANNED_ON);
  // The history was made by this engine: another may choose another plan among those equally good.
  const planned = solve(autumn, engine, {}, 'milp');
  if (planned.status !== 'OPTIMAL') throw new Error(`Autumn is ${planned.status}, not proven.`);
  const files = csvFiles(base.after(tellAutumn(autumn, planned.reviews, seededRandom(1_218))));
  return { files, spring: await freeze(files, 'spring-2027', SAMPLE_TODAY) };
}
