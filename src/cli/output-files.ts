import { randomBytes } from 'node:crypto';
import { open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CommandFailure } from './exit-codes.js';
import { reason } from './input-files.js';

export interface OutputFile {
  file: string;
  content: string | Uint8Array;
}

/**
 * Says before a long solve what would go wrong after it: two results in one file, a result over the
 * problem itself, a folder that is not there.
 *
 * @throws CommandFailure
 */
export async function checkOutputs(files: readonly string[], input: string): Promise<void> {
  const taken = new Map([[await place(input), 'the problem file']]);
  for (const file of files) {
    const own = await place(file);
    const other = taken.get(own);
    if (other !== undefined && (await isOrdinary(own))) {
      throw new CommandFailure(`${file} is also ${other}. Give each result a file of its own.`);
    }
    taken.set(own, `another result's file`);
    const folder = await stat(path.dirname(own)).catch((error: unknown) => error as Error);
    if (folder instanceof Error || 'code' in folder) throw cannotWrite(file, folder);
    if (!folder.isDirectory()) throw cannotWrite(file, { code: 'ENOTDIR' });
    if ((await stat(own).catch(() => null))?.isDirectory())
      throw cannotWrite(file, { code: 'EISDIR' });
  }
}

/**
 * Writes all files or, as far as a file system allows it, none: each is written whole under a
 * passing name beside its place, and only when all are on the disk do they take their places.
 *
 * @throws CommandFailure naming the file, or the reason that `interrupted` was aborted with
 */
export async function writeWholeFiles(
  files: readonly OutputFile[],
  interrupted: AbortSignal,
): Promise<void> {
  const waiting: { from: string; to: string; file: string }[] = [];
  // A pipe or a device such as /dev/null is written to: renaming over it would destroy it.
  const streams: OutputFile[] = [];
  try {
    for (const { file, content } of files) {
      const to = await place(file);
      if (!(await isOrdinary(to))) {
        streams.push({ file, content });
        continue;
      }
      const from = path.join(
        path.dirname(to),
        `.${path.basename(to)}.${randomBytes(6).toString('hex')}.tmp`,
      );
      waiting.push({ from, to, file });
      await writeDurably(from, content, await modeOf(to)).catch(refuse(file));
      interrupted.throwIfAborted();
    }
    for (const { from, to, file } of waiting) await rename(from, to).catch(refuse(file));
    for (const { file, content } of streams) await writeFile(file, content).catch(refuse(file));
  } catch (error) {
    for (const { from } of waiting) await rm(from, { force: true });
    throw error;
  }
}

async function writeDurably(
  file: string,
  content: string | Uint8Array,
  mode: number | undefined,
): Promise<void> {
  const handle = await open(file, 'wx', mode);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Where a file really is, links followed; a file that is not there yet is where it will be. */
async function place(file: string): Promise<string> {
  const full = path.resolve(file);
  try {
    return await realpath(full);
  } catch {
    const folder = await realpath(path.dirname(full)).catch(() => path.dirname(full));
    return path.join(folder, path.basename(full));
  }
}

/** A regular file, or nothing yet. */
async function isOrdinary(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => null);
  return found === null || found.isFile() || found.isDirectory();
}

async function modeOf(file: string): Promise<number | undefined> {
  return (await stat(file).catch(() => null))?.mode;
}

function refuse(file: string): (error: unknown) => never {
  return (error) => {
    throw cannotWrite(file, error);
  };
}

function cannotWrite(file: string, error: unknown): CommandFailure {
  return new CommandFailure(`${file} cannot be written: ${reason(error)}`, undefined, {
    cause: error,
  });
}
