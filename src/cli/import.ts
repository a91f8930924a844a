import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { type BadSpreadsheet } from '../exchange/faults.js';
import { type StoredChange, type StoredImport } from '../exchange/imports/stored-imports.js';
import { type Mapping } from '../exchange/mapping.js';
import { type NamedFile } from '../exchange/reading/table.js';
import { datesInWords } from './dates-in-words.js';
import { CommandFailure, EXIT } from './exit-codes.js';
import { reason } from './input-files.js';
import { withProductDatabase, type ProductDatabase } from './product-database.js';
import { say, type Surroundings } from './surroundings.js';

interface ImportOptions {
  dryRun?: true;
  kind?: string;
  map?: Mapping;
  undo?: string;
  changes?: true;
}

/** Changes shown in full by `--changes`; more are counted. */
const MOST_SHOWN = 200;

/** `qar import`: spreadsheets in, shown first, then all or nothing; and undone as a whole. */
export function makeImportCommand(surroundings: Surroundings): Command {
  return new Command('import')
    .summary('take in spreadsheets: schools, people, availability, reviews')
    .description(
      'Reads CSV and XLSX files, or every such file of a folder, as one import: says in words what changes, and ' +
        'writes all of it or nothing. What the files do not mention stays as it is.',
    )
    .argument('[files...]', 'files, or folders of files')
    .option('--dry-run', 'show what would change, and write nothing')
    .option('--changes', 'show every change, before and after')
    .option('--kind <kind>', 'what the rows are, where names and headings do not say it')
    .option(
      '--map <their heading=our heading>',
      'which of our columns a column of yours is; may be repeated, and is remembered',
      collectMapping,
    )
    .option('--undo <id>', 'take an earlier import back as a whole')
    .addHelpText(
      'after',
      `
Exit codes:
  0    done; with --dry-run: the files are in order
  1    anything else, such as a file that cannot be read or data that changed meanwhile
  2    the files have faults; each line names sheet, row, column, value and what to do

Examples:
  qar import sample/
  qar import people.xlsx --kind lead-reviewers --map "Ref no=Reference" --dry-run
  qar import --undo 0198f0a2-6c1e-7d2a-9f64-2f9d9a1c7b10`,
    )
    .action((files: string[], options: ImportOptions) => run(files, options, surroundings));
}

async function run(
  paths: string[],
  options: ImportOptions,
  surroundings: Surroundings,
): Promise<void> {
  await refuseOptions(paths, options);
  const files = await readFiles(paths);
  await withProductDatabase(surroundings, async (database) => {
    try {
      await (options.undo === undefined
        ? importFiles(files, options, database, surroundings)
        : undo(options.undo, database, surroundings));
    } catch (error) {
      await tell(error, surroundings);
    }
  });
}

async function refuseOptions(paths: string[], options: ImportOptions): Promise<void> {
  if ((options.undo === undefined) === (paths.length === 0)) {
    throw new CommandFailure(
      options.undo === undefined
        ? 'name the files or folders to import, or --undo with the id of an import.'
        : 'give either files or --undo, not both.',
    );
  }
  const { kindNamed, recordKinds } = await import('../exchange/record-kinds.js');
  if (options.kind !== undefined && !kindNamed(options.kind)) {
    const known = recordKinds.map((kind) => kind.name).join(', ');
    throw new CommandFailure(`there is no kind “${options.kind}”. There are: ${known}.`);
  }
}

async function importFiles(
  files: NamedFile[],
  options: ImportOptions,
  { dataSource, operator }: ProductDatabase,
  { stdout, interrupted }: Surroundings,
): Promise<void> {
  const { ImportsService } = await import('../exchange/imports/imports.service.js');
  const { listChanges } = await import('../exchange/imports/stored-imports.js');
  const imports = new ImportsService(dataSource);
  const found = await imports.dryRun(files, {
    author: operator,
    kind: options.kind,
    mapping: options.map,
  });
  await say(stdout, summaryInWords(found));
  if (options.changes) {
    const changes = await listChanges(dataSource.manager, found.id, 0, MOST_SHOWN + 1);
    await say(stdout, await changesInWords(changes));
  }
  if (options.dryRun) {
    await say(stdout, 'Nothing was written: this was a dry run.\n');
    return;
  }
  if (!hasChanges(found)) {
    await say(stdout, 'Nothing to write: everything is so already.\n');
    return;
  }
  interrupted.throwIfAborted();
  await imports.apply(found.id, operator);
  await say(stdout, `Done. To take it back: qar import --undo ${found.id}\n`);
}

async function undo(
  id: string,
  { dataSource, operator }: ProductDatabase,
  { stdout }: Surroundings,
): Promise<void> {
  const { ImportsService } = await import('../exchange/imports/imports.service.js');
  const isId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(id);
  const undone = isId ? await new ImportsService(dataSource).undo(id, operator) : undefined;
  if (!undone)
    throw new CommandFailure(`there is no import ${id}. Its id was printed when it was done.`);
  await say(stdout, `The import of ${undone.fileName} was taken back.\n`);
}

/** Faults of the files are bad input; refusals are failures with a sentence. */
async function tell(error: unknown, { stderr, endWith }: Surroundings): Promise<void> {
  const { BadSpreadsheet } = await import('../exchange/faults.js');
  const { Refusal } = await import('../platform/problems/refusal.js');
  if (error instanceof BadSpreadsheet) {
    await say(stderr, faultsInWords(error));
    endWith(EXIT.badInput);
    return;
  }
  if (error instanceof Refusal)
    throw new CommandFailure(error.message, undefined, { cause: error });
  throw error;
}

function faultsInWords(bad: BadSpreadsheet): string {
  const more = bad.count - bad.listed.length;
  const count = bad.count === 1 ? '1 fault' : `${bad.count} faults`;
  return [
    bad.message,
    ...(more > 0 ? [`… and ${more} more.`] : []),
    `${count}. Nothing was written.`,
    '',
  ].join('\n');
}

function hasChanges(found: StoredImport): boolean {
  return found.summary.kinds.some((kind) => kind.created + kind.updated + kind.removed > 0);
}

function summaryInWords(found: StoredImport): string {
  const { kinds, notes } = found.summary;
  const width = Math.max(0, ...kinds.map((kind) => kind.title.length));
  const lines = kinds.map((kind) => {
    const parts = [
      [kind.created, 'new'],
      [kind.updated, 'changed'],
      [kind.removed, 'removed'],
      [kind.unchanged, 'as they are'],
    ] as const;
    const said = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
    const implied = kind.implied > 0 ? ` (${kind.implied} of these follow from others)` : '';
    return `  ${kind.title.padEnd(width)}  ${said.join(', ') || 'no rows'}${implied}`;
  });
  return [`${found.fileName}:`, ...lines, ...notes.map((note) => `Note: ${note}`), ''].join('\n');
}

async function changesInWords(changes: readonly StoredChange[]): Promise<string> {
  const { actionOf, changedFields } = await import('../exchange/imports/import-views.js');
  const lines = changes.slice(0, MOST_SHOWN).map((change) => {
    const { kind, key } = change;
    const action = actionOf(change);
    const shown = changedFields(change).map(({ column, before, after }) =>
      action === 'create'
        ? `${column} ${after}`
        : action === 'remove'
          ? `${column} ${before}`
          : `${column} ${before} → ${after}`,
    );
    const word = { create: 'new', update: 'changed', remove: 'removed' }[action];
    return datesInWords(`  ${kind} ${key}: ${word}: ${shown.join('; ').replace(/\n/gu, ' ')}`);
  });
  if (changes.length > MOST_SHOWN) lines.push(`  … only the first ${MOST_SHOWN} are shown.`);
  return `${lines.join('\n')}\n`;
}

function collectMapping(text: string, earlier: Mapping = {}): Mapping {
  const at = text.lastIndexOf('=');
  if (at < 1 || at === text.length - 1) {
    throw new InvalidArgumentError('Write it as "Their heading=Our heading".');
  }
  return { ...earlier, [text.slice(0, at).trim()]: text.slice(at + 1).trim() };
}

async function readFiles(paths: string[]): Promise<NamedFile[]> {
  const files: NamedFile[] = [];
  for (const each of paths) {
    try {
      for (const file of await filesAt(each)) files.push(await readWithinLimit(file));
    } catch (error) {
      if (error instanceof CommandFailure) throw error;
      throw new CommandFailure(`${each} cannot be read: ${reason(error)}`, undefined, {
        cause: error,
      });
    }
  }
  return files;
}

async function filesAt(place: string): Promise<string[]> {
  if (!(await stat(place)).isDirectory()) return [place];
  const names = (await readdir(place))
    .filter((name) => /\.(csv|xlsx)$/iu.test(name) && !/^[.~]/u.test(name))
    .sort();
  if (names.length === 0) {
    throw new CommandFailure(`the folder ${place} holds no .csv or .xlsx file.`);
  }
  return names.map((name) => path.join(place, name));
}

async function readWithinLimit(file: string): Promise<NamedFile> {
  const { MOST_FILE_BYTES } = await import('../exchange/reading/read-file.js');
  const { size } = await stat(file);
  if (size > MOST_FILE_BYTES) {
    throw new CommandFailure(
      `${file} is bigger than 100 MB and was not read. Split it, or leave out what is no register data.`,
      EXIT.badInput,
    );
  }
  return { name: path.basename(file), bytes: await readFile(file) };
}
