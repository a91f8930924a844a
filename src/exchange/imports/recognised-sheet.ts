import { type EntityManager } from 'typeorm';
import { comparable } from '../cell-text.js';
import { suggestionFor, type Mapping } from '../mapping.js';
import { type Cell, type Table } from '../reading/table.js';
import { findHeading, kindOf, type Heading } from '../recognise.js';
import { type RecordKind } from '../record-kind.js';
import { kindNamed } from '../record-kinds.js';
import { kindRecalled, recalled } from './column-mappings.js';
import { type SheetHead } from './kept-files.js';
import { isForReading } from './read-import.js';

/** Why one of the file's columns is taken for one of ours. */
export type ColumnSource = 'REMEMBERED' | 'SAME_NAME' | 'OTHER_NAME' | 'LEFT_OUT' | 'NOT_KNOWN';

/** A column of the file, and which of ours it is taken for. */
export interface RecognisedColumn {
  heading: string;
  ours: string | null;
  source: ColumnSource;
  /** The first values in it. */
  firstValues: string[];
}

/** What a sheet seems to hold. */
export interface RecognisedSheet {
  sheet: string;
  /** Null: not recognised. */
  kind: string | null;
  /** Whether people read it rather than programs, as the notes of the template. */
  isForReading: boolean;
  isGias: boolean;
  isEmpty: boolean;
  /** The row of the headings as people count, and how many rows follow it. */
  headingRow: number;
  rows: number;
  columns: RecognisedColumn[];
  /** Required columns of ours that were not found, with a heading of the file that is alike. */
  missing: { heading: string; like: string | null }[];
}

const EXAMPLES = 3;
const LONGEST_EXAMPLE = 60;

/** What a sheet holds, as a given kind or as the kind it seems to be. */
export async function recogniseSheet(
  manager: EntityManager,
  head: SheetHead,
  asKind?: string,
): Promise<RecognisedSheet> {
  const table: Table = { ...head, epoch1904: false, unreadable: [] };
  const isEmpty = head.rowCount === 0 && !head.isGias;
  const kind = head.isGias ? kindNamed('schools') : await kindFor(manager, table, asKind);
  const facts = {
    sheet: head.sheet,
    kind: kind?.name ?? null,
    isForReading: isForReading(head),
    isGias: head.isGias,
    isEmpty,
  };
  if (isEmpty || head.isGias || kind === undefined) {
    return { ...facts, headingRow: 1, rows: Math.max(0, head.rowCount - 1), ...unknown(table) };
  }
  const known = await recalled(manager, kind, table);
  const heading = findHeading(kind, table, known);
  return {
    ...facts,
    headingRow: table.rowNumbers[heading.position] ?? 1,
    rows: head.rowCount - heading.position - 1,
    columns: columnsOf(table, heading, known),
    missing: heading.mapped.missing.map((missing) => ({
      heading: missing,
      like: suggestionFor(missing, heading.mapped.unused) ?? null,
    })),
  };
}

async function kindFor(
  manager: EntityManager,
  table: Table,
  asKind: string | undefined,
): Promise<RecordKind | undefined> {
  if (asKind !== undefined) return kindNamed(asKind);
  return kindOf(table) ?? kindRecalled(manager, table);
}

/** The columns of a sheet of which nobody knows what it holds: by its first row. */
function unknown(table: Table): Pick<RecognisedSheet, 'columns' | 'missing'> {
  const [first = []] = table.rows;
  return {
    columns: first.map((cell, position) => ({
      heading: cell === null ? '' : String(cell).trim(),
      ours: null,
      source: 'NOT_KNOWN' as const,
      firstValues: examplesIn(table, position, 0),
    })),
    missing: [],
  };
}

function columnsOf(table: Table, heading: Heading, known: Mapping): RecognisedColumn[] {
  const remembered = new Map(
    Object.entries(known).map(([theirs, ours]) => [comparable(theirs), ours]),
  );
  const oursByPosition = new Map(
    [...heading.mapped.positions].map(([ours, position]) => [position, ours]),
  );
  return heading.texts
    .map((text, position): RecognisedColumn => {
      const ours = oursByPosition.get(position) ?? null;
      return {
        heading: text,
        ours,
        source: sourceOf(text, ours, remembered),
        firstValues: examplesIn(table, position, heading.position),
      };
    })
    .filter(({ heading: text }) => text !== '');
}

function sourceOf(
  text: string,
  ours: string | null,
  remembered: ReadonlyMap<string, string>,
): ColumnSource {
  const kept = remembered.get(comparable(text));
  if (ours === null) return kept === undefined ? 'NOT_KNOWN' : 'LEFT_OUT';
  if (kept === ours) return 'REMEMBERED';
  return comparable(ours) === comparable(text) ? 'SAME_NAME' : 'OTHER_NAME';
}

function examplesIn(table: Table, position: number, headingPosition: number): string[] {
  const values = new Set<string>();
  for (const row of table.rows.slice(headingPosition + 1)) {
    const text = shown(row[position] ?? null);
    if (text !== '') values.add(text);
    if (values.size === EXAMPLES) break;
  }
  return [...values];
}

function shown(cell: Cell): string {
  const text = cell === null ? '' : String(cell).replace(/\s+/gu, ' ').trim();
  return text.length <= LONGEST_EXAMPLE ? text : `${text.slice(0, LONGEST_EXAMPLE - 1)}…`;
}
