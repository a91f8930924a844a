import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';

/**
 * Rows of a file in `sample/open-data`, by column heading. The folder is found from the package's
 * root, so that it works from the sources and from the compiled program alike.
 *
 * @throws Error naming the file, line and column of a missing value
 */
export async function readOpenData<Column extends string>(
  file: string,
  columns: readonly Column[],
  mayBeEmpty: readonly Column[] = [],
): Promise<Record<Column, string>[]> {
  const text = await readFile(path.join(openDataFolder(), file), 'utf8');
  const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
  return rows.map((row, index) => {
    const entries = columns.map((column): [string, string] => {
      const value = row[column];
      if (value === undefined || (value === '' && !mayBeEmpty.includes(column))) {
        throw new Error(`${file}, line ${index + 2}: ${column} is empty. Give it a value.`);
      }
      return [column, value];
    });
    return Object.fromEntries(entries) as Record<Column, string>;
  });
}

/** Looked for from here upwards: the compiled program lies one folder deeper than the sources. */
function openDataFolder(): string {
  for (let folder = import.meta.dirname; ; folder = path.dirname(folder)) {
    const found = path.join(folder, 'sample', 'open-data');
    if (existsSync(found)) return found;
    if (folder === path.dirname(folder)) {
      throw new Error(
        `The folder sample/open-data is not above ${import.meta.dirname}: install the whole package.`,
      );
    }
  }
}
