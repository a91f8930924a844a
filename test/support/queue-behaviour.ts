/** What the queue promises, on either store: the same suite runs on PostgreSQL and on Redis. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Injectable, Module, type INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { type DataSource } from 'typeorm';
import { z } from 'zod';
import { createLogger, NestLogger } from '../../src/platform/logging.js';
import { PlatformModule } from '../../src/platform/platform.module.js';
import { defineJob, type JobContext, type JobHandler } from '../../src/platform/queue/job.js';
import { JobQueues } from '../../src/platform/queue/job-queues.js';
import { HandlesJob } from '../../src/platform/queue/job-register.js';
import { OutboxRelay } from '../../src/platform/queue/outbox-relay.js';
import { sendJob } from '../../src/platform/queue/outbox.js';
import { QueueModule } from '../../src/platform/queue/queue.module.js';
import { testConfiguration } from './configuration.js';
import { createTestDatabase, type TestDatabase } from './database.js';

const stamp = defineJob('stamp', z.object({ letter: z.string() }), { attempts: 3 });

type Work = (payload: { letter: string }, context: JobContext) => Promise<void>;

export function describeQueueBehaviour(environment: () => Record<string, string>): void {
  let database: TestDatabase;
  let source: DataSource;
  let open: INestApplicationContext[];
  let settings: Record<string, string>;

  beforeEach(async () => {
    database = await createTestDatabase();
    source = database.dataSource;
    open = [];
    settings = environment();
  });
  afterEach(async () => {
    await Promise.all(open.map((application) => application.close()));
    await database.drop();
  });

  async function start(works: boolean, work: Work): Promise<INestApplicationContext> {
    @Injectable()
    @HandlesJob(stamp)
    class StampHandler implements JobHandler<{ letter: string }> {
      handle = work;
    }
    @Module({ imports: [QueueModule.forJobs(stamp)], providers: [StampHandler] })
    class Stamping {}
    const platform = PlatformModule.for({
      configuration: testConfiguration(settings),
      databaseUrl: database.url,
      logger: createLogger('test', 'silent'),
      works,
      poolSize: 5,
    });
    const module = await Test.createTestingModule({ imports: [platform, Stamping] })
      .setLogger(new NestLogger(createLogger('test', 'silent')))
      .compile();
    const application = await module.init();
    open.push(application);
    return application;
  }

  const send = (id: string, letter = id): Promise<void> =>
    source.transaction((manager) => sendJob(manager, stamp, id, { letter }));

  const waiting = async (): Promise<number> =>
    (await source.query<unknown[]>('select 1 from outbox')).length;

  /** Looks until it is so, at most twenty seconds. */
  async function eventually(condition: () => boolean | Promise<boolean>): Promise<void> {
    await expect(
      (async () => {
        const deadline = Date.now() + 20_000;
        while (!(await condition())) {
          if (Date.now() > deadline) throw new Error('it never came so');
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
      })(),
    ).resolves.toBeUndefined();
  }

  describe('sending in a transaction', () => {
    it('delivers after the commit, with the typed payload, and empties the outbox', async () => {
      const done: unknown[] = [];
      await start(true, (payload, { jobId, attempt }) => {
        done.push([payload, jobId, attempt]);
        return Promise.resolve();
      });
      await send('first');
      await eventually(() => done.length === 1);
      expect(done).toEqual([[{ letter: 'first' }, 'first', 1]]);
      await eventually(async () => (await waiting()) === 0);
    });

    it('delivers nothing after a rollback', async () => {
      const done: string[] = [];
      await start(true, ({ letter }) => Promise.resolve(void done.push(letter)));
      const failing = source.transaction(async (manager) => {
        await sendJob(manager, stamp, 'undone', { letter: 'undone' });
        throw new Error('changed my mind');
      });
      await expect(failing).rejects.toThrow('changed my mind');
      await send('kept');
      await eventually(() => done.length === 1);
      expect(done).toEqual(['kept']);
    });

    it('refuses a payload that does not fit, and an id that the queue cannot take', async () => {
      const wrong = source.transaction((manager) =>
        sendJob(manager, stamp, 'x', { letter: 7 as unknown as string }),
      );
      await expect(wrong).rejects.toThrow('expected string');
      await expect(send('42')).rejects.toMatchObject({ driverError: { code: '23514' } });
      await expect(send('a:b')).rejects.toMatchObject({ driverError: { code: '23514' } });
    });
  });

  describe('delivering', () => {
    it('hands the same job over twice without doing it twice: a relay died after it had handed it over', async () => {
      const done: string[] = [];
      const application = await start(false, () => Promise.resolve());
      await send('once');
      await application
        .get(JobQueues)
        .of(stamp)
        .add('stamp', { letter: 'once' }, { jobId: 'once' });
      expect(await application.get(OutboxRelay).relay()).toBe(1);
      await start(true, ({ letter }) => Promise.resolve(void done.push(letter)));
      await send('last');
      await eventually(() => done.includes('last'));
      expect(done).toEqual(['once', 'last']);
    });

    it('keeps jobs until there is a worker, and a process that only sends does none', async () => {
      const inWeb: string[] = [];
      const inWorker: string[] = [];
      await start(false, ({ letter }) => Promise.resolve(void inWeb.push(letter)));
      await send('patient');
      expect(await waiting()).toBe(1);
      await start(true, ({ letter }) => Promise.resolve(void inWorker.push(letter)));
      await eventually(() => inWorker.length === 1);
      expect(inWeb).toEqual([]);
    });

    it('tries again after a failure, as often as the kind of job says', async () => {
      const attempts: number[] = [];
      await start(true, (_, { attempt }) => {
        attempts.push(attempt);
        return Promise.reject(new Error('no'));
      });
      await send('stubborn');
      await eventually(() => attempts.length === 3);
      expect(attempts).toEqual([1, 2, 3]);
    });

    it('gives a job back at a graceful stop, and the next worker does it as the same attempt', async () => {
      let begun = false;
      const attempts: number[] = [];
      const first = await start(true, (_, { signal }) => {
        begun = true;
        return new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new Error('stopped')));
        });
      });
      await send('long');
      await eventually(() => begun);
      await first.close();
      open = [];
      await start(true, (_, { attempt }) => Promise.resolve(void attempts.push(attempt)));
      await eventually(() => attempts.length === 1);
      expect(attempts).toEqual([1]);
    });
  });
}
