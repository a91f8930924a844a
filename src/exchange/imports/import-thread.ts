import { workerData } from 'node:worker_threads';
import { type DataSource } from 'typeorm';
import { openDatabase } from '../../platform/database.js';
import { KeptProgress } from './import-progress.js';
import { endOf, type ImportResults, type ImportTasks, type TaskEnd } from './import-task.js';
import { ImportsService } from './imports.service.js';
import { fileBytes, keepFile as keep } from './kept-files.js';
import { refusedWorkbook } from './refused-workbook.js';

/**
 * Runs in a thread of its own: reading and comparing a whole register takes seconds of work, during which the thread that
 * answers requests must stay free. It has its own connections, so that nothing but names and results crosses over.
 */

/** One for the transaction, one for what is kept outside it: progress and remembered mappings. */
const CONNECTIONS = 3;

let opened: Promise<DataSource> | undefined;

function database(): Promise<DataSource> {
  const { databaseUrl } = workerData as { databaseUrl: string };
  opened ??= openDatabase({
    url: databaseUrl,
    poolSize: CONNECTIONS,
    applicationName: 'qar-import',
  }).catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

type Task<Name extends keyof ImportTasks> = Promise<TaskEnd<ImportResults[Name]>>;

export function keepFile({ fileName, bytes, author }: ImportTasks['keepFile']): Task<'keepFile'> {
  return endOf(async () => keep((await database()).manager, { name: fileName, bytes }, author));
}

export function dryRun({ fileName, bytes, options }: ImportTasks['dryRun']): Task<'dryRun'> {
  return endOf(async () =>
    new ImportsService(await database()).dryRun([{ name: fileName, bytes }], options),
  );
}

/** Reads a kept file as was chosen and compares it; rows with faults are set aside. */
export function compareFile({
  fileId,
  choices,
  author,
}: ImportTasks['compareFile']): Task<'compareFile'> {
  return endOf(async () => {
    const dataSource = await database();
    const file = await fileBytes(dataSource.manager, fileId);
    if (!file) return undefined;
    const progress = new KeptProgress(dataSource.manager, fileId);
    try {
      return await new ImportsService(dataSource).dryRun([file], {
        choices,
        author,
        fileId,
        setsAside: true,
        onProgress: progress.tell,
      });
    } finally {
      await progress.end();
    }
  });
}

export function apply({ id, author }: ImportTasks['apply']): Task<'apply'> {
  return endOf(async () => new ImportsService(await database()).apply(id, author));
}

export function undo({ id, author }: ImportTasks['undo']): Task<'undo'> {
  return endOf(async () => new ImportsService(await database()).undo(id, author));
}

export function refusedRows({ id }: ImportTasks['refusedRows']): Task<'refusedRows'> {
  return endOf(async () => refusedWorkbook((await database()).manager, id));
}
