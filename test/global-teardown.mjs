import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Number of the server's process, if one was started and runs. */
async function serverPid(folder) {
  const lock = path.join(folder, 'postgres', 'postmaster.pid');
  const text = await readFile(lock, 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const pid = Number.parseInt(text, 10);
  return pid > 0 ? pid : undefined;
}

/** Stops the test server of this folder at once; its data are not wanted any more. */
export async function stopTestServer(folder) {
  const pid = await serverPid(folder);
  if (pid === undefined) return;
  try {
    process.kill(pid, 'SIGQUIT');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
    return;
  }
  for (let waited = 0; waited < 10_000 && (await serverPid(folder)) !== undefined; waited += 20) {
    await sleep(20);
  }
}

export default async function teardown() {
  const folder = process.env.QAR_TEST_FOLDER;
  if (folder === undefined) return;
  await stopTestServer(folder);
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
