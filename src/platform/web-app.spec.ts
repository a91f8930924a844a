import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Post } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import request from 'supertest';
import { Author, nameAuthor } from './author.js';
import { createLogger } from './logging.js';
import { ProblemFilter } from './problems/problem.filter.js';
import { secureHeaders, serveWebApp } from './web-app.js';

@Controller('api/v1/author')
class WhoController {
  constructor(private readonly author: Author) {}

  @Get()
  async read(): Promise<{ name: string }> {
    await new Promise((resolve) => setTimeout(resolve, 5));
    return { name: this.author.name };
  }

  @Post()
  write(): Promise<{ name: string }> {
    return this.read();
  }
}

const html = { accept: 'text/html,application/xhtml+xml' };
let folder: string;
let application: NestExpressApplication;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'qar-web-'));
  await mkdir(path.join(folder, 'assets'));
  await writeFile(path.join(folder, 'index.html'), '<script nonce="__CSP_NONCE__"></script>');
  await writeFile(path.join(folder, 'assets', 'app-1.js'), 'export {}');
  const module = await Test.createTestingModule({
    controllers: [WhoController],
    providers: [{ provide: Author, useValue: new Author('Operations') }],
  }).compile();
  application = module.createNestApplication<NestExpressApplication>();
  application.use(secureHeaders);
  application.use(nameAuthor);
  application.useGlobalFilters(new ProblemFilter(createLogger('test', 'silent')));
  serveWebApp(application, folder);
  await application.init();
});

afterAll(async () => {
  await application.close();
  await rm(folder, { recursive: true });
});

const server = () => request(application.getHttpServer());

describe('the web app', () => {
  it('is one page at every address that is not the API’s', async () => {
    for (const address of ['/', '/terms/spring-2027', '/schools/100091?text=vale']) {
      await server().get(address).set(html).expect(200).expect('Content-Type', /html/);
    }
  });

  it('leaves the API and what is not asked for as a page alone', async () => {
    await server().get('/api/v1/nothing').set(html).expect(404);
    await server().get('/terms/spring-2027').set({ accept: 'application/json' }).expect(404);
    await server().post('/terms/spring-2027').set(html).expect(404);
    await server().get('/api/v1/author').set(html).expect(200, { name: 'Operations' });
  });

  it('keeps its files for ever, as their names change with their contents, and has no others', async () => {
    const { headers } = await server().get('/assets/app-1.js').expect(200);
    expect(headers['cache-control']).toContain('immutable');
    await server().get('/assets/gone.js').set(html).expect(404);
    await server().get('/assets/../index.html').expect(404);
  });

  it('runs only what the server sent, with a nonce that is new each time', async () => {
    const answers = [await server().get('/').set(html), await server().get('/').set(html)];
    const nonces = answers.map(({ text }) => /nonce="([^"]+)"/.exec(text)?.[1]);
    expect(new Set(nonces).size).toBe(2);
    answers.forEach(({ headers }, place) => {
      const policy = headers['content-security-policy'];
      expect(policy).toContain(`style-src 'self' 'nonce-${nonces[place]}'`);
      expect(policy).toContain("script-src 'self';");
      expect(policy).not.toContain('unsafe');
    });
  });
});

describe('the author of a change', () => {
  it('is whom the request names, each its own', async () => {
    const names = ['Ruth%20Ellison', 'Si%C3%A2n%20Bowen'];
    const answers = await Promise.all(
      names.map((name) => server().post('/api/v1/author').set('Qar-Author', name)),
    );
    expect(answers.map(({ body }) => body as unknown)).toEqual([
      { name: 'Ruth Ellison' },
      { name: 'Siân Bowen' },
    ]);
  });

  it('is the operator where nobody is named', async () => {
    await server().post('/api/v1/author').expect(201, { name: 'Operations' });
  });

  it.each(['%', '%20', 'x'.repeat(201)])('is refused when it is no name: %s', async (name) => {
    const answer = await server().post('/api/v1/author').set('Qar-Author', name);
    expect(answer).toMatchObject({ status: 400, body: { code: 'BAD_AUTHOR' } });
  });
});
