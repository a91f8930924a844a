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
import { type PlanMapView } from './plan-map.schema.js';

const days = 'Monday 11 to Wednesday 13 January 2027';

/** Ana leads St Mary’s; nobody may lead the Vale School; the third school has not answered. */
const problem: Problem = {
  ...smallProblem([smallReview('R1'), { ...smallReview('R2', '100002'), region: 'London' }]),
  leads: [
    { ...smallLead('L1'), isNew: false, home: { lat: 51.00123, lon: 0.04987 } },
    { ...smallLead('L2'), needs: [] },
  ],
};

const REGISTERS = `
  INSERT INTO academic_year (id, starts_on, ends_on) VALUES ('2026/27', '2026-09-01', '2027-08-31');
  INSERT INTO term (id, academic_year, season, name, starts_on, ends_on) VALUES
    ('spring-2027', '2026/27', 'SPRING', 'Spring 2027', '2027-01-04', '2027-04-01');
  INSERT INTO region (name, ons_code, gias_code, centroid_lat, centroid_lon, is_priority) VALUES
    ('North East', 'E12000001', 'A', 54, 0, true), ('South East', 'E12000008', 'J', 51, 0, false);
  INSERT INTO postcode_district VALUES ('BN1', 51, 0, 'South East', 'Brighton and Hove');
  INSERT INTO need (code, name, broad_area, gias_label)
    VALUES ('ASD', 'Autistic spectrum disorder', 'Communication', 'ASD - Autistic Spectrum Disorder');
  INSERT INTO school (urn, name, type, phase, region, lat, lon, needs, status, version) VALUES
    ('100001', 'St Mary’s', 'Academy special converter', 'SPECIAL', 'South East', 52, 0, '{ASD}', 'OPEN', 1),
    ('100003', 'Silent School', 'Academy special converter', NULL, 'North East', 54.5, -1.5, '{SLD}', 'OPEN', 1);
  INSERT INTO lead_reviewer (code, name, postcode_district)
    VALUES ('L1', 'Ana Ní Bhriain', 'BN1'), ('L2', 'Ben Linnet', 'BN1');
  INSERT INTO review (code, urn, academic_year) VALUES ('R1', '100001', '2026/27');
  INSERT INTO seat (review_id, term_id, role, lead_id, week, review_window)
    SELECT r.id, 'spring-2027', 'LEAD', l.id, '2027-01-11', 'MON_WED' FROM review r, lead_reviewer l WHERE l.code = 'L1';
  INSERT INTO seat_event (seat_id, kind, on_date, recorded_by)
    SELECT id, 'OFFERED', '2026-12-14', 'Test' FROM seat`;

describe('a plan on a map', () => {
  let database: TestDatabase;
  let application: NestExpressApplication;
  let map: PlanMapView;

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.dataSource.query(REGISTERS);
    const { planId } = await storeSolvedRun(database.dataSource, problem, {
      context: smallContext,
      termId: 'spring-2027',
    });
    application = await createTestApplication({
      databaseUrl: database.url,
      imports: [AllocationsModule],
    });
    map = await get<PlanMapView>(planId, 200);
  });
  afterAll(async () => {
    await application.close();
    await database.drop();
  });

  async function get<Body>(planId: string, expected: number): Promise<Body> {
    const answer = await request(application.getHttpServer()).get(`/api/v1/plans/${planId}/map`);
    expect(answer.status).toBe(expected);
    return answer.body as Body;
  }

  it('has every school with its state, also those that the plan leaves out', () => {
    expect(map.schools).toMatchObject([
      {
        review: 'R1',
        school: 'St Mary’s, Hove',
        region: 'South East',
        phase: 'Special',
        lat: 52,
        lon: 0,
        state: 'OFFERED',
        week: '2027-01-11',
        days,
        lead: 'L1',
        leadName: 'Ana Ní Bhriain',
        miles: 90,
        words: `Offered. Ana Ní Bhriain leads it on ${days}, 90 miles from home, with a night away.`,
      },
      { review: 'R2', state: 'NO_LEAD', days: null, lead: null, miles: null },
      {
        review: 'R3',
        school: 'Silent School, York',
        region: 'North East',
        phase: null,
        lat: 54.5,
        lon: -1.5,
        state: 'LEFT_OUT',
        words: 'Not in the plan. Windows not known: the host has not answered.',
      },
    ]);
    expect(map.states.map(({ state, reviews }) => [state, reviews])).toEqual([
      ['NO_LEAD', 1],
      ['OFFERED', 1],
      ['LEFT_OUT', 1],
    ]);
    expect(map.needs).toContainEqual({ code: 'ASD', name: 'Autistic spectrum disorder' });
    expect(map.words).toBe('1 of 2 reviews has a lead. 1 more review is not in the plan.');
  });

  it('tells of homes no more than a kilometre’s worth', () => {
    expect(map.homes).toEqual([
      {
        person: 'L1',
        name: 'Ana Ní Bhriain',
        home: 'Brighton and Hove',
        region: 'South East',
        lat: 51,
        lon: 0.05,
        seats: 1,
        words: 'Leads 1 review, 90 miles in all, one way by road.',
      },
      expect.objectContaining({ person: 'L2', seats: 0, words: 'Has no seat in this plan.' }),
    ]);
  });

  it('has a journey for each seat, with its week', () => {
    expect(map.journeys).toEqual([
      {
        review: 'R1',
        school: 'St Mary’s, Hove',
        person: 'L1',
        name: 'Ana Ní Bhriain',
        home: 'Brighton and Hove',
        seat: 'LEAD',
        week: '2027-01-11',
        days,
        miles: 90,
        isOvernight: true,
        words: 'Ana Ní Bhriain leads St Mary’s, Hove: 90 miles, a night away.',
      },
    ]);
    expect(map.weeks.map(({ words }) => words)).toEqual([
      '1 review, 1 person travels',
      'No review',
    ]);
    expect(map.travel).toBe('90 miles in all, one way by road; 90 miles is usual; 1 night away.');
  });

  it('counts the weeks of each region by themselves, which come to those of England', () => {
    const words = map.regions.map(({ region, weeks }) => [region, weeks.map((each) => each.words)]);
    expect(words.slice(0, 2)).toEqual([
      ['North East', ['No review', 'No review']],
      ['South East', ['1 review, 1 person travels', 'No review']],
    ]);
    for (const [i, { reviews }] of map.weeks.entries()) {
      const inRegions = map.regions.map(({ weeks }) => weeks[i]?.reviews ?? 0);
      expect(inRegions.reduce((sum, each) => sum + each, 0)).toBe(reviews);
    }
  });

  it('counts by region in the order of the registers, and names those of other maps too', () => {
    expect(map.regions).toMatchObject([
      {
        region: 'North East',
        isPriority: true,
        reviews: 0,
        covered: 0,
        homes: 0,
        words: 'No review of this plan. 0 people live here.',
      },
      {
        region: 'South East',
        isPriority: false,
        reviews: 1,
        covered: 1,
        homes: 2,
        words: '1 of 1 review has a lead. 2 people live here.',
      },
      expect.objectContaining({ region: 'London', reviews: 1, covered: 0 }),
    ]);
  });

  it('is not there for a plan that is not', async () => {
    const problem = await get<{ code: string }>('0198f0a2-7b3d-7c11-8a02-5d0f7f0a3e21', 404);
    expect(problem.code).toBe('NOT_FOUND');
  });

  it('names no places for a plan of a problem file', async () => {
    const { planId } = await storeSolvedRun(database.dataSource, {
      ...problem,
      name: 'From a file',
    });
    const bare = await get<PlanMapView>(planId, 200);
    expect(bare.homes[0]).toMatchObject({ name: 'L1', home: null, region: null });
    expect(bare.schools).toHaveLength(2);
    expect(bare.plan.termId).toBeNull();
  });
});
