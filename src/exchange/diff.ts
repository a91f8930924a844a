import { type Row, sameValue, type Value } from './columns/column.js';
import { type Fault } from './faults.js';
import { dayAfter, dayBefore, periodsOverlap } from './period-arithmetic.js';
import { keyOf, type Change, type RecordKind, type Stored } from './record-kind.js';
import { faultOf, type Incoming } from './read-rows.js';

/** What a file's rows of one kind would change. */
export interface KindDiff {
  kind: RecordKind;
  changes: Change[];
  /** Keys of the file's rows that say what is already so. */
  unchanged: string[];
  faults: Fault[];
}

export type Completer = (row: Row, given: ReadonlySet<string>) => Row;

/**
 * Compares what a file says with what is stored. Records that the file does not mention are left
 * alone; columns that the file does not have keep their values. Where a new period overlaps one that
 * the file does not mention, the earlier one is cut, and that is part of the difference.
 */
export function diffKind(
  kind: RecordKind,
  stored: readonly Stored[],
  incoming: readonly Incoming[],
  complete: Completer = (row) => row,
): KindDiff {
  const current = new Map(stored.map((record) => [keyOf(kind, record.row), record]));
  const result: KindDiff = { kind, changes: [], unchanged: [], faults: [] };
  const wanted = new Map<string, { row: Row; incoming: Incoming }>();
  for (const each of incoming) {
    const key = keyOf(kind, each.row);
    const record = current.get(key);
    if (each.remove) {
      if (record) result.changes.push(removal(key, record, false));
      else result.unchanged.push(key);
      continue;
    }
    const row = complete(
      { ...(record?.row ?? blankRow(kind)), ...each.row },
      new Set(Object.keys(each.row)),
    );
    const faults = [
      ...emptyRequired(kind, row),
      ...(kind.check?.(row) ?? []),
      ...(record ? (kind.checkChange?.(record.row, row) ?? []) : []),
    ];
    for (const { column, message } of faults) result.faults.push(faultOf(each, column, message));
    if (faults.length > 0) continue;
    wanted.set(key, { row, incoming: each });
    const change = changeOf(key, record, row);
    if (change) result.changes.push(change);
    else result.unchanged.push(key);
  }
  const together = kind.checkTogether?.(new Map([...wanted].map(([key, { row }]) => [key, row])));
  for (const [key, { column, message }] of together ?? []) {
    const each = wanted.get(key);
    if (each) result.faults.push(faultOf(each.incoming, column, message));
  }
  if (kind.periods) fitPeriods(kind, kind.periods.series, current, wanted, result);
  return result;
}

/** A new row before the file has said anything. */
function blankRow(kind: RecordKind): Row {
  return Object.fromEntries(
    kind.columns.map((column) => [column.heading, column.blank ?? null] as [string, Value]),
  );
}

function emptyRequired(kind: RecordKind, row: Row): { column: string; message: string }[] {
  return kind.columns
    .filter((column) => column.required && (row[column.heading] ?? null) === null)
    .map((column) => ({
      column: column.heading,
      message: `This record is new and has no ${column.heading}. Add the column, or map the one that holds it. ${column.type.accepts}`,
    }));
}

function changeOf(key: string, record: Stored | undefined, row: Row): Change | undefined {
  if (!record) return { action: 'create', key, before: null, after: row, implied: false };
  if (sameRow(record.row, row)) return undefined;
  return { action: 'update', key, before: record.row, after: row, implied: false, stored: record };
}

function removal(key: string, record: Stored, implied: boolean): Change {
  return { action: 'remove', key, before: record.row, after: null, implied, stored: record };
}

/** Whether two records of one kind say the same. */
export function sameRow(one: Row, other: Row): boolean {
  const headings = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...headings].every((heading) => sameValue(one[heading], other[heading]));
}

type Wanted = ReadonlyMap<string, { row: Row; incoming: Incoming }>;

/** Sees to it that at most one period of a series holds on any day. */
function fitPeriods(
  kind: RecordKind,
  series: readonly string[],
  current: ReadonlyMap<string, Stored>,
  wanted: Wanted,
  result: KindDiff,
): void {
  const seriesOf = (row: Row): string =>
    JSON.stringify(series.map((heading) => row[heading] ?? null));
  const bySeries = new Map<string, { row: Row; incoming: Incoming }[]>();
  for (const each of wanted.values()) {
    const name = seriesOf(each.row);
    bySeries.set(name, [...(bySeries.get(name) ?? []), each]);
  }
  for (const rows of bySeries.values()) overlapsInFile(rows, result);
  const removed = new Set(
    result.changes.filter((change) => change.action === 'remove').map((change) => change.key),
  );
  for (const [key, record] of current) {
    const rows = bySeries.get(seriesOf(record.row));
    if (!rows || wanted.has(key) || removed.has(key)) continue;
    const pieces = cut(
      record.row,
      rows.map(({ row }) => row),
    );
    if (pieces) result.changes.push(...cutChanges(kind, key, record, pieces));
  }
}

function overlapsInFile(rows: { row: Row; incoming: Incoming }[], result: KindDiff): void {
  const sorted = rows.sort((one, other) =>
    String(one.row.From) < String(other.row.From) ? -1 : 1,
  );
  sorted.forEach((each, index) => {
    const previous = sorted[index - 1];
    if (previous && periodsOverlap(previous.row, each.row)) {
      result.faults.push(
        faultOf(
          each.incoming,
          'From',
          `This period overlaps the one in row ${previous.incoming.number}. End that one before this one begins.`,
        ),
      );
    }
  });
}

/** What is left of a row outside the given periods; undefined when nothing touches it. */
function cut(row: Row, periods: readonly Row[]): Row[] | undefined {
  let pieces: Row[] = [row];
  let touched = false;
  for (const period of periods) {
    pieces = pieces.flatMap((piece) => {
      if (!periodsOverlap(piece, period)) return [piece];
      touched = true;
      return around(piece, period);
    });
  }
  return touched ? pieces : undefined;
}

function around(piece: Row, period: Row): Row[] {
  const from = String(period.From);
  const left: Row[] = [];
  if (String(piece.From) < from) left.push({ ...piece, To: dayBefore(from) });
  if (period.To !== null && (piece.To === null || String(piece.To) > String(period.To))) {
    left.push({ ...piece, From: dayAfter(String(period.To)) });
  }
  return left;
}

function cutChanges(kind: RecordKind, key: string, record: Stored, pieces: Row[]): Change[] {
  const same = pieces.find((piece) => piece.From === record.row.From);
  const first: Change = same
    ? { action: 'update', key, before: record.row, after: same, implied: true, stored: record }
    : removal(key, record, true);
  const others = pieces
    .filter((piece) => piece !== same)
    .map((piece): Change => ({
      action: 'create',
      key: keyOf(kind, piece),
      before: null,
      after: piece,
      implied: true,
    }));
  return [first, ...others];
}
