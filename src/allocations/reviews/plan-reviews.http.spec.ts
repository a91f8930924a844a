import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { createTestApplication } from '../../../test/support/application.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import {
  smallContext,
  smallLead,
  smallProblem,
  smallReview,
} from '../../../test/support/small-plan.js';
import { storeSolvedRun } from '../../../test/support/solved-run.js';
import { type Problem } from '../../solver/problem.js';
import { AllocationsModule } from '../allocations.module.js';
import { type PlanView } from '../plans/plan.schema.js';
import { type PlanReviewView, type UnplacedView } from './plan-review.schema.js';

const days = 'Monday 11 to Wednesday 13 January 2027';

/** Ana leads St Mary’s in the only window that she has; Ben knows neither school’s needs. */
function term(changes: Partial<Problem> = {}): Problem {
  const [ana, ben] = [smallLead('L1'), smallLead('L2')];
  return {
    ...smallProblem([{ ...smallReview('R1'), priority: 3 }, smallReview('R2', '100002')]),
    leads: [
      { ...ana, isNew: false },
      { ...ben, needs: [] },
    ],
    ...changes,
  };
}

const REGISTERS = `
  INSERT INTO academic_year (id, starts_on, ends_on) VALUES
    ('2025/26', '2025-09-01', '2026-08-31'), ('2026/27', '2026-09-01', '2027-08-31');
  INSERT INTO term (id, academic_year, season, name, starts_on, ends_on) VALUES
    ('spring-2026', '2025/26', 'SPRING', 'Spring 2026', '2026-01-05', '2026-03-27'),
    ('spring-2027', '2026/27', 'SPRING', 'Spring 2027', '2027-01-04', '2027-04-01');
  INSERT INTO region (name, ons_code, gias_code, centroid_lat, centroid_lon, is_priority)
    VALUES ('South East', 'E12000008', 'J', 51, 0, true);
  INSERT INTO postcode_district VALUES ('BN1', 51, 0, 'South East', 'Brighton and Hove');
  INSERT INTO need (code, name, broad_area, gias_label)
    VALUES ('ASD', 'Autistic spectrum disorder', 'Communication', 'ASD - Autistic Spectrum Disorder');
  INSERT INTO trust VALUES ('2053', 'Harbour Trust');
  INSERT INTO school (urn, name, type, phase, trust_uid, region, status, version) VALUES
    ('100001', 'St Mary’s', 'Academy special converter', 'SPECIAL', '2053', 'South East', 'OPEN', 1);
  INSERT INTO lead_reviewer (code, name, postcode_district)
    VALUES ('L1', 'Ana Ní Bhriain', 'BN1'), ('L2', 'Ben Linnet', 'BN1');
  INSERT INTO review (code, urn, academic_year) VALUES ('R0', '100001', '2025/26'), ('R1', '100001', '2026/27');
  INSERT INTO review_state (review_id, state, term_id, carried_over, valid, recorded_by)
    SELECT id, 'REQUESTED', 'spring-2027', 1, '[2026-09-01,)', 'Test' FROM review WHERE code = 'R1';
  INSERT INTO seat (review_id, term_id, role, lead_id, week, review_window)
    SELECT r.id, t.term, 'LEAD', l.id, t.week::date, 'MON_WED'
    FROM (VALUES ('R0', 'L2', 'spring-2026', '2026-03-09'), ('R1', 'L1', 'spring-2027', '2027-01-11'))
           AS t (review, lead, term, week)
    JOIN review r ON r.code = t.review JOIN lead_reviewer l ON l.code = t.lead;
  INSERT INTO seat_event (seat_id, kind, on_date, recorded_by)
    SELECT s.id, CASE r.code WHEN 'R0' THEN 'LED' ELSE 'OFFERED' END, CASE r.code WHEN 'R0' THEN '2026-03-11'::date ELSE '2026-12-14'::date END, 'Test'
    FROM seat s JOIN review r ON r.id = s.review_id`;

describe('reviews of a plan', () => {
  let database: TestDatabase;
  let application: NestExpressApplication;
  let planId: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.dataSource.query(REGISTERS);
    ({ planId } = await storeSolvedRun(database.dataSource, term(), {
      context: smallContext,
      termId: 'spring-2027',
    }));
    application = await createTestApplication({
      databaseUrl: database.url,
      imports: [AllocationsModule],
    });
  });
  afterAll(async () => {
    await application.close();
    await database.drop();
  });

  async function get<Body>(path: string): Promise<{ status: number; body: Body }> {
    return request(application.getHttpServer()).get(`/api/v1/plans/${path}`);
  }

  it('tell of one with its school, its seats, what it had before and what became of it', async () => {
    const { status, body } = await get<PlanReviewView>(`${planId}/reviews/R1`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      plan: { version: 1, termId: 'spring-2027', newest: null },
      school: 'St Mary’s, Hove',
      region: 'South East',
      isPriorityRegion: true,
      phase: 'Special',
      type: 'Academy special converter',
      trust: 'Harbour Trust',
      needs: [
        { code: 'ASD', name: 'Autistic spectrum disorder' },
        { code: 'SEMH', name: 'SEMH' },
      ],
      needsInvented: true,
      priority: { value: 3, reason: 'South East is a priority region; carried over once' },
      windowsInWords: `${days}, preferred; 1 other window`,
      state: { kind: 'OFFERED', words: 'Offered' },
      days,
      lead: { person: 'L1', name: 'Ana Ní Bhriain', home: 'Brighton and Hove' },
      qualityAssurer: { holder: null, words: 'Not needed: Ana Ní Bhriain is established' },
      shadow: { holder: null, words: 'No shadow' },
      lastReview: { week: '2026-03-09', words: 'March 2026, led by Ben Linnet' },
      place: {
        number: 1,
        of: 2,
        previous: null,
        next: { review: 'R2', school: 'Vale School, Leeds' },
      },
    });
    expect(body.history.map(({ words }) => words)).toEqual([
      expect.stringMatching(/^Placed by the run of /u),
      'Offered to Ana Ní Bhriain on Monday 14 December 2026',
    ]);
    expect(body.people.map(({ name }) => name)).toEqual(['Ana Ní Bhriain', 'Ben Linnet']);
  });

  it('tell what later versions made of it, and that there is a later one', async () => {
    const saved = await request(application.getHttpServer())
      .post(`/api/v1/plans/${planId}/versions`)
      .set('Qar-Author', 'Ruth Ellison')
      .send({ edits: [{ kind: 'CLEAR', review: 'R1' }] });
    const { id } = saved.body as PlanView;
    const { body } = await get<PlanReviewView>(`${id}/reviews/R1`);
    expect(body).toMatchObject({
      state: { kind: 'NO_LEAD' },
      days: null,
      lead: null,
      qualityAssurer: { words: 'Nobody' },
    });
    expect(body.history.map(({ words }) => words)).toContainEqual(
      expect.stringMatching(/^Version 2, Ruth Ellison, .*: Nobody leads$/u),
    );
    const before = await get<PlanReviewView>(`${planId}/reviews/R1`);
    expect(before.body.plan.newest).toMatchObject({ id, version: 2 });
    expect(before.body.history).toHaveLength(2);
  });

  it('are counted with what stands in their way, the weightiest first', async () => {
    const { body } = await get<UnplacedView>(`${planId}/unplaced`);
    expect(body.words).toBe('1 of 2 reviews has no lead. 1 more waits for its school’s windows.');
    expect(body.reviews).toHaveLength(1);
    expect(body.reviews[0]).toMatchObject({
      review: 'R2',
      leads: 2,
      stoppers: [
        {
          cause: 'leadSharesANeed',
          people: 1,
          words: 'knows none of its needs',
          names: ['Ben Linnet'],
        },
        { cause: 'ELSEWHERE', people: 1, names: ['Ana Ní Bhriain'] },
      ],
      standsInTheWay:
        '1 of the 2 leads reviews schools of its phase and knows one of its needs. Ana Ní Bhriain could lead it, but the plan needs them elsewhere.',
    });
    expect(body.silent).toBe(1);
    expect(body.waiting).toMatchObject([
      { review: 'R3', school: 'Silent School, York', letter: { to: 'Silent School, York' } },
    ]);
    expect(body.waiting[0]?.letter?.body).toContain(`- ${days}`);
  });

  it('are refused where there are none', async () => {
    const { status, body } = await get<{ detail: string }>(`${planId}/reviews/R9`);
    expect(status).toBe(404);
    expect(body.detail).toBe('There is no review R9 in this plan.');
    const unknown = await get('11111111-1111-4111-8111-111111111111/unplaced');
    expect(unknown.status).toBe(404);
  });
});
