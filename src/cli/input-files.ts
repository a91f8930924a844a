import { readFile } from 'node:fs/promises';
import { BadFile } from '../solver/file/bad-file.js';
import { readPlan } from '../solver/file/read-plan.js';
import { readProblem } from '../solver/file/read-problem.js';
import { type Plan } from '../solver/plan.js';
import { type Problem } from '../solver/problem.js';
import { CommandFailure } from './exit-codes.js';

export interface ProblemFile {
  bytes: Uint8Array;
  problem: Problem;
}

/** @throws CommandFailure if it cannot be read, BadFile (each fault opening with the file's name) */
export async function readProblemFile(file: string): Promise<ProblemFile> {
  const bytes = await readBytes(file, 'problem');
  return { bytes, problem: naming(file, () => readProblem(bytes)) };
}

/** @throws CommandFailure if it cannot be read, BadFile (each fault opening with the file's name) */
export async function readPlanFile(file: string): Promise<Plan> {
  const bytes = await readBytes(file, 'plan');
  return naming(file, () => readPlan(bytes));
}

async function readBytes(file: string, kind: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new CommandFailure(
      `the ${kind} file ${file} cannot be read: ${reason(error)}`,
      undefined,
      {
        cause: error,
      },
    );
  }
}

function naming<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof BadFile)) throw error;
    throw new BadFile(error.faults.map((fault) => `${file}: ${fault}`));
  }
}

/** Why the system refused a file, in words, with what to do. */
export function reason(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  switch (code) {
    case 'ENOENT':
      return 'it, or a folder on the way to it, does not exist. Check the name.';
    case 'EISDIR':
      return 'it is a folder. Name a file.';
    case 'ENOTDIR':
      return 'something on the way to it is not a folder. Check the name.';
    case 'EACCES':
    case 'EPERM':
      return 'this account may not do that. Change its permissions, or choose another file.';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full. Make room, or choose another disk.';
    case 'EROFS':
      return 'the disk is read-only. Choose another place.';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
