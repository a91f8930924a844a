import { type EntityManager } from 'typeorm';
import { dateInWords, minuteInWords } from '../../calendar/words.js';
import { Refusal } from '../../platform/problems/refusal.js';
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
  return manager.query(
    `SELECT l.seat_id AS seat, sum(l.pence) AS pence,
            (array_agg(l.id ORDER BY b.number DESC))[1] AS last,
            array_agg(b.number ORDER BY b.number) AS batches
     FROM payroll_line l JOIN payroll_batch b ON b.id = l.batch_id
     WHERE b.made_at <= $1 AND (b.taken_back_at IS NULL OR b.taken_back_at > $1)
     GROUP BY l.seat_id`,
    [knownAt],
  );
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
  const [{ now } = { now: '' }] = await manager.query<{ now: string }[]>(
    `SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS now`,
  );
  return now;
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
