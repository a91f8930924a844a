import { randomUUID } from 'node:crypto';
import { type EntityManager } from 'typeorm';
import { type Row, sameValue } from '../columns/column.js';
import { expectAll, supersedeIds } from '../fact-rows.js';
import { canonicalRow, keyOf, type Change, type RecordKind, type Stored } from '../record-kind.js';

/** The columns of events, and the event each is, in the order in which they can follow one another. */
export const EVENTS = {
  'Offered on': 'OFFERED',
  'Accepted on': 'ACCEPTED',
  'Declined on': 'DECLINED',
  'Withdrawn on': 'WITHDRAWN',
  'Cancelled on': 'CANCELLED',
  'Led on': 'LED',
} as const;
const ENDED = `('DECLINED', 'WITHDRAWN', 'CANCELLED')`;

/**
 * Seats as they stand: open ones and those that something happened to. Where one person was offered
 * the same seat twice, the open or latest one. A closed seat with no events was taken back.
 */
export async function loadSeats(manager: EntityManager, seats: RecordKind): Promise<Stored[]> {
  const dates = Object.entries(EVENTS).map(
    ([heading, kind]) => `max(e.on_date) FILTER (WHERE e.kind = '${kind}')::text AS "${heading}"`,
  );
  const rows: (Record<string, unknown> & { id: string })[] = await manager.query(
    `SELECT s.id, v.code AS "Review", s.role AS "Role", l.code AS "Reference",
            s.week::text AS "Week", s.review_window AS "Window", s.term_id AS "Term",
            ${dates.join(', ')},
            max(e.caused_by) FILTER (WHERE e.kind IN ${ENDED}) AS "Ended by",
            max(e.reason) FILTER (WHERE e.kind IN ${ENDED}) AS "Reason"
     FROM seat s
     JOIN review v ON v.id = s.review_id AND v.removed_at IS NULL
     JOIN lead_reviewer l ON l.id = s.lead_id AND l.removed_at IS NULL
     LEFT JOIN seat_event e ON e.seat_id = s.id AND e.superseded_at IS NULL
     GROUP BY s.id, v.code, l.code
     HAVING s.is_open OR count(e.id) > 0
     ORDER BY s.is_open, max(e.recorded_at)`,
  );
  const latest = new Map<string, Stored>();
  for (const raw of rows) {
    const row = canonicalRow(seats, raw);
    latest.set(keyOf(seats, row), { id: raw.id, row });
  }
  return [...latest.values()];
}

const SHAPE = `r(id uuid, "Review" text, "Role" text, "Reference" text, "Week" date, "Window" text,
  "Term" text, open boolean)`;

/**
 * Writes seats and what happened to them; a corrected event supersedes the earlier one, the others stay as they were
 * recorded, and a seat that a file moves to another slot is closed and another opened, so that the earlier one stays on
 * record.
 */
export async function writeSeats(
  manager: EntityManager,
  changes: readonly Change[],
  author: string,
): Promise<void> {
  const updated = changes.filter((change) => change.action === 'update' && !isMoved(change));
  const stay = new Map(updated.map((change) => [change.stored?.id, keptEvents(change)]));
  const stays = (seat: string | undefined, kind: string): boolean =>
    stay.get(seat)?.has(kind) === true;
  await supersedeEvents(manager, changes, stays, author);
  const moved = changes.filter(isMoved);
  const created = [...changes.filter((change) => change.action === 'create'), ...moved];
  await takeBack(manager, [...changes.filter((change) => change.action === 'remove'), ...moved]);
  // What closes comes before what opens: a seat passes from one person to the next in one import.
  for (const open of [false, true]) await updateSeats(manager, updated, open);
  const events = updated.flatMap(({ stored, after }) =>
    eventsOf(stored?.id, after).filter(({ kind }) => !stays(stored?.id, kind)),
  );
  for (const open of [false, true]) {
    events.push(...(await createSeats(manager, created, open)));
  }
  await manager.query(
    `INSERT INTO seat_event (seat_id, kind, on_date, caused_by, reason, recorded_by)
     SELECT r.id, r.kind, r.on_date, r.caused_by, r.reason, $2
     FROM jsonb_to_recordset($1::jsonb)
       AS r(id uuid, kind text, on_date date, caused_by text, reason text)`,
    [JSON.stringify(events), author],
  );
}

async function supersedeEvents(
  manager: EntityManager,
  changes: readonly Change[],
  stays: (seat: string, kind: string) => boolean,
  author: string,
): Promise<void> {
  const seatIds = changes.flatMap((change) => (change.stored ? [change.stored.id] : []));
  const events: { id: string; seat: string; kind: string }[] = await manager.query(
    `SELECT id, seat_id AS seat, kind FROM seat_event
     WHERE superseded_at IS NULL AND seat_id = ANY($1::uuid[])`,
    [seatIds],
  );
  const corrected = events.filter(({ seat, kind }) => !stays(seat, kind));
  await supersedeIds(
    manager,
    'seat_event',
    corrected.map(({ id }) => id),
    author,
  );
}

/** The kinds of events that an update of a seat leaves as they are: they were not corrected. */
function keptEvents(update: Change): ReadonlySet<string> {
  const asText = (row: Row | null): Map<string, string> =>
    new Map(eventsOf(update.stored?.id, row).map((event) => [event.kind, JSON.stringify(event)]));
  const before = asText(update.before);
  const after = asText(update.after);
  return new Set([...after].flatMap(([kind, text]) => (before.get(kind) === text ? [kind] : [])));
}

function isMoved({ action, before, after }: Change): boolean {
  return (
    action === 'update' &&
    ['Window', 'Term'].some((heading) => !sameValue(before?.[heading], after?.[heading]))
  );
}

async function takeBack(manager: EntityManager, changes: readonly Change[]): Promise<void> {
  const ids = changes.map((change) => change.stored?.id);
  await manager.query('UPDATE seat SET is_open = false WHERE id = ANY($1::uuid[])', [ids]);
}

async function updateSeats(
  manager: EntityManager,
  changes: readonly Change[],
  open: boolean,
): Promise<void> {
  const rows = changes
    .filter((change) => isOpen(change.after) === open)
    .map((change) => ({ ...change.after, id: change.stored?.id, open }));
  const updated: unknown[] = await manager.query(
    `WITH done AS (
       UPDATE seat s SET is_open = r.open
       FROM jsonb_to_recordset($1::jsonb) AS ${SHAPE} WHERE s.id = r.id RETURNING 1)
     SELECT * FROM done`,
    [JSON.stringify(rows)],
  );
  expectAll('Seats', updated.length, rows.length);
}

interface SeatEvent {
  id: string;
  kind: string;
  on_date: string;
  caused_by: string | null;
  reason: string | null;
}

async function createSeats(
  manager: EntityManager,
  changes: readonly Change[],
  open: boolean,
): Promise<SeatEvent[]> {
  const rows = changes
    .flatMap(({ after }) => (after ? [after] : []))
    .filter((row) => isOpen(row) === open)
    .map((row) => ({ ...row, id: randomUUID(), open }));
  const inserted: unknown[] = await manager.query(
    `INSERT INTO seat (id, review_id, term_id, role, lead_id, week, review_window, is_open)
     SELECT r.id, v.id, r."Term", r."Role", l.id, r."Week", r."Window", r.open
     FROM jsonb_to_recordset($1::jsonb) AS ${SHAPE}
     JOIN review v ON v.code = r."Review" AND v.removed_at IS NULL
     JOIN lead_reviewer l ON l.code = r."Reference" AND l.removed_at IS NULL
     RETURNING id`,
    [JSON.stringify(rows)],
  );
  expectAll('Seats', inserted.length, rows.length);
  return rows.flatMap((row) => eventsOf(row.id, row));
}

const ENDING_KINDS: ReadonlySet<string> = new Set(['DECLINED', 'WITHDRAWN', 'CANCELLED']);

/** A seat stays open, also after it was led, until something ends it. */
function isOpen(row: Row | null): boolean {
  return Object.entries(EVENTS).every(
    ([heading, kind]) => !ENDING_KINDS.has(kind) || !row?.[heading],
  );
}

function eventsOf(seatId: string | undefined, row: Row | null): SeatEvent[] {
  return Object.entries(EVENTS).flatMap(([heading, kind]) => {
    const day = row?.[heading];
    if (!seatId || typeof day !== 'string') return [];
    const ending = ENDING_KINDS.has(kind);
    return [
      {
        id: seatId,
        kind,
        on_date: day,
        caused_by: ending ? (row?.['Ended by'] as string) : null,
        reason: ending ? (row?.Reason as string) : null,
      },
    ];
  });
}
