import type { EntityManager } from 'typeorm';
import { Refusal } from '../platform/problems/refusal.js';
import { AVAILABILITY_COLUMNS } from './availability/availability-register.schema.js';
import { availabilityRegister } from './availability/availability-register.js';
import { type FileRow } from './files/register-file.js';
import { LEAD_COLUMNS } from './leads/leads-register.schema.js';
import { leadsRegister } from './leads/leads-register.js';
import { type RegisterName } from './register.schema.js';
import { type RegisterColumn } from './register-column.js';
import { REVIEW_COLUMNS } from './reviews/reviews-register.schema.js';
import { reviewsRegister } from './reviews/reviews-register.js';
import { SCHOOL_COLUMNS } from './schools/schools-register.schema.js';
import { schoolsRegister } from './schools/schools-register.js';

/** A register with all its rows, for a file. */
export interface LoadedRegister {
  title: string;
  noun: string;
  columns: readonly RegisterColumn[];
  /** By reference: URN, Lead Reviewer or review. */
  rows: ReadonlyMap<string, FileRow>;
  /** What must be known to read it. */
  notes?: readonly string[];
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
  { register, term, scope }: WhichRegister,
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
  return ofTerm(manager, register, term, scope, today);
}

async function ofTerm(
  manager: EntityManager,
  register: Exclude<RegisterName, 'schools'>,
  term: string,
  scope: 'TERM' | 'YEAR',
  today: string,
): Promise<LoadedRegister> {
  switch (register) {
    case 'reviews': {
      const { items, termName, academicYear } = await reviewsRegister(manager, term, scope, today);
      return {
        // A stroke cannot stand in the name of a sheet.
        title: `Reviews, ${scope === 'TERM' ? termName : academicYear.replace('/', '-')}`,
        noun: 'reviews',
        columns: REVIEW_COLUMNS,
        rows: new Map(items.map((row) => [row.review, row])),
        isInvented: false,
      };
    }
    case 'lead-reviewers': {
      const { items, termName } = await leadsRegister(manager, term, today);
      return {
        title: `Lead Reviewers, ${termName}`,
        noun: 'Lead Reviewers',
        columns: LEAD_COLUMNS,
        rows: new Map(items.map((row) => [row.lead, row])),
        isInvented: items.some(({ synthetic }) => synthetic),
      };
    }
    case 'availability': {
      const { items, termName, slots } = await availabilityRegister(manager, term, today);
      const first = slots[0]?.inWords ?? 'the first week on';
      return {
        title: `Availability, ${termName}`,
        noun: 'Lead Reviewers',
        notes: [
          `Windows of the term: a letter for each, two to a week, from ${first}: P preferred, A available, I only if needed, N not free`,
        ],
        columns: AVAILABILITY_COLUMNS,
        rows: new Map(items.map((row) => [row.lead, row])),
        isInvented: items.some(({ synthetic }) => synthetic),
      };
    }
  }
}
