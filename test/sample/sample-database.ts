import { freezeTerm } from '../../src/allocations/snapshot/freeze-term.js';
import { ImportsService } from '../../src/exchange/imports/imports.service.js';
import { loadReferenceData } from '../../src/schools/reference-data.js';
import { type Problem } from '../../src/solver/problem.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

/** A database that holds these files and nothing else, brought in through the import. */
export async function importedInto(
  files: readonly { name: string; text: string }[],
): Promise<TestDatabase> {
  const database = await createTestDatabase();
  await loadReferenceData(database.dataSource);
  const imports = new ImportsService(database.dataSource);
  const named = files.map(({ name, text }) => ({ name, bytes: Buffer.from(text) }));
  const found = await imports.dryRun(named, { author: 'Test' });
  await imports.apply(found.id, 'Test');
  return database;
}

/** The problem of a term when a database holds only these files. */
export async function frozen(
  files: readonly { name: string; text: string }[],
  termId: string,
  today: string,
): Promise<Problem> {
  const database = await importedInto(files);
  try {
    return (await freezeTerm(database.dataSource.manager, termId, { today })).problem;
  } finally {
    await database.drop();
  }
}
