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
import { type ProgressListener } from './import-progress.js';
import { type SetAside } from './set-aside.js';

/** The rows of one kind that files hold, and the columns they came with. */
export interface ReadSet {
  kind: RecordKind;
  rows: Incoming[];
}

/** What a person says of one sheet. */
export interface SheetChoice {
  /** The sheet's name; for a CSV file the file's name. */
  sheet: string;
  /** Null: the sheet is left out. */
  kind: string | null;
  /** The file's headings and ours, where they are other than recognised; remembered for next time. */
  mapping: Mapping;
}

export interface ReadOptions {
  /** The kind of every sheet, where names and headings do not say it. */
  kind?: string | undefined;
  /** The user's own headings and ours; remembered for the next file with these headings. */
  mapping?: Mapping | undefined;
  /** Sheet by sheet; a sheet that is not named is read as recognised. */
  choices?: readonly SheetChoice[] | undefined;
  /** Takes rows with faults, so that the others can be imported; left out: any fault refuses all. */
  setAside?: SetAside | undefined;
  author: string;
  onProgress?: ProgressListener | undefined;
}

export interface ReadResult {
  sets: ReadSet[];
  /** What people should know but need not mend, such as columns that were not used. */
  notes: string[];
}

/** What is known of the files so far. */
interface Reading {
  manager: EntityManager;
  options: ReadOptions;
  faults: Faults;
  notes: string[];
}

/**
 * Reads files into rows by kind, in the order in which kinds are written.
 *
 * @throws {BadSpreadsheet} with every fault of every file; with `setAside` only where whole sheets are at fault
 */
export async function readImport(
  manager: EntityManager,
  files: readonly NamedFile[],
  options: ReadOptions,
): Promise<ReadResult> {
  const { setAside } = options;
  const faults = new Faults(setAside ? Infinity : undefined);
  const reading: Reading = { manager, options, faults, notes: [] };
  const rowsByKind = new Map<RecordKind, Incoming[]>();
  for (const file of files) {
    options.onProgress?.({ words: `Reading ${file.name}`, done: null, total: null });
    if (looksLikeGias(file)) {
      const gias = await giasRows(manager, file);
      reading.notes.push(...gias.notes);
      addRows(rowsByKind, schools, gias.rows);
      continue;
    }
    for (const table of await tablesOf(file, faults)) {
      const choice = options.choices?.find(({ sheet }) => sheet === table.sheet);
      const kind = chosenKind(table, choice, reading);
      if (kind) addRows(rowsByKind, kind, await readTable(table, kind, choice, reading));
    }
  }
  for (const [kind, rows] of rowsByKind) {
    refuseDoubledRows(kind, rows, faults, setAside !== undefined);
  }
  if (setAside) setAside.hold(faults.listed);
  else faults.refuseIfAny();
  const sets = recordKinds.flatMap((kind) => {
    const rows = rowsByKind.get(kind);
    return rows ? [{ kind, rows }] : [];
  });
  return { sets: setAside ? setAside.without(sets) : sets, notes: reading.notes };
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
  choice: SheetChoice | undefined,
  { options, faults, notes }: Reading,
): RecordKind | undefined {
  if (choice?.kind === null) {
    notes.push(`${table.sheet}: the sheet was left out, as you chose.`);
    return undefined;
  }
  if (choice) return kindNamed(choice.kind);
  if (options.kind !== undefined) return kindNamed(options.kind);
  const kind = kindOf(table);
  if (kind) return kind;
  if (table.rows.length === 0) {
    notes.push(`${table.sheet}: the sheet is empty and was passed over.`);
  } else if (!isForReading(table)) {
    faults.add({
      sheet: table.sheet,
      message:
        'It is not clear what this sheet is about. Name the sheet or file after one of: ' +
        `${recordKinds.map((each) => each.title).join(', ')}; or say which kind it is.`,
    });
  }
  return undefined;
}

/** Whether a sheet is there for people, as the notes of the template are. */
export function isForReading({ sheet }: Pick<Table, 'sheet'>): boolean {
  return /^(notes|read ?me|guide)$/iu.test(sheet);
}

async function readTable(
  table: Table,
  kind: RecordKind,
  choice: SheetChoice | undefined,
  reading: Reading,
): Promise<Incoming[]> {
  const { manager, options, faults, notes } = reading;
  if (table.rows.length === 0) {
    notes.push(`${table.sheet}: the sheet is empty and was passed over.`);
    return [];
  }
  const known = await recalled(manager, kind, table);
  const given = choice?.mapping ?? options.mapping;
  const mapping = { ...known, ...given };
  const heading = findHeading(kind, table, mapping);
  const rowNumber = table.rowNumbers[heading.position] ?? 1;
  if (rowNumber > 1) notes.push(`${table.sheet}: the headings were found in row ${rowNumber}.`);
  if (heading.mapped.unused.length > 0) {
    notes.push(`${table.sheet}: not used: ${heading.mapped.unused.join(', ')}.`);
  }
  const isNews = given && (!choice || Object.keys(given).length > 0 || kindOf(table) !== kind);
  if (isNews && heading.mapped.missing.length === 0) {
    // Outside the import's transaction: a mapping stays remembered when the rows have faults.
    await remember(
      manager.dataSource.manager,
      kind,
      layoutOf(heading.texts),
      mapping,
      options.author,
    );
  }
  options.setAside?.addSheet({ kind, table, heading });
  const total = table.rows.length - heading.position - 1;
  return readRows(kind, table, heading, faults, {
    setsAside: options.setAside !== undefined,
    onRow: (done) => options.onProgress?.({ words: `Reading ${kind.title}`, done, total }),
  });
}

function addRows(
  rowsByKind: Map<RecordKind, Incoming[]>,
  kind: RecordKind,
  rows: Incoming[],
): void {
  rowsByKind.set(kind, [...(rowsByKind.get(kind) ?? []), ...rows]);
}
