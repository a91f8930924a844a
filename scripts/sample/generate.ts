/**
 * Makes the sample partnership, `sample/partnership/`: `npm run sample`. Real schools of the open
 * extract, people who do not exist, always the same. The autumn is the solver's own plan for the
 * sample's autumn problem, found through the real import and snapshot, and what then happened.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freezeTerm } from '../../src/allocations/snapshot/freeze-term.js';
import { withProductDatabase } from '../../src/cli/product-database.js';
import { ImportsService } from '../../src/exchange/imports/imports.service.js';
import { loadHighs } from '../../src/solver/milp/highs.js';
import { type Problem } from '../../src/solver/problem.js';
import { makeSample } from './make-sample.js';
import { type CsvFile } from './records.js';

const folder = path.resolve(import.meta.dirname, '../../../sample/partnership');

const { files, spring } = await makeSample(frozen, await loadHighs());
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const { name, text } of files) writeFileSync(path.join(folder, name), text);
console.log(
  `Wrote ${files.length} files to sample/partnership: spring has ${spring.reviews.length} reviews to place.`,
);

/** Through a database of its own, never somebody's: the import is thrown away. */
async function frozen(files: readonly CsvFile[], termId: string, today: string): Promise<Problem> {
  const data = mkdtempSync(path.join(tmpdir(), 'qar-sample-'));
  // As root the server runs under another account, which must be able to enter.
  chmodSync(data, 0o755);
  process.env.QAR_DATA_DIR = data;
  delete process.env.DATABASE_URL;
  const surroundings = {
    stdout: process.stdout,
    stderr: process.stderr,
    interrupted: new AbortController().signal,
    endWith: () => undefined,
  };
  try {
    return await withProductDatabase(surroundings, async ({ dataSource }) => {
      const imports = new ImportsService(dataSource);
      const named = files.map(({ name, text }) => ({ name, bytes: Buffer.from(text) }));
      const found = await imports.dryRun(named, { author: 'Sample' });
      await imports.apply(found.id, 'Sample');
      return (await freezeTerm(dataSource.manager, termId, { today })).problem;
    });
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}
