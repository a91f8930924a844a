import { readFile, readlink, realpath, rm } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { errorCode, isMissing } from '../error-code.js';

/** What a running (or killed) server left in `postmaster.pid`. */
export interface LockFile {
  readonly pid: number;
  /** Undefined while the server is still writing the file. */
  readonly port: number | undefined;
}

/** Reads the lock of a cluster; undefined when there is none, or it is still being written. */
export async function readLockFile(cluster: string): Promise<LockFile | undefined> {
  const text = await readFile(path.join(cluster, 'postmaster.pid'), 'utf8').catch(
    (error: unknown) => {
      if (isMissing(error)) return '';
      throw error;
    },
  );
  const [pid, , , port] = text.split('\n').map(Number);
  if (pid === undefined || !Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port: port !== undefined && port > 0 ? port : undefined };
}

/**
 * Removes a lock whose server is gone. PostgreSQL does this itself unless the number was given to another process
 * since (usual after a restart of a container) or the dead server is a zombie nobody reaps: then it refuses for ever.
 */
export async function removeStaleLock(cluster: string, lock: LockFile): Promise<void> {
  const now = await readLockFile(cluster);
  if (now?.pid === lock.pid) await rm(path.join(cluster, 'postmaster.pid'), { force: true });
}

/** Whether process `pid` is alive and is a PostgreSQL server on this cluster. */
export async function isServerOf(cluster: string, pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (errorCode(error) === 'ESRCH') return false;
    if (errorCode(error) !== 'EPERM') throw error;
  }
  return process.platform === 'linux' ? worksInFolder(pid, cluster) : isNamedPostgres(pid);
}

/** On Linux: a server's working folder is its cluster; a zombie has none. */
async function worksInFolder(pid: number, cluster: string): Promise<boolean> {
  try {
    return (await readlink(`/proc/${pid}/cwd`)) === (await realpath(cluster));
  } catch (error) {
    // Another user's process (EACCES) cannot be the server of a cluster that we can read.
    if (isMissing(error) || errorCode(error) === 'EACCES' || errorCode(error) === 'ESRCH')
      return false;
    throw error;
  }
}

async function isNamedPostgres(pid: number): Promise<boolean> {
  const [program, options]: [string, string[]] =
    process.platform === 'win32'
      ? ['tasklist', ['/fo', 'csv', '/nh', '/fi', `PID eq ${pid}`]]
      : ['ps', ['-p', String(pid), '-o', 'stat=,command=']];
  const { stdout } = await promisify(execFile)(program, options).catch(() => ({ stdout: '' }));
  return stdout.includes('postgres') && !stdout.trimStart().startsWith('Z');
}
