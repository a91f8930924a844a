import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type DataSource } from 'typeorm';
import { z } from 'zod';
import { type NamedFile } from '../exchange/reading/table.js';
import { checkoutFolder } from '../platform/configuration.js';
import { CommandFailure } from './exit-codes.js';
import { say, type Surroundings } from './surroundings.js';

/** The sample's own today, on which its autumn is over and its spring not yet allocated. */
export const SAMPLE_TODAY = '2026-12-21';

/**
 * Loads the sample partnership through the same import as a user's own files, with its own day. Nothing
 * is loaded twice: what the files say already holds is left as it is.
 *
 * @throws CommandFailure when the database holds other data than the sample
 */
export async function loadSample(
  dataSource: DataSource,
  operator: string,
  { stdout }: Surroundings,
): Promise<void> {
  const { loadReferenceData } = await import('../schools/reference-data.js');
  const { ImportsService } = await import('../exchange/imports/imports.service.js');
  const { ImportRefused } = await import('../exchange/import-refused.js');
  await refuseOwnData(dataSource);
  await loadReferenceData(dataSource);
  // Beside the program, wherever it was started from.
  const sampleFolder = path.join(checkoutFolder(), 'sample', 'partnership');
  const names = (await readdir(sampleFolder)).filter((name) => name.endsWith('.csv')).sort();
  const files = await Promise.all(
    names.map(async (name) => ({ name, bytes: await readFile(path.join(sampleFolder, name)) })),
  );
  const imports = new ImportsService(dataSource);
  try {
    const key = `sample partnership ${digestOf(files)}`;
    const found = await imports.dryRun(files, {
      author: operator,
      idempotencyKey: key,
      fixedToday: SAMPLE_TODAY,
    });
    if (found.state === 'APPLIED') {
      await say(stdout, 'The sample partnership is loaded already.\n');
      return;
    }
    await imports.apply(found.id, operator);
    await enterInventedFees(dataSource, operator);
    await say(
      stdout,
      `The sample partnership is loaded (to take it back: npm run qar -- import --undo ${found.id}).\n`,
    );
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    throw new CommandFailure(
      `The sample could not be loaded into this database: ${error.message} Start afresh with --reset.`,
      undefined,
      { cause: error },
    );
  }
}

/** Fees are no register, so they are no file to import: they are entered as on the page. Real amounts are nobody's to guess. */
async function enterInventedFees(dataSource: DataSource, operator: string): Promise<void> {
  const { changeSetting } = await import('../settings/settings.js');
  const file = path.join(checkoutFolder(), 'sample', 'fee-table.json');
  const { from, reason, table } = SampleFees.parse(JSON.parse(await readFile(file, 'utf8')));
  await dataSource.transaction((manager) =>
    changeSetting(manager, 'fees', { value: { table }, valid: { from }, reason }, operator),
  );
}

/** The table itself is judged where it is entered. */
const SampleFees = z.object({ from: z.string(), reason: z.string(), table: z.unknown() });

/** Schools and people who do not exist must never get among somebody's own. */
async function refuseOwnData(dataSource: DataSource): Promise<void> {
  const [{ holdsSample, holdsOthers } = { holdsSample: false, holdsOthers: false }] =
    await dataSource.query<{ holdsSample: boolean; holdsOthers: boolean }[]>(
      `SELECT EXISTS (SELECT 1 FROM fixed_today) AS "holdsSample",
              EXISTS (SELECT 1 FROM lead_reviewer WHERE removed_at IS NULL)
              OR EXISTS (SELECT 1 FROM review WHERE removed_at IS NULL) AS "holdsOthers"`,
    );
  if (holdsSample || !holdsOthers) return;
  throw new CommandFailure(
    'this database holds people or reviews of your own, and the sample is never put among them. ' +
      'Name another folder for the sample, such as QAR_DATA_DIR=sample-data, and unset DATABASE_URL.',
  );
}

function digestOf(files: readonly NamedFile[]): string {
  const hash = createHash('sha256');
  for (const { name, bytes } of files) hash.update(name).update(bytes);
  return hash.digest('hex').slice(0, 16);
}
