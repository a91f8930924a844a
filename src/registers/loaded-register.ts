import type { EntityManager } from 'typeorm';
import { termById } from '../calendar/academic-years.js';
import { Refusal } from '../platform/problems/refusal.js';
import { type FileRow } from './files/register-file.js';
import { type RegisterName } from './register.schema.js';
import { type RegisterColumn } from './register-column.js';
import { SCHOOL_COLUMNS } from './schools/schools-register.schema.js';
import { schoolsRegister } from './schools/schools-register.js';

/** A register with all its rows, for a file. */
export interface LoadedRegister {
  title: string;
  noun: string;
  columns: readonly RegisterColumn[];
  /** By reference: URN, Lead Reviewer or review. */
  rows: ReadonlyMap<string, FileRow>;
  /** Whether some of it is made up for demonstration. */
  isInvented: boolean;
}

export interface WhichRegister {
  register: RegisterName;
  term: string | null;
  scope: 'TERM' | 'YEAR';
}

/** @throws Refusal when the register is of a term and none is named, or there is no such term */
export async function loadRegister(
  manager: EntityManager,
  { register, term }: WhichRegister,
  today: string,
): Promise<LoadedRegister> {
  if (register === 'schools') {
    const { items } = await schoolsRegister(manager, today);
    return {
      title: 'Schools',
      noun: 'schools',
      columns: SCHOOL_COLUMNS,
      rows: new Map(items.map((row) => [row.urn, row])),
      isInvented: items.some(({ needsInvented }) => needsInvented),
    };
  }
  if (term === null) {
    throw new Refusal('TERM_MISSING', 'This register is one of a term. Say of which.');
  }
  await termById(manager, term);
  throw new Refusal('NOT_FOUND', `There is no register ${register}.`);
}
