import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from '../error-code.js';
import { canEnter, firstClosedFolder, type ServerAccount } from './server-account.js';

/** Where data go when we are root and PostgreSQL's account cannot enter the folder asked for; the first writable one. */
const openPlaces = ['/var/lib/qar', '/var/tmp/qar'];

/**
 * The folder that PostgreSQL's data go in: `wanted`, or, as root with `wanted` inside a closed folder such as root's
 * home, one named after it below /var/lib.
 *
 * @throws Error naming the closed folder when `mayRelocate` is false
 */
export async function choosePlace(
  wanted: string,
  account: ServerAccount | undefined,
  mayRelocate: boolean,
): Promise<string> {
  await makeFolder(wanted);
  if (canEnter(account, wanted)) return wanted;
  if (!mayRelocate) {
    throw new Error(
      `PostgreSQL does not run as root, and its account cannot enter ${firstClosedFolder(account, wanted)}. ` +
        'Set QAR_DATA_DIR to a folder outside, for example /var/lib/qar, or run as an ordinary user.',
    );
  }
  const name = createHash('sha256').update(wanted).digest('hex').slice(0, 12);
  for (const open of openPlaces) {
    const folder = path.join(open, name);
    if ((await canMake(folder)) && canEnter(account, folder)) return folder;
  }
  throw new Error(
    `PostgreSQL does not run as root, and its account can enter neither ${wanted} nor ${openPlaces.join(', ')}. ` +
      'Set QAR_DATA_DIR to a folder that every account can enter, or run as an ordinary user.',
  );
}

async function makeFolder(folder: string): Promise<void> {
  try {
    // Node's recursive mkdir never ends below a folder that can hold none, such as /proc: the first one is made alone.
    const missing = firstMissing(folder);
    if (missing !== undefined) await makeOne(missing);
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    throw new Error(
      `The data folder ${folder} cannot be made (${errorCode(cause) ?? 'unknown reason'}). ` +
        'Set QAR_DATA_DIR to a folder that you can write.',
      { cause },
    );
  }
}

/** The outermost folder on the way that is not there yet. */
function firstMissing(folder: string): string | undefined {
  if (existsSync(folder)) return undefined;
  return firstMissing(path.dirname(folder)) ?? folder;
}

/** Another process may make it in the same moment. */
async function makeOne(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
}

async function canMake(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true });
    await chmod(folder, 0o755);
    await chmod(path.dirname(folder), 0o755);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EACCES' || errorCode(error) === 'EROFS') return false;
    throw error;
  }
}
