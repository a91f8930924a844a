import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../src/platform/postgres/embedded-postgres.js';
import { isPortFree } from '../../src/platform/postgres/free-port.js';

describe('the built-in PostgreSQL', () => {
  let dataDir: string;
  let started: EmbeddedPostgres[];
  const sentences: string[] = [];

  beforeEach(async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'qar platform '));
    await chmod(folder, 0o755);
    dataDir = path.join(folder, 'data of the team');
    started = [];
    sentences.length = 0;
  });
  afterEach(async () => {
    await Promise.all(started.map((server) => server.stop()));
    await rm(path.dirname(dataDir), { recursive: true, force: true, maxRetries: 5 });
  });

  async function start(port = 57_000): Promise<EmbeddedPostgres> {
    const log = (sentence: string): void => void sentences.push(sentence);
    const server = await startEmbeddedPostgres({ dataDir, durable: false, port, log });
    started.push(server);
    return server;
  }

  async function answer(url: string, sql: string): Promise<unknown> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      const { rows } = await client.query<{ answer: unknown }>(sql);
      return rows[0]?.answer;
    } finally {
      await client.end();
    }
  }

  const serverPid = async (server: EmbeddedPostgres): Promise<number> =>
    Number.parseInt(await readFile(path.join(server.folder, 'postmaster.pid'), 'utf8'), 10);

  it('starts in a path with spaces, in UTF-8, keeps its data, and is down after its stop', async () => {
    const first = await start();
    await answer(first.url, `create table kept as select 'Siân' as answer`);
    await first.stop();
    expect(await isPortFree(Number(new URL(first.url).port), '127.0.0.1')).toBe(true);
    const second = await start();
    expect(await answer(second.url, 'select answer from kept')).toBe('Siân');
    expect(await answer(second.url, `select current_setting('server_encoding') as answer`)).toBe(
      'UTF8',
    );
  });

  it('passes over a port that is taken, and says so', async () => {
    const taken = createServer().listen(57_300, '127.0.0.1');
    await once(taken, 'listening');
    try {
      const server = await start(57_300);
      expect(new URL(server.url).port).not.toBe('57300');
      expect(sentences[0]).toMatch(/Port 57300 is taken; the database listens on 573\d\d/);
    } finally {
      taken.close();
    }
  });

  it('is started once by two that ask together, and only the owner’s stop ends it', async () => {
    const both = await Promise.all([start(), start()]);
    expect(both.map(({ isOwner }) => isOwner).sort()).toEqual([false, true]);
    expect(both[0].url).toBe(both[1].url);
    const guest = both.find(({ isOwner }) => !isOwner)!;
    await guest.stop();
    expect(await answer(guest.url, 'select 1 as answer')).toBe(1);
  });

  it('is taken over from a process that ended, and can be stopped then', async () => {
    const orphaned = await start();
    await orphaned.release();
    const heir = await start();
    expect([heir.url, heir.isOwner]).toEqual([orphaned.url, true]);
    expect(sentences).toContain('Took over the database server of a process that ended.');
    await heir.stop();
    await expect(answer(heir.url, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('tells when it was killed, and starts again with everything committed', async () => {
    const server = await start();
    const gone = new Promise<void>((resolve) => server.onExit(resolve));
    const careful = `${server.url}?options=${encodeURIComponent('-c synchronous_commit=on')}`;
    await answer(careful, 'create table kept as select 7 as answer');
    process.kill(await serverPid(server), 'SIGKILL');
    await gone;
    const again = await start();
    expect(await answer(again.url, 'select answer from kept')).toBe(7);
  });

  it('starts although the lock names a living process that is not its server', async () => {
    const server = await start();
    const lock = path.join(server.folder, 'postmaster.pid');
    const text = await readFile(lock, 'utf8');
    await server.stop();
    const stranger = spawn('sleep', ['60'], { stdio: 'ignore' });
    try {
      await writeFile(lock, text.replace(/^\d+/, String(stranger.pid)), { mode: 0o644 });
      expect(await answer((await start()).url, 'select 1 as answer')).toBe(1);
    } finally {
      stranger.kill();
    }
  });

  it('says what is in the way when the folder holds something else', async () => {
    await mkdir(path.join(dataDir, 'postgres'), { recursive: true });
    await writeFile(path.join(dataDir, 'postgres', 'notes.txt'), 'mine');
    await expect(start()).rejects.toThrow('holds files that are not PostgreSQL');
    expect(await readFile(path.join(dataDir, 'postgres', 'notes.txt'), 'utf8')).toBe('mine');
  });

  it('refuses data of another major version in words', async () => {
    const server = await start();
    await server.stop();
    await writeFile(path.join(server.folder, 'PG_VERSION'), '15\n');
    await expect(start()).rejects.toThrow('made by PostgreSQL 15; this is PostgreSQL 18');
  });

  it('ends with PostgreSQL’s own words when it does not start', async () => {
    const server = await start();
    await server.stop();
    await writeFile(path.join(server.folder, 'postgresql.conf'), 'nonsense = here\n');
    await expect(start()).rejects.toThrow(/nonsense/);
  });

  it('writes no value of a refused row to its log', async () => {
    const server = await start();
    const refused = answer(server.url, `select 'Siân O''Neill'::int as answer`);
    await expect(refused).rejects.toThrow();
    await answer(server.url, 'create table person (email text primary key)');
    await answer(server.url, `insert into person values ('sian@example.org')`);
    await expect(
      answer(server.url, `insert into person values ('sian@example.org')`),
    ).rejects.toThrow();
    await sleep(50);
    const log = await readFile(path.join(dataDir, 'postgres.log'), 'utf8');
    expect(log).toContain('duplicate key');
    expect(log).not.toContain('example.org');
  });
});
