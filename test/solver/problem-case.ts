import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../src/solver/problem.js';

/** A problem that a solve has once gone wrong on, kept in the folder `cases`. @param name of the file, without `.json` */
export function problemCase(name: string): Problem {
  const file = join(import.meta.dirname, 'cases', `${name}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as Problem;
}
