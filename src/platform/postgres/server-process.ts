import { execFile, spawn } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { serverEnvironment, type ClusterPlace } from './cluster.js';
import { isMissing } from '../error-code.js';
import { isServerOf, readLockFile } from './lock-file.js';

export interface ServerProcess {
  hasEnded(): boolean;
  readonly ended: Promise<void>;
}

export interface ServerSettings {
  readonly host: string;
  readonly port: number;
  readonly durable: boolean;
}

/** Names of people and schools stand in the values: neither they nor the statements that carry them are logged. */
const quietFlags = [
  'log_error_verbosity=terse',
  'log_min_error_statement=panic',
  'log_checkpoints=off',
];

const fastFlags = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off'];

function logFile(folder: string): string {
  return path.join(path.dirname(folder), 'postgres.log');
}

/** Starts the server and returns at once; it is ready when it accepts a connection. */
export async function spawnServer(
  place: ClusterPlace,
  settings: ServerSettings,
): Promise<ServerProcess> {
  const flags = [
    `listen_addresses=${settings.host}`,
    'unix_socket_directories=', // no socket file: no limit on the length of the path, nobody else's folder
    'max_connections=200',
    'timezone=UTC',
    'log_timezone=UTC',
    ...quietFlags,
    ...(settings.durable ? [] : fastFlags),
  ];
  // A file, not a pipe to us: the server outlives a starter that was killed. It holds the last start only.
  const log = await open(logFile(place.folder), 'w', 0o600);
  try {
    const child = spawn(
      place.binaries.postgres,
      ['-D', place.folder, '-p', String(settings.port), ...flags.flatMap((flag) => ['-c', flag])],
      {
        ...place.account,
        cwd: path.parse(place.folder).root,
        env: serverEnvironment(),
        detached: true,
        stdio: ['ignore', log.fd, log.fd],
      },
    );
    return await watch(child);
  } finally {
    await log.close();
  }
}

async function watch(child: ReturnType<typeof spawn>): Promise<ServerProcess> {
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (cause) => {
      reject(new Error(`PostgreSQL could not be started: ${cause.message}`, { cause }));
    });
  });
  child.unref();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return { ended, hasEnded: () => child.exitCode !== null || child.signalCode !== null };
}

/** Asks the server to end its connections and stop; resolves when it is down, also when it was down before. */
export async function stopServer(place: ClusterPlace): Promise<void> {
  const control = (mode: string): Promise<unknown> =>
    promisify(execFile)(
      place.binaries.pgCtl,
      ['stop', '-D', place.folder, '-m', mode, '-w', '-t', '30'],
      { ...place.account, cwd: path.parse(place.folder).root, env: serverEnvironment() },
    );
  try {
    await control('fast');
  } catch {
    // Down already, or too slow: the second attempt ends it at once and the next start recovers what was committed.
    const lock = await readLockFile(place.folder);
    if (lock !== undefined && (await isServerOf(place.folder, lock.pid)))
      await control('immediate');
  }
}

/** The end of the server's log since its last start, for messages. */
export async function lastLogLines(folder: string): Promise<string> {
  const text = await readFile(logFile(folder), 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return '';
    throw error;
  });
  return text.trim().split('\n').slice(-6).join(' | ') || '(none)';
}
