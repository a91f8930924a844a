/** The sample partnership as one workbook, as an office would have it: a sheet for each register, all cells text. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import writeXlsxFile from 'write-excel-file/node';
import { readSpreadsheet } from '../../src/exchange/reading/read-file.js';

const folder = path.resolve(import.meta.dirname, '../../sample/partnership');

export async function sampleWorkbook(): Promise<Buffer> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.csv')).sort();
  const sheets = await Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(path.join(folder, name));
      const [table] = await readSpreadsheet({ name, bytes });
      const rows = table?.rows.map((row) => row.map((cell) => String(cell ?? '')));
      return { sheet: path.basename(name, '.csv'), data: rows ?? [] };
    }),
  );
  return writeXlsxFile(sheets).toBuffer();
}
