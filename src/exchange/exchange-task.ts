import { type DryRunOptions } from './imports/imports.service.js';
import { BadSpreadsheet, type Fault } from './faults.js';
import { databaseErrorCode } from '../platform/database.js';
import { type FieldFault, Refusal, type RefusalStatus } from '../platform/problems/refusal.js';
import { type SheetChoice } from './imports/read-import.js';
import { type StoredImport } from './imports/stored-imports.js';

/** What crosses into the thread that works at imports and exports. */
export interface ExchangeTasks {
  keepFile: { fileName: string; bytes: Uint8Array; author: string };
  dryRun: {
    fileName: string;
    bytes: Uint8Array;
    options: Pick<DryRunOptions, 'author' | 'kind' | 'idempotencyKey'>;
  };
  compareFile: { fileId: string; choices: SheetChoice[]; author: string };
  apply: { id: string; author: string };
  undo: { id: string; author: string };
  refusedRows: { id: string };
  /** Kinds by name, since their functions cannot cross; a CSV file has one. */
  exportRecords: { kinds: string[]; form: 'csv' | 'xlsx' };
  template: Record<string, never>;
}

/** What comes of each; undefined where there is no such import or file. */
export interface ExchangeResults {
  keepFile: string;
  dryRun: StoredImport;
  compareFile: StoredImport | undefined;
  apply: StoredImport | undefined;
  undo: StoredImport | undefined;
  refusedRows: Uint8Array | undefined;
  exportRecords: Uint8Array;
  template: Uint8Array;
}

export type ExchangeTaskName = keyof ExchangeTasks;

/** How a task ended: errors lose their class on the way between threads, so they travel in parts. */
export type TaskEnd<Result> = { result: Result } | { refused: RefusedTask };

type RefusedTask =
  | { as: 'SPREADSHEET'; listed: readonly Fault[]; count: number }
  | {
      as: 'REFUSAL';
      code: string;
      message: string;
      status: RefusalStatus;
      faults: readonly FieldFault[];
    }
  | { as: 'ERROR'; message: string; stack: string | undefined; code: string | undefined };

/** Runs the work and puts its end into parts. */
export async function endOf<Result>(work: () => Promise<Result>): Promise<TaskEnd<Result>> {
  try {
    return { result: await work() };
  } catch (error) {
    if (error instanceof BadSpreadsheet) {
      const { listed, count } = error;
      return { refused: { as: 'SPREADSHEET', listed, count } };
    }
    if (error instanceof Refusal) {
      const { code, message, status, faults } = error;
      return { refused: { as: 'REFUSAL', code, message, status, faults } };
    }
    const { message, stack } = error as Error;
    return { refused: { as: 'ERROR', message, stack, code: databaseErrorCode(error) } };
  }
}

/** The result. @throws the error that the work ended with */
export function resultOf<Result>(end: TaskEnd<Result>): Result {
  if ('result' in end) return end.result;
  const { refused } = end;
  switch (refused.as) {
    case 'SPREADSHEET':
      throw new BadSpreadsheet(refused.listed, refused.count);
    case 'REFUSAL':
      throw new Refusal(refused.code, refused.message, refused.status, refused.faults);
    case 'ERROR': {
      const { code } = refused;
      const driverError = code === undefined ? {} : { driverError: { code } };
      throw Object.assign(new Error(refused.message), { stack: refused.stack }, driverError);
    }
  }
}
