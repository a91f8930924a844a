import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stopTestServer } from './global-teardown.mjs';

const prefix = 'qar-test-';

/** Whether a process with this number lives. */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Servers of runs that were killed before their teardown. */
async function clearAbandoned() {
  for (const name of await readdir(tmpdir())) {
    const pid = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const folder = path.join(tmpdir(), name);
    await stopTestServer(folder).then(
      () => rm(folder, { recursive: true, force: true }),
      (error) => {
        if (error.code !== 'EACCES' && error.code !== 'EPERM') throw error; // another user's
      },
    );
  }
}

/** Reserves a folder for the test server. The first test file that wants a database starts it: see support/database.ts. */
export default async function setup() {
  await clearAbandoned();
  const folder = await mkdtemp(path.join(tmpdir(), `${prefix}${process.pid}-`));
  await chmod(folder, 0o755); // the server's account must be able to enter
  process.env.QAR_TEST_FOLDER = folder;
}
