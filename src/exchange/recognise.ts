import { comparable } from './cell-text.js';
import { headingTexts, mapColumns, type Mapping, type MappedColumns } from './mapping.js';
import { type Table } from './reading/table.js';
import { type RecordKind } from './record-kind.js';
import { recordKinds } from './record-kinds.js';

/** How far down the headings may stand: titles and notes come before them. */
const HEADING_ROWS = 20;

/** Where a sheet's headings are and what they mean. */
export interface Heading {
  /** Position of the heading row among the sheet's rows. */
  position: number;
  texts: string[];
  mapped: MappedColumns;
}

/** The kind that a sheet is of: by its name, the file's name, else by its headings; undefined if none fits. */
export function kindOf(table: Table): RecordKind | undefined {
  return kindByName(table.sheet) ?? kindByName(table.file) ?? kindByHeadings(table);
}

function kindByName(name: string): RecordKind | undefined {
  const base = comparable(name.replace(/^.*[\\/]/u, '').replace(/\.[a-z]{3,4}$/iu, ''));
  return recordKinds.find(
    (kind) => comparable(kind.name) === base || comparable(kind.title) === base,
  );
}

/** The kind of which every key column is found and most headings are known; no guess when two tie. */
function kindByHeadings(table: Table): RecordKind | undefined {
  const scored = recordKinds
    .map((kind) => {
      const { mapped } = findHeading(kind, table);
      return { kind, complete: mapped.missing.length === 0, share: shareOf(kind, mapped) };
    })
    .filter(({ complete, share }) => complete && share > 0.5)
    .sort((one, other) => other.share - one.share);
  const [best, second] = scored;
  return best && (second === undefined || best.share > second.share) ? best.kind : undefined;
}

function shareOf(kind: RecordKind, mapped: MappedColumns): number {
  return (
    mapped.positions.size /
    (mapped.positions.size +
      mapped.unused.length +
      kind.columns.filter((column) => !mapped.positions.has(column.heading)).length)
  );
}

/** The row among the first twenty in which most of our columns are found; the first such row. */
export function findHeading(kind: RecordKind, table: Table, mapping: Mapping = {}): Heading {
  let best: Heading | undefined;
  for (const [position, row] of table.rows.slice(0, HEADING_ROWS).entries()) {
    const texts = headingTexts(row);
    const mapped = mapColumns(kind, texts, mapping);
    if (!best || mapped.positions.size > best.mapped.positions.size) {
      best = { position, texts, mapped };
    }
  }
  return best ?? { position: 0, texts: [], mapped: mapColumns(kind, []) };
}
