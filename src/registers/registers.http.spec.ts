import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { fillSmallPartnership } from '../../test/api/fuzz/small-partnership.js';
import { type Answer, tagOf } from '../../test/support/answers.js';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { createWholeApplication } from '../../test/support/whole-application.js';
import type { AvailabilityRegister } from './availability/availability-register.schema.js';
import type { LeadsRegister } from './leads/leads-register.schema.js';
import type { ReviewsRegister } from './reviews/reviews-register.schema.js';
import type { SchoolsRegister } from './schools/schools-register.schema.js';

let database: TestDatabase;
let application: NestExpressApplication;

beforeAll(async () => {
  database = await createTestDatabase();
  application = await createWholeApplication(database.url, {
    environment: { QAR_TODAY: '2026-12-21' },
  });
  await fillSmallPartnership(database.dataSource, application);
  await database.dataSource.query(
    `UPDATE school SET name = '=Formula School', phase = NULL WHERE urn = '100092'`,
  );
});
afterAll(async () => {
  await application.close();
  await database.drop();
});

const api = (): ReturnType<typeof request> => request(application.getHttpServer());

async function read<Body>(address: string): Promise<Body> {
  const answer = (await api().get(`/api/v1${address}`).expect(200)) as Answer;
  return answer.body as Body;
}

const term = '/terms/spring-2027/registers';

async function refusal(address: string): Promise<[number, unknown]> {
  const { status, body } = (await api().get(`/api/v1${address}`)) as Answer;
  return [status, (body as { code: unknown }).code];
}

describe('every register', () => {
  it.each([
    '/registers/schools',
    `${term}/reviews`,
    `${term}/lead-reviewers`,
    `${term}/availability`,
  ])('%s has rows with a value for each of its columns', async (address) => {
    const { columns, items } = await read<SchoolsRegister>(address);
    expect(items.length).toBeGreaterThan(2);
    for (const row of items)
      expect(Object.keys(row)).toEqual(expect.arrayContaining(columns.map(({ key }) => key)));
    expect(new Set(columns.map(({ heading }) => heading)).size).toBe(columns.length);
  });

  it.each(['reviews', 'lead-reviewers', 'availability'])(
    'of a term, %s, needs one',
    async (name) => {
      expect(await refusal(`/terms/spring-2050/registers/${name}`)).toEqual([404, 'NOT_FOUND']);
    },
  );
});

describe('the register of schools', () => {
  it('says in words what is known, and leaves open what is not', async () => {
    const { academicYear, items } = await read<SchoolsRegister>('/registers/schools');
    expect(academicYear).toBe('2026/27');
    expect(items.find(({ urn }) => urn === '100091')).toMatchObject({
      phase: 'Primary',
      trust: 'Trees',
      authority: 'Camden',
      membership: 'Member',
      memberSince: '2026-09-01',
      status: 'Open',
      calendar: null,
      review: 'Requested',
      term: 'Spring 2027',
      reviewCode: 'QAR-2026-0042',
      lastReviewed: null,
    });
    expect(items.find(({ urn }) => urn === '100092')?.phase).toBeNull();
    expect(items.find(({ urn }) => urn === '100091')?.closures).toBe(0);
  });

  it('knows closures that are not over, and who is no member any more', async () => {
    const closure = { from: '2027-02-10', to: '2027-02-12', reason: 'Boiler' };
    await api().post('/api/v1/schools/100093/closures').send(closure).expect(201);
    const over = { from: '2026-11-10', to: '2026-11-10', reason: 'Boiler' };
    await api().post('/api/v1/schools/100093/closures').send(over).expect(201);
    await api()
      .post('/api/v1/schools/100093/memberships/end')
      .set('If-Match', await tagOf(api(), '/api/v1/schools/100093/memberships'))
      .send({ from: '2026-12-01' })
      .expect(200);
    const { items } = await read<SchoolsRegister>('/registers/schools');
    const school = items.find(({ urn }) => urn === '100093');
    expect(school).toMatchObject({ closures: 1, membership: 'Former member', memberSince: null });
  });

  it('shows a school’s reviews with who leads them', async () => {
    const { items } = await read<{ items: object[] }>('/schools/100091/reviews');
    expect(items).toEqual([
      expect.objectContaining({
        code: 'QAR-2026-0042',
        term: 'Spring 2027',
        lead: 'Person LR-002',
        dates: 'Monday 11 to Wednesday 13 January 2027',
      }),
    ]);
    expect(await refusal('/schools/999999/reviews')).toEqual([404, 'NOT_FOUND']);
  });
});

/** Straight into the database, without a term. */
async function moveTo(review: string, state: string): Promise<void> {
  await database.dataSource.query(
    `UPDATE review_state SET superseded_at = now(), superseded_by = 'Test'
     WHERE superseded_at IS NULL AND review_id = (SELECT id FROM review WHERE code = $1)`,
    [review],
  );
  await database.dataSource.query(
    `INSERT INTO review_state (review_id, state, term_id, valid, recorded_by)
     SELECT id, $2, NULL, daterange('2026-09-01', null), 'Test' FROM review WHERE code = $1`,
    [review, state],
  );
}

describe('the register of reviews', () => {
  it('says what the host and the newest plan say, and what has no term yet', async () => {
    await moveTo('QAR-2026-0047', 'REQUESTED');
    const { planId, items } = await read<ReviewsRegister>(`${term}/reviews`);
    expect(planId).not.toBeNull();
    const byCode = new Map(items.map((row) => [row.review, row]));
    expect(byCode.get('QAR-2026-0047')).toMatchObject({ term: null, plan: 'Not in the plan' });
    expect(byCode.get('QAR-2026-0042')).toMatchObject({
      windows: 'Not known',
      preferred: null,
      accepts: [],
      // The newest version emptied it.
      plan: 'Without a lead',
      lead: null,
    });
    const { items: summer } = await read<ReviewsRegister>('/terms/summer-2027/registers/reviews');
    expect(summer.map(({ review, plan }) => [review, plan])).toEqual([
      ['QAR-2026-0047', 'No plan yet'],
    ]);
    const year = await read<ReviewsRegister>('/terms/summer-2027/registers/reviews?scope=YEAR');
    expect(year.items).toHaveLength(items.length);
    expect(byCode.get('QAR-2026-0047')?.takesSeats).toBe(true);
    await moveTo('QAR-2026-0047', 'UNDER_WAY');
    const later = await read<ReviewsRegister>(`${term}/reviews`);
    expect(later.items.filter(({ takesSeats }) => !takesSeats).map(({ review }) => review)).toEqual(
      ['QAR-2026-0047'],
    );
    await moveTo('QAR-2026-0047', 'REQUESTED');
  });

  it('counts the windows that a host names', async () => {
    const answer = {
      answeredOn: '2026-12-01',
      windows: [
        { week: '2027-01-11', window: 'MON_WED', grade: 'PREFERRED' },
        { week: '2027-01-18', window: 'MON_WED', grade: 'ACCEPTABLE' },
      ],
    };
    const { items } = await read<ReviewsRegister>(`${term}/reviews`);
    const version = items.find(({ review }) => review === 'QAR-2026-0044')?.version ?? 0;
    await api()
      .put('/api/v1/reviews/QAR-2026-0044/host-answer')
      .set('If-Match', `"${version}"`)
      .send(answer)
      .expect(200);
    const after = await read<ReviewsRegister>(`${term}/reviews`);
    expect(after.items.find(({ review }) => review === 'QAR-2026-0044')).toMatchObject({
      windows: 'Named',
      preferred: 1,
      acceptable: 1,
      answeredOn: '2026-12-01',
      accepts: ['Monday 11 to Wednesday 13 January 2027', 'Monday 18 to Wednesday 20 January 2027'],
    });
  });
});

describe('the registers of people', () => {
  it('say who answered, as what the others count, and what the windows come to', async () => {
    const waiver = { grade: 'IF_NEEDED', reason: 'On the telephone' };
    await api()
      .put('/api/v1/availability-rounds/spring-2027/waivers/LR-003')
      .set('If-Match', '"0"')
      .send(waiver)
      .expect(204);
    const { items, round, slots } = await read<AvailabilityRegister>(`${term}/availability`);
    expect(round).toMatchObject({ asked: 3, answered: 1, waived: 1 });
    const byCode = new Map(items.map((row) => [row.lead, row]));
    expect([...byCode.values()].map(({ lead, answer }) => [lead, answer])).toEqual([
      ['LR-001', 'Late'],
      ['LR-002', 'None'],
      ['LR-003', 'Waived'],
    ]);
    expect(byCode.get('LR-003')).toMatchObject({
      waiver: 'Only if needed',
      waiverReason: 'On the telephone',
      waiverVersion: 1,
    });
    expect(byCode.get('LR-002')).toMatchObject({ lane: null, preferred: null });
    for (const { lane, preferred, available, ifNeeded, unavailable } of items) {
      if (lane === null) continue;
      expect(lane).toHaveLength(slots.length);
      expect([preferred, available, ifNeeded, unavailable].map(Number)).toEqual(
        ['P', 'A', 'I', 'N'].map((letter) => lane.split(letter).length - 1),
      );
    }
    const leads = await read<LeadsRegister>(`${term}/lead-reviewers`);
    expect(leads.items.map(({ name, standing, answer }) => [name, standing, answer])).toEqual([
      ['Person LR-001', 'In the pool', 'Late'],
      ['Person LR-002', 'In the pool', 'None'],
      ['Person LR-003', 'In the pool', 'Waived'],
    ]);
    expect(leads.items[0]).toMatchObject({
      region: 'London',
      phases: ['Primary'],
      needs: ['HI'],
      contractUntil: '2027-08-31',
      dbsUntil: null,
    });
  });

  it('say that nobody was asked where no round is open', async () => {
    const register = await read<AvailabilityRegister>('/terms/summer-2027/registers/availability');
    expect(register.round).toBeNull();
    expect(register.items.map(({ answer }) => answer)).toEqual(Array(3).fill('Not asked'));
  });
});

describe('a file of a register', () => {
  const ask = (address: string, body: object): request.Test =>
    api().post(`/api/v1/registers/${address}`).send(body);

  it('holds exactly the rows and columns named, in their order, and says what it shows', async () => {
    const answer = await ask('schools/files/csv', {
      columns: ['urn', 'name', 'needs'],
      rows: ['100094', '100092', '999999'],
      chosenBy: ['Region: London', 'Ordered by URN'],
    })
      .set('Qar-Author', 'Ruth%20Ellison')
      .expect(200);
    expect(answer.headers['content-disposition']).toContain('schools-2026-12-21.csv');
    const lines = answer.text.replace('\ufeff', '').trim().split('\r\n');
    expect(lines.slice(0, 4)).toEqual([
      'Schools',
      'Schools: 2 of 6',
      'Region: London',
      'Ordered by URN',
    ]);
    expect(answer.text).toContain('1 that the screen showed are gone by now');
    expect(answer.text).toContain('by Ruth Ellison');
    expect(lines.slice(-3)).toEqual([
      'URN,School,Needs',
      '100094,School 100094,HI',
      "100092,'=Formula School,HI",
    ]);
  });

  it('is a workbook too, for every register', async () => {
    const rows = {
      schools: '100091',
      reviews: 'QAR-2026-0042',
      'lead-reviewers': 'LR-001',
      availability: 'LR-001',
    };
    for (const [register, row] of Object.entries(rows)) {
      const columns = register === 'reviews' ? ['school', 'plan'] : ['name'];
      const asked = { term: 'spring-2027', columns, rows: [row] };
      const answer = await ask(`${register}/files/xlsx`, asked)
        .buffer(true)
        .parse((response, done) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => done(null, Buffer.concat(chunks)));
        });
      expect([register, answer.status]).toEqual([register, 200]);
      expect((answer.body as Buffer).subarray(0, 2).toString()).toBe('PK');
    }
  });

  it('is refused for a column that there is not, and for a term that is not named', async () => {
    const unknown = await ask('schools/files/csv', { columns: ['colour'], rows: [] }).expect(422);
    expect((unknown.body as { code: string }).code).toBe('UNKNOWN_COLUMN');
    const missing = await ask('reviews/files/csv', { columns: ['school'], rows: [] }).expect(422);
    expect((missing.body as { code: string }).code).toBe('TERM_MISSING');
    await ask('inspectors/files/csv', { columns: ['name'], rows: [] }).expect(400);
  });
});

it('offers to choose from what there is', async () => {
  const choices = await read<{ regions: string[]; phases: { code: string; words: string }[] }>(
    '/registers/choices',
  );
  expect(choices.regions).toContain('North East');
  expect(choices.phases).toContainEqual({ code: 'POST_16', words: 'Post-16' });
});
