import { parse } from 'csv-parse/sync';
import { refuse, shortened } from '../faults.js';
import { type Cell, type NamedFile, type Table } from './table.js';
import { decodeText } from './text-encoding.js';

const DELIMITERS = [',', ';', '\t'] as const;

interface ParsedLine {
  record: string[];
  info: { lines: number };
}

/**
 * Reads a CSV file: comma, semicolon or tab, quoted fields with line breaks, any encoding that
 * `decodeText` knows.
 *
 * @throws {BadSpreadsheet} when it is not text or its quoting is broken
 */
export function readCsv(file: NamedFile): Table {
  const { text } = decodeText(file.bytes);
  if (looksBinary(text)) {
    throw refuse(
      file.name,
      'This is neither a spreadsheet nor text. Save it as an Excel workbook (.xlsx) or as CSV and try again.',
    );
  }
  const rows: Cell[][] = [];
  const rowNumbers: number[] = [];
  parsedLines(file.name, text).forEach((line, index) => {
    if (line.every((field) => field.trim() === '')) return;
    rows.push(line.map((field) => (field === '' ? null : field)));
    rowNumbers.push(index + 1);
  });
  return { sheet: file.name, file: file.name, rows, rowNumbers, epoch1904: false, unreadable: [] };
}

function parsedLines(name: string, text: string): string[][] {
  const source = withoutSeparatorLine(text);
  try {
    const lines = parse(source.text, {
      delimiter: source.delimiter ?? likelyDelimiter(source.text),
      relax_column_count: true,
      skip_empty_lines: false,
      bom: true,
      info: true,
      relax_quotes: false,
    }) as unknown as ParsedLine[];
    return lines.map((line) => line.record);
  } catch (error) {
    throw refuse(name, brokenQuoting(error));
  }
}

/** Excel takes a first line `sep=;` as the choice of delimiter and does not count it as a row. */
function withoutSeparatorLine(text: string): { text: string; delimiter?: string } {
  const match = /^\uFEFF?sep=([,;\t])\r?\n/u.exec(text);
  if (!match?.[1]) return { text };
  return { text: text.slice(match[0].length), delimiter: match[1] };
}

/** The delimiter that the first lines hold most of, outside quotes. */
function likelyDelimiter(text: string): string {
  const sample = text.slice(0, 20_000).replace(/"[^"]*"/gu, '');
  const counted = DELIMITERS.map((delimiter) => ({
    delimiter,
    count: sample.split(delimiter).length,
  }));
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).delimiter;
}

function looksBinary(text: string): boolean {
  return /(?![\t-\r\u0080-\u009F])\p{Control}/u.test(text.slice(0, 10_000));
}

function brokenQuoting(error: unknown): string {
  const { message, lines } = error as { message?: string; lines?: number };
  const where = typeof lines === 'number' ? ` near line ${lines}` : '';
  return `The quotation marks${where} do not pair up (${shortened(message ?? 'unknown')}). Open the file in a spreadsheet program, save it as CSV again and import that.`;
}
