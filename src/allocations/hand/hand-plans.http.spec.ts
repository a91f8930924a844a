import { beforeAll, describe, expect, it } from '@jest/globals';
import { SPRING_2027 } from '../../../test/runs/run-application.js';
import { plansOverHttp } from '../../../test/support/plans-over-http.js';
import { later, put, twoByTwo, week } from '../../../test/support/two-by-two.js';
import { type PlanView } from '../plans/plan.schema.js';
import { type EffectView, type PlacesView } from './hand-view.js';

const plans = '/api/v1/plans';
const noPlan = '11111111-1111-4111-8111-111111111111';
const http = plansOverHttp(SPRING_2027, twoByTwo);

describe('plans by hand over HTTP', () => {
  async function auditOf(planId: string): Promise<object[]> {
    return http.query(
      'SELECT actor, action, before, after, reason FROM audit_entry WHERE subject_id = $1',
      [planId],
    );
  }

  it('begin with nothing, are filled in edit by edit, and are read like any other plan', async () => {
    const begun = await http.post<PlanView>('/api/v1/terms/spring-2027/plans', { note: 'A draft' });
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
    const next = await http.post<PlanView>(`${plans}/${begun.body.id}/versions`, {
      edits: [put('R1', 'L1'), put('R2', 'L2', later)],
    });
    expect(next.status).toBe(201);
    expect(next.body).toMatchObject({ version: 2, parentId: begun.body.id, check: { faults: [] } });
    expect(next.body.aims[0]).toEqual({ aim: 'coverage', value: 4, bound: 4 });
    const path = `${plans}/${next.body.id}`;
    expect((await http.get(`${path}/summary`)).body).toMatchObject({
      coverage: { covered: 2, reviews: 2 },
    });
    const without = await http.post<PlanView>(`${path}/versions`, {
      edits: [{ kind: 'CLEAR', review: 'R2' }],
    });
    const uncovered = await http.get<object[]>(`${plans}/${without.body.id}/uncovered`);
    expect(uncovered.body).toMatchObject([{ review: 'R2', permitted: ['L1', 'L2'] }]);
    const comparison = await http.get(`${path}/side-by-side?with=${begun.body.id}`);
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
    http.freeze(twoByTwo('Pinned', { pins: [pinned, { review: 'R2' }] }));
    const refused = await http.post('/api/v1/terms/spring-2027/plans', {});
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
    const begun = await http.post<PlanView>('/api/v1/terms/spring-2027/plans', {
      edits: [put('R2', 'L2')],
    });
    expect(begun.body.reviews.map(({ lead }) => lead)).toEqual(['L1', 'L2']);
    http.freeze(twoByTwo('Spring 2027'));
  });

  describe('tried without saving', () => {
    let id: string;
    beforeAll(async () => {
      id = await http.solved('Tried', {
        pins: [{ review: 'R1', lead: 'L1', week, window: 'MON_WED' }],
      });
    });

    it('say what each aim gains or pays, and whose load and travel change', async () => {
      const { body: plan } = await http.get<PlanView>(`${plans}/${id}`);
      expect(plan.reviews[1]?.lead).toBe('L2');
      const effect = await http.post<EffectView>(`${plans}/${id}/effect`, {
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
      expect((await http.get<PlanView>(`${plans}/${id}`)).body).toEqual(plan);
    });

    it('say which rules they break, with names and dates', async () => {
      const { body } = await http.post<EffectView>(`${plans}/${id}/effect`, {
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
      const { body } = await http.get<PlacesView>(`${plans}/${id}/reviews/R2/places`);
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
      const ofLead = await http.get<PlacesView>(`${plans}/${id}/lead-reviewers/L2/places`);
      expect(ofLead.body.items.map(({ school, permitted }) => [school, permitted])).toEqual([
        ['Vale School, Leeds', true],
        ['Vale School, Leeds', true],
        ['St Mary’s, Hove', false],
        ['St Mary’s, Hove', false],
      ]);
      const assuring = await http.get<PlacesView>(
        `${plans}/${id}/reviews/R2/places?seat=QUALITY_ASSURER`,
      );
      expect(assuring.body.items.map(({ breaches }) => breaches.length > 0)).toEqual([true, true]);
    });

    it('show places after edits that are not saved yet', async () => {
      const { status, body } = await http.post<PlacesView>(`${plans}/${id}/places`, {
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
      const unknown = await http.post(`${plans}/${id}/effect`, { edits: [put('R9', 'L9')] });
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
        http.get(`${plans}/${id}/reviews/R9/places`),
        http.get(`${plans}/${id}/lead-reviewers/L9/places`),
        http.get(`${plans}/${noPlan}/versions`),
        http.post(`${plans}/${noPlan}/effect`, { edits: [put('R1', 'L1')] }),
      ]);
      expect(statuses.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
      const infeasible = await http.solved('Infeasible', {
        pins: [{ review: 'R1', week, window: 'WED_FRI' }],
      });
      const edited = await http.post(`${plans}/${infeasible}/versions`, {
        edits: [put('R1', 'L1')],
      });
      expect([edited.status, edited.body.code]).toEqual([409, 'PLAN_IS_INFEASIBLE']);
    });
  });
});
