import { describe, expect, it } from '@jest/globals';
import { allLed, homeScene, PLAN, row, TODAY, USUAL } from '../../../test/support/home-scene.js';
import { JANUARY_18, JANUARY_25 } from '../../../test/support/small-registers.js';
import { type RunView } from '../runs/run.schema.js';
import { funnelSteps } from './funnel.js';

const scene = homeScene();
const { facts, kinds, lineOf, lines, planned } = scene;

it('has nothing but the targets to tell of a term in which all is well', async () => {
  expect(await kinds(await planned())).toEqual(USUAL);
});

describe('the availability round', () => {
  it('names whom to chase, by when, and what they owe', async () => {
    await scene.registers.lead('LR-C', 'Cy Wren', null);
    expect(await lineOf('AVAILABILITY_NOT_ANSWERED', await planned())).toMatchObject({
      urgency: 'URGENT',
      title: '1 person has not sent their availability',
      detail:
        'Cy Wren. Until they answer they are not allocated; they still owe 6 reviews this year. The deadline was Friday 11 December 2026, 5:00 pm.',
      due: { on: '2026-12-11', what: 'DUE', words: 'Due Friday 11 December 2026' },
      blocks: 'Leaves out 1 person',
      actions: [{ kind: 'SEE_UNANSWERED', label: 'Chase 1 person', leads: ['LR-C'] }],
    });
  });

  it.each([
    ['2026-12-11', 'THIS_WEEK'],
    ['2026-12-04', 'THIS_WEEK'],
    ['2026-12-03', 'NEXT'],
    ['2026-12-12', 'URGENT'],
  ])('on %s the line is %s', async (today, urgency) => {
    await scene.registers.lead('LR-C', 'Cy Wren', null);
    expect(await lineOf('AVAILABILITY_NOT_ANSWERED', null, { today })).toMatchObject({ urgency });
  });

  it('that ends at midnight ends with the day before', async () => {
    await scene.registers.lead('LR-C', 'Cy Wren', null);
    await scene.query(`UPDATE availability_round SET deadline_at = '2026-12-12T00:00Z'`);
    expect(await lineOf('AVAILABILITY_NOT_ANSWERED')).toMatchObject({
      detail: expect.stringContaining('The deadline was the end of Friday 11 December 2026.'),
      due: { on: '2026-12-11' },
    });
  });

  it('chases nobody whom operations counts as available', async () => {
    await scene.registers.lead('LR-C', 'Cy Wren', null);
    await scene.query(
      `INSERT INTO availability_waiver (round_id, lead_id, grade, reason, recorded_by)
       SELECT r.id, l.id, 'AVAILABLE', 'Said so', 'Test' FROM availability_round r, lead_reviewer l WHERE l.code = 'LR-C'`,
    );
    expect(await kinds()).not.toContain('AVAILABILITY_NOT_ANSWERED');
    const step = funnelSteps(await facts())[2];
    expect(step).toMatchObject({ done: 2, of: 3, note: 'Nobody to chase, 1 counted as available' });
  });

  it('is asked for where none is open', async () => {
    await scene.query('DELETE FROM availability_statement');
    await scene.query('ALTER TABLE availability_answer DISABLE TRIGGER ALL');
    await scene.query('DELETE FROM availability_answer');
    await scene.query('DELETE FROM availability_round');
    expect(await lineOf('NO_ROUND')).toMatchObject({
      title: 'No availability round is open for Spring 2027',
      actions: [{ kind: 'OPEN_ROUND' }],
    });
    expect(funnelSteps(await facts())[2]).toMatchObject({ state: 'NOT_BEGUN', done: null });
  });
});

describe('the schools', () => {
  it('that have not said which windows suit are asked; one that has is not', async () => {
    await scene.registers.school('100003', 'Silent School');
    await scene.registers.review('QAR-3', '100003', null);
    expect(await lineOf('WINDOWS_NOT_KNOWN')).toMatchObject({
      urgency: 'URGENT',
      title: '1 school has not said which windows suit',
      detail: 'Silent School. Until it answers, its review is left out.',
      actions: [{ kind: 'SEE_WINDOWS_NOT_KNOWN', label: 'Ask 1 school', reviews: ['QAR-3'] }],
    });
    await scene.registers.hostAnswers('QAR-3', [
      { week: JANUARY_25, window: 'MON_WED', grade: 'PREFERRED' },
    ]);
    expect(await kinds()).not.toContain('WINDOWS_NOT_KNOWN');
  });

  it('with a blank phase are to be completed, and are not asked for windows first', async () => {
    await scene.registers.school('100003', 'Blank School', { phase: null });
    await scene.registers.review('QAR-3', '100003', [
      { week: JANUARY_25, window: 'MON_WED', grade: 'PREFERRED' },
    ]);
    expect(await lineOf('SCHOOL_INCOMPLETE')).toMatchObject({
      title: 'Blank School has no phase in the register',
      actions: [{ kind: 'SEE_SCHOOL', urns: ['100003'] }],
    });
    expect(await kinds()).not.toContain('WINDOWS_NOT_KNOWN');
  });

  it('whose review has no term are told of, and not those of another term', async () => {
    await scene.registers.school('100003', 'Later School');
    await scene.registers.review('QAR-3', '100003', null, { term: 'summer-2027' });
    expect(await kinds()).not.toContain('REVIEWS_WITHOUT_TERM');
    await scene.registers.moved('QAR-3', 'REQUESTED', null);
    expect(await lineOf('REVIEWS_WITHOUT_TERM')).toMatchObject({
      title: '1 review of the year has no term yet',
      actions: [{ kind: 'SEE_REVIEWS', reviews: ['QAR-3'] }],
    });
  });
});

describe('supply and demand', () => {
  it('tells of a proven shortage, and of nothing where there is enough', async () => {
    await scene.registers.hostAnswers('QAR-1', [
      { week: JANUARY_18, window: 'MON_WED', grade: 'PREFERRED' },
    ]);
    expect(await kinds()).not.toContain('SHORTAGE');
    await scene.registers.answers('LR-B', { default: 'UNAVAILABLE', answeredOn: TODAY });
    expect(await lineOf('SHORTAGE')).toMatchObject({
      title: 'At least 1 of 2 reviews will go without a lead, whatever the plan',
      detail:
        'Vale School and Moor School. Only Ann Skylark could lead any of them, and at most 1.',
      actions: [{ kind: 'SEE_PREFLIGHT', reviews: ['QAR-1', 'QAR-2'] }],
    });
    expect(await lineOf('WEEK_SHORT')).toMatchObject({
      title:
        'The week of 18 January 2027 is short: 2 reviews could be led in no other week, at most 1 in this one',
      actions: [{ kind: 'SEE_PREFLIGHT', week: JANUARY_18, reviews: ['QAR-1', 'QAR-2'] }],
    });
  });

  it('calls a week tight that will not come out even, with the schools to ask', async () => {
    await scene.registers.answers('LR-B', { default: 'UNAVAILABLE', answeredOn: TODAY });
    await scene.registers.hostAnswers('QAR-1', [
      { week: JANUARY_18, window: 'WED_FRI', grade: 'PREFERRED' },
      { week: JANUARY_25, window: 'WED_FRI', grade: 'ACCEPTABLE' },
    ]);
    expect(await lineOf('WEEK_TIGHT')).toMatchObject({
      title:
        'The week of 18 January 2027 is tight: some 2 reviews would fall on it, at most 1 can be led',
      detail:
        '1 person could lead a review then; 2 schools accept it. Moor School could be led in no other week: ask now, while it can still move.',
    });
    await scene.registers.answers('LR-B', { answeredOn: TODAY });
    expect(await kinds()).not.toContain('WEEK_TIGHT');
  });

  it('tells of nobody taking part, and not of each review that nobody could lead', async () => {
    for (const lead of ['LR-A', 'LR-B']) await scene.registers.forget(lead, 'standing');
    expect(await lineOf('NOBODY_CAN_LEAD')).toMatchObject({
      title: 'No Lead Reviewer takes part in the term yet',
      actions: [{ kind: 'SEE_LEAD', label: 'See the Lead Reviewers', leads: [] }],
    });
  });

  it('tells of reviews that nobody could lead', async () => {
    for (const lead of ['LR-A', 'LR-B']) {
      await scene.registers.fact(lead, 'conflict', {
        kind: 'DECLARED_TIE',
        urn: '100002',
        reason: 'Trustee',
      });
    }
    expect(await lineOf('NOBODY_CAN_LEAD')).toMatchObject({
      title: 'Nobody could lead 1 review, whatever the plan',
      actions: [{ kind: 'SEE_PREFLIGHT', reviews: ['QAR-2'] }],
    });
  });
});

describe('people in induction', () => {
  const inInduction = async (): Promise<void> => {
    await scene.registers.lead('LR-C', 'Cy Wren', { default: 'UNAVAILABLE' });
    await scene.registers.forget('LR-C', 'standing');
    await scene.registers.fact('LR-C', 'standing', { standing: 'IN_INDUCTION' });
    await scene.query(
      `INSERT INTO induction_stage (lead_id, stage, done_on, recorded_by)
       SELECT id, 'VIRTUAL_INDUCTION', '2026-09-10', 'Test' FROM lead_reviewer WHERE code = 'LR-C'`,
    );
  };

  it('who can shadow no review are told of, and not those who can', async () => {
    await inInduction();
    expect(await lineOf('SHADOWS_WITHOUT_REVIEW')).toMatchObject({
      detail: expect.stringContaining('Cy Wren is in induction and can shadow no review'),
      actions: [{ kind: 'SEE_PREFLIGHT', leads: ['LR-C'] }],
    });
    await scene.registers.answers('LR-C', { answeredOn: TODAY });
    expect(await kinds()).not.toContain('SHADOWS_WITHOUT_REVIEW');
  });

  it('are no matter before any school has said which windows suit', async () => {
    await inInduction();
    await scene.query(`UPDATE host_answer SET superseded_at = now(), superseded_by = 'Test'`);
    expect(await kinds()).not.toContain('SHADOWS_WITHOUT_REVIEW');
  });
});

describe('plan and runs', () => {
  it('without a plan the next thing is a run; while one is under way there is nothing to do', async () => {
    expect(await lineOf('NO_PLAN')).toMatchObject({
      urgency: 'NEXT',
      actions: [{ kind: 'RUN' }, { kind: 'SEE_PREFLIGHT' }],
    });
    const run = { id: PLAN, state: 'SOLVING' } as RunView;
    expect(await kinds(null, { run })).toEqual([]);
  });

  it('a run that failed says why, and one that ended well is no line', async () => {
    const failed = { id: PLAN, state: 'FAILED', failure: 'Out of memory.' } as RunView;
    expect(await lineOf('RUN_FAILED', null, { run: failed })).toMatchObject({
      urgency: 'URGENT',
      detail: 'Out of memory.',
      actions: [{ kind: 'SEE_RUN', run: PLAN }, { kind: 'RUN' }],
    });
    expect(await kinds(await planned(), { run: { ...failed, state: 'SOLVED' } })).toEqual(USUAL);
    expect(await kinds(null, { run: { ...failed, state: 'INFEASIBLE' } })).toContain(
      'RUN_WITHOUT_PLAN',
    );
  });

  it('a plan is outdated by facts that were changed since, and not by time going by', async () => {
    const plan = await planned();
    expect(await kinds(plan, { today: '2027-01-04' })).not.toContain('PLAN_OUTDATED');
    await scene.registers.fact('LR-B', 'own_limit', { max_km: 80 });
    expect(await lineOf('PLAN_OUTDATED', plan)).toMatchObject({
      title: 'The plan is older than facts about 1 person',
      detail:
        'They were changed since Monday 21 December 2026: Ben Linnet. A run around the plan takes them in.',
      actions: [{ kind: 'RUN', plan: PLAN }, { kind: 'SEE_BOARD' }],
    });
  });

  it('reviews without a lead ask what it would take', async () => {
    const plan = await planned([allLed[0]!, row('QAR-2', null, JANUARY_18)]);
    expect(await lineOf('WITHOUT_LEAD', plan)).toMatchObject({
      title: '1 review has windows but no lead in the plan',
      actions: [{ kind: 'SEE_UNPLACED', plan: PLAN, reviews: ['QAR-2'] }],
    });
  });

  it('leads under their target are counted, and those who reach it are not', async () => {
    const ceiling = { ceiling: 1, answeredOn: TODAY };
    await scene.registers.answers('LR-A', ceiling);
    expect(await lineOf('UNDER_TARGET', await planned())).toMatchObject({
      title: expect.stringMatching(/^1 lead is under the term’s target, by \d+ in all$/),
      actions: [{ kind: 'SEE_UNDER_TARGET', leads: ['LR-B'] }],
    });
    await scene.registers.answers('LR-B', ceiling);
    expect(await kinds(await planned())).toEqual([]);
  });
});

it('puts the most urgent first, and gives a line another id when it is about others', async () => {
  await scene.registers.lead('LR-C', 'Cy Wren', null);
  const before = await lines();
  expect(before.map(({ urgency }) => urgency)).toEqual(['URGENT', 'NEXT']);
  expect((await lines())[0]?.id).toBe(before[0]?.id);
  await scene.registers.lead('LR-D', 'Di Finch', null);
  expect((await lines())[0]?.id).not.toBe(before[0]?.id);
});

it('counts the steps from schools due to reviews with a lead', async () => {
  await scene.registers.school('100003', 'Silent School');
  await scene.registers.review('QAR-3', '100003', null);
  const steps = funnelSteps(await facts(await planned()));
  expect(steps.map(({ step, state, done, of, note }) => [step, state, done, of, note])).toEqual([
    ['DUE', 'COUNTED', 3, 3, 'All in this term'],
    ['WINDOWS', 'COUNTED', 2, 3, '1 to ask'],
    ['AVAILABILITY', 'COUNTED', 2, 2, 'Nobody to chase'],
    ['ALLOCATED', 'COUNTED', 2, 3, '1 without'],
    ['PUBLISHED', 'NOT_IN_USE', null, null, ''],
    ['ACCEPTED', 'NOT_IN_USE', null, null, ''],
  ]);
});
