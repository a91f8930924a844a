import { describe, expect, it } from '@jest/globals';
import { homeScene, PLAN, row, TODAY, USUAL } from '../../../../test/support/home-scene.js';
import {
  JANUARY_11,
  JANUARY_18,
  JANUARY_25,
  SPRING,
} from '../../../../test/support/small-registers.js';

const scene = homeScene();
const { kinds, lineOf, planned } = scene;

describe('a planned seat', () => {
  it('is lost when a check runs out before the review’s last day, and not when it runs out after it', async () => {
    const plan = await planned();
    await scene.registers.forget('LR-A', 'gate', `kind = 'DBS'`);
    await scene.registers.fact('LR-A', 'gate', { kind: 'DBS' }, '2025-09-01', '2027-01-13');
    expect(await lineOf('GATE_RUNS_OUT', plan)).toMatchObject({
      urgency: 'URGENT',
      title: 'Ann Skylark cannot be on a planned review: DBS check runs out on 12 January 2027',
      detail:
        'DBS check runs out on 12 January 2027, before the review’s last day. Planned as the lead at Vale School, Monday 11 to Wednesday 13 January 2027.',
      due: { on: JANUARY_11, what: 'BEGINS' },
      actions: [
        { kind: 'SEE_REVIEW', label: 'Find cover', plan: PLAN, reviews: ['QAR-1'] },
        { kind: 'RECORD_CHECK', label: 'Record a new check', plan: PLAN, leads: ['LR-A'] },
      ],
    });
    await scene.registers.forget('LR-A', 'gate', `kind = 'DBS'`);
    await scene.registers.fact('LR-A', 'gate', { kind: 'DBS' }, '2025-09-01', '2027-01-14');
    expect(await kinds(plan)).toEqual(['PLAN_OUTDATED', ...USUAL]);
  });

  it('is lost when its person fell ill, and kept when they are away in another week', async () => {
    const plan = await planned();
    const away = (from: string, to: string): Promise<void> =>
      scene.registers.answers('LR-A', {
        answeredOn: TODAY,
        statements: [{ kind: 'RANGE', from, to, grade: 'UNAVAILABLE' }],
      });
    await away('2027-01-12', '2027-01-12');
    expect(await lineOf('PERSON_CANNOT', plan)).toMatchObject({
      urgency: 'URGENT',
      title: 'Ann Skylark can no longer do Monday 11 to Wednesday 13 January 2027',
      detail: expect.stringMatching(/^They said not available on 12 January 2027\. Planned as/),
    });
    await away('2027-02-02', '2027-02-02');
    expect(await kinds(plan)).not.toContain('PERSON_CANNOT');
  });

  it('is lost when its person has left; their name is still known', async () => {
    const plan = await planned();
    await scene.registers.forget('LR-A', 'standing');
    await scene.registers.fact('LR-A', 'standing', { standing: 'LEFT' });
    expect(await lineOf('PERSON_CANNOT', plan)).toMatchObject({
      title: 'Ann Skylark takes no part in the term any more',
    });
  });

  it('is lost when a conflict is recorded, and not for a conflict with another school', async () => {
    const plan = await planned();
    const tie = (urn: string): Promise<void> =>
      scene.registers.fact('LR-A', 'conflict', {
        kind: 'DECLARED_TIE',
        urn,
        reason: 'Sister works there',
      });
    await tie('100002');
    expect(await kinds(plan)).not.toContain('CONFLICT_RECORDED');
    await tie('100001');
    expect(await lineOf('CONFLICT_RECORDED', plan)).toMatchObject({
      title: 'Ann Skylark has a conflict with Vale School',
      detail: expect.stringContaining('Sister works there'),
    });
  });

  it('is lost when its person declined it, and not when they declined another', async () => {
    const plan = await planned();
    const declined = { on: '2026-12-18', by: 'LEAD_REVIEWER' as const };
    await scene.registers.givenUp('QAR-2', 'LR-A', JANUARY_18, declined);
    expect(await kinds(plan)).not.toContain('PERSON_DECLINED');
    await scene.registers.givenUp('QAR-1', 'LR-A', JANUARY_11, declined);
    expect(await lineOf('PERSON_DECLINED', plan)).toMatchObject({
      title: 'Ann Skylark has given up the review of Vale School',
      detail: expect.stringContaining('Recorded on Friday 18 December 2026'),
    });
  });

  it('is lost when the school changed its windows; one that only adds a window loses nothing', async () => {
    const plan = await planned();
    const later = { week: JANUARY_25, window: 'WED_FRI', grade: 'ACCEPTABLE' } as const;
    await scene.registers.hostAnswers('QAR-2', [
      later,
      { week: JANUARY_18, window: 'MON_WED', grade: 'PREFERRED' },
    ]);
    expect(await kinds(plan)).not.toContain('SCHOOL_CHANGED');
    await scene.registers.hostAnswers('QAR-2', [later]);
    expect(await lineOf('SCHOOL_CHANGED', plan)).toMatchObject({
      title: 'Moor School does not accept Monday 18 to Wednesday 20 January 2027 any more',
      actions: [{ kind: 'SEE_REVIEW', label: 'Find another window', reviews: ['QAR-2'] }],
    });
  });

  it('goes with its review when that is cancelled', async () => {
    const plan = await planned();
    await scene.registers.moved('QAR-1', 'CANCELLED', SPRING);
    expect(await lineOf('REVIEW_GONE', plan)).toMatchObject({
      title: 'Vale School is in the plan, but its review cannot be allocated any more',
      actions: [{ kind: 'SEE_REVIEWS', reviews: ['QAR-1'] }, { kind: 'SEE_BOARD' }],
    });
  });

  it('counts with the others of its person: a lower limit is broken by both together', async () => {
    const both = [row('QAR-1', 'LR-A', JANUARY_11), row('QAR-2', 'LR-A', JANUARY_18)];
    const plan = await planned(both);
    await scene.registers.fact('LR-A', 'own_limit', { term_limit: 2 });
    expect(await kinds(plan)).not.toContain('PLAN_BREAKS_RULE');
    await scene.registers.answers('LR-A', { ceiling: 1, answeredOn: TODAY });
    expect(await lineOf('PLAN_BREAKS_RULE', plan)).toMatchObject({
      detail: expect.stringContaining('Ann Skylark has 2 seats'),
      blocks: 'Blocks 2 reviews',
    });
  });

  it('that was accepted and is planned for somebody else must be told to both', async () => {
    await scene.registers.accepted('QAR-1', 'LR-A', JANUARY_11);
    expect(await kinds(await planned())).not.toContain('ACCEPTED_CANNOT');
    await scene.registers.answers('LR-A', {
      answeredOn: TODAY,
      statements: [{ kind: 'RANGE', from: '2027-01-12', to: '2027-01-12', grade: 'UNAVAILABLE' }],
    });
    // The plan still has her: the line of the planned seat says it.
    expect(await kinds(await planned())).not.toContain('ACCEPTED_CANNOT');
    const elsewise = await planned([row('QAR-1', 'LR-B', JANUARY_25)]);
    expect(await lineOf('ACCEPTED_CANNOT', elsewise)).toMatchObject({
      urgency: 'URGENT',
      title: 'Ann Skylark accepted Vale School and can no longer do it',
      detail:
        'They said not available on 12 January 2027. Accepted as the lead, Monday 11 to Wednesday 13 January 2027. Ben Linnet is planned there instead. Tell both, and record it.',
      due: { on: JANUARY_11, what: 'BEGINS' },
      actions: [
        { kind: 'RECORD', label: 'Record what happened', leads: ['LR-A'] },
        { kind: 'SEE_REVIEW', plan: PLAN, reviews: ['QAR-1'] },
      ],
    });
    expect(await lineOf('ACCEPTED_CANNOT', null)).toMatchObject({
      detail: expect.stringContaining('Nobody is planned there instead.'),
    });
    expect(await kinds(elsewise, { today: JANUARY_11 })).not.toContain('ACCEPTED_CANNOT');
  });

  it('is past mending once its week has begun', async () => {
    const plan = await planned();
    await scene.registers.fact('LR-A', 'conflict', {
      kind: 'DECLARED_TIE',
      urn: '100001',
      reason: 'Sister works there',
    });
    expect(await kinds(plan, { today: '2027-01-10' })).toContain('CONFLICT_RECORDED');
    expect(await kinds(plan, { today: JANUARY_11 })).not.toContain('CONFLICT_RECORDED');
  });
});
