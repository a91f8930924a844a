import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const launcher = path.resolve(import.meta.dirname, '../../dist/src/launcher.js');

/** Runs the built launcher as people do; `npm test` builds it first. */
describe('npm start', () => {
  let dataDir: string;
  let output: string;
  let running: ChildProcess | undefined;

  beforeEach(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'qar-launch-'));
    await chmod(dataDir, 0o755);
  });
  afterEach(async () => {
    if (running?.exitCode === null && running.signalCode === null) await stop();
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  });

  /** Starts it and waits for its address. */
  async function start(): Promise<string> {
    output = '';
    const child = spawn(process.execPath, [launcher], {
      env: {
        ...process.env,
        QAR_DATA_DIR: dataDir,
        LOG_LEVEL: 'info',
        ...{ PORT: '', DATABASE_URL: '', REDIS_URL: '', NODE_OPTIONS: '' },
      },
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text) => (output += String(text)));
    }
    running = child;
    await eventually(() => output.includes('Ready on') || child.exitCode !== null);
    const url = /Ready on (\S+)/.exec(output)?.[1];
    if (url === undefined) throw new Error(`The launcher did not become ready: ${output}`);
    return url;
  }

  async function stop(): Promise<number | null> {
    const ended = once(running!, 'exit');
    running!.kill('SIGTERM');
    const [code] = (await ended) as [number | null];
    return code;
  }

  async function eventually(condition: () => boolean | Promise<boolean>): Promise<void> {
    const deadline = Date.now() + 40_000;
    while (!(await condition())) {
      if (Date.now() > deadline) throw new Error(`It never came so. Output: ${output}`);
      await sleep(100);
    }
  }

  const isReady = async (url: string): Promise<boolean> =>
    fetch(`${url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );

  /** Number of the process that last said it was ready. */
  function readyPid(part: 'web' | 'worker'): number | undefined {
    const lines = output.matchAll(
      new RegExp(`"process":"${part}","pid":(\\d+),"msg":"ready"`, 'g'),
    );
    const last = [...lines].at(-1)?.[1];
    return last === undefined ? undefined : Number(last);
  }

  const databasePid = async (): Promise<number> =>
    Number.parseInt(await readFile(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10);

  it('serves, survives the death of each of its processes, and stops without a trace', async () => {
    const url = await start();
    expect(await isReady(url)).toBe(true);
    // Ctrl-C in a terminal reaches all processes; these leave it to the launcher.
    for (const part of ['worker', 'web'] as const) process.kill(readyPid(part)!, 'SIGINT');
    await sleep(500);
    expect(await isReady(url)).toBe(true);
    expect(output).not.toContain('stopping');
    for (const part of ['worker', 'web'] as const) {
      const before = readyPid(part)!;
      process.kill(before, 'SIGKILL');
      await eventually(() => readyPid(part) !== before);
    }
    process.kill(await databasePid(), 'SIGKILL');
    await eventually(() => output.includes('The database went away'));
    await eventually(() => isReady(url));
    expect(await stop()).toBe(0);
    expect(await isReady(url)).toBe(false);
    await expect(databasePid()).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('starts again after a kill -9, whose children end by themselves', async () => {
    const url = await start();
    const orphan = readyPid('web')!;
    const database = await databasePid();
    running!.kill('SIGKILL');
    await eventually(() => {
      try {
        process.kill(orphan, 0);
        return false;
      } catch {
        return true;
      }
    });
    expect(await isReady(url)).toBe(false);
    const again = await start();
    expect(output).toContain('Took over the database server');
    expect(await databasePid()).toBe(database);
    expect(await isReady(again)).toBe(true);
  });
});
