import { type EntityManager } from 'typeorm';
import { dateInWords, minuteInWords } from '../../calendar/words.js';
import { Refusal } from '../../platform/problems/refusal.js';
import { snapshotInstant } from '../moment.js';
import { type PaidSoFar } from './payroll-due.js';
import type { PayrollBatch, PayrollLine } from './payroll.schema.js';

/** A line as it is kept. */
export type ToldLine = Omit<PayrollLine, 'position' | 'seat' | 'pence'>;

/**
 * What was paid for each seat by the batches that counted at an instant.
 *
 * @param knownAt ISO 8601
 */
export async function paidSoFar(manager: EntityManager, knownAt: string): Promise<PaidSoFar[]> {
  const lines: PaidLine[] = await manager.query(
    `SELECT l.seat_id AS seat, l.pence, l.id, b.number
     FROM payroll_line l JOIN payroll_batch b ON b.id = l.batch_id
     WHERE b.made_at <= $1 AND (b.taken_back_at IS NULL OR b.taken_back_at > $1)
     ORDER BY b.number`,
    [knownAt],
  );
  return [...bySeat(lines).values()];
}

interface PaidLine {
  seat: string;
  pence: number;
  id: string;
  /** Of its batch. */
  number: number;
}

/** Added up here: of tens of thousands of seats the database takes four times as long to make lists, and to send them. */
function bySeat(lines: readonly PaidLine[]): Map<string, PaidSoFar> {
  const found = new Map<string, PaidSoFar>();
  for (const { seat, pence, id, number } of lines) {
    const before = found.get(seat);
    if (before === undefined) {
      found.set(seat, { seat, pence, last: id, batches: [number] });
      continue;
    }
    before.pence += pence;
    before.last = id;
    before.batches.push(number);
  }
  return found;
}

export interface LineToStore {
  seat: string;
  pence: number;
  follows: string | null;
  told: ToldLine;
}

export interface BatchToStore {
  upTo: string;
  pence: number;
  author: string;
  lines: readonly LineToStore[];
  /** Made when the batch’s number is known. */
  files: (number: number) => Promise<{ csv: Buffer; xlsx: Buffer }>;
}

/** Nobody else makes, sends or takes back a batch until the transaction ends; everything read after it is of this moment. */
export async function lockPayroll(manager: EntityManager): Promise<string> {
  await manager.query('LOCK TABLE payroll_batch IN SHARE ROW EXCLUSIVE MODE');
  return snapshotInstant(manager);
}

/** @returns the batch’s id and number */
export async function storeBatch(
  manager: EntityManager,
  { upTo, pence, author, lines, files }: BatchToStore,
): Promise<{ id: string; number: number }> {
  const [{ number } = { number: 0 }] = await manager.query<{ number: number }[]>(
    `SELECT nextval(pg_get_serial_sequence('payroll_batch', 'number'))::int AS number`,
  );
  const { csv, xlsx } = await files(number);
  const [{ id } = { id: '' }] = await manager.query<{ id: string }[]>(
    `INSERT INTO payroll_batch (number, up_to, total_pence, made_by, csv, xlsx)
     OVERRIDING SYSTEM VALUE VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
    [number, upTo, pence, author, csv, xlsx],
  );
  await manager.query(
    `INSERT INTO payroll_line (batch_id, position, seat_id, follows, pence, told)
     SELECT $1, x.position, x.seat, x.follows, x.pence, x.told
     FROM jsonb_to_recordset($2::jsonb) AS x(position int, seat uuid, follows uuid, pence int, told jsonb)`,
    [id, JSON.stringify(lines.map((line, i) => ({ ...line, position: i + 1 })))],
  );
  return { id, number };
}

interface BatchRow {
  id: string;
  number: number;
  upTo: string;
  pence: number;
  lines: number;
  madeAt: Date;
  madeBy: string;
  sentAt: Date | null;
  sentBy: string | null;
  takenBackAt: Date | null;
  takenBackBy: string | null;
  reason: string | null;
  isFollowed: boolean;
}

/** Every batch there was, the newest first; of one id: that one. */
export async function payrollBatches(
  manager: EntityManager,
  id: string | null = null,
): Promise<PayrollBatch[]> {
  const rows: BatchRow[] = await manager.query(
    `SELECT b.id, b.number, b.up_to AS "upTo", b.total_pence AS pence, count(l.id)::int AS lines,
            b.made_at AS "madeAt", b.made_by AS "madeBy", b.sent_at AS "sentAt", b.sent_by AS "sentBy",
            b.taken_back_at AS "takenBackAt", b.taken_back_by AS "takenBackBy", b.reason,
            count(later.id) > 0 AS "isFollowed"
     FROM payroll_batch b
     JOIN payroll_line l ON l.batch_id = b.id
     LEFT JOIN payroll_line later ON later.follows = l.id AND later.is_live
     WHERE $1::uuid IS NULL OR b.id = $1
     GROUP BY b.id ORDER BY b.number DESC`,
    [id],
  );
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    upTo: row.upTo,
    state: stateOf(row),
    words: `Payroll ${row.number}: reviews up to ${dateInWords(row.upTo)}`,
    stateWords: stateInWords(row),
    lines: row.lines,
    pence: row.pence,
    canBeTakenBack: stateOf(row) === 'MADE' && !row.isFollowed,
  }));
}

/** @throws Refusal when there is no such batch */
export async function batchById(manager: EntityManager, id: string): Promise<PayrollBatch> {
  const [found] = await payrollBatches(manager, id);
  if (found === undefined) throw new Refusal('NOT_FOUND', 'There is no such payroll batch.');
  return found;
}

export async function linesOf(manager: EntityManager, id: string): Promise<PayrollLine[]> {
  const rows: { position: number; seat: string; pence: number; told: ToldLine }[] =
    await manager.query(
      'SELECT position, seat_id AS seat, pence, told FROM payroll_line WHERE batch_id = $1 ORDER BY position',
      [id],
    );
  return rows.map(({ told, ...row }) => ({ ...told, ...row }));
}

function stateOf({ sentAt, takenBackAt }: BatchRow): PayrollBatch['state'] {
  if (takenBackAt !== null) return 'TAKEN_BACK';
  return sentAt === null ? 'MADE' : 'SENT';
}

function stateInWords(row: BatchRow): string {
  const made = `Made on ${minuteInWords(row.madeAt)} by ${row.madeBy}.`;
  if (row.takenBackAt !== null) {
    return `${made} Taken back on ${minuteInWords(row.takenBackAt)} by ${row.takenBackBy ?? ''}: ${row.reason ?? ''}`;
  }
  return row.sentAt === null
    ? `${made} Not marked as sent yet.`
    : `${made} Marked as sent on ${minuteInWords(row.sentAt)} by ${row.sentBy ?? ''}.`;
}
