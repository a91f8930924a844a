import { type EntityManager } from 'typeorm';
import { type Column } from './columns/column.js';
import { expectAll, rowsAfter, supersede } from './fact-rows.js';
import { canonicalRow, type RecordKind, type Stored } from './record-kind.js';

/** A column of a fact's sheet and where it is kept. */
export interface FactColumn extends Column {
  /**
   * The table's column; or `lead` and `review` for a reference, which is kept as an id; or `from`
   * and `to`, the first and last day of the period.
   */
  readonly db: string;
}

export interface FactKind {
  name: string;
  title: string;
  note: string;
  table: string;
  /** The range column of the period; null for facts that have none. */
  period: 'valid' | 'days' | null;
  /** Headings that say whose periods these are; none of two such periods may overlap. */
  series?: readonly string[];
  columns: readonly FactColumn[];
  check?: RecordKind['check'];
}

const REFERENCES = {
  lead: { table: 'lead_reviewer', column: 'lead_id' },
  review: { table: 'review', column: 'review_id' },
} as const;
type Reference = keyof typeof REFERENCES;

/** A kind whose records are rows of one fact table, superseded and never rewritten. */
export function factKind(fact: FactKind): RecordKind {
  const loadSql = selectStatement(fact);
  const insertSql = insertStatement(fact);
  return {
    name: fact.name,
    title: fact.title,
    note: fact.note,
    columns: fact.columns,
    ...(fact.series ? { periods: { series: fact.series } } : {}),
    ...(fact.check ? { check: fact.check } : {}),
    load: async (manager) => {
      const rows: (Record<string, unknown> & { id: string })[] = await manager.query(loadSql);
      return rows.map((raw): Stored => ({ id: raw.id, row: canonicalRow(fact, raw) }));
    },
    write: async (manager, changes, author) => {
      await supersede(manager, fact.table, changes, author);
      await insert(manager, fact, insertSql, rowsAfter(changes), author);
    },
  };
}

async function insert(
  manager: EntityManager,
  fact: FactKind,
  insertSql: string,
  rows: readonly object[],
  author: string,
): Promise<void> {
  if (rows.length === 0) return;
  const inserted: { id: string }[] = await manager.query(insertSql, [JSON.stringify(rows), author]);
  expectAll(fact.title, inserted.length, rows.length);
}

function referenceOf(fact: FactKind): Reference | undefined {
  return fact.columns.map((column) => column.db).find((db): db is Reference => db in REFERENCES);
}

function selectStatement(fact: FactKind): string {
  const reference = referenceOf(fact);
  const values = fact.columns.map(
    (column) => `${readExpression(fact, column)} AS "${column.heading}"`,
  );
  const join = reference
    ? `JOIN ${REFERENCES[reference].table} s
         ON s.id = t.${REFERENCES[reference].column} AND s.removed_at IS NULL`
    : '';
  return `SELECT t.id, ${values.join(', ')} FROM ${fact.table} t ${join} WHERE t.superseded_at IS NULL`;
}

function readExpression(fact: FactKind, column: FactColumn): string {
  if (column.db in REFERENCES) return 's.code';
  if (column.db === 'from') return `lower(t.${String(fact.period)})::text`;
  if (column.db === 'to') return `(upper(t.${String(fact.period)}) - 1)::text`;
  return column.type.sqlType === 'date' ? `t.${column.db}::text` : `t.${column.db}`;
}

function insertStatement(fact: FactKind): string {
  const reference = referenceOf(fact);
  const plain = fact.columns.filter(
    (column) => !(column.db in REFERENCES) && column.db !== 'from' && column.db !== 'to',
  );
  const into = plain.map((column) => column.db);
  const values = plain.map((column) => `r."${column.heading}"`);
  if (reference) {
    into.push(REFERENCES[reference].column);
    values.push('s.id');
  }
  if (fact.period) {
    into.push(fact.period);
    values.push(`daterange(${heading(fact, 'from')}, ${heading(fact, 'to')}, '[]')`);
  }
  const shape = fact.columns.map((column) => `"${column.heading}" ${column.type.sqlType}`);
  const join = reference
    ? `JOIN ${REFERENCES[reference].table} s ON s.code = r.${quotedReference(fact)} AND s.removed_at IS NULL`
    : '';
  return `INSERT INTO ${fact.table} (${into.join(', ')}, recorded_by)
          SELECT ${values.join(', ')}, $2
          FROM jsonb_to_recordset($1::jsonb) AS r(${shape.join(', ')}) ${join}
          RETURNING id`;
}

function heading(fact: FactKind, db: string): string {
  const column = fact.columns.find((each) => each.db === db);
  return column ? `r."${column.heading}"` : 'NULL::date';
}

function quotedReference(fact: FactKind): string {
  const column = fact.columns.find((each) => each.db in REFERENCES);
  return `"${String(column?.heading)}"`;
}
