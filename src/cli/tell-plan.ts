import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type DataSource } from 'typeorm';
import { type SnapshotContext } from '../allocations/snapshot/snapshot-input.js';
import { type ExplainedReview } from '../allocations/summary/gap-words.js';
import { type Plan } from '../solver/plan.js';
import { say, type Surroundings } from './surroundings.js';

export interface PlanToTell {
  planId: string;
  uncovered: readonly ExplainedReview[];
  /** Where the spreadsheets go and how their names begin; undefined: none are written. */
  files: { folder: string; name: string } | undefined;
}

/** Prints what a stored plan comes to, in plain words, and writes its spreadsheets. */
export async function tellPlan(
  dataSource: DataSource,
  { planId, uncovered, files }: PlanToTell,
  { stdout, interrupted }: Surroundings,
): Promise<void> {
  const { readProblem } = await import('../solver/file/read-problem.js');
  const { planTables } = await import('../allocations/tables/plan-tables.js');
  const { reportInWords } = await import('./allocation-report.js');
  const { bytes, context, content } = await storedPlan(dataSource, planId);
  const tables = planTables(readProblem(bytes), content, { context, uncovered });
  interrupted.throwIfAborted();
  await say(stdout, `${reportInWords(tables)}\n`);
  if (files === undefined) return;
  const { planCsv, planWorkbook } = await import('../exchange/plan-workbook/plan-workbook.js');
  const { writeWholeFiles } = await import('./output-files.js');
  await mkdir(files.folder, { recursive: true });
  const base = path.join(files.folder, files.name);
  const written = [
    { file: `${base}.xlsx`, content: await planWorkbook(tables) },
    { file: `${base}.csv`, content: planCsv(tables) },
  ];
  await writeWholeFiles(written, interrupted);
  const names = written.map(({ file }) => nearbyName(file)).join(' and ');
  await say(stdout, `\nWritten: ${names}\n`);
}

/** From the folder people are in, unless that is a detour. */
function nearbyName(file: string): string {
  const relative = path.relative('.', file);
  return relative.startsWith('..') ? path.resolve(file) : relative;
}

async function storedPlan(
  dataSource: DataSource,
  planId: string,
): Promise<{ bytes: Buffer; context: Partial<SnapshotContext>; content: Plan }> {
  const [stored] = await dataSource.query<
    { bytes: Buffer; context: Partial<SnapshotContext>; content: Plan }[]
  >(
    `SELECT bytes, context, content FROM plan JOIN frozen_problem ON sha256 = problem_sha256
     WHERE plan.id = $1`,
    [planId],
  );
  if (!stored) throw new Error(`The plan ${planId} is not in the database.`);
  return stored;
}
