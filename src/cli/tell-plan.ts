import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type PlanExplanations } from '../allocations/plans/plan-explanations.service.js';
import { say, type Surroundings } from './surroundings.js';

/**
 * Prints what a stored plan comes to, in plain words, and writes its spreadsheets.
 *
 * @param folder where the spreadsheets go; undefined: none are written
 */
export async function tellPlan(
  explanations: PlanExplanations,
  planId: string,
  folder: string | undefined,
  { stdout, stderr, interrupted }: Surroundings,
): Promise<void> {
  await say(stderr, 'Looking for what would cover the reviews without a lead …\n');
  const { told, name } = await explainUnlessInterrupted(explanations, planId, interrupted);
  const { tablesOf } = await import('../allocations/tables/told-plan.js');
  const { reportInWords } = await import('./allocation-report.js');
  const tables = tablesOf(told);
  await say(stdout, `\n${reportInWords(tables)}\n`);
  if (folder === undefined) return;
  const { planCsv, planWorkbook } = await import('../exchange/plan-workbook/plan-workbook.js');
  const { writeWholeFiles } = await import('./output-files.js');
  await mkdir(folder, { recursive: true });
  const base = path.join(folder, name);
  const written = [
    { file: `${base}.xlsx`, content: await planWorkbook(tables) },
    { file: `${base}.csv`, content: planCsv(tables) },
  ];
  await writeWholeFiles(written, interrupted);
  await say(stdout, `\nWritten: ${written.map(({ file }) => nearbyName(file)).join(' and ')}\n`);
}

async function explainUnlessInterrupted(
  explanations: PlanExplanations,
  planId: string,
  interrupted: AbortSignal,
): Promise<Awaited<ReturnType<PlanExplanations['told']>>> {
  interrupted.throwIfAborted();
  const breakOff = (): void => void explanations.onModuleDestroy();
  interrupted.addEventListener('abort', breakOff, { once: true });
  try {
    return await explanations.told(planId);
  } finally {
    interrupted.removeEventListener('abort', breakOff);
  }
}

/** From the folder people are in, unless that is a detour. */
function nearbyName(file: string): string {
  const relative = path.relative('.', file);
  return relative.startsWith('..') ? path.resolve(file) : relative;
}
