import { execFile, spawnSync } from 'node:child_process';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { isMissing } from '../error-code.js';

const run = promisify(execFile);

/** The account PostgreSQL runs under when we are root: PostgreSQL itself refuses to run as root. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Who the server must run as: undefined for "ourselves", else another account because we are root.
 * An existing cluster keeps its owner, so data made by an ordinary user still opens for root.
 *
 * @throws Error when we are root and there is no `postgres` account and none can be made.
 */
export async function serverAccount(cluster: string): Promise<ServerAccount | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(cluster).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return (await postgresAccount()) ?? (await createPostgresAccount());
}

async function postgresAccount(): Promise<ServerAccount | undefined> {
  try {
    const [uid, gid] = await Promise.all([
      run('id', ['-u', 'postgres']),
      run('id', ['-g', 'postgres']),
    ]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined; // `id` fails for one reason here: there is no such account
  }
}

async function createPostgresAccount(): Promise<ServerAccount> {
  try {
    await run('useradd', ['--system', '--no-create-home', '--user-group', 'postgres']);
  } catch (cause) {
    throw new Error(
      'PostgreSQL does not run as root and the account "postgres" could not be created. ' +
        'Run as an ordinary user, create the account, or set DATABASE_URL to a server of your own.',
      { cause },
    );
  }
  const created = await postgresAccount();
  if (created === undefined)
    throw new Error('The account "postgres" was created but is not found.');
  return created;
}

/** Whether the account can reach this folder. Asked of the system itself: modes, groups and access lists all count. */
export function canEnter(account: ServerAccount | undefined, folder: string): boolean {
  if (account === undefined) return true;
  const asked = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/' });
  return asked.status === 0;
}

/** The first folder on the way to `folder` that the account cannot enter; for messages. */
export function firstClosedFolder(account: ServerAccount | undefined, folder: string): string {
  const { root } = path.parse(folder);
  const parts = path.relative(root, folder).split(path.sep);
  const onTheWay = parts.map((_, index) => path.join(root, ...parts.slice(0, index + 1)));
  return onTheWay.find((step) => !canEnter(account, step)) ?? folder;
}
