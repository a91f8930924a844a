import { type EntityManager } from 'typeorm';
import { type Column, type Row } from './columns/column.js';
import { expectAll, rowsAfter, supersedeIds } from './fact-rows.js';
import { ImportRefused } from './import-refused.js';
import { canonicalRow, keyOf, type Change, type RecordKind, type Stored } from './record-kind.js';

/**
 * Answers are whole: a person's answer with its statements, a host's answer with its windows. On
 * paper they are two sheets; in the database a new answer supersedes the whole of the earlier one.
 * Changing a part therefore records the answer anew with the parts as they now are.
 */
export interface WholeAnswer {
  answer: {
    table: string;
    /** What must be there before new answers are recorded. */
    prepare?(manager: EntityManager, rows: readonly Row[], author: string): Promise<void>;
    /** Columns that a new answer takes over from the one it supersedes. */
    carried: string;
    /** FROM clause that gives `a` and whatever the headings need. */
    from: string;
    /** Our headings and their SQL, for reading. */
    read: Record<string, string>;
    /** INSERT of rows `r`: columns, values and the FROM clause after the rows. */
    insert: { columns: string; values: string; from: string };
  };
  part: {
    table: string;
    /** Columns of a part besides its answer. */
    columns: string;
    /** In words: "windows". */
    words: string;
    read: Record<string, string>;
    /** The values of `columns` for rows `r`. */
    values: string;
    /** Joins rows `r` to their current answer `a`. */
    toAnswer: string;
  };
}

type Described = Pick<RecordKind, 'name' | 'title' | 'note' | 'columns'> &
  Partial<Pick<RecordKind, 'check' | 'completer'>>;

/** The sheet of the answers themselves. */
export function answerKind(whole: WholeAnswer, described: Described): RecordKind {
  const { table, from, read } = whole.answer;
  return {
    ...described,
    load: (manager) =>
      loadRows(
        manager,
        described,
        `SELECT a.id, ${selected(read)} FROM ${from} WHERE a.superseded_at IS NULL`,
      ),
    write: async (manager, changes, author) => {
      const old = await answersOf(manager, whole, described.columns, changes);
      await refuseWithParts(
        manager,
        whole,
        changes.filter((change) => change.action === 'remove'),
        described.columns,
      );
      await supersedeIds(manager, table, old, author);
      await whole.answer.prepare?.(manager, rowsAfter(changes), author);
      await insertAnswers(manager, whole, described.columns, rowsAfter(changes), author);
      await carryParts(manager, whole, old);
    },
  };
}

/** The sheet of the answers' parts; `ofAnswer` are the headings that name the answer. */
export function partKind(
  whole: WholeAnswer,
  ofAnswer: readonly string[],
  described: Described,
): RecordKind {
  const { from } = whole.answer;
  const kind: RecordKind = {
    ...described,
    load: (manager) =>
      loadRows(
        manager,
        described,
        `SELECT a.id, ${selected(whole.part.read)}
         FROM ${from} JOIN ${whole.part.table} p ON p.answer_id = a.id
         WHERE a.superseded_at IS NULL`,
      ),
    write: async (manager, changes, author) => {
      const touched = distinctAnswers(ofAnswer, changes);
      const answers = await currentAnswers(manager, whole, described.columns, touched);
      const onlyNew =
        changes.every((change) => change.action === 'create') &&
        answers.every((answer) => answer.fresh);
      const rows = onlyNew
        ? rowsAfter(changes)
        : await partsAfter(manager, kind, ofAnswer, touched, changes);
      if (!onlyNew) await recordAnew(manager, whole, answers, author);
      await insertParts(manager, whole, described.columns, rows);
    },
  };
  return kind;
}

async function loadRows(
  manager: EntityManager,
  kind: Pick<RecordKind, 'columns'>,
  sql: string,
): Promise<Stored[]> {
  const rows: (Record<string, unknown> & { id: string })[] = await manager.query(sql);
  return rows.map((raw) => ({ id: raw.id, row: canonicalRow(kind, raw) }));
}

function selected(read: Record<string, string>): string {
  return Object.entries(read)
    .map(([heading, expression]) => `${expression} AS "${heading}"`)
    .join(', ');
}

function shape(columns: readonly Column[]): string {
  return `r(${columns.map((column) => `"${column.heading}" ${column.type.sqlType}`).join(', ')})`;
}

/**
 * The current answers of updates and removals, found by their keys: a change of their parts in the
 * same import has recorded them anew since they were read.
 */
async function answersOf(
  manager: EntityManager,
  whole: WholeAnswer,
  columns: readonly Column[],
  changes: readonly Change[],
): Promise<string[]> {
  const rows = changes.flatMap((change) => (change.before ? [change.before] : []));
  const answers: { id: string }[] = await manager.query(
    `SELECT a.id FROM jsonb_to_recordset($1::jsonb) AS ${shape(columns)} ${whole.part.toAnswer}`,
    [JSON.stringify(rows)],
  );
  expectAll('Answers', answers.length, rows.length);
  return answers.map((answer) => answer.id);
}

async function refuseWithParts(
  manager: EntityManager,
  whole: WholeAnswer,
  removals: readonly Change[],
  columns: readonly Column[],
): Promise<void> {
  for (const change of removals) {
    const ids = await answersOf(manager, whole, columns, [change]);
    const kept: unknown[] = await manager.query(
      `SELECT 1 FROM ${whole.part.table} WHERE answer_id = ANY($1::uuid[]) LIMIT 1`,
      [ids],
    );
    if (kept.length > 0) {
      throw new ImportRefused(
        'STILL_IN_USE',
        `The answer ${change.key} cannot be removed: it still has ${whole.part.words}. Remove these first.`,
      );
    }
  }
}

async function insertAnswers(
  manager: EntityManager,
  whole: WholeAnswer,
  columns: readonly Column[],
  rows: readonly Row[],
  author: string,
): Promise<void> {
  const { table, insert } = whole.answer;
  const inserted: unknown[] = await manager.query(
    `INSERT INTO ${table} (${insert.columns}, recorded_by)
     SELECT ${insert.values}, $2 FROM jsonb_to_recordset($1::jsonb) AS ${shape(columns)} ${insert.from}
     RETURNING id`,
    [JSON.stringify(rows), author],
  );
  expectAll('Answers', inserted.length, rows.length);
}

/** Copies the parts of superseded answers to the answers that took their place. */
async function carryParts(
  manager: EntityManager,
  whole: WholeAnswer,
  oldIds: readonly string[],
): Promise<void> {
  const { table, carried } = whole.answer;
  const [one, other] = identity(carried);
  await manager.query(
    `INSERT INTO ${whole.part.table} (answer_id, ${whole.part.columns})
     SELECT fresh.id, ${prefixed('p', whole.part.columns)}
     FROM ${table} old
     JOIN ${table} fresh ON fresh.${one} = old.${one} AND fresh.${other} = old.${other}
                        AND fresh.superseded_at IS NULL
     JOIN ${whole.part.table} p ON p.answer_id = old.id
     WHERE old.id = ANY($1::uuid[])`,
    [oldIds],
  );
}

interface CurrentAnswer {
  id: string;
  /** Recorded by this very transaction, so that nobody has seen it yet. */
  fresh: boolean;
}

function distinctAnswers(ofAnswer: readonly string[], changes: readonly Change[]): Row[] {
  const rows = changes.flatMap((change) => {
    const row = change.after ?? change.before;
    return row
      ? [Object.fromEntries(ofAnswer.map((heading) => [heading, row[heading] ?? null]))]
      : [];
  });
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}

async function currentAnswers(
  manager: EntityManager,
  whole: WholeAnswer,
  columns: readonly Column[],
  touched: readonly Row[],
): Promise<CurrentAnswer[]> {
  const answers: CurrentAnswer[] = await manager.query(
    `SELECT a.id, a.recorded_at >= now() AS fresh
     FROM jsonb_to_recordset($1::jsonb) AS ${shape(columns)} ${whole.part.toAnswer}`,
    [JSON.stringify(touched)],
  );
  if (answers.length === touched.length) return answers;
  throw new ImportRefused(
    'RULE_BROKEN',
    `${whole.part.words} were given without an answer: each belongs to a row of the sheet of answers with the same references. Add that row and import again.`,
  );
}

async function partsAfter(
  manager: EntityManager,
  kind: RecordKind,
  ofAnswer: readonly string[],
  touched: readonly Row[],
  changes: readonly Change[],
): Promise<Row[]> {
  const answerOf = (row: Row): string =>
    JSON.stringify(ofAnswer.map((heading) => row[heading] ?? null));
  const wanted = new Set(touched.map(answerOf));
  const rows = new Map<string, Row>();
  for (const { row } of await kind.load(manager)) {
    if (wanted.has(answerOf(row))) rows.set(keyOf(kind, row), row);
  }
  for (const change of changes) {
    if (change.after) rows.set(change.key, change.after);
    else rows.delete(change.key);
  }
  return [...rows.values()];
}

async function recordAnew(
  manager: EntityManager,
  whole: WholeAnswer,
  answers: readonly CurrentAnswer[],
  author: string,
): Promise<void> {
  const { table, carried } = whole.answer;
  const ids = answers.map((answer) => answer.id);
  await supersedeIds(manager, table, ids, author);
  await manager.query(
    `INSERT INTO ${table} (${carried}, recorded_by)
     SELECT ${carried}, $2 FROM ${table} WHERE id = ANY($1::uuid[])`,
    [ids, author],
  );
}

async function insertParts(
  manager: EntityManager,
  whole: WholeAnswer,
  columns: readonly Column[],
  rows: readonly Row[],
): Promise<void> {
  const inserted: unknown[] = await manager.query(
    `INSERT INTO ${whole.part.table} (answer_id, ${whole.part.columns})
     SELECT a.id, ${whole.part.values}
     FROM jsonb_to_recordset($1::jsonb) AS ${shape(columns)} ${whole.part.toAnswer}
     RETURNING answer_id`,
    [JSON.stringify(rows)],
  );
  expectAll('Answers', inserted.length, rows.length);
}

/** The first two carried columns say whose answer it is and for what. */
function identity(carried: string): [string, string] {
  const [one = '', other = ''] = carried.split(',').map((column) => column.trim());
  return [one, other];
}

function prefixed(alias: string, columns: string): string {
  return columns
    .split(',')
    .map((column) => `${alias}.${column.trim()}`)
    .join(', ');
}
