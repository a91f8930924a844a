/**
 * The application's database: connection, migrations, transactions.
 *
 * Civil dates come back as 'YYYY-MM-DD' strings, whole numbers of 8 bytes as numbers, ranges as PostgreSQL's own text.
 */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { runMigrations as migrateQueue } from 'bullmq';
import pg from 'pg';
import {
  DataSource,
  type DataSourceOptions,
  type EntityManager,
  type MigrationInterface,
} from 'typeorm';
import { errorCode } from './error-code.js';
import { knownSchema } from './known-at.js';
import { isTransient } from './outage.js';

/** The schema that the queue keeps its tables in. */
export const queueSchema = 'queue';

const migrationsTable = 'schema_migration';

/** Held while migrating, so that processes that start together take turns. */
const migrationLock = 7_112_027;

type MigrationClass = new () => MigrationInterface;

export interface DatabaseOptions {
  readonly url: string;
  /** Entity classes; none for plain SQL. Nest adds those of the features itself. */
  readonly entities?: readonly (new () => object)[];
  /** Most connections at once. Default 10. */
  readonly poolSize?: number;
  /** Shown in pg_stat_activity. Default `qar`. */
  readonly applicationName?: string;
}

/** Options for TypeORM; for a ready connection see {@link openDatabase}. */
export function databaseOptions(options: DatabaseOptions): DataSourceOptions {
  return {
    type: 'postgres',
    url: options.url,
    entities: [...(options.entities ?? [])],
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    synchronize: false,
    migrationsTableName: migrationsTable,
    applicationName: options.applicationName ?? 'qar',
    poolSize: options.poolSize ?? 10,
    // A connection that breaks while idle is replaced at its next use; the use reports what matters.
    poolErrorHandler: () => undefined,
    extra: { types: { getTypeParser }, connectionTimeoutMillis: 10_000 },
  };
}

/** Connects. The caller closes it with `destroy()`. */
export function openDatabase(options: DatabaseOptions): Promise<DataSource> {
  return connect(databaseOptions(options));
}

/** As `openDatabase`, for options that Nest has added entities to. */
export async function connect(options: DataSourceOptions): Promise<DataSource> {
  return new RepeatingDataSource(options).initialize();
}

/**
 * Waits until the database answers a query: it may be starting or recovering.
 *
 * @param patienceMs how long to wait
 * @throws the last error when it does not answer in time, or at once when waiting would not help, such as a wrong password
 */
export async function waitForDatabase(url: string, patienceMs = 60_000): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined); // told by the query or the connection that fails
    try {
      await client.connect();
      await client.query('select 1');
      return;
    } catch (error) {
      if (!isTransient(error) || Date.now() > deadline) throw error;
    } finally {
      await client.end().catch(() => undefined); // never connected: nothing to end
    }
    await sleep(250);
  }
}

type TextParser = (text: string) => unknown;

/** How values arrive from PostgreSQL; pass as `types` to a client made by hand. */
export function getTypeParser(type: number, format?: 'text' | 'binary'): TextParser {
  if (type === Number(pg.types.builtins.DATE)) return (text) => text;
  if (type === Number(pg.types.builtins.INT8)) return safeWholeNumber;
  return pg.types.getTypeParser(type, format ?? 'text') as TextParser;
}

function safeWholeNumber(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value)) return value;
  throw new RangeError(`The database returned ${text}, which is too large to be held exactly.`);
}

/** The database was migrated by a newer version of the program than this one. */
export class NewerSchemaError extends Error {
  constructor(readonly unknownMigrations: readonly string[]) {
    super(
      `The database is newer than this program: it holds the migrations ${unknownMigrations.join(', ')}, ` +
        'which this version does not know. Start the newer version; migrations are never undone.',
    );
    this.name = 'NewerSchemaError';
  }
}

/**
 * Brings the database up to date, the queue's schema included. Safe when several processes start together: one works,
 * the others wait and find nothing left to do. Each migration is one transaction.
 *
 * @returns the names of the migrations applied now
 * @throws NewerSchemaError before anything is changed
 */
export async function migrate(url: string): Promise<readonly string[]> {
  const turn = new pg.Client({ connectionString: url, application_name: 'qar-migrate' });
  turn.on('error', () => undefined); // a lost connection fails the next query, which reports it
  await turn.connect();
  try {
    await turn.query('select pg_advisory_lock($1)', [migrationLock]);
    const database = new DataSource({
      ...databaseOptions({ url, poolSize: 2, applicationName: 'qar-migrate' }),
      migrations: await loadMigrations(),
    });
    await database.initialize();
    try {
      await refuseNewerSchema(database);
      const applied = await applyMigrations(database);
      await migrateQueue(turn, queueSchema);
      return applied.map(({ name }) => name);
    } finally {
      await database.destroy();
    }
  } finally {
    await turn.end(); // frees the lock
  }
}

/** Views of the records as known earlier stand in no migration's way: they go before, and are made anew after. */
async function applyMigrations(database: DataSource): Promise<readonly { name: string }[]> {
  if ((await pendingMigrations(database)).length > 0) {
    await database.query(`drop schema if exists ${knownSchema} cascade`);
  }
  const applied = await database.runMigrations({ transaction: 'each' });
  const [schema] = await database.query<{ found: boolean }[]>(
    'select to_regnamespace($1) is not null as found',
    [knownSchema],
  );
  if (schema?.found !== true) await database.query('select renew_records_as_known()');
  return applied;
}

/**
 * The names of migrations that this program brings and the database lacks; empty when it is current.
 *
 * @throws NewerSchemaError
 */
export async function pendingMigrations(database: DataSource): Promise<readonly string[]> {
  const applied = await refuseNewerSchema(database);
  const known = await loadMigrations();
  return known.map(({ name }) => name).filter((name) => !applied.has(name));
}

async function refuseNewerSchema(database: DataSource): Promise<ReadonlySet<string>> {
  const [table] = await database.query<{ found: boolean }[]>(
    'select to_regclass($1) is not null as found',
    [migrationsTable],
  );
  if (table?.found !== true) return new Set();
  const rows = await database.query<{ name: string }[]>(`select name from ${migrationsTable}`);
  const known = new Set((await loadMigrations()).map(({ name }) => name));
  const unknown = rows.map(({ name }) => name).filter((name) => !known.has(name));
  if (unknown.length > 0) throw new NewerSchemaError(unknown);
  return new Set(rows.map(({ name }) => name));
}

let loaded: Promise<MigrationClass[]> | undefined;

/** Every migration in the order of the files' numbers. */
export function loadMigrations(): Promise<MigrationClass[]> {
  loaded ??= readMigrations(path.resolve(import.meta.dirname, '../../migrations'));
  return loaded;
}

async function readMigrations(folder: string): Promise<MigrationClass[]> {
  const files = (await readdir(folder)).filter((file) => /^\d{4}-.+(?<!\.d)\.[jt]s$/.test(file));
  const classes = await Promise.all(files.sort().map((file) => readMigration(folder, file)));
  const order = classes.map(({ name }) => Number(name.slice(-13)));
  const wrong = order.findIndex((timestamp, index) => index > 0 && timestamp <= order[index - 1]!);
  if (wrong > 0) {
    throw new Error(
      `${files[wrong] ?? '?'}: the number at the end of the class name must be higher than in the file before it.`,
    );
  }
  return classes;
}

async function readMigration(folder: string, file: string): Promise<MigrationClass> {
  const exported = (await import(pathToFileURL(path.join(folder, file)).href)) as object;
  const classes = Object.values(exported).filter(isMigrationClass);
  const [only] = classes;
  if (only === undefined || classes.length > 1 || !/\d{13}$/.test(only.name)) {
    throw new Error(`${file} must export one migration class whose name ends in 13 digits.`);
  }
  return only;
}

function isMigrationClass(value: unknown): value is MigrationClass {
  return typeof value === 'function' && 'up' in (value as MigrationClass).prototype;
}

/** PostgreSQL asks to try again: serialization failure, deadlock. */
const tryAgain = new Set(['40001', '40P01']);

/** How often a transaction is tried in all. */
const ATTEMPTS = 8;

type Isolation = Parameters<EntityManager['transaction']>[0];
type Work<T> = (manager: EntityManager) => Promise<T>;

/**
 * Runs a transaction again from its start when PostgreSQL asks for it. No order of statements would spare that: of two that
 * insert the same fact at the same moment an exclusion constraint has each wait for the other's row. So whatever a
 * transaction does outside the database must be the same when it is done twice.
 */
class RepeatingDataSource extends DataSource {
  override transaction<T>(work: Work<T>): Promise<T>;
  override transaction<T>(isolation: Isolation, work: Work<T>): Promise<T>;
  /** @throws whatever the work throws, and the last refusal of PostgreSQL when the attempts are used up */
  override async transaction<T>(first: Isolation | Work<T>, second?: Work<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        if (typeof first === 'function') return await super.transaction(first);
        return await super.transaction(first, second as Work<T>);
      } catch (error) {
        const code = databaseErrorCode(error);
        if (code === undefined || !tryAgain.has(code) || attempt >= ATTEMPTS) throw error;
        await sleep(Math.random() * 10 * 2 ** attempt);
      }
    }
  }
}

/** PostgreSQL's code of a failed query, such as 23505, whether TypeORM wrapped it or not. */
export function databaseErrorCode(error: unknown): string | undefined {
  return errorCode(driverError(error)) ?? errorCode(error);
}

/** The constraint that a failed query broke; to turn it into a refusal in words. */
export function brokenConstraint(error: unknown): string | undefined {
  const inner = driverError(error) ?? error;
  if (typeof inner !== 'object' || inner === null || !('constraint' in inner)) return undefined;
  return typeof inner.constraint === 'string' ? inner.constraint : undefined;
}

function driverError(error: unknown): unknown {
  if (typeof error !== 'object' || error === null || !('driverError' in error)) return undefined;
  return error.driverError;
}
