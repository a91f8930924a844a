import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { runApplication, SPRING_2027 } from '../../../test/runs/run-application.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { smallContext, smallProblem, smallReview } from '../../../test/support/small-plan.js';
import { storeSolvedRun } from '../../../test/support/solved-run.js';
import { createLogger } from '../../platform/logging.js';
import { prepareWeb } from '../../platform/web.js';
import { type Problem } from '../../solver/problem.js';
import { type PlanView } from '../plans/plan.schema.js';
import { type VersionsView } from './hand-view.schema.js';
import { type EffectView, type PlacesView } from './hand-view.js';

const plans = '/api/v1/plans';
const noPlan = '11111111-1111-4111-8111-111111111111';
const week = '2027-01-11';

interface Reply<Body = { code: string; detail: string }> {
  status: number;
  headers: Record<string, string>;
  body: Body;
}

/** Two established leads who are free in both weeks; two schools that accept either. */
function twoByTwo(name: string, changes: Partial<Problem> = {}): Problem {
  const problem = smallProblem([smallReview('R1'), smallReview('R2', '100002')]);
  const leads = problem.leads.map((lead) => ({
    ...lead,
    isNew: false,
    availability: {
      [week]: { MON_WED: 'AVAILABLE' as const },
      '2027-03-29': { WED_FRI: 'AVAILABLE' as const },
    },
    commitment: { minimum: 6, done: 2, target: lead.id === 'L1' ? 1 : 0 },
  }));
  return { ...problem, name, leads, ...changes };
}

const put = (review: string, lead: string, more: object = {}): object => ({
  kind: 'PUT',
  review,
  lead,
  week,
  window: 'MON_WED',
  ...more,
});
const later = { week: '2027-03-29', window: 'WED_FRI' };

describe('plans by hand over HTTP', () => {
  let database: TestDatabase;
  let web: NestExpressApplication;
  let frozen: Problem = twoByTwo('Spring 2027');

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.dataSource.query(SPRING_2027);
    web = await runApplication({
      databaseUrl: database.url,
      works: false,
      freezeTerm: (_manager, _term, { policy = 'Standard' }) =>
        Promise.resolve({ problem: frozen, context: smallContext, policyName: policy }),
    });
    await prepareWeb(web, createLogger('test', 'silent'));
    await web.init();
  });
  afterAll(async () => {
    await web.close();
    await database.drop();
  });

  function api(): ReturnType<typeof request> {
    return request(web.getHttpServer());
  }
  async function post<Body = Reply['body']>(path: string, body: object): Promise<Reply<Body>> {
    return api().post(path).send(body);
  }
  async function get<Body>(path: string): Promise<Reply<Body>> {
    return api().get(path);
  }

  /** A run's plan over a problem of its own: the name makes the difference. */
  async function solved(name: string, changes: Partial<Problem> = {}): Promise<string> {
    const run = await storeSolvedRun(database.dataSource, twoByTwo(name, changes), {
      context: smallContext,
      termId: 'spring-2027',
    });
    return run.planId;
  }
  async function auditOf(planId: string): Promise<object[]> {
    return database.dataSource.query(
      'SELECT actor, action, before, after, reason FROM audit_entry WHERE subject_id = $1',
      [planId],
    );
  }

  it('begin with nothing, are filled in edit by edit, and are read like any other plan', async () => {
    const begun = await post<PlanView>('/api/v1/terms/spring-2027/plans', { note: 'A draft' });
    expect(begun.status).toBe(201);
    expect(begun.headers.location).toBe(`${plans}/${begun.body.id}`);
    expect(begun.body).toMatchObject({
      runId: null,
      parentId: null,
      termId: 'spring-2027',
      version: 1,
      status: 'FEASIBLE',
      note: 'A draft',
      author: 'Operations',
      check: { passed: true },
    });
    const next = await post<PlanView>(`${plans}/${begun.body.id}/versions`, {
      edits: [put('R1', 'L1'), put('R2', 'L2', later)],
    });
    expect(next.status).toBe(201);
    expect(next.body).toMatchObject({ version: 2, parentId: begun.body.id, check: { faults: [] } });
    expect(next.body.aims[0]).toEqual({ aim: 'coverage', value: 4, bound: 4 });
    const path = `${plans}/${next.body.id}`;
    expect((await get(`${path}/summary`)).body).toMatchObject({
      coverage: { covered: 2, reviews: 2 },
    });
    const without = await post<PlanView>(`${path}/versions`, {
      edits: [{ kind: 'CLEAR', review: 'R2' }],
    });
    const uncovered = await get<object[]>(`${plans}/${without.body.id}/uncovered`);
    expect(uncovered.body).toMatchObject([{ review: 'R2', permitted: ['L1', 'L2'] }]);
    const comparison = await get(`${path}/side-by-side?with=${begun.body.id}`);
    expect(comparison.body).toMatchObject({ isComparable: true, reviews: [{}, {}] });
    expect(await auditOf(begun.body.id)).toEqual([
      {
        actor: 'Operations',
        action: 'plan begun by hand',
        before: null,
        after: { version: 1, policy: 'Standard' },
        reason: 'A draft',
      },
    ]);
    expect(await auditOf(without.body.id)).toMatchObject([
      {
        action: 'plan version saved',
        before: { plan: next.body.id, version: 2 },
        after: { version: 3, changed: [{ review: 'R2', lead: null }] },
      },
    ]);
  });

  it('begin with whoever is pinned; what pins leave open is filled in by the first edits', async () => {
    const pinned = { review: 'R1', lead: 'L1', week, window: 'MON_WED' as const };
    frozen = twoByTwo('Pinned', { pins: [pinned, { review: 'R2' }] });
    const refused = await post('/api/v1/terms/spring-2027/plans', {});
    expect([refused.status, refused.body]).toMatchObject([
      409,
      {
        code: 'PLAN_BREAKS_RULES',
        errors: [
          {
            field: 'What is pinned stays',
            message: 'Vale School, Leeds is pinned, so it must have a lead.',
          },
        ],
      },
    ]);
    const begun = await post<PlanView>('/api/v1/terms/spring-2027/plans', {
      edits: [put('R2', 'L2')],
    });
    expect(begun.body.reviews.map(({ lead }) => lead)).toEqual(['L1', 'L2']);
    frozen = twoByTwo('Spring 2027');
  });

  describe('tried without saving', () => {
    let id: string;
    beforeAll(async () => {
      id = await solved('Tried', { pins: [{ review: 'R1', lead: 'L1', week, window: 'MON_WED' }] });
    });

    it('say what each aim gains or pays, and whose load and travel change', async () => {
      const { body: plan } = await get<PlanView>(`${plans}/${id}`);
      expect(plan.reviews[1]?.lead).toBe('L2');
      const effect = await post<EffectView>(`${plans}/${id}/effect`, {
        edits: [{ kind: 'CLEAR', review: 'R2' }],
      });
      expect([effect.status, effect.body]).toMatchObject([
        200,
        {
          isLegal: true,
          reviews: [
            {
              review: 'R2',
              school: 'Vale School, Leeds',
              words:
                'Vale School, Leeds: nobody leads; before: Ben Linnet leads on Monday 11 to Wednesday 13 January 2027.',
            },
          ],
          people: [
            {
              name: 'Ben Linnet',
              before: { led: 1, seats: 1, miles: 89.8 },
              after: { led: 0, seats: 0, miles: 0 },
              words:
                'Ben Linnet: leads 0 (before: 1; target 0), 2 in the year of at least 6; 0 seats (before: 1); 0 miles one way (before: 89.8).',
            },
          ],
          breaches: [],
        },
      ]);
      expect(effect.body.aims[0]).toEqual({
        aim: 'coverage',
        title: 'Reviews that get a lead, weighted by priority',
        before: 4,
        after: 2,
        gain: -2,
        words: 'Reviews that get a lead, weighted by priority: pays 2 (4 to 2).',
      });
      expect((await get<PlanView>(`${plans}/${id}`)).body).toEqual(plan);
    });

    it('say which rules they break, with names and dates', async () => {
      const { body } = await post<EffectView>(`${plans}/${id}/effect`, {
        edits: [put('R1', 'L1', { window: 'WED_FRI' })],
      });
      expect(body.isLegal).toBe(false);
      expect(body.appearing.map(({ rule, sentence }) => [rule, sentence])).toEqual([
        [
          'hostAcceptsSlot',
          'St Mary’s, Hove does not accept Wednesday 13 to Friday 15 January 2027.',
        ],
        [
          'personIsAvailable',
          'Ana Ní Bhriain is not available on Wednesday 13 to Friday 15 January 2027.',
        ],
        ['pinsHold', 'St Mary’s, Hove is pinned to Monday 11 to Wednesday 13 January 2027.'],
      ]);
    });

    it('show every place of a review and of a person, the best first, and why not elsewhere', async () => {
      const { body } = await get<PlacesView>(`${plans}/${id}/reviews/R2/places`);
      expect(
        body.items.map(({ name, row, permitted, words }) => [name, row.week, permitted, words]),
      ).toEqual([
        ['Ben Linnet', week, true, 'No aim gains or pays.'],
        ['Ben Linnet', later.week, true, 'Fit pays 15.'],
        ['Ana Ní Bhriain', later.week, true, 'Balance pays 334; fit pays 15.'],
        [
          'Ana Ní Bhriain',
          week,
          false,
          'Ana Ní Bhriain has 2 seats in the week of 11 January 2027; one is the most.',
        ],
      ]);
      const ofLead = await get<PlacesView>(`${plans}/${id}/lead-reviewers/L2/places`);
      expect(ofLead.body.items.map(({ school, permitted }) => [school, permitted])).toEqual([
        ['Vale School, Leeds', true],
        ['Vale School, Leeds', true],
        ['St Mary’s, Hove', false],
        ['St Mary’s, Hove', false],
      ]);
      const assuring = await get<PlacesView>(
        `${plans}/${id}/reviews/R2/places?seat=QUALITY_ASSURER`,
      );
      expect(assuring.body.items.map(({ breaches }) => breaches.length > 0)).toEqual([true, true]);
    });

    it('show places after edits that are not saved yet', async () => {
      const { status, body } = await post<PlacesView>(`${plans}/${id}/places`, {
        edits: [put('R2', 'L1', later)],
        lead: 'L2',
      });
      expect(status).toBe(200);
      expect(body.items.find(({ review }) => review === 'R2')).toMatchObject({
        isNow: false,
        words: 'Balance gains 334; fit gains 15.',
      });
    });

    it('refuse what the plan does not know', async () => {
      const unknown = await post(`${plans}/${id}/effect`, { edits: [put('R9', 'L9')] });
      expect([unknown.status, unknown.body]).toMatchObject([
        422,
        {
          code: 'UNKNOWN_NAME',
          errors: [
            { pointer: '#/edits/0/review', message: 'There is no review R9 in it.' },
            { pointer: '#/edits/0/lead' },
          ],
        },
      ]);
      const statuses = await Promise.all([
        get(`${plans}/${id}/reviews/R9/places`),
        get(`${plans}/${id}/lead-reviewers/L9/places`),
        get(`${plans}/${noPlan}/versions`),
        post(`${plans}/${noPlan}/effect`, { edits: [put('R1', 'L1')] }),
      ]);
      expect(statuses.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
      const infeasible = await solved('Infeasible', {
        pins: [{ review: 'R1', week, window: 'WED_FRI' }],
      });
      const edited = await post(`${plans}/${infeasible}/versions`, { edits: [put('R1', 'L1')] });
      expect([edited.status, edited.body.code]).toEqual([409, 'PLAN_IS_INFEASIBLE']);
    });
  });

  describe('saved', () => {
    const clear = { edits: [{ kind: 'CLEAR', review: 'R2' }] };

    it('are legal, or refused with every broken rule', async () => {
      const id = await solved('Legal only');
      const refused = await post(`${plans}/${id}/versions`, {
        edits: [put('R1', 'L1'), put('R2', 'L1')],
      });
      expect([refused.status, refused.body]).toMatchObject([
        409,
        {
          code: 'PLAN_BREAKS_RULES',
          detail:
            'The plan was not saved: one rule is broken. See errors for each, and change the edits.',
          errors: [
            {
              field: 'At most one review a week',
              message:
                'Ana Ní Bhriain has 2 seats in the week of 11 January 2027; one is the most.',
            },
          ],
          details: {
            breaches: [{ rule: 'oneReviewAWeek', people: ['L1'], reviews: ['R1', 'R2'] }],
          },
        },
      ]);
      expect((await get<VersionsView>(`${plans}/${id}/versions`)).body.items).toHaveLength(1);
    });

    it('on an older version are refused, told what changed, and can be sent on top of the newer', async () => {
      const id = await solved('Two people');
      const first = await post<PlanView>(`${plans}/${id}/versions`, {
        ...clear,
        note: 'The school asked',
      });
      const own = { edits: [put('R1', 'L1', later)] };
      const second = await post(`${plans}/${id}/versions`, own);
      expect([second.status, second.body]).toMatchObject([
        409,
        {
          code: 'PLAN_HAS_NEWER_VERSION',
          errors: [
            {
              field: 'Vale School, Leeds',
              message: expect.stringMatching(/nobody leads; before: \S.* leads on Monday 11/),
            },
          ],
          details: {
            newest: {
              id: first.body.id,
              version: 2,
              author: 'Operations',
              note: 'The school asked',
            },
            changes: [{ review: 'R2', to: { lead: null } }],
          },
        },
      ]);
      const breaking = { edits: [put('R1', 'L1', { window: 'WED_FRI' })] };
      const third = await post(`${plans}/${id}/versions`, breaking);
      expect(third.body.code).toBe('PLAN_HAS_NEWER_VERSION');
      const again = await post<PlanView>(`${plans}/${first.body.id}/versions`, own);
      expect(again.body).toMatchObject({ version: 3, parentId: first.body.id });
      expect(again.body.reviews).toMatchObject([{ lead: 'L1', ...later }, { lead: null }]);
    });

    it('at the same moment are one version; the other is refused and nothing of it is left', async () => {
      const id = await solved('Same moment');
      const answers = await Promise.all(
        ['R1', 'R2', 'R1', 'R2'].map((review) =>
          post(`${plans}/${id}/versions`, { edits: [{ kind: 'CLEAR', review }] }),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
      const { body } = await get<VersionsView>(`${plans}/${id}/versions`);
      expect(body.items.map(({ version }) => version)).toEqual([1, 2]);
    });

    it('are undone by a version like an earlier one, with what had been proven', async () => {
      const id = await solved('Undone');
      const { body: plan } = await get<PlanView>(`${plans}/${id}`);
      const next = await post<PlanView>(`${plans}/${id}/versions`, clear);
      const path = `${plans}/${next.body.id}/versions`;
      const undone = await post<PlanView>(path, { asVersion: 1, note: 'Undone' });
      expect(undone.body).toMatchObject({
        version: 3,
        status: 'OPTIMAL',
        aims: plan.aims,
        reviews: plan.reviews,
        check: { passed: true },
      });
      const { body } = await get<VersionsView>(`${plans}/${id}/versions`);
      expect(
        body.items.map(({ version, isNewest, note, changes }) => [
          version,
          isNewest,
          note,
          changes.length,
        ]),
      ).toEqual([
        [1, false, null, 0],
        [2, false, null, 1],
        [3, true, 'Undone', 1],
      ]);
      const newest = `${plans}/${undone.body.id}/versions`;
      const codes = await Promise.all([
        post(newest, { asVersion: 9 }),
        post(newest, { asVersion: 1 }),
        post(newest, { edits: [put('R1', plan.reviews[0]?.lead ?? '')] }),
      ]);
      expect(codes.map(({ status, body: { code } }) => [status, code])).toEqual([
        [422, 'NO_SUCH_VERSION'],
        [422, 'NOTHING_TO_SAVE'],
        [422, 'NOTHING_TO_SAVE'],
      ]);
    });
  });

  it.each([
    ['plan_has_one_next_version', 'version, problem_sha256, status'],
    ['does not go on from plan', 'version + 1, problem_sha256, status'],
    ['does not go on from plan', `version, repeat('0', 64), status`],
    ['plan_by_hand_has_seats', `version, problem_sha256, 'INFEASIBLE'`],
  ])('the database itself refuses what must never be: %s', async (constraint, values) => {
    const id = await solved(`Database ${constraint} ${values}`);
    await post(`${plans}/${id}/versions`, { edits: [{ kind: 'CLEAR', review: 'R2' }] });
    const parent = constraint === 'plan_has_one_next_version' ? 'parent_id' : 'id';
    const of = `FROM plan WHERE parent_id = '${id}'`;
    const next = parent === 'id' ? values.replace(/^version/, 'version + 1') : values;
    const inserted = database.dataSource.query(
      `INSERT INTO plan (parent_id, term_id, version, problem_sha256, status, content, author)
       SELECT ${parent}, term_id, ${next}, content, 'Somebody' ${of}`,
    );
    await expect(inserted).rejects.toThrow(constraint);
  });

  it('the database refuses a plan that comes from nowhere, or from two places', async () => {
    const id = await solved('From nowhere');
    const insert = (columns: string): Promise<unknown> =>
      database.dataSource.query(
        `INSERT INTO plan (run_id, parent_id, term_id, version, problem_sha256, status, content, author)
         SELECT ${columns}, problem_sha256, 'FEASIBLE', content, 'Somebody' FROM plan WHERE id = $1`,
        [id],
      );
    await expect(insert('NULL, NULL, NULL, 1')).rejects.toThrow('plan_comes_from_one_place');
    await expect(insert('NULL, NULL, term_id, 2')).rejects.toThrow(
      'plan_first_version_has_no_parent',
    );
    await expect(insert('run_id, id, term_id, 2')).rejects.toThrow('plan_comes_from_one_place');
  });
});
