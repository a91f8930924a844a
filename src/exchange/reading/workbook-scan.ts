import { refuse } from '../faults.js';
import { type GuardedWorkbook } from './workbook-guard.js';

/** Rows and columns that a spreadsheet program can hold. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
export const MOST_CELLS = 5_000_000;
/** The reader fills the rectangle down to the last row and out to the last column. */
const MOST_AREA = 30_000_000;
/** A tag may be cut in two by the end of a chunk; no tag of interest is longer than this. */
const TAIL = 2_000;
const MOST_NOTED = 1_000;

/** What a sheet holds that the reader would pass over in silence. */
export interface SheetScan {
  /** Ranges such as `A2:A5`. */
  merged: string[];
  /** Cells such as `C7` whose formula ended in an error such as `#N/A`. */
  errors: { cell: string; value: string }[];
}

interface SheetState extends SheetScan {
  tail: string;
  cells: number;
  lastRow: number;
  lastColumn: number;
}

/** Reads the raw XML of a workbook in chunks, with patterns only: no parser, no entities, no tree. */
export class WorkbookScan {
  private workbook = '';
  private relations = '';
  private readonly sheetFiles = new Map<string, SheetState>();

  constructor(private readonly name: string) {}

  read(path: string, chunk: string): void {
    if (path === 'xl/workbook.xml') this.workbook += chunk;
    else if (path === 'xl/_rels/workbook.xml.rels') this.relations += chunk;
    this.readSheet(path, chunk);
  }

  finish(): GuardedWorkbook {
    const targets = new Map(
      [...this.relations.matchAll(/<Relationship\b[^>]*>/gu)].map(([tag]) => [
        attribute(tag, 'Id'),
        attribute(tag, 'Target').replace(/^\/?(xl\/)?/u, 'xl/'),
      ]),
    );
    const sheets = new Map<string, SheetScan>();
    for (const [tag] of this.workbook.matchAll(/<(?:\w+:)?sheet\b[^>]*>/gu)) {
      const scan = this.sheetFiles.get(targets.get(attribute(tag, 'r:id')) ?? '');
      if (scan) sheets.set(unescaped(attribute(tag, 'name')), scan);
    }
    return { epoch1904: /\bdate1904="(?:1|true)"/u.test(this.workbook), sheets };
  }

  private readSheet(path: string, chunk: string): void {
    const state = this.stateOf(path);
    const text = state.tail + chunk;
    if (/<!DOCTYPE|<!ENTITY/iu.test(text)) {
      throw refuse(
        this.name,
        'This workbook holds a document type declaration, which no spreadsheet program writes and which is used for attacks. It was not opened.',
      );
    }
    const end = Math.max(text.lastIndexOf('<'), text.length - TAIL);
    const whole = text.slice(0, Math.max(0, end));
    state.tail = text.slice(whole.length);
    if (path.startsWith('xl/worksheets/')) this.scan(state, whole);
  }

  private stateOf(path: string): SheetState {
    const known = this.sheetFiles.get(path);
    if (known) return known;
    const fresh: SheetState = {
      tail: '',
      cells: 0,
      lastRow: 0,
      lastColumn: 0,
      merged: [],
      errors: [],
    };
    this.sheetFiles.set(path, fresh);
    return fresh;
  }

  private scan(state: SheetState, xml: string): void {
    for (const [, row] of xml.matchAll(/<(?:\w+:)?row\b[^>]*?\br="([^"]*)"/gu)) {
      const number = Number(row);
      if (!(number >= 1 && number <= MOST_ROWS)) throw this.beyond(`row ${String(row)}`);
    }
    for (const [tag, cell] of xml.matchAll(/<(?:\w+:)?c\b[^>]*?\br="([^"]*)"[^>]*>/gu)) {
      state.cells += 1;
      state.lastRow = Math.max(state.lastRow, rowNumber(String(cell)));
      state.lastColumn = Math.max(state.lastColumn, columnNumber(String(cell)));
      if (state.lastRow > MOST_ROWS || state.lastColumn > MOST_COLUMNS) {
        throw this.beyond(`cell ${String(cell)}`);
      }
      if (attribute(tag, 't') === 'e') this.noteError(state, xml, tag, String(cell));
    }
    if (state.cells > MOST_CELLS || state.lastRow * state.lastColumn > MOST_AREA) {
      throw this.beyond(`cells as far as row ${state.lastRow} and column ${state.lastColumn}`);
    }
    for (const [, range] of xml.matchAll(/<(?:\w+:)?mergeCell\b[^>]*?\bref="([^"]*)"/gu)) {
      if (state.merged.length < MOST_NOTED) state.merged.push(String(range));
    }
  }

  private noteError(state: SheetState, xml: string, tag: string, cell: string): void {
    if (state.errors.length >= MOST_NOTED) return;
    const value = /#[A-Z0-9/]+[!?]?/u.exec(xml.slice(xml.indexOf(tag), xml.indexOf(tag) + 400));
    state.errors.push({ cell, value: value?.[0] ?? 'an error' });
  }

  private beyond(what: string): Error {
    return refuse(
      this.name,
      `This workbook has ${what}, more than a register needs, so it was not opened. Copy the rows that matter into a new workbook.`,
    );
  }
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\b${name}="([^"]*)"`, 'u').exec(tag)?.[1] ?? '';
}

function unescaped(text: string): string {
  return text
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&quot;/gu, '"')
    .replace(/&apos;/gu, "'")
    .replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&amp;/gu, '&');
}

/** 1 for `A7`, 28 for `AB7`. */
export function columnNumber(cell: string): number {
  const letters = /^[A-Z]{1,4}/u.exec(cell)?.[0] ?? '';
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** 7 for `AB7`. */
export function rowNumber(cell: string): number {
  return Number(/\d+$/u.exec(cell)?.[0] ?? 0);
}
