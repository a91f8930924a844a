/**
 * The built-in PostgreSQL: one server per data folder, whoever asks first starts it.
 *
 * - Nobody needs to know whether it runs already. A server whose starter was killed is taken over; one that belongs to
 *   a living process is used as a guest. Ownership is a lock inside the server, which the system frees on any death.
 * - It runs in its own session: Ctrl-C in a terminal reaches the application, which stops the server last.
 * - It listens on 127.0.0.1 only, with a random password kept with the data, and writes no values to its log.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { findBinaries } from './binaries.js';
import { administrator, ensureCluster, readPassword, type ClusterPlace } from './cluster.js';
import { choosePlace } from './data-place.js';
import { errorCode } from '../error-code.js';
import { freePort } from './free-port.js';
import { isServerOf, readLockFile, removeStaleLock } from './lock-file.js';
import { serverAccount } from './server-account.js';
import { lastLogLines, spawnServer, stopServer, type ServerProcess } from './server-process.js';

const host = '127.0.0.1';

/** Taken by the owner for as long as it lives; the number only has to be the same for everybody. */
const ownerLock = 7_112_026;

export interface EmbeddedPostgresOptions {
  /** Folder of the product's data; the server's files go in `postgres` below it. */
  readonly dataDir: string;
  /** As root, whether the data may go to /var/lib when PostgreSQL's account cannot enter `dataDir`. Default true. */
  readonly mayRelocate?: boolean;
  /** False trades safety for speed; only for tests, whose data nobody misses. Default true. */
  readonly durable?: boolean;
  /** First TCP port to try; taken ones are passed over. Default 54320. */
  readonly port?: number;
  /** Name of the database to make if missing. Default `qar`. */
  readonly database?: string;
  /** How long to wait for a start, including recovery after a crash, in milliseconds. Default 60,000. */
  readonly patienceMs?: number;
  /** Receives plain sentences about what is done: another port, a take-over. */
  readonly log?: (sentence: string) => void;
}

export interface EmbeddedPostgres {
  /** Connection string of the product's database, password included: never log it. */
  readonly url: string;
  /** PostgreSQL's own folder. */
  readonly folder: string;
  /** Whether we must stop it; false when it belongs to another living process. */
  readonly isOwner: boolean;
  /** Calls back once if the server goes away without being asked. */
  onExit(listener: () => void): void;
  /** Stops the server if it is ours; a guest only says goodbye. Resolves when it is down. Safe to call twice. */
  stop(): Promise<void>;
  /** Says goodbye without stopping: the next process that starts takes it over. */
  release(): Promise<void>;
}

/**
 * Starts the server, or joins the one that already runs on this folder, and proves it with a query.
 *
 * @throws Error in plain words, with the end of PostgreSQL's log, when it does not come up
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => undefined);
  const durable = options.durable ?? true;
  const place = await preparePlace(options, log);
  await ensureCluster(place, durable);
  const password = await readPassword(place.folder);
  const { client, port, child } = await connectOrStart(
    { ...options, log, durable },
    place,
    password,
  );
  const database = options.database ?? 'qar';
  await ensureDatabase(client, database);
  const owner = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
    ownerLock,
  ]);
  const isOwner = owner.rows[0]?.taken ?? false;
  if (child === undefined && isOwner) log('Took over the database server of a process that ended.');
  const url = connectionUrl(password, port, database);
  return new RunningServer(url, place, isOwner, client, child);
}

async function preparePlace(
  options: EmbeddedPostgresOptions,
  log: (sentence: string) => void,
): Promise<ClusterPlace> {
  const wanted = path.join(options.dataDir, 'postgres');
  const account = await serverAccount(wanted);
  const dataDir = await choosePlace(options.dataDir, account, options.mayRelocate ?? true);
  if (dataDir !== options.dataDir) {
    log(
      `PostgreSQL does not run as root and cannot enter ${options.dataDir}; its data are in ${dataDir}.`,
    );
  }
  const shelter = account === undefined ? dataDir : path.dirname(dataDir);
  await mkdir(dataDir, { recursive: true });
  const binaries = await findBinaries(account, shelter);
  return { folder: path.join(dataDir, 'postgres'), binaries, account };
}

interface StartSettings extends EmbeddedPostgresOptions {
  readonly log: (sentence: string) => void;
  readonly durable: boolean;
}

interface Reached {
  readonly client: pg.Client;
  readonly port: number;
  /** The server's process if this call started it. */
  readonly child: ServerProcess | undefined;
}

async function connectOrStart(
  settings: StartSettings,
  place: ClusterPlace,
  password: string,
): Promise<Reached> {
  const deadline = Date.now() + (settings.patienceMs ?? 60_000);
  const preferred = settings.port ?? 54_320;
  let child: ServerProcess | undefined;
  for (;;) {
    const lock = await readLockFile(place.folder);
    if (lock !== undefined && (await isServerOf(place.folder, lock.pid))) {
      const client = lock.port === undefined ? undefined : await tryConnect(password, lock.port);
      if (client !== undefined && lock.port !== undefined)
        return { client, port: lock.port, child };
    } else if (child === undefined || child.hasEnded()) {
      if (lock !== undefined) await removeStaleLock(place.folder, lock);
      if (child?.hasEnded() === true) await refuseUnlessWorthRetrying(place.folder);
      const port = await freePort(preferred, host);
      if (port !== preferred && child === undefined) {
        settings.log(`Port ${preferred} is taken; the database listens on ${port}.`);
      }
      child = await spawnServer(place, { host, port, durable: settings.durable });
    }
    if (Date.now() > deadline) {
      throw new Error(
        `PostgreSQL did not answer in time. Its last words: ${await lastLogLines(place.folder)}`,
      );
    }
    await sleep(30);
  }
}

/** A start can fail because another process was quicker or the old server is still dying; anything else is final. */
async function refuseUnlessWorthRetrying(folder: string): Promise<void> {
  const words = await lastLogLines(folder);
  if (
    /already exists|Address already in use|could not (bind|create any)|still in use/.test(words)
  ) {
    await sleep(200);
    return;
  }
  throw new Error(`PostgreSQL ended right after its start. Its last words: ${words}`);
}

/** A connection if the server takes one now; undefined while it starts, recovers or stops. */
async function tryConnect(password: string, port: number): Promise<pg.Client | undefined> {
  const client = new pg.Client({
    connectionString: connectionUrl(password, port, 'postgres'),
    application_name: 'qar-owner',
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => undefined); // its end is reported through 'end'
  try {
    await client.connect();
    await client.query('select 1');
    return client;
  } catch (error) {
    await client.end().catch(() => undefined); // never connected: nothing to end
    if (errorCode(error) === '28P01') {
      throw new Error(
        'The running database refuses the password stored with its data. ' +
          'Maybe the file qar-password was restored from another backup than the data.',
        { cause: error },
      );
    }
    return undefined;
  }
}

async function ensureDatabase(client: pg.Client, name: string): Promise<void> {
  const found = await client.query('select 1 from pg_database where datname = $1', [name]);
  if (found.rowCount !== 0) return;
  try {
    await client.query(`create database ${client.escapeIdentifier(name)}`);
  } catch (error) {
    const madeMeanwhile = errorCode(error) === '42P04' || errorCode(error) === '23505';
    if (!madeMeanwhile) throw error;
  }
}

function connectionUrl(password: string, port: number, database: string): string {
  return `postgresql://${administrator}:${password}@${host}:${port}/${database}`;
}

class RunningServer implements EmbeddedPostgres {
  readonly folder: string;
  #leaving: Promise<void> | undefined;
  readonly #listeners: (() => void)[] = [];

  constructor(
    readonly url: string,
    private readonly place: ClusterPlace,
    readonly isOwner: boolean,
    private readonly client: pg.Client,
    private readonly child: ServerProcess | undefined,
  ) {
    this.folder = place.folder;
    client.once('end', () => {
      if (this.#leaving === undefined) this.#listeners.forEach((listener) => listener());
    });
  }

  onExit(listener: () => void): void {
    this.#listeners.push(listener);
  }

  stop(): Promise<void> {
    this.#leaving ??= this.isOwner ? this.shutDown() : this.client.end();
    return this.#leaving;
  }

  release(): Promise<void> {
    this.#leaving ??= this.client.end();
    return this.#leaving;
  }

  private async shutDown(): Promise<void> {
    const ended = new Promise<void>((resolve) => this.client.once('end', () => resolve()));
    await stopServer(this.place);
    await Promise.race([ended, sleep(1_000, undefined, { ref: false })]);
    await this.child?.ended;
  }
}
