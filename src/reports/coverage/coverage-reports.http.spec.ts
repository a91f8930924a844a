import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { fillSmallPartnership } from '../../../test/api/fuzz/small-partnership.js';
import { type Answer } from '../../../test/support/answers.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { createWholeApplication } from '../../../test/support/whole-application.js';
import type {
  CoverageReport,
  CoverageReviews,
  LeftSchools,
  MemberSchools,
} from './coverage.schema.js';
import { CUTS } from './cuts.js';
import { FIGURES } from './figures.js';

let database: TestDatabase;
let application: NestExpressApplication;
const base = '/api/v1/reports/coverage';

beforeAll(async () => {
  database = await createTestDatabase();
  application = await createWholeApplication(database.url, {
    environment: { QAR_TODAY: '2026-12-21' },
  });
  await fillSmallPartnership(database.dataSource, application);
});
afterAll(async () => {
  await application.close();
  await database.drop();
});

const api = (): ReturnType<typeof request> => request(application.getHttpServer());

async function read<Body>(address = '', query: object = {}): Promise<Body> {
  const answer = (await api().get(`${base}${address}`).query(query).expect(200)) as Answer;
  return answer.body as Body;
}

/** Records an event of the lead seat that the review holds. */
async function happen(review: string, kind: string, event: object): Promise<void> {
  const { body } = (await api().get(`/api/v1/reviews/${review}/seats`).expect(200)) as Answer;
  const [seat] = (body as { items: { id: string }[] }).items;
  const { headers } = await api().get(`/api/v1/reviews/${review}`).expect(200);
  await api()
    .post(`/api/v1/reviews/${review}/seats/${seat?.id}/events`)
    .set('If-Match', String(headers.etag))
    .send({ kind, ...event })
    .expect(200);
}

describe('the report of coverage', () => {
  it('counts as at any day and as known at any instant, and says that nothing is published', async () => {
    const before = await read<CoverageReport>();
    // Two reviews have a seat that was placed by hand and offered to nobody.
    expect(before.total).toMatchObject({ due: 6, covered: 2, published: 0, notCovered: 4 });
    expect(before.publishingWords).toMatch(/^Nothing is published yet\./u);
    expect(before.drafts).toHaveLength(1);
    expect(before.headline).toBe('2 of 6 reviews due have a lead.');

    await happen('QAR-2026-0042', 'OFFERED', { on: '2026-12-01' });
    await happen('QAR-2026-0042', 'ACCEPTED', { on: '2026-12-04' });
    await happen('QAR-2026-0043', 'OFFERED', { on: '2026-12-18' });
    const now = await read<CoverageReport>();
    expect(now.total).toMatchObject({ covered: 2, published: 2, accepted: 1, done: 0 });
    expect(now.notice).toMatchObject({
      reviews: 2,
      medianDays: 32.5,
      shortestDays: 24,
      short: 1,
    });
    const early = await read<CoverageReport>('', { asAt: '2026-12-02' });
    expect(early.total).toMatchObject({ covered: 1, published: 1, accepted: 0 });
    // As it was known before: the very same report.
    expect(await read('', { knownAt: before.knownAt })).toEqual(before);
  });

  it('tells changes after publication by who caused them', async () => {
    const reason = { causedBy: 'LEAD_REVIEWER', reason: 'On leave' };
    await happen('QAR-2026-0043', 'DECLINED', { on: '2026-12-20', ...reason });
    const { changes, total } = await read<CoverageReport>();
    expect(total).toMatchObject({ covered: 1, published: 1 });
    expect(changes.words).toBe('1 offer ended after publication: 1 by Lead Reviewers.');
    const asked = { figure: 'changed', causedBy: 'LEAD_REVIEWER', change: 'NO_LEAD' };
    const { items } = await read<CoverageReviews>('/reviews', asked);
    expect(items).toMatchObject([{ review: 'QAR-2026-0043', stage: 'NOT_COVERED' }]);
    expect(JSON.stringify(items)).not.toContain('On leave');
    const none = await read<CoverageReviews>('/reviews', { ...asked, causedBy: 'SCHOOL' });
    expect(none.items).toEqual([]);
  });

  it('opens the reviews behind each figure of each group, as many as it says', async () => {
    for (const by of ['REGION', 'NEED'] as const) {
      const { groups, total, notice } = await read<CoverageReport>('', { by });
      const filled = groups.filter(({ figures }) => figures.due > 0);
      expect(filled.length).toBeGreaterThan(0);
      for (const figure of FIGURES) {
        const all = await read<CoverageReviews>('/reviews', { figure, by });
        expect([figure, all.items.length]).toEqual([figure, total[figure]]);
        for (const { key, figures } of filled) {
          const { items } = await read<CoverageReviews>('/reviews', { figure, by, group: key });
          expect([figure, key, items.length]).toEqual([figure, key, figures[figure]]);
        }
      }
      const noticed = await read<CoverageReviews>('/reviews', { figure: 'noticed', by });
      expect(noticed.items).toHaveLength(notice.reviews);
      for (const { span, name, reviews } of notice.spans) {
        const within = await read<CoverageReviews>('/reviews', { figure: 'noticed', span, by });
        expect([name, within.items.length]).toEqual([name, reviews]);
      }
      const short = await read<CoverageReviews>('/reviews', { figure: 'shortNotice', by });
      expect(short.items).toHaveLength(notice.short);
    }
  });

  it('opens the member schools of each group, as many as it says', async () => {
    for (const by of CUTS) {
      for (const term of [undefined, 'spring-2027']) {
        const { groups, members } = await read<CoverageReport>('', { by, term });
        const all = await read<MemberSchools>('/members', { by, term });
        expect([by, all.items.length]).toEqual([by, members]);
        for (const group of groups) {
          const { items } = await read<MemberSchools>('/members', { by, term, group: group.key });
          expect([by, group.key, items.length]).toEqual([by, group.key, group.members]);
        }
      }
    }
    const { items, title } = await read<MemberSchools>('/members');
    expect(title).toBe('6 member schools');
    expect(items.find(({ urn }) => urn === '100092')).toMatchObject({
      review: 'QAR-2026-0043',
      term: 'Spring 2027',
      stage: 'NOT_COVERED',
    });
  });

  it('names the schools that nobody is to review, each with its reason', async () => {
    const { left } = await read<CoverageReport>();
    const { items } = await read<LeftSchools>('/schools');
    expect(items).toHaveLength(left.schools);
    const reasons = left.reasons.map(({ reason, schools }) => [reason, schools]);
    expect(reasons).toEqual([
      ['LEAD_LOST', 1],
      ['WINDOWS_NOT_KNOWN', 4],
    ]);
    const lost = await read<LeftSchools>('/schools', { reason: 'LEAD_LOST' });
    expect(lost.items).toMatchObject([{ urn: '100092', review: 'QAR-2026-0043' }]);
    // A school that joins has no review before one is opened for it; one that is filtered out is not counted.
    await database.dataSource.query(
      `INSERT INTO school (urn, name, type, region, status) VALUES ('100199', 'Late School', 'Community school', 'London', 'OPEN')`,
    );
    await api()
      .post('/api/v1/schools/100199/memberships')
      .set('If-Match', '"0"')
      .send({ from: '2026-10-01' });
    const found = await read<LeftSchools>('/schools', { reason: 'NO_REVIEW' });
    expect(found.items).toMatchObject([{ urn: '100199', review: null, phase: 'Phase not known' }]);
    const phase = await read<LeftSchools>('/schools', { reason: 'NO_REVIEW', phase: 'PRIMARY' });
    expect(phase.items).toEqual([]);
    // A term does not miss a review that belongs to none.
    const term = await read<CoverageReport>('', { term: 'spring-2027' });
    expect([term.title, term.left.schools]).toEqual(['Coverage, Spring 2027', 5]);
    expect((await read<CoverageReport>('', { term: 'autumn-2026' })).total.due).toBe(0);
  });

  it('is a file that says the day and the filter', async () => {
    const asked = { region: 'London', by: 'PHASE' };
    const groups = await api().get(`${base}/files/csv`).query(asked).expect(200);
    expect(groups.headers['content-disposition']).toContain('coverage-2026-12-21.csv');
    expect(groups.text).toMatch(/As at 21 December 2026, as on record on/u);
    expect(groups.text).toContain('Region: London');
    expect(groups.text).toContain('Primary,6,6,1,1,1,0,5,0,0');
    const schools = await api().get(`${base}/files/csv`).query({ table: 'schools' }).expect(200);
    expect(schools.text).toContain('Its lead is gone and nobody has been offered it since');
    const { changes } = await read<CoverageReport>();
    const changed = await api().get(`${base}/files/csv`).query({ table: 'changes' }).expect(200);
    expect(changed.headers['content-disposition']).toContain('changes-after-publication-2026');
    expect(changed.text).toContain('Caused by,Another lead,Another slot');
    expect(changed.text).toMatch(new RegExp(`^All,.*,${String(changes.total)}\r?$`, 'mu'));
    for (const table of ['groups', 'schools', 'changes']) {
      const book = await api()
        .get(`${base}/files/xlsx`)
        .query({ ...asked, table })
        .expect(200);
      expect(book.headers['content-type']).toContain('spreadsheetml');
    }
  });

  it('knows no other years or terms', async () => {
    await api().get(base).query({ academicYear: '2040-41' }).expect(404);
    await api().get(base).query({ term: 'spring-2050' }).expect(404);
    await api().get(base).query({ academicYear: '2027-28', term: 'spring-2027' }).expect(422);
    await api().get(base).query({ by: 'COLOUR' }).expect(400);
  });
});
