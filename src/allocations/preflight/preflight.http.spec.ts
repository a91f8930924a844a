import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { runApplication } from '../../../test/runs/run-application.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { smallContext, smallProblem, smallReview } from '../../../test/support/small-plan.js';
import { createLogger } from '../../platform/logging.js';
import { Refusal } from '../../platform/problems/refusal.js';
import { prepareWeb } from '../../platform/web.js';
import { type Problem } from '../../solver/problem.js';
import { PreflightView } from './preflight.schema.js';
import { Preflights } from './preflight.service.js';

/** Two schools want the only week in which one of the two leads, who is not new, could lead; nobody comes to the third. */
function scarce(): Problem {
  const [first, second, third] = [
    smallReview('R1'),
    smallReview('R2', '100002'),
    { ...smallReview('R3', '100003'), region: 'North East', priority: 3 },
  ];
  const problem = smallProblem([first, second, third]);
  const leads = problem.leads.map((lead) => ({
    ...lead,
    roles: lead.isNew ? (['LEAD'] as const).slice() : lead.roles,
    regions: { 'North East': 'NO' as const },
    availability: lead.isNew ? {} : lead.availability,
  }));
  return { ...problem, leads };
}

describe('the pre-flight over HTTP', () => {
  let database: TestDatabase;
  let web: NestExpressApplication;
  let frozen: () => Problem;
  let asked: { term: string; today: string }[];

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.dataSource.query(
      `INSERT INTO need (code, name, broad_area, gias_label) VALUES ('ASD', 'Autism', 'Communication', 'ASD')`,
    );
    web = await runApplication({
      databaseUrl: database.url,
      works: false,
      freezeTerm: (_manager, term, { today }) => {
        asked.push({ term, today });
        return Promise.resolve({
          problem: frozen(),
          context: smallContext,
          policyName: 'Standard',
        });
      },
    });
    await prepareWeb(web, createLogger('test', 'silent'));
    await web.init();
  });
  beforeEach(() => {
    frozen = scarce;
    asked = [];
  });
  afterAll(async () => {
    await web.close();
    await database.drop();
  });

  const get = (term = 'spring-2027'): request.Test =>
    request(web.getHttpServer()).get(`/api/v1/terms/${term}/preflight`);

  it('says in names and sentences what no plan can cover, and why', async () => {
    const { body } = (await get().expect(200)) as { body: PreflightView };
    expect(asked).toEqual([{ term: 'spring-2027', today: expect.any(String) }]);
    expect(body).toMatchObject({ term: 'Spring 2027', asOf: '2026-12-21', pinsShort: null });
    expect(body.words.slice(0, 2)).toEqual([
      'No plan covers more than 1 of 3 reviews: at least 2 go without a lead.',
      'Weighted by priority no plan covers more than 2 of 7.',
    ]);
    expect(body.words[2]).toMatch(/^Sample: .* invented\.$/);
    expect(body.shortages).toHaveLength(1);
    expect(body.shortages[0]).toMatchObject({
      words: [
        'At least 1 of 2 reviews goes without a lead: St Mary’s, Hove or Vale School, Leeds.',
        'Only Ben Linnet could lead any of them, and at most 1.',
        'Ben Linnet: 1, one in each week that suits (week of 11 January 2027).',
      ],
      most: 1,
      priorityLost: 2,
      people: [{ lead: 'L2', name: 'Ben Linnet', most: 1, limit: 'WEEKS' }],
      whatHelps: [
        'Ask one of the schools or Ben Linnet for another week.',
        'Find somebody else who could lead one of them.',
      ],
    });
    expect(body.nobody).toMatchObject([
      {
        review: 'R3',
        school: 'Silent School, York',
        keptAway: [
          { people: 2, words: 'do not travel to its region (1 by this alone)' },
          { people: 1, words: 'is not available in the school’s windows' },
        ],
        whatHelps: ['Ask the 1 person for whom only the region is in the way.'],
      },
    ]);
  });

  it('lays supply against demand by week, window, region, phase, need and seat', async () => {
    const { body } = (await get().expect(200)) as { body: PreflightView };
    expect(body.weeks).toMatchObject([
      {
        name: 'Week of 11 January 2027',
        standing: 'SHORT',
        words: [
          'Week of 11 January 2027: 2 reviews could be led in no other week, and at most 1 of them can be led in this one. Ask a school for another week, or somebody to be available.',
        ],
        onlyHere: [{ school: 'St Mary’s, Hove' }, { school: 'Vale School, Leeds' }],
      },
      { name: 'Week of 29 March 2027', standing: 'ENOUGH', accepted: 3, words: [] },
    ]);
    expect(body.slots.map(({ name }) => name)).toContain('Monday 11 to Wednesday 13 January 2027');
    expect(body.regions.map(({ name, standing }) => [name, standing])).toEqual([
      ['North East', 'SHORT'],
      ['South East', 'SHORT'],
    ]);
    expect(body.phases).toMatchObject([{ code: 'SPECIAL', name: 'Special', reviews: 3, most: 1 }]);
    expect(body.needs).toMatchObject([
      { code: 'ASD', name: 'Autism', words: ['At most 1 of 3 reviews can have a lead.'] },
      { code: 'SEMH', name: 'SEMH' },
    ]);
    expect(body.seats.leads).toEqual({ reviews: 3, people: 1, most: 1 });
    expect(body.leftOut.map(({ who, whatHelps }) => [who, whatHelps])).toEqual([
      ['Zoe Quiet', 'Chase them, or enter what they said for them.'],
      ['Silent School, York', 'Ask the school, or accept any usable window for it.'],
    ]);
    expect(PreflightView.parse(body)).toEqual(body);
  });

  it('keeps nothing', async () => {
    await get().expect(200);
    const [kept] = await database.dataSource.query<[{ count: number }]>(
      'SELECT (SELECT count(*) FROM frozen_problem) + (SELECT count(*) FROM allocation_run) AS count',
    );
    expect(kept.count).toBe(0);
  });

  it('answers those who ask at once, and looks anew each time', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => get()));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    frozen = () => ({ ...scarce(), reviews: [] });
    const { body } = (await get().expect(200)) as { body: PreflightView };
    expect(body.words[0]).toBe('There is no review to allocate.');
  });

  it('refuses what is no term, and passes on why a term cannot be frozen', async () => {
    await get('winter-2027').expect(400);
    frozen = () => {
      throw new Refusal('TERM_WITHOUT_WEEKS', 'Spring 2027 has no week.');
    };
    const { body } = (await get().expect(422)) as { body: { code: string } };
    expect(body).toMatchObject({ code: 'TERM_WITHOUT_WEEKS' });
  });

  it('is broken off with a sentence when the service stops', async () => {
    const other = await runApplication({
      databaseUrl: database.url,
      works: false,
      freezeTerm: () => Promise.resolve({ problem: scarce(), context: {}, policyName: 'Standard' }),
    });
    await other.init();
    const preflights = other.get(Preflights);
    await preflights.onModuleDestroy();
    await expect(preflights.ofTerm('spring-2027')).rejects.toMatchObject({ status: 503 });
    await other.close();
  });
});
