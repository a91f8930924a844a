import { type EntityManager } from 'typeorm';
import { BadSpreadsheet, Faults } from '../faults.js';
import { layoutOf, type Mapping } from '../mapping.js';
import { readSpreadsheet } from '../reading/read-file.js';
import { type NamedFile, type Table } from '../reading/table.js';
import { findHeading, kindOf } from '../recognise.js';
import { readRows, refuseDoubledRows, type Incoming } from '../read-rows.js';
import { type RecordKind } from '../record-kind.js';
import { kindNamed, recordKinds } from '../record-kinds.js';
import { schools } from '../kinds/schools.js';
import { giasRows, looksLikeGias } from './gias-import.js';
import { recalled, remember } from './column-mappings.js';

/** The rows of one kind that files hold, and the columns they came with. */
export interface ReadSet {
  kind: RecordKind;
  rows: Incoming[];
}

export interface ReadOptions {
  /** The kind of every sheet, where names and headings do not say it. */
  kind?: string | undefined;
  /** The user's own headings and ours; remembered for the next file with these headings. */
  mapping?: Mapping | undefined;
  author: string;
}

export interface ReadResult {
  sets: ReadSet[];
  /** What people should know but need not mend, such as columns that were not used. */
  notes: string[];
}

/**
 * Reads files into rows by kind, in the order in which kinds are written.
 *
 * @throws {BadSpreadsheet} with every fault of every file
 */
export async function readImport(
  manager: EntityManager,
  files: readonly NamedFile[],
  options: ReadOptions,
): Promise<ReadResult> {
  const faults = new Faults();
  const notes: string[] = [];
  const rowsByKind = new Map<RecordKind, Incoming[]>();
  for (const file of files) {
    if (looksLikeGias(file)) {
      const gias = await giasRows(manager, file);
      notes.push(...gias.notes);
      addRows(rowsByKind, schools, gias.rows);
      continue;
    }
    for (const table of await tablesOf(file, faults)) {
      const kind = chosenKind(table, options, faults, notes);
      if (!kind) continue;
      const rows = await readTable(manager, table, kind, options, faults, notes);
      addRows(rowsByKind, kind, rows);
    }
  }
  for (const [kind, rows] of rowsByKind) refuseDoubledRows(kind, rows, faults);
  faults.refuseIfAny();
  const sets = recordKinds.flatMap((kind) => {
    const rows = rowsByKind.get(kind);
    return rows ? [{ kind, rows }] : [];
  });
  return { sets, notes };
}

async function tablesOf(file: NamedFile, faults: Faults): Promise<Table[]> {
  try {
    return await readSpreadsheet(file);
  } catch (error) {
    if (!(error instanceof BadSpreadsheet)) throw error;
    error.listed.forEach((fault) => {
      faults.add(fault);
    });
    return [];
  }
}

function chosenKind(
  table: Table,
  options: ReadOptions,
  faults: Faults,
  notes: string[],
): RecordKind | undefined {
  if (options.kind !== undefined) return kindNamed(options.kind);
  const kind = kindOf(table);
  if (kind) return kind;
  if (table.rows.length === 0) {
    notes.push(`${table.sheet}: the sheet is empty and was passed over.`);
  } else if (!/^(notes|read ?me|guide)$/iu.test(table.sheet)) {
    faults.add({
      sheet: table.sheet,
      message:
        'It is not clear what this sheet is about. Name the sheet or file after one of: ' +
        `${recordKinds.map((each) => each.title).join(', ')}; or say which kind it is.`,
    });
  }
  return undefined;
}

async function readTable(
  manager: EntityManager,
  table: Table,
  kind: RecordKind,
  options: ReadOptions,
  faults: Faults,
  notes: string[],
): Promise<Incoming[]> {
  if (table.rows.length === 0) {
    notes.push(`${table.sheet}: the sheet is empty and was passed over.`);
    return [];
  }
  const known = await recalled(manager, kind, table);
  const mapping = { ...known, ...options.mapping };
  const heading = findHeading(kind, table, mapping);
  const rowNumber = table.rowNumbers[heading.position] ?? 1;
  if (rowNumber > 1) notes.push(`${table.sheet}: the headings were found in row ${rowNumber}.`);
  if (heading.mapped.unused.length > 0) {
    notes.push(`${table.sheet}: not used: ${heading.mapped.unused.join(', ')}.`);
  }
  if (options.mapping && heading.mapped.missing.length === 0) {
    // Outside the import's transaction: a mapping stays remembered when the rows have faults.
    await remember(
      manager.dataSource.manager,
      kind,
      layoutOf(heading.texts),
      mapping,
      options.author,
    );
  }
  return readRows(kind, table, heading, faults);
}

function addRows(
  rowsByKind: Map<RecordKind, Incoming[]>,
  kind: RecordKind,
  rows: Incoming[],
): void {
  rowsByKind.set(kind, [...(rowsByKind.get(kind) ?? []), ...rows]);
}
