import { describe, expect, it } from '@jest/globals';
import { SPRING_2027 } from '../../../test/runs/run-application.js';
import { plansOverHttp } from '../../../test/support/plans-over-http.js';
import { later, put, twoByTwo } from '../../../test/support/two-by-two.js';
import { type PlanView } from '../plans/plan.schema.js';
import { type VersionsView } from './hand-view.schema.js';

const plans = '/api/v1/plans';
const http = plansOverHttp(SPRING_2027, twoByTwo);

describe('plans by hand, saved', () => {
  const clear = { edits: [{ kind: 'CLEAR', review: 'R2' }] };

  it('are legal, or refused with every broken rule', async () => {
    const id = await http.solved('Legal only');
    const refused = await http.post(`${plans}/${id}/versions`, {
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
            message: 'Ana Ní Bhriain has 2 seats in the week of 11 January 2027; one is the most.',
          },
        ],
        details: {
          breaches: [{ rule: 'oneReviewAWeek', people: ['L1'], reviews: ['R1', 'R2'] }],
        },
      },
    ]);
    expect((await http.get<VersionsView>(`${plans}/${id}/versions`)).body.items).toHaveLength(1);
  });

  it('on an older version are refused, told what changed, and can be sent on top of the newer', async () => {
    const id = await http.solved('Two people');
    const first = await http.post<PlanView>(`${plans}/${id}/versions`, {
      ...clear,
      note: 'The school asked',
    });
    const own = { edits: [put('R1', 'L1', later)] };
    const second = await http.post(`${plans}/${id}/versions`, own);
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
    const third = await http.post(`${plans}/${id}/versions`, breaking);
    expect(third.body.code).toBe('PLAN_HAS_NEWER_VERSION');
    const again = await http.post<PlanView>(`${plans}/${first.body.id}/versions`, own);
    expect(again.body).toMatchObject({ version: 3, parentId: first.body.id });
    expect(again.body.reviews).toMatchObject([{ lead: 'L1', ...later }, { lead: null }]);
  });

  it('at the same moment are one version; the other is refused and nothing of it is left', async () => {
    const id = await http.solved('Same moment');
    const answers = await Promise.all(
      ['R1', 'R2', 'R1', 'R2'].map((review) =>
        http.post(`${plans}/${id}/versions`, { edits: [{ kind: 'CLEAR', review }] }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    const { body } = await http.get<VersionsView>(`${plans}/${id}/versions`);
    expect(body.items.map(({ version }) => version)).toEqual([1, 2]);
  });

  it('are undone by a version like an earlier one, with what had been proven', async () => {
    const id = await http.solved('Undone');
    const { body: plan } = await http.get<PlanView>(`${plans}/${id}`);
    const next = await http.post<PlanView>(`${plans}/${id}/versions`, clear);
    const path = `${plans}/${next.body.id}/versions`;
    const undone = await http.post<PlanView>(path, { asVersion: 1, note: 'Undone' });
    expect(undone.body).toMatchObject({
      version: 3,
      status: 'OPTIMAL',
      aims: plan.aims,
      reviews: plan.reviews,
      check: { passed: true },
    });
    const { body } = await http.get<VersionsView>(`${plans}/${id}/versions`);
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
      http.post(newest, { asVersion: 9 }),
      http.post(newest, { asVersion: 1 }),
      http.post(newest, { edits: [put('R1', plan.reviews[0]?.lead ?? '')] }),
    ]);
    expect(codes.map(({ status, body: { code } }) => [status, code])).toEqual([
      [422, 'NO_SUCH_VERSION'],
      [422, 'NOTHING_TO_SAVE'],
      [422, 'NOTHING_TO_SAVE'],
    ]);
  });
});

describe('the database', () => {
  it.each([
    ['plan_has_one_next_version', 'version, problem_sha256, status'],
    ['does not go on from plan', 'version + 1, problem_sha256, status'],
    ['does not go on from plan', `version, repeat('0', 64), status`],
    ['plan_by_hand_has_seats', `version, problem_sha256, 'INFEASIBLE'`],
  ])('itself refuses what must never be: %s', async (constraint, values) => {
    const id = await http.solved(`Database ${constraint} ${values}`);
    await http.post(`${plans}/${id}/versions`, { edits: [{ kind: 'CLEAR', review: 'R2' }] });
    const parent = constraint === 'plan_has_one_next_version' ? 'parent_id' : 'id';
    const of = `FROM plan WHERE parent_id = '${id}'`;
    const next = parent === 'id' ? values.replace(/^version/, 'version + 1') : values;
    const inserted = http.query(
      `INSERT INTO plan (parent_id, term_id, version, problem_sha256, status, content, author)
       SELECT ${parent}, term_id, ${next}, content, 'Somebody' ${of}`,
    );
    await expect(inserted).rejects.toThrow(constraint);
  });

  it('refuses a plan that comes from nowhere, or from two places', async () => {
    const id = await http.solved('From nowhere');
    const insert = (columns: string): Promise<unknown> =>
      http.query(
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
