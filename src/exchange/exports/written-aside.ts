import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type Row } from '../columns/column.js';
import { csvOf } from './csv-export.js';
import { type KindRows, workbookOf } from './workbook-export.js';

/** What crosses into the thread: kinds by name, since their functions cannot. */
export interface WritingTask {
  form: 'csv' | 'xlsx';
  sheets: { kind: string; rows: readonly Row[] }[];
}

/** Up to so many rows are written sooner than a thread starts. */
const FEW_ROWS = 1000;

/** Records as a file, in this thread. A CSV file has one kind. */
export async function bytesOf(
  form: WritingTask['form'],
  sheets: readonly KindRows[],
): Promise<Buffer> {
  if (form === 'xlsx') return workbookOf(sheets);
  return Buffer.from(sheets.map(({ kind, rows }) => csvOf(kind, rows)).join(''), 'utf8');
}

/**
 * Records as a file, many of them in a thread beside this one: a whole register takes seconds, during
 * which this thread would answer nobody.
 *
 * @throws what the writing throws, or that the thread ended early
 */
export async function writtenAside(
  form: WritingTask['form'],
  sheets: readonly KindRows[],
): Promise<Buffer> {
  if (sheets.reduce((sum, { rows }) => sum + rows.length, 0) <= FEW_ROWS) {
    return bytesOf(form, sheets);
  }
  const task: WritingTask = {
    form,
    sheets: sheets.map(({ kind, rows }) => ({ kind: kind.name, rows })),
  };
  const thread = new Worker(threadFile(), { workerData: task });
  const ended = once(thread, 'exit').then(([code]) => {
    throw new Error(`The thread that writes the file ended with code ${String(code)}.`);
  });
  try {
    const [bytes] = (await Promise.race([once(thread, 'message'), ended])) as [Uint8Array];
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } finally {
    ended.catch(() => undefined);
    await thread.terminate();
  }
}

/** A thread runs compiled JavaScript, also where this file itself is run as TypeScript. */
function threadFile(): string {
  const here = import.meta.url;
  const compiled = here.endsWith('.ts')
    ? new URL('../../../dist/src/exchange/exports/writing-thread.js', here)
    : new URL('./writing-thread.js', here);
  return fileURLToPath(compiled);
}
