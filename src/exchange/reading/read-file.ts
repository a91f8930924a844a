import { refuse } from '../faults.js';
import { readCsv } from './read-csv.js';
import { readWorkbook } from './read-workbook.js';
import { type NamedFile, type Table } from './table.js';

/** The biggest file that is taken in, in bytes: 100 MB. */
export const MOST_FILE_BYTES = 100 * 1000 * 1000;

const ZIP = [0x50, 0x4b];
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * Reads a spreadsheet file by what is in it, whatever its name ends in.
 *
 * @returns its sheets; a CSV file is one sheet
 * @throws {BadSpreadsheet} saying why it cannot be read and what to do
 */
export async function readSpreadsheet(file: NamedFile): Promise<Table[]> {
  const { name, bytes } = file;
  if (bytes.byteLength > MOST_FILE_BYTES) throw tooBig(name);
  if (bytes.byteLength === 0) throw refuse(name, 'The file is empty.');
  if (startsWith(bytes, ZIP)) return readWorkbook(file);
  if (startsWith(bytes, COMPOUND_FILE)) throw oldOrProtected(name, bytes);
  if (/\.xls[xm]$/iu.test(name)) {
    throw refuse(
      name,
      'The name says Excel workbook, but the contents are something else. Open it in a spreadsheet program and save it as .xlsx again.',
    );
  }
  return [await readCsv(file)];
}

/** The refusal of a file that is beyond {@link MOST_FILE_BYTES}, before it is read. */
export function tooBig(name: string): Error {
  return refuse(
    name,
    'The file is bigger than 100 MB and was not read. Split it, or leave out what is no register data.',
  );
}

function oldOrProtected(name: string, bytes: Uint8Array): Error {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return head.includes(ENCRYPTED_PACKAGE)
    ? refuse(name, 'This workbook is protected by a password. Save a copy without password.')
    : refuse(
        name,
        'This is the old Excel format (.xls). Open it and save it as “Excel workbook (.xlsx)”.',
      );
}

function startsWith(bytes: Uint8Array, magic: number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
