import type { EntityManager } from 'typeorm';
import { type Span } from '../reviewers/dated.js';
import { factsByLead } from '../reviewers/stored-facts.js';

export interface Contract extends Span {
  academicYear: string;
}

export interface CommitmentOverride {
  academicYear: string;
  /** Reviews to lead in the year, in place of what is worked out. */
  minimum: number;
  reason: string;
  decidedOn: string;
}

/** Contracts of all years, by the person's reference: one statement. */
export async function storedContracts(
  manager: EntityManager,
  codes: readonly string[] | null = null,
): Promise<Map<string, Contract[]>> {
  return factsByLead(
    manager,
    'contract',
    `lower(f.valid)::text AS "from", (upper(f.valid) - 1)::text AS "to", f.academic_year AS "academicYear"`,
    codes,
  );
}

/** Agreed exceptions of all years, by the person's reference: one statement. */
export async function storedOverrides(
  manager: EntityManager,
  codes: readonly string[] | null = null,
): Promise<Map<string, CommitmentOverride[]>> {
  return factsByLead(
    manager,
    'commitment_override',
    `f.academic_year AS "academicYear", f.minimum, f.reason, f.decided_on AS "decidedOn"`,
    codes,
  );
}
