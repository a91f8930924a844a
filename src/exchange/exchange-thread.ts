import { workerData } from 'node:worker_threads';
import { type DataSource } from 'typeorm';
import { openDatabase } from '../platform/database.js';
import { ExportsService } from './exports/exports.service.js';
import { templateOf } from './exports/workbook-export.js';
import { KeptProgress } from './imports/import-progress.js';
import { recordKinds } from './record-kinds.js';
import { endOf, type ExchangeResults, type ExchangeTasks, type TaskEnd } from './exchange-task.js';
import { ImportsService } from './imports/imports.service.js';
import { fileBytes, keepFile as keep } from './imports/kept-files.js';
import { refusedWorkbook } from './imports/refused-workbook.js';

/**
 * Runs in a thread of its own: reading and comparing a whole register, or writing it, takes seconds of work, during which the
 * thread that answers requests must stay free. It has its own connections, so that nothing but names and results crosses over.
 */

/** One for the transaction, one for what is kept outside it: progress and remembered mappings. */
const CONNECTIONS = 3;

let opened: Promise<DataSource> | undefined;

function database(): Promise<DataSource> {
  const { databaseUrl } = workerData as { databaseUrl: string };
  opened ??= openDatabase({
    url: databaseUrl,
    poolSize: CONNECTIONS,
    applicationName: 'qar-exchange',
  }).catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

type Task<Name extends keyof ExchangeTasks> = Promise<TaskEnd<ExchangeResults[Name]>>;

export function keepFile({ fileName, bytes, author }: ExchangeTasks['keepFile']): Task<'keepFile'> {
  return endOf(async () => keep((await database()).manager, { name: fileName, bytes }, author));
}

export function dryRun({ fileName, bytes, options }: ExchangeTasks['dryRun']): Task<'dryRun'> {
  return endOf(async () =>
    new ImportsService(await database()).dryRun([{ name: fileName, bytes }], options),
  );
}

/** Reads a kept file as was chosen and compares it; rows with faults are set aside. */
export function compareFile({
  fileId,
  choices,
  author,
}: ExchangeTasks['compareFile']): Task<'compareFile'> {
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

export function apply({ id, author }: ExchangeTasks['apply']): Task<'apply'> {
  return endOf(async () => new ImportsService(await database()).apply(id, author));
}

export function undo({ id, author }: ExchangeTasks['undo']): Task<'undo'> {
  return endOf(async () => new ImportsService(await database()).undo(id, author));
}

export function refusedRows({ id }: ExchangeTasks['refusedRows']): Task<'refusedRows'> {
  return endOf(async () => refusedWorkbook((await database()).manager, id));
}

export function exportRecords({
  kinds,
  form,
}: ExchangeTasks['exportRecords']): Task<'exportRecords'> {
  return endOf(async () => {
    const wanted = recordKinds.filter(({ name }) => kinds.includes(name));
    return new ExportsService(await database()).bytes(form, wanted);
  });
}

export function template(): Task<'template'> {
  return endOf(() => templateOf(recordKinds));
}
