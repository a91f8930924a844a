/**
 * A database of its own for a test file: cloned from a migrated template, dropped at the end.
 *
 *     let database: TestDatabase;
 *     beforeAll(async () => { database = await createTestDatabase({ entities: [SchoolEntity] }); });
 *     afterAll(() => database.drop());
 *
 * The first file that asks starts the built-in PostgreSQL and migrates the template; tests without a database pay
 * nothing. With QAR_TEST_DATABASE_URL (an administrator's address) that server is used instead.
 */
import { createHash, randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { type DataSource } from 'typeorm';
import { loadMigrations, migrate, openDatabase } from '../../src/platform/database.js';
import { isMissing } from '../../src/platform/error-code.js';
import { startEmbeddedPostgres } from '../../src/platform/postgres/embedded-postgres.js';

export interface TestDatabase {
  readonly url: string;
  /** Connected, with the entities asked for; at most five connections. */
  readonly dataSource: DataSource;
  /** Closes the connection and drops the database, also when somebody is still connected. */
  drop(): Promise<void>;
}

export interface TestDatabaseOptions {
  readonly entities?: readonly (new () => object)[];
  /** Copied; must have nobody connected. Default: the migrated template, with no data. */
  readonly template?: string;
}

export async function createTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const server = await testServerUrl();
  const template = options.template ?? (await migratedTemplate(server));
  const name = `test_${randomBytes(8).toString('hex')}`;
  await command(server, `create database ${name} template ${template} strategy file_copy`);
  const url = withDatabase(server, name);
  const dataSource = await openDatabase({ url, poolSize: 5, entities: options.entities ?? [] });
  return {
    url,
    dataSource,
    drop: async () => {
      if (dataSource.isInitialized) await dataSource.destroy();
      await command(server, `drop database if exists ${name} with (force)`);
    },
  };
}

/** An empty database, not migrated; for tests of the migrations themselves. */
export async function createEmptyDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = await testServerUrl();
  const name = `test_${randomBytes(8).toString('hex')}`;
  await command(server, `create database ${name}`);
  return {
    url: withDatabase(server, name),
    drop: () => command(server, `drop database if exists ${name} with (force)`),
  };
}

/** Address of the test server's administrator database; starts the server when it is the first to ask. */
export async function testServerUrl(): Promise<string> {
  const given = process.env.QAR_TEST_DATABASE_URL;
  if (given !== undefined && given !== '') return given;
  const folder = process.env.QAR_TEST_FOLDER;
  if (folder === undefined) {
    throw new Error(
      'QAR_TEST_FOLDER is not set: run the tests through Jest with its global setup.',
    );
  }
  const note = path.join(folder, 'server-url');
  const known = await readFile(note, 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (known !== undefined) return known;
  const server = await startEmbeddedPostgres({
    dataDir: folder,
    durable: false,
    port: 56_000,
    database: 'administration',
  });
  await server.release(); // runs on for the other files; the global teardown stops it
  await writeFile(`${note}.${process.pid}`, server.url);
  await rename(`${note}.${process.pid}`, note);
  return server.url;
}

async function migratedTemplate(server: string): Promise<string> {
  const names = (await loadMigrations()).map((migration) => migration.name + migration.toString());
  const fingerprint = createHash('sha256').update(names.join('\n')).digest('hex').slice(0, 12);
  return templateDatabase(server, `template_${fingerprint}`, migrate);
}

/** A database to be copied, filled once by whoever asks first; two processes that want it at the same time take turns. */
export async function templateDatabase(
  server: string,
  template: string,
  fill: (url: string) => Promise<unknown>,
): Promise<string> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(7112028)');
    const found = await client.query('select 1 from pg_database where datname = $1', [template]);
    if (found.rowCount === 0) {
      const draft = `${template}_draft`;
      await client.query(`drop database if exists ${draft} with (force)`);
      await client.query(`create database ${draft}`);
      await fill(withDatabase(server, draft));
      await client.query(`alter database ${draft} rename to ${template}`);
    }
  } finally {
    await client.end();
  }
  return template;
}

async function command(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function withDatabase(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
