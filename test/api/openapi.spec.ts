import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Validator } from '@seriousme/openapi-schema-validator';
import request from 'supertest';
import { exampleProblem } from '../../src/allocations/runs/problem-file.example.js';
import { readProblem } from '../../src/solver/file/read-problem.js';
import { writeProblem } from '../../src/solver/file/write-files.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { createWholeApplication } from '../support/whole-application.js';
import { type Content, describedRoutes, type Route } from './described-routes.js';
import { SchemaChecker } from './schema-checker.js';

let database: TestDatabase;
let application: NestExpressApplication;
let text: string;
let document: OpenAPIObject;
let routes: Route[];

beforeAll(async () => {
  database = await createTestDatabase();
  application = await createWholeApplication(database.url);
  text = (await request(application.getHttpServer()).get('/api/openapi.json')).text;
  document = JSON.parse(text) as OpenAPIObject;
  routes = describedRoutes(document);
});
afterAll(async () => {
  await application.close();
  await database.drop();
});

/** Whatever a route takes or answers, with a name to find it by. */
function contents(): [string, Content][] {
  return routes.flatMap(({ name, body, answers }) => [
    ...Object.entries(body).map(([type, content]): [string, Content] => [
      `${name}, body, ${type}`,
      content,
    ]),
    ...Object.entries(answers).flatMap(([status, content]) =>
      Object.entries(content).map(([type, each]): [string, Content] => [
        `${name}, ${status}, ${type}`,
        each,
      ]),
    ),
  ]);
}

/** Bytes that are no text have nothing to show. */
const isBinary = ([name]: [string, Content]): boolean =>
  /application\/(?:vnd|octet)/u.test(name) && !name.endsWith('json');

describe('the API’s description', () => {
  it('is a valid OpenAPI document', async () => {
    const { valid, errors } = await new Validator().validate(
      JSON.parse(text) as Record<string, unknown>,
    );
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
  });

  it('is checked in as it is now; npm run openapi writes it', async () => {
    const checkedIn = await readFile('docs/openapi.json', 'utf8');
    expect(JSON.parse(checkedIn)).toEqual(document);
  });

  it('holds the routes of every part of the product', () => {
    const tags = new Set(routes.flatMap((route) => route.tags));
    expect([...tags].sort()).toEqual([
      'Allocation runs',
      'Audit',
      'Availability',
      'Calendar',
      'Commitments',
      'Exports',
      'Health',
      'Imports',
      'Lead Reviewers',
      'Plans',
      'Registers',
      'Reports',
      'Reviews',
      'Schools',
      'Settings',
    ]);
    expect(routes.length).toBeGreaterThan(90);
  });

  it('says of every route what it does, where it belongs, and by which name programs call it', () => {
    for (const { name, summary, tags, operationId } of routes) {
      expect([name, summary]).toEqual([name, expect.stringMatching(/\w{3}/u)]);
      expect([name, tags]).toEqual([name, [expect.any(String)]]);
      expect([name, operationId]).toEqual([name, expect.stringMatching(/^[a-z]\w+$/u)]);
    }
    expect(new Set(routes.map(({ operationId }) => operationId)).size).toBe(routes.length);
  });

  it('says of every route what success looks like: content with a schema, or none', () => {
    const lacking = routes.filter(({ answers }) => {
      const success = Object.entries(answers).filter(([status]) => status.startsWith('2'));
      const isEmpty = success.every(([status]) => status === '204');
      return !isEmpty && !success.every(([, content]) => Object.keys(content).length > 0);
    });
    expect(lacking.map(({ name }) => name)).toEqual([]);
    expect(contents().filter(([, { schema }]) => schema === undefined)).toEqual([]);
  });

  it('tells every refusal as a problem, with the codes that programs may depend on', () => {
    const refusals = routes.flatMap(({ name, answers }) =>
      Object.entries(answers)
        .filter(([status]) => status >= '4' && !(name === 'get /health/ready' && status === '503'))
        .map(([status, content]) => ({ name, status, content })),
    );
    for (const { name, status, content } of refusals) {
      expect([name, status, Object.keys(content)]).toEqual([
        name,
        status,
        ['application/problem+json'],
      ]);
      for (const [code, problem] of Object.entries(content['application/problem+json']!.examples)) {
        expect([name, problem]).toEqual([
          name,
          expect.objectContaining({ code, status: Number(status) }),
        ]);
      }
    }
  });

  it('documents for each route the refusals that follow from what it takes', () => {
    const statuses = (name: string): string[] => {
      const route = routes.find((each) => each.name === name);
      return Object.keys(route?.answers ?? {}).filter((status) => status >= '4');
    };
    expect(statuses('get /api/v1/training-days')).toEqual(['500', '503']);
    expect(statuses('get /api/v1/schools/{urn}')).toEqual(['400', '404', '500', '503']);
    expect(statuses('patch /api/v1/terms/{id}')).toEqual(
      '400 404 412 413 415 422 428 500 503'.split(' '),
    );
    expect(statuses('get /health/live')).toEqual(['500']);
  });

  it('shows an example of everything that is sent and answered, which fits its own schema', () => {
    const checker = new SchemaChecker(document);
    const all = contents();
    const lacking = all.filter(
      (each) => !isBinary(each) && Object.keys(each[1].examples).length === 0,
    );
    expect(lacking.map(([name]) => name)).toEqual([]);
    const faulty = all.flatMap(([name, { schema, examples }]) =>
      Object.values(examples)
        .map((example) => [name, ...checker.faults(schema ?? {}, example)])
        .filter(([, ...faults]) => faults.length > 0),
    );
    expect(faulty).toEqual([]);
  });

  it('shows for named schemas and for what an address needs examples that fit', () => {
    const checker = new SchemaChecker(document);
    const schemas = Object.entries(document.components?.schemas ?? {}) as [string, SchemaLike][];
    const named = schemas.flatMap(([name, schema]) =>
      schema.example === undefined ? [] : [[name, ...checker.faults(schema, schema.example)]],
    );
    const parameters = routes.flatMap(({ name, parameters: those }) =>
      those
        .filter(({ required }) => required === true)
        .map((each) => {
          const schema = (each.schema ?? {}) as SchemaLike;
          return [`${name} ${each.name}`, ...checker.faults(schema, schema.example)];
        }),
    );
    const faulty = [...named, ...parameters].filter(([, ...faults]) => faults.length > 0);
    expect(faulty).toEqual([]);
  });

  it('shows a problem file that the solver reads', () => {
    expect(readProblem(Buffer.from(writeProblem(exampleProblem)))).toEqual(exampleProblem);
  });

  it('keeps its notes to itself', () => {
    expect(text).not.toContain('x-refusal');
  });
});

interface SchemaLike {
  example?: unknown;
}

describe('the API’s pages', () => {
  it('come from the same server, and ask nobody else for anything', async () => {
    const page = await request(application.getHttpServer()).get('/api/docs');
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/(?:src|href)="https?:/u);
    expect(page.text).not.toMatch(/<script(?![^>]*\bsrc=)/u); // the policy below would stop it
    const policy = page.headers['content-security-policy'] ?? '';
    expect(policy).toContain("script-src 'self'");
  });
});
