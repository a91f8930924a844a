import { readFileSync } from 'node:fs';
import { type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { OpenAPIObject } from '@nestjs/swagger';
import fc from 'fast-check';
import { createLogger } from '../../src/platform/logging.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { createWholeApplication } from '../support/whole-application.js';
import { describedRoutes, type Route } from './described-routes.js';
import { type Answer, closeConnections, exchange } from './fuzz/exchange.js';
import { RequestMaker } from './fuzz/requests.js';
import { EarlierReports } from './fuzz/earlier-reports.js';
import { fillPayroll } from './fuzz/payroll.js';
import { fillSmallPartnership, joinLate, type Known } from './fuzz/small-partnership.js';
import { sureRequests } from './fuzz/sure-requests.js';
import { SchemaChecker } from './schema-checker.js';

/** Requests for each route that takes a body; QAR_FUZZ_CASES and QAR_FUZZ_SEED try more, and others. */
const CASES = Number(process.env.QAR_FUZZ_CASES ?? 25);
/** Fitting ones more for a route that has only refused so far. */
const MORE_CASES = 200;
const SEED = Number(process.env.QAR_FUZZ_SEED ?? 2027);

/** What only our own insides say: of the language, the database and its statements. */
const insides =
  /\.[cm]?[jt]s:\d|node_modules|\b(?:Type|Range|Syntax|QueryFailed)Error\b|\b(?:SELECT|INSERT INTO|DELETE FROM)\s|violates \w+ constraint|invalid input syntax|relation "/u;

/** openapi.spec.ts sees to it that this is the application's own. */
const document = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as OpenAPIObject;
const routes = describedRoutes(document);
const checker = new SchemaChecker(document);

let database: TestDatabase;
let application: NestExpressApplication;
let requests: RequestMaker;
let reports: EarlierReports;
let known: Known;
let port: number;
/** Errors that nobody expected, as the log tells them. */
let logged: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  application = await createWholeApplication(database.url, {
    logger: createLogger('test', 'error', { write: (line) => void logged.push(line) }),
  });
  const filled = await fillSmallPartnership(database.dataSource, application);
  const paid = await fillPayroll(database.dataSource, application);
  known = { ...filled, ...paid, ...(await joinLate(database.dataSource, application)) };
  await application.listen(0, '127.0.0.1');
  ({ port } = application.getHttpServer().address() as AddressInfo);
  requests = new RequestMaker(document, known);
  reports = new EarlierReports(port, database.dataSource, routes, requests);
});
afterAll(async () => {
  closeConnections();
  await application.close();
  await database.drop();
});

/** The more there is to spoil, the more is tried. */
function casesOf({ body, parameters }: Route): number {
  if (Object.keys(body).length > 0) return CASES;
  return parameters.length > 0 ? Math.ceil(CASES / 2) : 2;
}

/** What is wrong with an answer, judged by what the description promises of its route. */
function faultsOf(route: Route, { status, type, bytes }: Answer): string[] {
  const text = bytes.toString('utf8');
  const promised = route.answers[String(status)];
  if (status >= 500) return [`${status}: ${text} ${logged.join('\n')}`];
  if (promised === undefined) return [`${status} is not documented: ${text}`];
  if (status === 204) return bytes.length === 0 ? [] : [`a body where none belongs: ${text}`];
  const content = promised[type];
  if (content === undefined) return [`${status} as ${type} is not documented`];
  if (bytes.length === 0) return [`${status} without content`];
  if (!type.endsWith('json')) return [];
  const body = JSON.parse(text) as { code?: unknown; status?: unknown };
  const faults = checker.faults(content.schema ?? {}, body);
  if (status < 400) return faults;
  if (body.status !== status) faults.push(`says ${String(body.status)}`);
  if (!(String(body.code) in content.examples)) {
    faults.push(`the code ${String(body.code)} is not documented: ${text}`);
  }
  if (insides.test(text)) faults.push(`tells of our insides: ${text}`);
  return faults;
}

describe('whatever is sent, a route answers as its description says', () => {
  const succeeded = new Set<string>();

  it('does what fits, also where chance seldom makes what fits', async () => {
    for (const [name, make] of sureRequests(port, known)) {
      const route = routes.find((each) => each.name === name);
      const answer = await exchange(port, await make());
      const faults = route === undefined ? ['no such route'] : faultsOf(route, answer);
      expect([name, answer.status < 300 ? 'done' : answer.bytes.toString(), faults]).toEqual([
        name,
        'done',
        [],
      ]);
      succeeded.add(name);
    }
  });

  it.each(routes.map((route, i) => [route.name, route, i] as const))(
    '%s',
    async (name, route, i) => {
      if (i % 60 === 0) await reports.look();
      await fc.assert(
        fc.asyncProperty(requests.for(route), async (asked) => {
          logged = [];
          const times = asked.twice ? [1, 2] : [1];
          const answers = await Promise.all(times.map(() => exchange(port, asked)));
          for (const answer of answers) {
            expect(faultsOf(route, answer)).toEqual([]);
            if (answer.status < 300) succeeded.add(name);
          }
        }),
        { numRuns: casesOf(route), seed: SEED, endOnFailure: true },
      );
    },
  );

  it('and the requests were no mere rubbish: each route did at least once what it was asked to do', async () => {
    for (const route of routes.filter(({ name }) => !succeeded.has(name))) {
      const more = fc.sample(requests.fittingFor(route), { numRuns: MORE_CASES, seed: SEED });
      for (const asked of more) {
        const { status } = await exchange(port, asked);
        if (status >= 300) continue;
        succeeded.add(route.name);
        break;
      }
    }
    // What even these do not hit belongs into sure-requests.ts.
    const never = routes.filter(({ name }) => !succeeded.has(name)).map(({ name }) => name);
    expect(never).toEqual([]);
  });

  it('and reports as known at an earlier moment are what they were then', async () => {
    expect(await reports.faults()).toEqual([]);
    expect([...reports.routes].length).toBeGreaterThan(15);
  });
});
