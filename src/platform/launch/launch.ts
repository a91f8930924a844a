import { once } from 'node:events';
import path from 'node:path';
import { type Configuration } from '../configuration.js';
import { databaseErrorCode, migrate, waitForDatabase } from '../database.js';
import { freePort } from '../postgres/free-port.js';
import { SupervisedChild } from './child-process.js';
import { SupervisedDatabase } from './supervised-database.js';

export interface LaunchOptions {
  readonly configuration: Configuration;
  /** Receives plain sentences for people. */
  readonly log: (sentence: string) => void;
  /** Which processes to start besides the database. Default both. */
  readonly parts?: readonly ('web' | 'worker')[];
  /** More environment variables for them, such as LOG_LEVEL. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Aborted when nobody waits for it any more: a start that is under way is broken off. */
  readonly signal?: AbortSignal;
}

export interface Launched {
  /** Address of the database, password included. After an outage it may change: ask again. */
  readonly databaseUrl: string;
  /** Where people open the product; undefined when no web process was asked for. */
  readonly webUrl: string | undefined;
  /** Rejects when a process had to be given up; never resolves otherwise. */
  readonly givenUp: Promise<never>;
  /** Ends worker and web, then the database. Safe to call twice. */
  stop(): Promise<void>;
}

/** Why the product cannot start, in plain words: the surroundings are at fault, not the program. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
}

/** Stopping takes a second or two: whoever presses Ctrl-C again meanwhile must not leave a database server behind. */
const impatience = ['SIGINT', 'SIGTERM'] as const;
const holdOut = (): void => undefined;

/** Where this file is after the build, the entries stand two folders up. */
const entries = path.resolve(import.meta.dirname, '../..');

/**
 * Starts everything in order: the built-in database unless DATABASE_URL is set, the migrations, then the web server and the
 * worker as processes of their own. Resolves when all are ready. What dies is started again.
 *
 * @throws StartFailure in words, or the reason that `signal` was aborted with; everything started until then is
 * stopped first
 */
export async function launch(options: LaunchOptions): Promise<Launched> {
  const launched = new Launch(options);
  try {
    await unlessAborted(launched.start(), options.signal);
  } catch (error) {
    await launched.stop();
    options.signal?.throwIfAborted();
    throw startFailure(error, options.configuration);
  }
  return launched;
}

async function unlessAborted(work: Promise<void>, signal?: AbortSignal): Promise<void> {
  if (signal === undefined) return work;
  work.catch(() => undefined); // after an abort nobody waits for what becomes of it
  signal.throwIfAborted();
  const heard = new AbortController();
  try {
    await Promise.race([work, once(signal, 'abort', { signal: heard.signal })]);
    signal.throwIfAborted();
  } finally {
    heard.abort();
  }
}

function startFailure(error: unknown, { database }: Configuration): StartFailure {
  const message = error instanceof Error ? error.message : String(error);
  const isUnreachable = database.url !== undefined && databaseErrorCode(error) !== undefined;
  return new StartFailure(
    isUnreachable
      ? `The database of DATABASE_URL cannot be used: ${message}. See that it runs, or correct DATABASE_URL.`
      : message,
    { cause: error },
  );
}

class Launch implements Launched {
  readonly #database: SupervisedDatabase | undefined;
  readonly #children: readonly SupervisedChild[];
  readonly #web: SupervisedChild | undefined;
  #port: number;
  #stopped: Promise<void> | undefined;
  /** The built-in server does not hold this process; without a timer it could end before the server is down. */
  readonly #alive = setInterval(() => undefined, 1_000);
  #giveUp: (reason: Error) => void = () => undefined;
  readonly givenUp = new Promise<never>((_, reject) => (this.#giveUp = reject));

  constructor(private readonly options: LaunchOptions) {
    const { configuration, log, parts = ['web', 'worker'] } = options;
    this.givenUp.catch(() => undefined); // whoever waits for it is told; nobody has to
    this.#port = configuration.web.port;
    if (configuration.database.url === undefined) {
      this.#database = new SupervisedDatabase(configuration.data, log, () =>
        this.#children.forEach((child) => child.restart()),
      );
    }
    this.#web = parts.includes('web') ? this.child('web', 'main.js') : undefined;
    const worker = parts.includes('worker') ? this.child('worker', 'worker.js') : undefined;
    this.#children = [this.#web, worker].filter((child) => child !== undefined);
  }

  get databaseUrl(): string {
    return this.options.configuration.database.url ?? this.#database?.url ?? '';
  }

  get webUrl(): string | undefined {
    return this.#web?.url;
  }

  async start(): Promise<void> {
    await this.#database?.start();
    await waitForDatabase(this.databaseUrl);
    const applied = await migrate(this.databaseUrl);
    if (applied.length > 0)
      this.options.log(`The database was brought up to date (${applied.length} steps).`);
    await Promise.all(this.#children.map((child) => child.start()));
  }

  stop(): Promise<void> {
    this.#stopped ??= this.stopInOrder();
    return this.#stopped;
  }

  private async stopInOrder(): Promise<void> {
    for (const signal of impatience) process.on(signal, holdOut);
    try {
      await Promise.all(this.#children.map((child) => child.stop()));
      await this.#database?.stop();
    } finally {
      clearInterval(this.#alive);
      for (const signal of impatience) process.off(signal, holdOut);
    }
  }

  private child(name: string, file: string): SupervisedChild {
    return new SupervisedChild({
      name,
      file: path.join(entries, file),
      log: this.options.log,
      onGivenUp: (reason) => this.#giveUp(reason),
      environment: async () => ({
        ...this.options.environment,
        ...(name === 'web' ? { PORT: String(await this.portForWeb()) } : {}),
        DATABASE_URL: this.databaseUrl,
      }),
    });
  }

  /** The port people know, as long as it can be had. */
  private async portForWeb(): Promise<number> {
    const { host, portIsFixed, port } = this.options.configuration.web;
    if (portIsFixed) return port;
    const free = await freePort(this.#port, host);
    if (free !== this.#port) this.options.log(`Port ${this.#port} is taken; using ${free}.`);
    this.#port = free;
    return free;
  }
}
