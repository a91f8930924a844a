import { type Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { BadSpreadsheet, refuse } from '../faults.js';
import { WorkbookScan, type SheetScan } from './workbook-scan.js';

const MEBIBYTE = 1024 * 1024;

/** What a workbook may be at most; far beyond any real register, far below what hurts. */
export const WORKBOOK_LIMITS = {
  entries: 2_000,
  unpackedBytes: 400 * MEBIBYTE,
  /** Real sheets pack to between a fifth and a fortieth. */
  ratio: 200,
  ratioFrom: 5 * MEBIBYTE,
} as const;

/** What the guard learnt of a workbook that it lets pass. */
export interface GuardedWorkbook {
  epoch1904: boolean;
  /** By sheet name. */
  sheets: Map<string, SheetScan>;
}

/**
 * Looks through an .xlsx before the reader opens it: sizes as the archive declares them, then the
 * contents themselves, unpacked under the declared size. Refuses zip bombs and document type
 * declarations (the source of XML entity attacks), and notes merged cells and formula errors, of
 * which the reader says nothing.
 *
 * @throws {BadSpreadsheet} when the file is not a sound workbook
 */
export async function guardWorkbook(name: string, bytes: Uint8Array): Promise<GuardedWorkbook> {
  const zip = await opened(name, bytes);
  const entries = await listEntries(name, zip);
  if (!entries.some((entry) => entry.fileName === 'xl/workbook.xml')) {
    throw refuse(
      name,
      'This is a zip file but not an Excel workbook. Unpack it, or save the workbook as .xlsx again.',
    );
  }
  const scan = new WorkbookScan(name);
  for (const entry of entries.filter((each) => /\.(xml|rels)$/u.test(each.fileName))) {
    await scanEntry(name, zip, entry, scan);
  }
  zip.close();
  return scan.finish();
}

function opened(name: string, bytes: Uint8Array): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    yauzl.fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) reject(damaged(name, error));
      else resolve(zip);
    });
  });
}

function listEntries(name: string, zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  let unpacked = 0;
  return new Promise((resolve, reject) => {
    zip.on('error', (error: Error) => {
      reject(damaged(name, error));
    });
    zip.on('end', () => {
      resolve(entries);
    });
    zip.on('entry', (entry: Entry) => {
      unpacked += entry.uncompressedSize;
      const packsTooWell =
        entry.uncompressedSize > WORKBOOK_LIMITS.ratioFrom &&
        entry.uncompressedSize > entry.compressedSize * WORKBOOK_LIMITS.ratio;
      if (
        packsTooWell ||
        unpacked > WORKBOOK_LIMITS.unpackedBytes ||
        entries.length >= WORKBOOK_LIMITS.entries
      ) {
        reject(
          refuse(
            name,
            'Unpacked, this workbook is far bigger than any register, so it was not opened. Copy the rows that matter into a new workbook.',
          ),
        );
        return;
      }
      if (entry.isEncrypted()) {
        reject(
          refuse(name, 'This workbook is protected by a password. Save a copy without password.'),
        );
        return;
      }
      entries.push(entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

async function scanEntry(
  name: string,
  zip: ZipFile,
  entry: Entry,
  scan: WorkbookScan,
): Promise<void> {
  const stream = await contentsOf(name, zip, entry);
  const decoder = new TextDecoder('utf-8');
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      scan.read(entry.fileName, decoder.decode(chunk, { stream: true }));
    }
  } catch (error) {
    throw error instanceof BadSpreadsheet ? error : damaged(name, error as Error);
  }
}

function contentsOf(name: string, zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(damaged(name, error));
      else resolve(stream);
    });
  });
}

function damaged(name: string, error: Error): Error {
  return refuse(
    name,
    `This workbook is damaged (${error.message}). Open it in a spreadsheet program and save it again.`,
  );
}
