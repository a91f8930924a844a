import type { EntityManager } from 'typeorm';
import { recordAudit } from '../audit/audit.js';
import { assertFact, retractFact } from '../audit/facts.js';
import { replaceFact } from '../audit/single-facts.js';
import { yearById } from '../calendar/academic-years.js';
import { type DayRange } from '../calendar/civil-date.js';
import { periodInWords } from '../calendar/words.js';
import { Refusal } from '../platform/problems/refusal.js';
import { reviewerByCode } from '../reviewers/register.js';
import { type CommitmentOverride } from './stored-contracts.js';

/** A contract of an academic year, both days included. */
export interface NewContract extends DayRange {
  academicYear: string;
}

/**
 * Records that somebody is contracted throughout the period. docs/domain.md, "Contract".
 *
 * @returns whether anything changed
 * @throws Refusal when the period is empty or lies outside the academic year
 */
export async function recordContract(
  manager: EntityManager,
  code: string,
  contract: NewContract,
  author: string,
): Promise<boolean> {
  const { id } = await reviewerByCode(manager, code);
  const year = await yearById(manager, contract.academicYear);
  if (contract.to < contract.from || contract.from < year.startsOn || year.endsOn < contract.to) {
    throw new Refusal(
      'CONTRACT_OUTSIDE_YEAR',
      `A contract of ${year.id} begins before it ends and lies within ${periodInWords(year.startsOn, year.endsOn)}. Correct its dates.`,
    );
  }
  const changed = await assertFact(
    manager,
    {
      table: 'contract',
      key: { lead_id: id },
      valid: { from: contract.from, to: contract.to },
      values: { academic_year: year.id },
    },
    author,
  );
  if (changed) await trace(manager, 'contract recorded', code, contract, author);
  return changed;
}

/** Records that somebody is not contracted throughout the period. */
export async function endContract(
  manager: EntityManager,
  code: string,
  period: DayRange,
  author: string,
): Promise<boolean> {
  const { id } = await reviewerByCode(manager, code);
  const changed = await retractFact(
    manager,
    { table: 'contract', key: { lead_id: id }, valid: period },
    author,
  );
  if (changed) await trace(manager, 'contract ended', code, period, author);
  return changed;
}

/**
 * Records an agreed exception to a year's minimum, or with null takes it back.
 *
 * @returns whether anything changed
 */
export async function agreeException(
  manager: EntityManager,
  code: string,
  academicYear: string,
  exception: Omit<CommitmentOverride, 'academicYear'> | null,
  author: string,
): Promise<boolean> {
  const { id } = await reviewerByCode(manager, code);
  const year = await yearById(manager, academicYear);
  const values = exception && {
    minimum: exception.minimum,
    reason: exception.reason,
    decided_on: exception.decidedOn,
  };
  const key = { lead_id: id, academic_year: year.id };
  const changed = await replaceFact(manager, 'commitment_override', key, values, author);
  const after = { academicYear, minimum: exception?.minimum ?? null };
  const action = exception ? 'commitment exception agreed' : 'commitment exception taken back';
  if (changed) await trace(manager, action, code, after, author);
  return changed;
}

async function trace(
  manager: EntityManager,
  action: string,
  code: string,
  after: object,
  actor: string,
): Promise<void> {
  await recordAudit(manager, { actor, action, subject: 'lead_reviewer', subjectId: code, after });
}
