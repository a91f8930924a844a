import { rm } from 'node:fs/promises';
import path from 'node:path';
import { choosePlace } from './data-place.js';
import { isServerOf, readLockFile } from './lock-file.js';
import { serverAccount } from './server-account.js';

/**
 * Deletes everything that the built-in database holds.
 *
 * @throws Error when its server is running
 */
export async function deleteCluster(dataDir: string, mayRelocate: boolean): Promise<void> {
  const account = await serverAccount(path.join(dataDir, 'postgres'));
  const folder = path.join(await choosePlace(dataDir, account, mayRelocate), 'postgres');
  const lock = await readLockFile(folder);
  if (lock !== undefined && (await isServerOf(folder, lock.pid))) {
    throw new Error(
      'The database is in use by another process of this program. Stop that one first, then delete its data.',
    );
  }
  await rm(folder, { recursive: true, force: true });
}
