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
  const text = await readFile(path.join(packageRoot(), 'sample', 'open-data', file), 'utf8');
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

function packageRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(path.join(folder, 'package.json'))) {
    const parent = path.dirname(folder);
    if (parent === folder) {
      throw new Error(`No package.json above ${import.meta.dirname}: install the whole package.`);
    }
    folder = parent;
  }
  return folder;
}
