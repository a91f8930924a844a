import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { childEnvironment } from '../configuration.js';
import { type PostgresBinaries } from './binaries.js';
import { errorCode, isMissing } from '../error-code.js';
import { type ServerAccount } from './server-account.js';

const run = promisify(execFile);

/** The name of the server's own administrator. */
export const administrator = 'postgres';

const passwordFile = 'qar-password';

/** Same text order and encoding on every machine, whatever its language settings. */
const localeFlags = [
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
];

export interface ClusterPlace {
  /** PostgreSQL's own data folder. */
  readonly folder: string;
  readonly binaries: PostgresBinaries;
  readonly account: ServerAccount | undefined;
}

/** What a child process of ours sees: no PG* variable of the caller may redirect the server. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(childEnvironment()).filter(([name]) => !name.startsWith('PG'));
  return { ...Object.fromEntries(inherited), LC_ALL: 'C', TZ: 'UTC' };
}

/**
 * Makes the cluster unless it is there. It is made beside and renamed, so one broken off half-way is never opened,
 * and of two processes that start together the slower uses the faster's.
 *
 * @throws Error with PostgreSQL's own words when it cannot be made, or when it was made by another major version
 */
export async function ensureCluster(place: ClusterPlace, durable: boolean): Promise<void> {
  if (existsSync(path.join(place.folder, 'PG_VERSION'))) return refuseOtherVersion(place);
  const parent = path.dirname(place.folder);
  await mkdir(parent, { recursive: true });
  const draft = await mkdtemp(path.join(parent, 'postgres.new-'));
  const secret = `${draft}.password`;
  try {
    await writeFile(secret, randomBytes(24).toString('base64url'), { mode: 0o600 });
    if (place.account !== undefined) {
      await chown(draft, place.account.uid, place.account.gid);
      await chown(secret, place.account.uid, place.account.gid);
    }
    await initialise(place, draft, secret, durable);
    await rename(secret, path.join(draft, passwordFile));
    await rename(draft, place.folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    await rm(secret, { force: true });
    if (errorCode(error) !== 'ENOTEMPTY' && errorCode(error) !== 'EEXIST') throw error;
    if (!existsSync(path.join(place.folder, 'PG_VERSION'))) throw notACluster(place.folder, error);
  }
}

async function initialise(
  place: ClusterPlace,
  folder: string,
  secret: string,
  durable: boolean,
): Promise<void> {
  const flags = [
    `--pgdata=${folder}`,
    `--username=${administrator}`,
    '--auth=scram-sha-256',
    `--pwfile=${secret}`,
    ...localeFlags,
    ...(durable ? [] : ['--no-sync']),
  ];
  try {
    await run(place.binaries.initdb, flags, {
      ...place.account,
      cwd: path.parse(folder).root,
      env: serverEnvironment(),
    });
  } catch (cause) {
    const words =
      typeof cause === 'object' && cause !== null && 'stderr' in cause ? cause.stderr : '';
    throw new Error(
      `PostgreSQL's data folder could not be made in ${path.dirname(folder)}: ` +
        `${String(words).trim() || String(cause)}. ` +
        'Maybe the disk is full or the folder is not writable: set QAR_DATA_DIR to another folder.',
      { cause },
    );
  }
}

async function refuseOtherVersion(place: ClusterPlace): Promise<void> {
  const made = (await readFile(path.join(place.folder, 'PG_VERSION'), 'utf8')).trim();
  const [ours] = place.binaries.version.split('.');
  if (made !== ours) {
    throw new Error(
      `The data in ${place.folder} were made by PostgreSQL ${made}; this is PostgreSQL ${ours ?? '?'}. ` +
        'Start the version of this program that made them, export the data, and import them here; ' +
        'or set QAR_DATA_DIR to a new folder.',
    );
  }
}

function notACluster(folder: string, cause: unknown): Error {
  return new Error(
    `${folder} holds files that are not PostgreSQL's. Move them away or set QAR_DATA_DIR to another folder.`,
    { cause },
  );
}

/** @throws Error when the password that was stored with the data is gone or not ours to read */
export async function readPassword(folder: string): Promise<string> {
  const file = path.join(folder, passwordFile);
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (cause) {
    throw new Error(
      isMissing(cause)
        ? `${file} is missing: without it nobody can sign in to this database. Restore it with the data's backup.`
        : `${file} cannot be read (${errorCode(cause) ?? 'unknown reason'}). Maybe the data were made by another ` +
            'account, such as root: run as that account, or set QAR_DATA_DIR to a folder of your own.',
      { cause },
    );
  }
}
