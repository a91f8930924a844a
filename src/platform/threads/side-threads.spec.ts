import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SideThreads, type SideWork } from './side-threads.js';

/** Work that goes wrong, as a module that threads can load. */
const MODULE = `
  import { existsSync, writeFileSync } from 'node:fs';
  export const busy = (ms) => { const until = Date.now() + ms; while (Date.now() < until); return ms; };
  export const fails = (why) => { throw new RangeError(why); };
  export const breaksOff = () => process.exit(3);
  export const breaksOffOnce = (mark) => {
    if (existsSync(mark)) return 'done';
    writeFileSync(mark, '');
    process.exit(3);
  };`;

const folder = await mkdtemp(path.join(tmpdir(), 'qar-side-'));
const file = path.join(folder, 'work.mjs');
await writeFile(file, MODULE);
const threads = new SideThreads();
afterAll(async () => {
  await threads.onApplicationShutdown();
  await rm(folder, { recursive: true });
});

function work<Argument, Result>(name: string): SideWork<Argument, Result> {
  return { file, name, run: () => Promise.reject(new Error('It is run in a thread.')) };
}

describe('work in side threads', () => {
  it('leaves this thread free', async () => {
    let turns = 0;
    const others = setInterval(() => turns++, 5);
    expect(await threads.run(work<number, number>('busy'), 200)).toBe(200);
    clearInterval(others);
    expect(turns).toBeGreaterThan(10);
  });

  it('says what it could not do', async () => {
    await expect(threads.run(work('fails'), 'no ink')).rejects.toThrow('no ink');
  });

  it('is done once more when its thread broke off', async () => {
    expect(await threads.run(work('breaksOffOnce'), path.join(folder, 'mark'))).toBe('done');
  });

  it('fails where its thread breaks off again, and keeps nobody waiting who came after', async () => {
    const ends = await Promise.allSettled([
      threads.run(work('breaksOff'), null),
      threads.run(work('breaksOff'), null),
      threads.run(work<number, number>('busy'), 1),
      threads.run(work<number, number>('busy'), 2),
    ]);
    expect(
      ends.map((end) => (end.status === 'fulfilled' ? end.value : String(end.reason))),
    ).toEqual([
      'Error: A thread broke off over work.',
      'Error: A thread broke off over work.',
      1,
      2,
    ]);
  });

  it('ends with the service', async () => {
    const stopping = new SideThreads();
    const endless = stopping.run(work<number, number>('busy'), 60_000);
    const waiting = [1, 2].map((ms) => stopping.run(work<number, number>('busy'), ms));
    const all = Promise.allSettled([endless, ...waiting]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await stopping.onApplicationShutdown();
    const [first] = await all;
    expect(first?.status).toBe('rejected');
  });
});
