import { createHash } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { recordAudit } from '../../audit/audit.js';
import { type KindDiff, sameRow } from '../diff.js';
import { ImportRefused } from '../import-refused.js';
import { type NamedFile } from '../reading/table.js';
import { keyOf, type Change, type Stored } from '../record-kind.js';
import { type ImportProgress } from './import-progress.js';
import { diffSets, diffWhatCanBe, digestOf } from './import-diff.js';
import { summaryOf } from './import-summary.js';
import { readImport, type ReadOptions, type ReadSet } from './read-import.js';
import { type RefusedRow, SetAside } from './set-aside.js';
import {
  changesByKind,
  findByIdempotencyKey,
  lockImport,
  markImport,
  releaseIdempotencyKey,
  storeDryRun,
  unpacked,
  type ImportSummary,
  type StoredImport,
} from './stored-imports.js';
import { auditChanges, writeChanges, type KindChanges } from './write-changes.js';

export interface DryRunOptions extends Omit<ReadOptions, 'setAside'> {
  /** Whether rows with faults are set aside and the others compared, instead of refusing all. */
  setsAside?: boolean | undefined;
  /** The kept file that is read, if it is one. */
  fileId?: string | undefined;
  /** The same key names the same import: a repeated request makes no second one. */
  idempotencyKey?: string | undefined;
  /** Civil date that stands for today while the import is applied; left out: the real one does. */
  fixedToday?: string | undefined;
}

/** Ends the trial of a dry run; nothing it wrote stays. */
class TrialDone extends Error {}

/**
 * Imports: first a dry run that shows what would change, then all of it or nothing, and undone as a
 * whole.
 */
export class ImportsService {
  constructor(private readonly database: DataSource) {}

  /**
   * Reads files and stores what they would change, after trying it: what a dry run accepts can be
   * written.
   *
   * @throws {BadSpreadsheet} with every fault, placed
   * @throws {ImportRefused} when the rows together break a rule
   */
  async dryRun(files: readonly NamedFile[], options: DryRunOptions): Promise<StoredImport> {
    const sha256 = digestOfFiles(files);
    return this.database.transaction('SERIALIZABLE', async (manager) => {
      const known = await this.repeated(manager, sha256, options.idempotencyKey);
      if (known) return known;
      const { sets, diffs, notes, refused } = await compared(manager, files, options);
      options.onProgress?.(step('Trying whether it can be saved'));
      await tryOut(manager, diffs, options.author);
      options.onProgress?.(step('Keeping the comparison'));
      return storeDryRun(manager, {
        fileName: files.map((file) => file.name).join(', '),
        sha256,
        idempotencyKey: options.idempotencyKey ?? null,
        fixedToday: options.fixedToday ?? null,
        summary: summaryOf(diffs, notes, refused),
        sets,
        changes: diffs,
        refused,
        fileId: options.fileId ?? null,
        choices: options.choices ?? null,
        author: options.author,
      });
    });
  }

  /**
   * Writes what the dry run showed, all or nothing.
   *
   * @returns undefined when there is no such import
   * @throws {ImportRefused} when it was applied already, or the data has changed since the dry run
   */
  async apply(id: string, author: string): Promise<StoredImport | undefined> {
    return this.database.transaction('SERIALIZABLE', async (manager) => {
      const found = await lockImport(manager, id);
      if (!found) return undefined;
      if (found.state !== 'DRY_RUN' || !found.content) {
        throw new ImportRefused(
          'NOT_A_DRY_RUN',
          found.state === 'APPLIED'
            ? 'This import was applied already. Nothing was written.'
            : 'This import was undone. Import the file again.',
        );
      }
      const diffs = await diffSets(manager, unpacked(found.content));
      if (digestOf(diffs) !== found.summary.digest) {
        throw new ImportRefused(
          'DATA_CHANGED',
          'The data has changed since the dry run, so the import would do something else than it showed. Run the dry run again and look at the difference.',
        );
      }
      await writeChanges(manager, diffs, author);
      await auditChanges(manager, diffs, author, `import ${id}`);
      await this.auditImport(manager, id, 'import applied', author, found.summary);
      return markImport(manager, id, 'APPLIED', author);
    });
  }

  /**
   * Puts back everything the import changed.
   *
   * @returns undefined when there is no such import
   * @throws {ImportRefused} naming what was changed since, or still depends on it
   */
  async undo(id: string, author: string): Promise<StoredImport | undefined> {
    return this.database.transaction('SERIALIZABLE', async (manager) => {
      const found = await lockImport(manager, id);
      if (!found) return undefined;
      if (found.state !== 'APPLIED') {
        throw new ImportRefused(
          'NOT_APPLIED',
          found.state === 'UNDONE'
            ? 'This import was undone already.'
            : 'This import was never applied, so there is nothing to undo.',
        );
      }
      const reversed = await reversedChanges(manager, id);
      await writeChanges(manager, reversed, author);
      await auditChanges(manager, reversed, author, `import ${id} undone`);
      await this.auditImport(manager, id, 'import undone', author, found.summary);
      return markImport(manager, id, 'UNDONE', author);
    });
  }

  private async repeated(
    manager: EntityManager,
    sha256: string,
    idempotencyKey: string | undefined,
  ): Promise<StoredImport | undefined> {
    if (idempotencyKey === undefined) return undefined;
    const known = await findByIdempotencyKey(manager, idempotencyKey);
    if (known && known.sha256 !== sha256) {
      throw new ImportRefused(
        'KEY_REUSED',
        'This Idempotency-Key was used for another file. Use a new key for a new file.',
      );
    }
    if (!known || !(await isStale(manager, known.id))) return known;
    await releaseIdempotencyKey(manager, known.id);
    return undefined;
  }

  private auditImport(
    manager: EntityManager,
    id: string,
    action: string,
    actor: string,
    summary: ImportSummary,
  ): Promise<void> {
    return recordAudit(manager, {
      actor,
      action,
      subject: 'import',
      subjectId: id,
      after: { kinds: summary.kinds },
    });
  }
}

/** Whether it was taken back, or is a dry run that would show something else by now. */
async function isStale(manager: EntityManager, id: string): Promise<boolean> {
  const found = await lockImport(manager, id);
  if (found?.state === 'UNDONE') return true;
  if (found?.state !== 'DRY_RUN' || !found.content) return false;
  return digestOf(await diffSets(manager, unpacked(found.content))) !== found.summary.digest;
}

function step(words: string): ImportProgress {
  return { words, done: null, total: null };
}

/** What the files say and what they would change. */
interface Compared {
  sets: readonly ReadSet[];
  diffs: readonly KindDiff[];
  notes: string[];
  refused: readonly RefusedRow[];
}

async function compared(
  manager: EntityManager,
  files: readonly NamedFile[],
  options: DryRunOptions,
): Promise<Compared> {
  if (options.setsAside !== true) {
    const { sets, notes } = await readImport(manager, files, options);
    return { sets, diffs: await diffSets(manager, sets), notes, refused: [] };
  }
  const setAside = new SetAside();
  const { sets: read, notes } = await readImport(manager, files, { ...options, setAside });
  const { sets, diffs } = await diffWhatCanBe(manager, read, setAside, options.onProgress);
  return { sets, diffs, notes, refused: setAside.rows };
}

async function tryOut(
  manager: EntityManager,
  diffs: readonly KindDiff[],
  author: string,
): Promise<void> {
  try {
    await manager.transaction(async (trial) => {
      await writeChanges(trial, diffs, author);
      throw new TrialDone();
    });
  } catch (error) {
    if (!(error instanceof TrialDone)) throw error;
  }
}

/** What puts an import's changes back; refused where something was changed since. */
async function reversedChanges(manager: EntityManager, id: string): Promise<KindChanges[]> {
  const reversed: KindChanges[] = [];
  const touched: string[] = [];
  for (const { kind, changes } of await changesByKind(manager, id)) {
    const current = new Map<string, Stored>(
      (await kind.load(manager)).map((record) => [keyOf(kind, record.row), record]),
    );
    const back: Change[] = [];
    for (const change of changes) {
      const now = current.get(change.key);
      const asLeft = change.after ? now && sameRow(now.row, change.after) : !now;
      if (!asLeft) touched.push(`${kind.title}: ${change.key}`);
      back.push(reverse(change, now));
    }
    reversed.push({ kind, changes: back });
  }
  if (touched.length > 0) {
    const more = touched.length > 10 ? ` and ${touched.length - 10} more` : '';
    throw new ImportRefused(
      'DATA_CHANGED',
      `The import cannot be undone: since then these were changed: ${touched.slice(0, 10).join('; ')}${more}. Put them back first, or correct by a new import.`,
    );
  }
  return reversed;
}

function reverse({ action, key, before, after }: Change, now: Stored | undefined): Change {
  const back = { create: 'remove', update: 'update', remove: 'create' } as const;
  return {
    action: back[action],
    key,
    before: after,
    after: before,
    implied: false,
    ...(now ? { stored: now } : {}),
  };
}

function digestOfFiles(files: readonly NamedFile[]): string {
  const hash = createHash('sha256');
  const [only] = files;
  if (files.length === 1 && only) return hash.update(only.bytes).digest('hex');
  for (const file of files) {
    hash.update(createHash('sha256').update(file.bytes).digest());
  }
  return hash.digest('hex');
}
