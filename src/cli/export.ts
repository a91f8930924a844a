import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { type RecordKind } from '../exchange/record-kind.js';
import { CommandFailure } from './exit-codes.js';
import { reason } from './input-files.js';
import { type OutputFile, writeWholeFiles } from './output-files.js';
import { withProductDatabase } from './product-database.js';
import { say, type Surroundings } from './surroundings.js';

interface ExportOptions {
  out: string;
  template?: true;
}

/** `qar export`: everything out as CSV files or one workbook, ready to be imported again. */
export function makeExportCommand(surroundings: Surroundings): Command {
  return new Command('export')
    .summary('write everything, or some kinds, as CSV files or one workbook')
    .description(
      'Writes records as CSV files into a folder, or as one XLSX workbook. Importing them unchanged changes nothing. ' +
        'Cells that a spreadsheet program could run as a formula begin with an apostrophe; importing takes it away.',
    )
    .argument('[kinds...]', 'such as schools or lead-reviewers; all when none is named')
    .requiredOption('--out <folder or file.xlsx>', 'where to write')
    .option('--template', 'an empty workbook to fill in, with notes on every column')
    .addHelpText(
      'after',
      `
Examples:
  qar export --out backup/
  qar export schools memberships --out schools.xlsx
  qar export --template --out fill-me-in.xlsx`,
    )
    .action((kinds: string[], options: ExportOptions) => run(kinds, options, surroundings));
}

async function run(
  names: string[],
  { out, template }: ExportOptions,
  surroundings: Surroundings,
): Promise<void> {
  const kinds = await kindsNamed(names);
  const isWorkbook = /\.xlsx$/iu.test(out);
  if (template) {
    if (!isWorkbook) throw new CommandFailure('a template is a workbook: let --out end in .xlsx.');
    const { templateOf } = await import('../exchange/exports/workbook-export.js');
    await write([{ file: out, content: await templateOf(kinds) }], surroundings);
    return;
  }
  const files = await withProductDatabase(surroundings, async ({ dataSource }) => {
    const { ExportsService } = await import('../exchange/exports/exports.service.js');
    const exports = new ExportsService(dataSource);
    if (isWorkbook) return [{ file: out, content: await exports.workbook(kinds) }];
    const written: OutputFile[] = [];
    for (const kind of kinds) {
      written.push({ file: path.join(out, `${kind.name}.csv`), content: await exports.csv(kind) });
    }
    return written;
  });
  if (!isWorkbook) await makeFolder(out);
  await write(files, surroundings);
}

async function kindsNamed(names: string[]): Promise<readonly RecordKind[]> {
  const { kindNamed, recordKinds } = await import('../exchange/record-kinds.js');
  if (names.length === 0) return recordKinds;
  return names.map((name) => {
    const kind = kindNamed(name);
    if (kind) return kind;
    const known = recordKinds.map((each) => each.name).join(', ');
    throw new CommandFailure(`there is no kind “${name}”. There are: ${known}.`);
  });
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw new CommandFailure(`${folder} cannot be made: ${reason(error)}`, undefined, {
      cause: error,
    });
  }
}

async function write(files: OutputFile[], { stdout, interrupted }: Surroundings): Promise<void> {
  await writeWholeFiles(files, interrupted);
  await say(stdout, files.map(({ file }) => `${file}\n`).join(''));
}
