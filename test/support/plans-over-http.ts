/** The API of plans, each over a small problem of its own, on a test file's own database. */
import { afterAll, beforeAll } from '@jest/globals';
import { type NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { createLogger } from '../../src/platform/logging.js';
import { prepareWeb } from '../../src/platform/web.js';
import { type Problem } from '../../src/solver/problem.js';
import { runApplication } from '../runs/run-application.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { smallContext } from './small-plan.js';
import { storeSolvedRun } from './solved-run.js';

export interface Reply<Body> {
  status: number;
  headers: Record<string, string>;
  body: Body;
}

/** What an answer that refuses says. */
export interface Refused {
  code: string;
  detail: string;
  errors: { field: string; message: string }[];
}

export interface PlansOverHttp {
  post<Body = Refused>(path: string, body: object): Promise<Reply<Body>>;
  get<Body>(path: string): Promise<Reply<Body>>;
  /** The plan of a run over a problem of its own: the name makes the difference. */
  solved(name: string, changes?: Partial<Problem>): Promise<string>;
  /** What the registers come to from now on, for a plan from nothing or a run. */
  freeze(problem: Problem): void;
  query<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
}

/**
 * @param registers what the database holds, as SQL
 * @param problemOf the problem of a plan
 */
export function plansOverHttp(
  registers: string,
  problemOf: (name: string, changes?: Partial<Problem>) => Problem,
): PlansOverHttp {
  let database: TestDatabase;
  let web: NestExpressApplication;
  let frozen = problemOf('Spring 2027');
  beforeAll(async () => {
    database = await createTestDatabase();
    await database.dataSource.query(registers);
    web = await runApplication({
      databaseUrl: database.url,
      works: false,
      freezeTerm: (_manager, _term, { policy = 'Standard' }) =>
        Promise.resolve({ problem: frozen, context: smallContext, policyName: policy }),
    });
    await prepareWeb(web, createLogger('test', 'silent'));
    await web.init();
  });
  afterAll(async () => {
    await web.close();
    await database.drop();
  });
  return {
    post: async <Body>(path: string, body: object): Promise<Reply<Body>> =>
      request(web.getHttpServer()).post(path).send(body),
    get: async <Body>(path: string): Promise<Reply<Body>> => request(web.getHttpServer()).get(path),
    solved: async (name, changes) => {
      const stored = await storeSolvedRun(database.dataSource, problemOf(name, changes), {
        context: smallContext,
        termId: 'spring-2027',
      });
      return stored.planId;
    },
    freeze: (problem) => {
      frozen = problem;
    },
    query: (sql, values = []) => database.dataSource.query(sql, [...values]),
  };
}
