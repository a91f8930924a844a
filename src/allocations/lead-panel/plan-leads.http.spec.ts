import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { tagOf } from '../../../test/support/answers.js';
import { createTestApplication } from '../../../test/support/application.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import {
  smallContext,
  smallLead,
  smallProblem,
  smallReview,
} from '../../../test/support/small-plan.js';
import { loadSmallReference, SmallRegisters } from '../../../test/support/small-registers.js';
import { storeSolvedRun } from '../../../test/support/solved-run.js';
import { ReviewersModule } from '../../reviewers/reviewers.module.js';
import { AllocationsModule } from '../allocations.module.js';
import { type HistoryView, type PlanLeadView } from './plan-lead.schema.js';

const days = 'Monday 11 to Wednesday 13 January 2027';

let database: TestDatabase;
let application: NestExpressApplication;
let planId: string;
let fileId: string;

/** Ana leads St Mary’s, whose last day her DBS check does not cover any more; Zoe is on the register only. */
beforeAll(async () => {
  database = await createTestDatabase();
  const { manager } = database.dataSource;
  await loadSmallReference(manager);
  const registers = new SmallRegisters(manager);
  await registers.school('100001', 'St Mary’s');
  await registers.lead('L1', 'Ana Ní Bhriain', {
    statements: [{ kind: 'DATE', on: '2027-01-12', grade: 'UNAVAILABLE' }],
    said: 'not 12 January',
  });
  await registers.lead('L2', 'Ben Linnet');
  await registers.lead('L3', 'Zoe Quiet', null);
  await registers.forget('L1', 'gate', "kind = 'DBS'");
  await registers.fact('L1', 'gate', { kind: 'DBS' }, '2025-09-01', '2027-01-13');
  await registers.fact('L1', 'own_limit', { term_limit: 3, max_km: 161 });
  await registers.fact('L1', 'conflict', {
    kind: 'DECLARED_TIE',
    urn: '100001',
    reason: 'A relative works there',
  });
  const [ana, ben] = [smallLead('L1'), smallLead('L2')];
  const problem = {
    ...smallProblem([smallReview('R1')]),
    leads: [
      { ...ana, isNew: false },
      { ...ben, needs: [] },
    ],
  };
  ({ planId } = await storeSolvedRun(database.dataSource, problem, {
    context: smallContext,
    termId: 'spring-2027',
  }));
  ({ planId: fileId } = await storeSolvedRun(database.dataSource, { ...problem, name: 'A file' }));
  application = await createTestApplication({
    databaseUrl: database.url,
    imports: [AllocationsModule, ReviewersModule],
    environment: { QAR_TODAY: '2026-12-21' },
  });
});
afterAll(async () => {
  await application.close();
  await database.drop();
});

async function lead(code: string, plan = planId): Promise<PlanLeadView> {
  const path = `/api/v1/plans/${plan}/lead-reviewers/${code}`;
  return (await request(application.getHttpServer()).get(path).expect(200)).body as PlanLeadView;
}

describe('somebody of a plan', () => {
  it('is told with home, standing, seats and travel', async () => {
    expect(await lead('L1')).toMatchObject({
      name: 'Ana Ní Bhriain',
      isInvented: true,
      standing: 'In the pool since 1 September 2025',
      notes: ['Employer: Self-employed'],
      home: { place: 'Leeds', region: 'Yorkshire and the Humber', isPriority: false },
      next: { review: 'R1', school: 'St Mary’s, Hove', words: `${days}, in 3 weeks` },
      place: { number: 1, of: 2, previous: null, next: { person: 'L2', name: 'Ben Linnet' } },
      seats: [
        {
          review: 'R1',
          roleInWords: 'Leads',
          state: { kind: 'DRAFT', words: 'Draft' },
          days,
          isPriorityRegion: true,
          miles: 90,
          others: 'Nobody else sits on it',
        },
      ],
      travel: { miles: 90, words: '90 miles one way to 1 review, 1 review with a night away' },
    });
  });

  it('has what stands against a seat beside it: a check that runs out, an answer that has changed', async () => {
    const { seats, gates } = await lead('L1');
    expect(gates.map(({ name, state }) => [name, state])).toEqual([
      ['Contract of 2026/27', 'CURRENT'],
      ['DBS check', 'ENDING'],
      ['Code of conduct acknowledged', 'CURRENT'],
      ['Safeguarding policy acknowledged', 'CURRENT'],
    ]);
    expect(gates[1]).toMatchObject({
      words: 'Runs out on 12 January 2027, before the last day of 1 review',
      reviews: [{ review: 'R1', school: 'St Mary’s, Hove', days }],
    });
    expect(seats[0]?.warnings).toEqual([
      'DBS check: runs out on 12 January 2027, before the last day of 1 review',
    ]);
    await database.dataSource.query(
      `INSERT INTO gate (lead_id, kind, valid, recorded_by)
       SELECT id, 'DBS', '[2027-01-13,)', 'Test' FROM lead_reviewer WHERE code = 'L1'`,
    );
    expect((await lead('L1')).seats[0]?.warnings).toEqual([
      'They are not available then, as their answer stands now',
    ]);
  });

  it('has the homes they lived in before, the latest first, until one is taken back', async () => {
    expect((await lead('L1')).formerHomes).toEqual([]);
    const http = request(application.getHttpServer());
    const told = async (): Promise<string[]> =>
      (await lead('L1')).formerHomes.map(({ words }) => words);
    const record = async (path: string, fact: object): Promise<void> => {
      const { revision } = await lead('L1');
      const tag = `"${String(revision)}"`;
      await http
        .post(`/api/v1/lead-reviewers/L1/${path}`)
        .set('If-Match', tag)
        .send(fact)
        .expect(200);
    };
    const first = { kind: 'FORMER_HOME', from: '1900-01-01', to: '2025-08-31' };
    const second = { kind: 'FORMER_HOME', from: '2025-09-01', to: '2026-03-02' };
    await record('facts', { ...first, postcodeDistrict: 'LS1' });
    await record('facts', { ...second, postcodeDistrict: 'LS1' });
    const words = [
      'Lived in LS1 from 1 September 2025 until 2 March 2026',
      'Lived in LS1 until 31 August 2025',
    ];
    expect(await told()).toEqual(words);
    await record('facts/retractions', first);
    expect(await told()).toEqual(words.slice(0, 1));
    await record('facts/retractions', second);
    const traced = await database.dataSource.query<{ action: string }[]>(
      `SELECT action FROM audit_entry WHERE subject_id = 'L1' AND action LIKE 'former home%' ORDER BY id`,
    );
    expect(traced.map(({ action }) => action)).toEqual([
      'former home fact recorded',
      'former home fact recorded',
      'former home fact retracted',
      'former home fact retracted',
    ]);
  });

  it('has a year, term by term, and a load against its limits', async () => {
    const { commitment, load } = await lead('L1');
    expect(commitment).toMatchObject({
      minimum: 6,
      reason: 'Lead Reviewer, whole year',
      left: 5,
      target: 1,
      shortBy: 0,
      lost: [],
    });
    expect(commitment?.terms.map(({ name, isThis, words }) => [name, isThis, words])).toEqual([
      ['Autumn 2026', false, 'none'],
      ['Spring 2027', true, '1 in this plan, told to nobody'],
      ['Summer 2027', false, 'none'],
    ]);
    expect(load.words).toEqual([
      '1 review of at most 4 this term',
      '1 in the busiest 4 school weeks in a row, of at most 3',
      'At most one in a week',
    ]);
    expect(load.weeks.map(({ seats }) => seats)).toEqual([1, 0]);
  });

  it('has limits of their own, regions, and conflicts with who may override them', async () => {
    const { limits, regions, conflicts, may } = await lead('L1');
    expect(limits).toEqual({
      own: { termLimit: 3, restReviews: null, restWeeks: null, maxMiles: 100 },
      words: ['Travels at most 100 miles by road', 'At most 3 reviews a term'],
    });
    expect(regions[0]).toMatchObject({
      region: 'North East',
      gradeInWords: 'Willing (not graded)',
    });
    expect(conflicts).toEqual([
      {
        with: 'St Mary’s',
        reason: 'Declared tie: A relative works there',
        isOverridable: true,
        words: 'Operations may override it, with a reason',
      },
    ]);
    expect(may[0]).toBe('May lead');
  });

  it('can be somebody whom the plan gives nothing, or a name in a file', async () => {
    expect(await lead('L3')).toMatchObject({
      name: 'Zoe Quiet',
      seats: [],
      next: null,
      place: { number: 0 },
    });
    expect(await lead('L1', fileId)).toMatchObject({
      name: 'L1',
      commitment: null,
      home: null,
      gates: [],
    });
    const path = `/api/v1/plans/${planId}/lead-reviewers/L9`;
    const missing = await request(application.getHttpServer()).get(path);
    expect([missing.status, missing.body]).toMatchObject([404, { code: 'NOT_FOUND' }]);
  });
});

describe('what was recorded of somebody', () => {
  it('is told by moment and author, with what took its place as it is now', async () => {
    const http = request(application.getHttpServer());
    await http
      .post('/api/v1/lead-reviewers/L2/facts')
      .set('If-Match', await tagOf(http, '/api/v1/lead-reviewers/L2/facts'))
      .set('Qar-Author', 'Ruth Ellison')
      .send({ kind: 'OWN_LIMIT', from: '2027-01-01', maxMiles: 50 })
      .expect(200);
    await http
      .post('/api/v1/lead-reviewers/L2/facts/retractions')
      .set('If-Match', await tagOf(http, '/api/v1/lead-reviewers/L2/facts'))
      .set('Qar-Author', 'Sam Whitely')
      .send({ kind: 'GATE', gate: 'DBS', from: '2025-09-01', to: null })
      .expect(200);
    const { items } = (await http.get('/api/v1/lead-reviewers/L2/history').expect(200))
      .body as HistoryView;
    expect(items.map(({ by }) => by)).toEqual(['Sam Whitely', 'Ruth Ellison', 'Test']);
    expect(items[0]?.lines).toEqual([
      { kind: 'FACT', words: 'No longer: DBS check, from 1 September 2025' },
    ]);
    expect(items[1]?.lines).toEqual([
      { kind: 'FACT', words: 'Own limits, from 1 January 2027: at most 50 miles by road' },
    ]);
    expect(items[2]?.lines.map(({ words }) => words)).toEqual(
      expect.arrayContaining([
        'In the pool, from 1 September 2025',
        'Employer: Self-employed, from 1 September 2025',
        'Contract of 2026/27, from 1 September 2026 to 31 August 2027',
        'Training day of 24 September 2026 caught up on 24 September 2026',
        'Answer for Spring 2027: available unless they say otherwise',
      ]),
    );
    const answer = await http.get('/api/v1/lead-reviewers/L1/history');
    expect(answer.text).toContain('Answer for Spring 2027: “not 12 January”');
    await http.get('/api/v1/lead-reviewers/L9/history').expect(404);
  });
});
