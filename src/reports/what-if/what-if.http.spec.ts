import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { createTestApplication } from '../../../test/support/application.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import {
  JANUARY_11,
  JANUARY_18,
  loadSmallReference,
  SmallRegisters,
  SPRING,
} from '../../../test/support/small-registers.js';
import { SolverPool } from '../../allocations/solving/solver-pool.js';
import { StudyWork } from '../../allocations/studies/study-work.js';
import { SAMPLE_TODAY } from '../../cli/demo-sample.js';
import { ReportsModule } from '../reports.module.js';
import {
  Scenario,
  ScenarioComparison,
  type ScenarioInput,
  ScenarioList,
  WhatIfReviews,
} from './what-if.schema.js';

let database: TestDatabase;
let application: NestExpressApplication;
const solver = new SolverPool();
const never = new AbortController().signal;
const base = '/api/v1/reports/what-if';

beforeAll(async () => {
  database = await createTestDatabase();
  const { manager } = database.dataSource;
  await loadSmallReference(manager);
  const registers = new SmallRegisters(manager);
  await registers.lead('LR-001', 'Ada Example');
  await registers.lead('LR-002', 'Ben Example');
  const windows = [JANUARY_11, JANUARY_18].map((week) => ({
    week,
    window: 'MON_WED' as const,
    grade: 'PREFERRED' as const,
  }));
  for (const [index, name] of ['Hill School', 'Vale School', 'Mill School'].entries()) {
    const urn = `10000${index + 1}`;
    await registers.school(urn, name);
    await registers.review(`R${index + 1}`, urn, windows);
  }
  await registers.school('100009', 'New School');
  application = await createTestApplication({
    databaseUrl: database.url,
    imports: [ReportsModule],
    environment: { QAR_TODAY: SAMPLE_TODAY },
  });
});
afterAll(async () => {
  await solver.close();
  await application.close();
  await database.drop();
});

interface Answer {
  status: number;
  body: unknown;
  text: string;
  headers: Record<string, string>;
}

async function send(
  method: 'get' | 'post' | 'put' | 'delete',
  address: string,
  body?: object,
  version?: number,
): Promise<Answer> {
  const sent = request(application.getHttpServer())[method](`${base}${address}`);
  if (version !== undefined) void sent.set('If-Match', `"${version}"`);
  return await sent.set('Qar-Author', 'Ruth').send(body);
}

const asScenario = ({ body }: Answer): Scenario => Scenario.strict().parse(body);

/** What a worker does with the studies that wait. */
async function work(): Promise<void> {
  const waiting = await database.dataSource.query<{ id: string }[]>(
    `SELECT id FROM study WHERE state = 'QUEUED' ORDER BY requested_at`,
  );
  const studies = new StudyWork(
    {
      dataSource: database.dataSource,
      solver,
      now: () => new Date('2026-12-21T10:42:00Z'),
      report: (where, error) => {
        throw new Error(where, { cause: error });
      },
    },
    { heartbeatMs: 20, staleMs: 100 },
  );
  for (const { id } of waiting) await studies.perform(id, never);
}

const leaves = { kind: 'LEAVES', person: 'LR-001', from: '2027-01-11' } as const;
const joins = {
  kind: 'JOINS',
  count: 1,
  postcode: 'LS1 4AP',
  phases: ['PRIMARY'],
  needs: [],
} as const;
const input = (name: string, changes: object[], more: Partial<ScenarioInput> = {}) => ({
  name,
  term: SPRING,
  changes,
  ...more,
});

describe('scenarios over HTTP', () => {
  it('are saved and computed at once, and tell what is lost and who falls short', async () => {
    const created = await send('post', '', input('Ada leaves', [leaves]));
    expect(created.status).toBe(201);
    const before = asScenario(created);
    expect(before).toMatchObject({
      result: null,
      underWay: { words: 'Waiting for a worker' },
      changeWords: ['Ada Example leaves on 11 January 2027'],
      scope: 'Spring 2027',
      changedBy: 'Ruth',
    });
    expect((await send('get', `/${before.id}/reviews?figure=LOST`)).status).toBe(404);
    await work();
    const after = asScenario(await send('get', `/${before.id}`));
    expect(after.underWay).toBeNull();
    expect(after.result).toMatchObject({
      sentence:
        '1 review would lose its Lead Reviewer; nobody would fall shorter of what is wanted of them.',
      isStale: false,
      isOfOtherChanges: false,
      isPossible: true,
      gaps: [],
      computed: '21 December 2026, 10:42',
      coverage: { before: 3, after: 2, lost: 1, gained: 0 },
    });
    const lost = WhatIfReviews.strict().parse(
      (await send('get', `/${before.id}/reviews?figure=LOST`)).body,
    );
    expect(lost.title).toBe('1 review would lose the Lead Reviewer');
    expect(lost.items[0]?.after).toBe('Nobody');
    const file = await send('get', `/${before.id}/files/csv?table=reviews`);
    expect(file.text).toContain('Ada Example leaves on 11 January 2027');
    expect(file.text).toContain('As at 21 December 2026; computed 21 December 2026, 10:42');
    expect((await send('get', `/${before.id}/files/xlsx?table=people`)).status).toBe(200);
  });

  it('are compared side by side', async () => {
    const [{ id: first = '' } = {}] = ScenarioList.parse((await send('get', '')).body).items;
    const { id: second } = asScenario(
      await send('post', '', input('Ada leaves, one joins', [leaves, joins])),
    );
    const address = `/comparison?first=${first}&second=${second}`;
    expect((await send('get', address)).body).toMatchObject({ code: 'NOT_COMPUTED' });
    await work();
    const comparison = ScenarioComparison.strict().parse((await send('get', address)).body);
    expect(comparison.rows[1]).toEqual({
      figure: 'COVERED',
      label: 'Reviews with a Lead Reviewer',
      first: { before: 3, after: 2 },
      second: { before: 3, after: 3 },
    });
    expect(comparison.reviews).toHaveLength(1);
    // Each figure of reviews opens as many as it says, in the scenario that it is of.
    for (const { figure, ...sides } of comparison.rows.slice(0, 2)) {
      for (const [id, { before, after }] of [
        [first, sides.first],
        [second, sides.second],
      ] as const) {
        for (const [side, count] of [
          ['BEFORE', before],
          ['AFTER', after],
        ] as const) {
          const { body } = await send('get', `/${id}/reviews?figure=${figure}_${side}`);
          expect([figure, side, WhatIfReviews.parse(body).items.length]).toEqual([
            figure,
            side,
            count,
          ]);
        }
      }
    }
    const led = await send('get', `/${second}/reviews?figure=COVERED_AFTER&lead=NEW-1`);
    expect(WhatIfReviews.parse(led.body).items.length).toBeGreaterThan(0);
  });

  it('look at the rest of the year, add reviews and move schools', async () => {
    const scenario = asScenario(
      await send('post', '', {
        name: 'More',
        changes: [
          { kind: 'REVIEW_ADDED', school: '100009' },
          { kind: 'REVIEW_DROPPED', school: '100001' },
          { kind: 'SCHOOL_MOVES', school: '100002', postcode: 'ls1' },
          { kind: 'LIMITS', person: 'LR-002', term: 2 },
          { kind: 'REGION', person: 'LR-002', region: 'Yorkshire and the Humber', grade: 'NO' },
        ],
        keepsPlan: true,
      }),
    );
    expect(scenario.scope).toBe('What is left of 2026/27');
    expect(scenario.changeWords[2]).toBe(
      'Vale School moves to LS1 (Leeds, Yorkshire and the Humber)',
    );
    await work();
    const { result } = asScenario(await send('get', `/${scenario.id}`));
    expect(result?.coverage).toMatchObject({ reviewsBefore: 3, reviewsAfter: 3 });
    expect(result?.sentence).toContain('1 review would not be due');
    expect(result?.coverage.regions.map(({ region }) => region)).toContain(
      'Yorkshire and the Humber',
    );
  });

  it('change from the version that was seen only, and are then computed again', async () => {
    const created = asScenario(await send('post', '', input('Changing', [leaves])));
    await work();
    const same = await send('post', `/${created.id}/computations`);
    expect(same.status).toBe(200);
    const later = { ...leaves, from: '2027-01-18' };
    const changed = await send('put', `/${created.id}`, input('Changed', [later]), 1);
    expect(asScenario(changed)).toMatchObject({ version: 2, result: { isOfOtherChanges: true } });
    expect(changed.headers).toMatchObject({ etag: '"2"', 'cache-control': 'no-store' });
    const again = await send('put', `/${created.id}`, input('Again', [later]), 1);
    expect([again.status, (again.body as { code: string }).code]).toEqual([412, 'CHANGED_SINCE']);
    await work();
    expect(asScenario(await send('get', `/${created.id}`)).result?.isOfOtherChanges).toBe(false);
    await database.dataSource.query(
      `INSERT INTO audit_entry (actor, action, subject, subject_id) VALUES ('Test', 'test', 'review', 'x')`,
    );
    expect(asScenario(await send('get', `/${created.id}`)).result?.isStale).toBe(true);
  });

  it('can be deleted and put back, and never share a name', async () => {
    const { id } = asScenario(await send('post', '', input('Twice', [leaves])));
    const twin = await send('post', '', input('tWICE', [leaves]));
    expect(twin.body).toMatchObject({ status: 409, code: 'ALREADY_THERE' });
    expect((await send('delete', `/${id}`, undefined, 1)).status).toBe(204);
    expect((await send('get', `/${id}`)).status).toBe(404);
    const back = await send('post', `/${id}/restorations`);
    expect(asScenario(back).name).toBe('Twice');
    const trace = await database.dataSource.query<{ action: string }[]>(
      `SELECT action FROM audit_entry WHERE subject = 'scenario' AND subject_id = $1 ORDER BY id`,
      [id],
    );
    expect(trace.map(({ action }) => action)).toEqual([
      'scenario saved',
      'scenario deleted',
      'scenario put back',
    ]);
  });

  const unfit: [string, object, string][] = [
    ['somebody unknown', { ...leaves, person: 'LR-099' }, 'This person is not on the register.'],
    ['a day that has passed', { ...leaves, from: '2026-12-01' }, 'This day has passed.'],
    ['a day after the term', { ...leaves, from: '2027-06-01' }, 'Choose an earlier day'],
    ['a place unknown', { ...joins, postcode: 'ZZ9' }, 'No postcode begins with ZZ9.'],
    ['a phase unknown', { ...joins, phases: ['COLLEGE'] }, 'There is no phase COLLEGE.'],
    ['a school without a review', { kind: 'REVIEW_DROPPED', school: '100009' }, 'no review'],
    ['a review that is there', { kind: 'REVIEW_ADDED', school: '100001' }, 'a review in this time'],
    ['half a rest rule', { kind: 'LIMITS', person: 'LR-001', restWeeks: 4 }, 'Say both'],
    ['no limit', { kind: 'LIMITS', person: 'LR-001' }, 'Say which limit changes.'],
  ];
  it.each(unfit)('refuse in words %s', async (_, change, words) => {
    const { status, body } = await send('post', '', input('Unfit', [joins, change]));
    expect(status).toBe(422);
    expect((body as { detail: string }).detail).toContain('Change 2 does not fit:');
    expect((body as { detail: string }).detail).toContain(words);
  });

  it('are not of a term for which nobody was asked, nor of one that is over', async () => {
    const of = async (term: string): Promise<unknown> =>
      (await send('post', '', input('When', [joins], { term }))).body;
    expect(await of('summer-2027')).toMatchObject({ code: 'TERM_NOT_ASKED' });
    expect(await of('autumn-2026')).toMatchObject({ code: 'TERM_IS_OVER' });
    expect(await of('spring-2031')).toMatchObject({ status: 404 });
    expect((await send('post', '', input('Empty', []))).status).toBe(400);
  });

  it('are built of people and schools by name', async () => {
    expect((await send('get', '/choices')).body).toMatchObject({
      terms: [{ id: SPRING, name: 'Spring 2027' }],
      people: [{ name: 'Ada Example' }, { name: 'Ben Example' }],
      schools: [{ name: 'Hill School' }, {}, {}, {}],
    });
  });
});
