import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ApiConsumes } from '@nestjs/swagger';
import request from 'supertest';
import { z } from 'zod';
import { createTestApplication } from '../../../test/support/application.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { createLogger } from '../logging.js';
import { IfMatch } from './if-match.js';
import { Refusal } from './refusal.js';

const Week = z.strictObject({ weeks: z.array(z.strictObject({ from: z.iso.date() })) });

@Controller('trials')
class TrialsController {
  @Get()
  list(
    @Query({ schema: z.object({ limit: z.coerce.number().int().max(100).optional() }) })
    query: object,
  ): object {
    return query;
  }
  @Post()
  make(@Body({ schema: Week }) body: object): object {
    return body;
  }
  @Put()
  @ApiConsumes('text/csv')
  upload(): object {
    return {};
  }
  @Put('version')
  change(@IfMatch() version: number): object {
    if (version !== 3) throw new Refusal('CHANGED_SINCE', 'The trial was changed.');
    return { version };
  }
  @Get('missing')
  missing(): never {
    throw new Refusal('NOT_FOUND', 'There is no trial 7.');
  }
  @Get('broken')
  broken(): never {
    throw new Error('the password is hunter2');
  }
  @Get('outage')
  outage(): never {
    throw Object.assign(new Error('query failed'), {
      driverError: Object.assign(new Error('shutting down'), { code: '57P03' }),
    });
  }
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: { readonly code: string };
  readonly text: string;
}

describe('problems', () => {
  let database: TestDatabase;
  let application: NestExpressApplication;
  const logged: string[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    application = await createTestApplication({
      databaseUrl: database.url,
      controllers: [TrialsController],
      logger: createLogger('test', 'info', { write: (line) => void logged.push(line) }),
    });
  });
  afterAll(async () => {
    await application.close();
    await database.drop();
  });

  const agent = (): ReturnType<typeof request> => request(application.getHttpServer());
  const trials = '/api/v1/trials';

  it('tell an expected refusal with its code, and the id that the logs hold', async () => {
    const { status, headers, body } = (await agent()
      .get(`${trials}/missing?name=Smith`)
      .set('X-Request-Id', 'trial-request-1')) as Answer;
    expect([status, headers['content-type'], headers['x-request-id']]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
      'trial-request-1',
    ]);
    expect(body).toEqual({
      type: 'urn:qar:problem:not-found',
      title: 'Not Found',
      status: 404,
      detail: 'There is no trial 7.',
      instance: `${trials}/missing`,
      code: 'NOT_FOUND',
      correlationId: 'trial-request-1',
    });
    expect(logged.join()).toContain('trial-request-1');
    expect(logged.join()).not.toContain('Smith');
  });

  it('say nothing about an error that nobody expected, and log all of it', async () => {
    const { status, body, text } = (await agent().get(`${trials}/broken`)) as Answer;
    expect([status, body.code]).toEqual([500, 'UNEXPECTED']);
    expect(text).not.toContain('hunter2');
    expect(logged.join()).toContain('hunter2');
  });

  it('name every field at fault, as a pointer and in words', async () => {
    const { status, body } = (await agent()
      .post(trials)
      .send({ weeks: [{ from: '2027-01-04' }, { from: 'soon' }], x: 1 })) as Answer;
    expect(status).toBe(400);
    expect(body).toMatchObject({
      code: 'INVALID_REQUEST',
      errors: [
        { pointer: '#/weeks/1/from', field: 'weeks, item 2, from' },
        { pointer: '#', field: 'the request' },
      ],
    });
  });

  it('validate the query too', async () => {
    expect((await agent().get(`${trials}?limit=101`)).body).toMatchObject({
      status: 400,
      errors: [{ pointer: '#/limit', field: 'limit' }],
    });
    expect((await agent().get(`${trials}?limit=100`)).body).toEqual({ limit: 100 });
  });

  it.each([
    ['malformed JSON', '{"weeks":[', 'application/json', 400, 'MALFORMED_JSON'],
    ['no body', '', 'application/json', 400, 'INVALID_REQUEST'],
    ['text for JSON', 'weeks', 'text/plain', 415, 'UNSUPPORTED_MEDIA_TYPE'],
    [
      'an unknown character set',
      '{}',
      'application/json; charset=klingon',
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['21 MB', `"${'x'.repeat(21 * 1024 * 1024)}"`, 'application/json', 413, 'TOO_LARGE'],
  ])('answer %s', async (_, body, type, status, code) => {
    const answer = await agent().post(trials).set('Content-Type', type).send(body);
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([status, code]);
  });

  it('take what a route is documented to take, and nothing else', async () => {
    expect((await agent().put(trials).set('Content-Type', 'text/csv').send('a,b')).status).toBe(
      200,
    );
    expect((await agent().put(trials).send({ a: 1 })).status).toBe(415);
  });

  it.each(['/api/v1/nothing', '/nothing', '/'])('answer an unknown address, %s', async (path) => {
    expect((await agent().get(path)).body).toMatchObject({
      status: 404,
      code: 'NO_SUCH_ADDRESS',
      instance: path,
    });
  });

  it.each([trials, '/health/live'])('name the methods that %s takes', async (path) => {
    const { status, headers, body } = (await agent().delete(path)) as Answer;
    expect([status, body.code]).toEqual([405, 'METHOD_NOT_ALLOWED']);
    expect(headers.allow?.split(', ')).toContain('GET');
  });

  it('ask for the version that a change is based on, and refuse an old one', async () => {
    const change = (tag: Record<string, string>) => agent().put(`${trials}/version`).set(tag);
    expect((await change({})).status).toBe(428);
    expect((await change({ 'If-Match': 'three' })).status).toBe(400);
    expect((await change({ 'If-Match': '"2"' })).body).toMatchObject({
      status: 412,
      code: 'CHANGED_SINCE',
    });
    expect((await change({ 'If-Match': '"3"' })).body).toEqual({ version: 3 });
  });

  it('say that the database is away, and when to try again', async () => {
    const { status, headers, body } = (await agent().get(`${trials}/outage`)) as Answer;
    expect([status, headers['retry-after'], body.code]).toEqual([503, '10', 'UNAVAILABLE']);
  });
});
