import { type INestApplication } from '@nestjs/common';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { AllocationsModule } from '../../src/allocations/allocations.module.js';
import { type TermFreezer, termFreezer } from '../../src/allocations/runs/term-freezer.js';
import { readConfiguration } from '../../src/platform/configuration.js';
import { createLogger } from '../../src/platform/logging.js';
import { PlatformModule } from '../../src/platform/platform.module.js';

/** The one term of an otherwise empty database. */
export const SPRING_2027 = `
  INSERT INTO academic_year (id, starts_on, ends_on) VALUES ('2026/27', '2026-09-01', '2027-08-31');
  INSERT INTO term (id, academic_year, season, name, starts_on, ends_on)
  VALUES ('spring-2027', '2026/27', 'SPRING', 'Spring 2027', '2027-01-04', '2027-03-26')`;

export interface RunApplicationOptions {
  databaseUrl: string;
  /** Queue on this Redis instead of the database. */
  redisUrl?: string;
  /** Whether it does the jobs, as the worker process, or only sends them, as the web process. */
  works: boolean;
  freezeTerm?: TermFreezer;
}

/** The allocations part of the product with short times, so that what is lost is found within seconds. */
export async function runApplication(
  options: RunApplicationOptions,
): Promise<NestExpressApplication> {
  const configuration = readConfiguration({
    DATABASE_URL: options.databaseUrl,
    REDIS_URL: options.redisUrl,
    // Each test database has jobs of its own, also where they share a Redis.
    QAR_REDIS_PREFIX: new URL(options.databaseUrl).pathname.slice(1),
    QAR_QUEUE_LOCK_MS: '2000',
    QAR_QUEUE_STALLED_INTERVAL_MS: '500',
    QAR_OUTBOX_POLL_MS: '200',
    QAR_SWEEP_MS: '500',
  });
  const building = Test.createTestingModule({
    imports: [
      PlatformModule.for({
        configuration,
        databaseUrl: options.databaseUrl,
        logger: createLogger('test', 'silent'),
        works: options.works,
        poolSize: 5,
      }),
      AllocationsModule,
    ],
  });
  if (options.freezeTerm !== undefined) {
    building.overrideProvider(termFreezer).useValue(options.freezeTerm);
  }
  const app = (await building.compile()).createNestApplication<NestExpressApplication>({
    bodyParser: false,
    rawBody: true,
  });
  app.useLogger(false);
  return app;
}

/** Waits until the run has ended, and gives its state with how many plans it has. */
export async function ended(app: INestApplication, runId: string): Promise<Ended> {
  const database = app.get(DataSource);
  for (let waited = 0; waited < 60_000; waited += 50) {
    const [run] = await database.query<Ended[]>(
      `SELECT state, attempt, failure, (SELECT count(*) FROM plan WHERE run_id = $1) AS plans
       FROM allocation_run WHERE id = $1 AND finished_at IS NOT NULL`,
      [runId],
    );
    if (run !== undefined) return run;
    await new Promise((wake) => setTimeout(wake, 50));
  }
  throw new Error(`Run ${runId} has not ended within a minute.`);
}

export interface Ended {
  state: string;
  attempt: number;
  failure: string | null;
  plans: number;
}
