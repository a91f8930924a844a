import { BadFile } from '../../solver/file/bad-file.js';
import { readProblem } from '../../solver/file/read-problem.js';

/** The name that a problem file gives itself, or what is wrong with it, one sentence a fault. */
export function lookIntoProblemFile(bytes: Uint8Array): { name: string } | { faults: string[] } {
  try {
    return { name: readProblem(bytes).name };
  } catch (error) {
    if (!(error instanceof BadFile)) throw error;
    return { faults: [...error.faults] };
  }
}
