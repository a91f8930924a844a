import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Linux only: the crash tests look for their victims in /proc. */

/** Process ids of our own child that runs this file, such as `worker.js`; empty while there is none. */
export async function childrenRunning(file: string): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(pids.map((pid) => isChildRunning(pid, file)));
  return pids.filter((_, index) => found[index]);
}

async function isChildRunning(pid: number, file: string): Promise<boolean> {
  const [status, command] = await Promise.all([read(pid, 'status'), read(pid, 'cmdline')]);
  const parent = /^PPid:\s+(\d+)$/m.exec(status)?.[1];
  const isZombie = /^State:\s+Z/m.test(status);
  return Number(parent) === process.pid && !isZombie && command.includes(file);
}

/** The built-in server's own process; empty while there is none. */
export async function postgresRunning(dataFolder: string): Promise<number[]> {
  const text = await readOrNothing(path.join(dataFolder, 'postgres', 'postmaster.pid'));
  const pid = Number.parseInt(text, 10);
  return pid > 0 && (await read(pid, 'cmdline')).includes('postgres') ? [pid] : [];
}

function read(pid: number, file: string): Promise<string> {
  return readOrNothing(`/proc/${pid}/${file}`);
}

/** A process may end while we look at it. */
async function readOrNothing(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return '';
  }
}
