import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { TextDecoder } from 'node:util';
import { CsvError, parse } from 'csv-parse';
import type { EntityManager } from 'typeorm';
import {
  GIAS_COLUMNS,
  needLabel,
  readGiasRow,
  type GiasKnowledge,
  type GiasReading,
} from './gias-row.js';

/** A row of the file with its number as a spreadsheet program shows it: the headings are row 1. */
export type GiasRow = GiasReading & { row: number };

/** The file as a whole cannot be read. */
export class GiasFormatError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'GiasFormatError';
  }
}

/** Whether a file with these headings is the Department for Education's "all establishment data". */
export function isGias(headings: readonly string[]): boolean {
  return GIAS_COLUMNS.every((column) => headings.includes(column));
}

/**
 * Reads the Department for Education's "all establishment data" CSV exactly as downloaded
 * (windows-1252, DD-MM-YYYY, about 130 columns and 50,000 rows), row by row as the file comes in.
 * Closed schools are skipped unless we hold them. A file saved again as UTF-8 with its mark is understood.
 *
 * @throws GiasFormatError when a column is missing or the text is no CSV
 */
export async function* readGias(stream: Readable, knows: GiasKnowledge): AsyncGenerator<GiasRow> {
  const records = parse({
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: 1_000_000,
  });
  const finished = pipeline(stream, decoding(), records);
  // A broken file ends the iteration below with the same error; this keeps it from being reported twice.
  finished.catch(() => undefined);
  let cellOf: ((record: string[]) => (column: string) => string) | undefined;
  let width = 0;
  let row = 0;
  try {
    for await (const record of records as AsyncIterable<string[]>) {
      row += 1;
      if (cellOf === undefined) {
        cellOf = cellReader(record);
        width = record.length;
      } else if (record.length === width) {
        yield { row, ...readGiasRow(cellOf(record), knows) };
      } else {
        yield { row, ...damaged(record, width) };
      }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new GiasFormatError(
      `The file is not readable as CSV: ${error.message}. Download it again.`,
    );
  }
  if (cellOf === undefined) throw new GiasFormatError('The file is empty. Download it again.');
}

/** What the reader must know, from the database. */
export async function giasKnowledge(manager: EntityManager): Promise<GiasKnowledge> {
  const regions = await manager.query<{ name: string }[]>('SELECT name FROM region');
  const authorities = await manager.query<{ code: string; region: string }[]>(
    'SELECT code, region FROM local_authority',
  );
  const needs = await manager.query<{ code: string; label: string }[]>(
    'SELECT code, gias_label AS label FROM need',
  );
  const schools = await manager.query<{ urn: string }[]>(
    'SELECT urn FROM school WHERE removed_at IS NULL',
  );
  return {
    regions: new Set(regions.map(({ name }) => name)),
    regionByAuthority: new Map(authorities.map(({ code, region }) => [code, region])),
    needByLabel: new Map(needs.map(({ code, label }) => [needLabel(label), code])),
    knownUrns: new Set(schools.map(({ urn }) => urn)),
  };
}

/** A row with too few or too many cells: what stands in it cannot be told apart. */
function damaged(record: string[], width: number): GiasReading {
  const value = record.join(',').slice(0, 40);
  const message = `This row has ${record.length} of ${width} columns: the file is damaged here. Download it again.`;
  return { kind: 'faulty', urn: record[0] ?? '', faults: [{ column: 'URN', value, message }] };
}

function cellReader(headings: string[]): (record: string[]) => (column: string) => string {
  const places = new Map(headings.map((heading, place) => [heading.trim(), place]));
  const missing = GIAS_COLUMNS.filter((column) => !places.has(column));
  if (missing.length > 0) {
    throw new GiasFormatError(
      `The file lacks ${missing.length === 1 ? 'the column' : 'the columns'} ${missing.join(', ')}. ` +
        'Download “all establishment data” (CSV, all fields) from Get Information about Schools.',
    );
  }
  return (record) => (column) =>
    (record[places.get(column) ?? -1] ?? '').replaceAll('\u00a0', ' ').trim();
}

/**
 * Bytes to text. Whether Node decodes "windows-1252" as such or as Latin-1, and so loses the typographic
 * apostrophes of school names, depends on its version: the 27 characters that differ are put right here.
 */
function decoding(): Transform {
  let utf8: TextDecoder | undefined;
  let isFirst = true;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (isFirst && chunk.subarray(0, 3).equals(UTF8_MARK)) utf8 = new TextDecoder('utf-8');
      isFirst = false;
      done(
        null,
        utf8?.decode(chunk, { stream: true }) ??
          chunk.toString('latin1').replace(/[\u0080-\u009f]/g, windows1252),
      );
    },
  });
}

const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const differing = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function windows1252(character: string): string {
  return differing[character.charCodeAt(0) - 0x80] ?? character;
}
