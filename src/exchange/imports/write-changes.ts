import { type EntityManager } from 'typeorm';
import { brokenConstraint } from '../../platform/database.js';
import { type Row } from '../columns/column.js';
import { ChangedMeanwhile } from '../fact-rows.js';
import { ImportRefused } from '../import-refused.js';
import { type Change, type RecordKind } from '../record-kind.js';

/** Changes of one kind; kinds come in the order of `recordKinds`. */
export interface KindChanges {
  kind: RecordKind;
  changes: readonly Change[];
}

/**
 * Writes changes in the caller's transaction: first what goes, dependents before what they depend
 * on; then what comes, the other way round; last what leaves the registers, when nothing names it
 * any more.
 *
 * @throws {ImportRefused} when the database refuses, in words
 */
export async function writeChanges(
  manager: EntityManager,
  kinds: readonly KindChanges[],
  author: string,
): Promise<void> {
  const backwards = [...kinds].reverse();
  const isRegister = ({ kind }: KindChanges): boolean => kind.adds !== undefined;
  const steps = [
    ...backwards.filter((each) => !isRegister(each)).map((each) => part(each, true)),
    ...kinds.map((each) => part(each, false)),
    ...backwards.filter(isRegister).map((each) => part(each, true)),
  ];
  for (const { kind, changes } of steps) {
    if (changes.length === 0) continue;
    try {
      await kind.write(manager, changes, author);
    } catch (error) {
      throw inWords(error, kind);
    }
  }
}

function part({ kind, changes }: KindChanges, removals: boolean): KindChanges {
  return { kind, changes: changes.filter((change) => (change.action === 'remove') === removals) };
}

const BROKEN: Record<string, string> = {
  seat_one_holder_a_role: 'two people would hold the same seat of a review at once',
  seat_one_a_person_and_week: 'one person would hold two seats in the same week',
  seat_all_in_one_week: 'the seats of one review would lie in different weeks',
  seat_all_in_one_window: 'the seats of one review would lie in different windows',
  review_once_a_school_and_year: 'a school would have two reviews in one academic year',
  contract_one_at_a_time: 'a person would have two contracts at once',
};

function inWords(error: unknown, kind: RecordKind): unknown {
  if (error instanceof ChangedMeanwhile) return new ImportRefused('DATA_CHANGED', error.message);
  const constraint = brokenConstraint(error);
  if (constraint === undefined) return error;
  const sentence = BROKEN[constraint] ?? `the rule “${constraint}” would be broken`;
  const detail = detailOf(error);
  return new ImportRefused(
    'RULE_BROKEN',
    `${kind.title} cannot be written: ${sentence}.${detail} Correct the rows and import again.`,
  );
}

/** PostgreSQL's detail names the values, such as "Key (urn, academic_year)=(100091, 2026/27)". */
function detailOf(error: unknown): string {
  const { driverError } = error as { driverError?: { detail?: unknown } };
  return typeof driverError?.detail === 'string' ? ` ${driverError.detail}` : '';
}

/** One audit row for each change, without personal data. */
export async function auditChanges(
  manager: EntityManager,
  kinds: readonly KindChanges[],
  author: string,
  reason: string,
): Promise<void> {
  for (const { kind, changes } of kinds) {
    const entries = changes.map((change) => ({
      action: { create: 'created', update: 'changed', remove: 'removed' }[change.action],
      subject_id: change.key,
      before: withoutPersonal(kind, change.before),
      after: withoutPersonal(kind, change.after),
    }));
    await manager.query(
      `INSERT INTO audit_entry (actor, action, subject, subject_id, before, after, reason)
       SELECT $2, r.action, $3, r.subject_id, r.before, r.after, $4
       FROM jsonb_to_recordset($1::jsonb)
         AS r(action text, subject_id text, before jsonb, after jsonb)`,
      [JSON.stringify(entries), author, kind.name, reason],
    );
  }
}

function withoutPersonal(kind: RecordKind, row: Row | null): Row | null {
  if (!row) return null;
  const shown = kind.columns.filter((column) => !column.personal).map((column) => column.heading);
  return Object.fromEntries(shown.map((heading) => [heading, row[heading] ?? null]));
}
