import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { type Answer, refusal, tagOf } from '../../test/support/answers.js';
import { createTestApplication } from '../../test/support/application.js';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { ReviewersModule } from '../reviewers/reviewers.module.js';
import { CommitmentsModule } from './commitments.module.js';

let database: TestDatabase;
let application: NestExpressApplication;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.dataSource.query(`
    INSERT INTO region (name, ons_code, gias_code, centroid_lat, centroid_lon)
      VALUES ('Leeds side', 'E1', 'A', 53, -1);
    INSERT INTO postcode_district (district, lat, lon, region, la_name)
      VALUES ('ZZ1', 53, -1, 'Leeds side', 'Leeds');
    INSERT INTO need (code, name, broad_area, gias_label) VALUES ('XX', 'X', 'X', 'X') ON CONFLICT DO NOTHING;
    INSERT INTO academic_year VALUES ('2030/31', '2030-09-01', '2031-08-31')`);
  application = await createTestApplication({
    databaseUrl: database.url,
    imports: [ReviewersModule, CommitmentsModule],
    environment: { QAR_TODAY: '2030-09-10' },
  });
});
afterAll(async () => {
  await application.close();
  await database.drop();
});

const people = '/api/v1/lead-reviewers';
const api = (): ReturnType<typeof request> => request(application.getHttpServer());
const ask = (path: string): request.Test => api().get(`${people}${path}`);
const send = (path: string, body: object): request.Test =>
  api().post(`${people}${path}`).send(body);

/** From what stands now, or from what had the tag. */
async function change(
  path: string,
  body: object,
  { tag, method = 'post' }: { tag?: string; method?: 'post' | 'put' } = {},
): Promise<Answer> {
  const facts = `${people}/${path.split('/')[1] ?? ''}/facts`;
  const seen = tag ?? (await tagOf(api(), facts));
  return await api()[method](`${people}${path}`).set('If-Match', seen).send(body);
}

const ada = {
  code: 'LR-1',
  name: 'Ada',
  postcodeDistrict: 'ZZ1',
  phases: ['PRIMARY'],
  needs: ['XX'],
};

describe('the register of Lead Reviewers', () => {
  const edit = (tag: string, changes: object, code = 'LR-1'): request.Test =>
    api().patch(`${people}/${code}`).set('If-Match', tag).send(changes);

  it('takes people in, once each, with codes that are known', async () => {
    const made = await send('', ada).expect(201);
    expect(made.headers).toMatchObject({ etag: '"1"', location: `${people}/LR-1` });
    expect(await refusal(send('', ada))).toEqual([409, 'ALREADY_THERE']);
    const other = { ...ada, code: 'LR-2' };
    expect(await refusal(send('', { ...other, needs: ['??'] }))).toEqual([422, 'UNKNOWN_CODE']);
    expect(await refusal(send('', { ...other, postcodeDistrict: 'ZZ9' }))).toEqual([
      422,
      'UNKNOWN_POSTCODE_DISTRICT',
    ]);
    expect(await refusal(send('', { ...other, name: '\u200b \u00a0' }))).toEqual([
      400,
      'INVALID_REQUEST',
    ]);
  });

  it('cleans names as an import does, and refuses text that cannot be kept', async () => {
    const typed = { ...ada, code: 'LR-2', name: ' Ada\u00a0O\u2019Brien\u200b ' };
    expect((await send('', typed).expect(201)).body).toMatchObject({ name: 'Ada O\u2019Brien' });
    for (const name of ['Ada\0', 'Ada\ud800']) {
      const refused = await send('', { ...ada, code: 'LR-3', name });
      expect([refused.status, refused.body]).toMatchObject([
        400,
        { errors: [{ pointer: '#/name', field: 'name' }] },
      ]);
    }
  });

  it('shows a person with their version, and the list in pages', async () => {
    const { headers, body } = (await ask('/LR-1').expect(200)) as Answer;
    expect([headers.etag, body]).toMatchObject(['"1"', { ...ada, version: 1 }]);
    expect(await refusal(ask('/LR-9'))).toEqual([404, 'NOT_FOUND']);
    const first = await ask('?limit=1').expect(200);
    expect(first.body).toMatchObject({ items: [{ code: 'LR-1', standing: null }], next: 'LR-1' });
    const second = await ask('?limit=1&cursor=LR-1').expect(200);
    expect(second.body).toMatchObject({ items: [{ code: 'LR-2' }], next: null });
    expect(await refusal(ask('?limit=0'))).toEqual([400, 'INVALID_REQUEST']);
  });

  it('is edited from the version last loaded, and keeps what was not sent', async () => {
    const unconditional = api().patch(`${people}/LR-1`).send({ reviewsLedBefore: 3 });
    expect(await refusal(unconditional)).toEqual([428, 'IF_MATCH_MISSING']);
    const edited = await edit('"1"', { reviewsLedBefore: 3 }).expect(200);
    expect(edited.body).toMatchObject({
      reviewsLedBefore: 3,
      phases: ['PRIMARY'],
      needs: ['XX'],
      version: 2,
    });
    expect(await refusal(edit('"1"', { name: 'B' }))).toEqual([412, 'CHANGED_SINCE']);
    expect(await refusal(edit('"1"', { name: 'B' }, 'LR-9'))).toEqual([404, 'NOT_FOUND']);
  });
});

describe('dated facts about a person', () => {
  const fact = { kind: 'REGION', region: 'Leeds side', from: '2030-09-01', grade: 'PREFERRED' };

  it('are recorded once and shown', async () => {
    expect((await change('/LR-1/facts', fact)).body).toEqual({ changed: true });
    expect((await change('/LR-1/facts', fact)).body).toEqual({ changed: false });
    expect((await ask('/LR-1/facts').expect(200)).body).toMatchObject({
      regions: [{ region: 'Leeds side', grade: 'PREFERRED', to: null }],
    });
  });

  it('are refused without their reason, and where they name what is not known', async () => {
    expect(await refusal(change('/LR-1/facts', { ...fact, grade: 'NO' }))).toEqual([
      400,
      'INVALID_REQUEST',
    ]);
    expect(await refusal(change('/LR-1/facts', { ...fact, region: 'Atlantis' }))).toEqual([
      422,
      'UNKNOWN_REFERENCE',
    ]);
    expect(await refusal(change('/LR-9/facts', fact))).toEqual([404, 'NOT_FOUND']);
    expect(await refusal(ask('/LR-9/facts'))).toEqual([404, 'NOT_FOUND']);
  });

  it('are taken back for a period, which does not end before it begins', async () => {
    const retract = (from: string, to: string | null, code = 'LR-1'): Promise<Answer> =>
      change(`/${code}/facts/retractions`, { kind: 'REGION', region: 'Leeds side', from, to });
    expect((await retract('2031-01-01', null)).body).toEqual({ changed: true });
    expect((await retract('2031-01-01', null)).body).toEqual({ changed: false });
    expect((await ask('/LR-1/facts')).body).toMatchObject({ regions: [{ to: '2030-12-31' }] });
    expect(await refusal(retract('2031-01-01', '2030-01-01'))).toEqual([400, 'INVALID_REQUEST']);
    expect(await refusal(retract('2031-01-01', null, 'LR-9'))).toEqual([404, 'NOT_FOUND']);
  });

  it('recorded by several in one moment are recorded by one of them, and the others are told', async () => {
    const tag = await tagOf(api(), `${people}/LR-2/facts`);
    const answers = await Promise.all(
      ['PREFERRED', 'WILLING', 'RELUCTANT', 'PREFERRED', 'WILLING'].map((grade) =>
        change('/LR-2/facts', { ...fact, grade }, { tag }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status, body } of answers.filter((answer) => answer.status !== 200)) {
      expect([status, body]).toMatchObject([
        412,
        { code: 'CHANGED_SINCE', details: { meanwhile: [{ what: 'region fact recorded' }] } },
      ]);
    }
    expect(await refusal(send('/LR-2/facts', fact))).toEqual([428, 'IF_MATCH_MISSING']);
    const facts = (await ask('/LR-2/facts')).body as { regions: object[] };
    expect(facts.regions).toHaveLength(1);
  });
});

describe('commitments', () => {
  const contract = { academicYear: '2030/31', from: '2030-09-01', to: '2031-08-31' };
  const agree = (body: object, code = 'LR-1'): Promise<Answer> =>
    change(`/${code}/commitment-exception`, body, { method: 'put' });
  const shown = async (): Promise<unknown> => (await ask('/LR-1/commitments').expect(200)).body;

  it('hold a contract within its academic year', async () => {
    expect((await change('/LR-1/contracts', contract)).status).toBe(200);
    expect(await shown()).toEqual({ contracts: [contract], exceptions: [] });
    expect(await refusal(change('/LR-1/contracts', { ...contract, to: '2031-09-01' }))).toEqual([
      422,
      'CONTRACT_OUTSIDE_YEAR',
    ]);
    const unknownYear = { ...contract, academicYear: '2040/41' };
    expect(await refusal(change('/LR-1/contracts', unknownYear))).toEqual([404, 'NOT_FOUND']);
    expect(await refusal(ask('/LR-9/commitments'))).toEqual([404, 'NOT_FOUND']);
  });

  it('end where somebody is no longer contracted', async () => {
    const ending = { from: '2031-04-01', to: '2031-08-31' };
    expect((await change('/LR-1/contracts/endings', ending)).body).toEqual({
      changed: true,
    });
    expect(await shown()).toMatchObject({ contracts: [{ to: '2031-03-31' }] });
    const backwards = { ...ending, to: '2031-03-01' };
    expect(await refusal(change('/LR-1/contracts/endings', backwards))).toEqual([
      400,
      'INVALID_REQUEST',
    ]);
    expect(await refusal(change('/LR-9/contracts/endings', ending))).toEqual([404, 'NOT_FOUND']);
  });

  it('know exceptions, agreed with a reason and taken back', async () => {
    const exception = { minimum: 4, reason: 'Phased return', decidedOn: '2030-09-09' };
    await agree({ academicYear: '2030/31', exception });
    expect(await shown()).toMatchObject({
      exceptions: [{ academicYear: '2030/31', ...exception }],
    });
    await agree({ academicYear: '2030/31', exception: null });
    expect(await shown()).toMatchObject({ exceptions: [] });
    const unfounded = { ...exception, reason: ' ' };
    expect(await refusal(agree({ academicYear: '2030/31', exception: unfounded }))).toEqual([
      400,
      'INVALID_REQUEST',
    ]);
    expect(await refusal(agree({ academicYear: '2040/41', exception }))).toEqual([
      404,
      'NOT_FOUND',
    ]);
  });
});

describe('the trail', () => {
  it('tells nothing that was said about a person', async () => {
    const rows = await database.dataSource.query<object[]>(
      `SELECT * FROM audit_entry WHERE subject = 'lead_reviewer'`,
    );
    expect(rows.length).toBeGreaterThan(5);
    expect(JSON.stringify(rows)).not.toMatch(/Ada|O\u2019Brien|ZZ1|Phased return/u);
  });
});

describe('somebody who moves', () => {
  const move = async (changes: object): Promise<Answer> => {
    const tag = await tagOf(api(), `${people}/LR-7`);
    return await api().patch(`${people}/LR-7`).set('If-Match', tag).send(changes);
  };

  it('keeps where they lived until then, unless the entry was wrong', async () => {
    await database.dataSource.query(
      `INSERT INTO postcode_district (district, lat, lon, region, la_name)
       VALUES ('ZZ2', 54, -1, 'Leeds side', 'Leeds'), ('ZZ3', 55, -1, 'Leeds side', 'Leeds')`,
    );
    await send('', { ...ada, code: 'LR-7' }).expect(201);
    const homes = async (): Promise<unknown> =>
      ((await ask('/LR-7/facts').expect(200)) as Answer).body;
    expect((await move({ movedOn: '2030-09-05' })).status).toBe(400);
    expect((await move({ postcodeDistrict: 'ZZ2', movedOn: '2030-09-11' })).status).toBe(422);
    expect((await move({ postcodeDistrict: 'ZZ2', movedOn: '2030-09-05' })).status).toBe(200);
    const first = { from: '1900-01-01', to: '2030-09-04', postcodeDistrict: 'ZZ1' };
    expect(await homes()).toMatchObject({ formerHomes: [first] });
    expect((await move({ postcodeDistrict: 'ZZ3', movedOn: '2030-09-05' })).status).toBe(422);
    expect((await move({ postcodeDistrict: 'ZZ3' })).status).toBe(200);
    expect(await homes()).toMatchObject({ formerHomes: [first] });
    expect((await move({ postcodeDistrict: 'ZZ1', movedOn: '2030-09-08' })).status).toBe(200);
    const second = { from: '2030-09-05', to: '2030-09-07', postcodeDistrict: 'ZZ3' };
    expect(await homes()).toMatchObject({ formerHomes: [first, second] });
  });
});
