import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { QueryRunner } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import {
  JANUARY_11,
  JANUARY_18,
  JANUARY_25,
  loadSmallReference,
  SmallRegisters,
  SPRING,
} from '../../../test/support/small-registers.js';
import { PLAN_FORMAT } from '../../solver/plan.js';
import { preflight } from '../../solver/preflight/preflight.js';
import { type SeatRow } from '../../solver/problem.js';
import { StoredPlan } from '../plans/plan.entity.js';
import { type RunView } from '../runs/run.schema.js';
import { type AttentionKind, type AttentionLine } from './attention/attention-line.js';
import { attentionLines } from './attention.js';
import { funnelSteps } from './funnel.js';
import { type HomeFacts, homeNames, type PlannedTerm } from './home-facts.js';
import { regionTiles, weekColumns } from './home-tables.js';
import { loadHome } from './load-home.js';
import { termInWords, termTitle } from './term-words.js';

const TODAY = '2026-12-21';
const PLAN = '11111111-1111-4111-8111-111111111111';

let database: TestDatabase;
let runner: QueryRunner;
let registers: SmallRegisters;

beforeAll(async () => {
  database = await createTestDatabase();
  await loadSmallReference(database.dataSource.manager);
});
afterAll(() => database.drop());

/** Every test starts from the same registers, in which all is well: what it writes is rolled back. */
beforeEach(async () => {
  runner = database.dataSource.createQueryRunner();
  await runner.startTransaction();
  registers = new SmallRegisters(runner.manager);
  await registers.school('100001', 'Vale School');
  await registers.school('100002', 'Moor School', { region: 'North East' });
  await registers.review('QAR-1', '100001', [
    { week: JANUARY_11, window: 'MON_WED', grade: 'PREFERRED' },
    { week: JANUARY_25, window: 'WED_FRI', grade: 'ACCEPTABLE' },
  ]);
  await registers.review('QAR-2', '100002', [
    { week: JANUARY_18, window: 'MON_WED', grade: 'PREFERRED' },
  ]);
  await registers.lead('LR-A', 'Ann Skylark');
  await registers.lead('LR-B', 'Ben Linnet');
});
afterEach(async () => {
  await runner.rollbackTransaction();
  await runner.release();
});

async function facts(
  plan: PlannedTerm | null = null,
  { today = TODAY, run = null }: { today?: string; run?: RunView | null } = {},
): Promise<HomeFacts> {
  const loaded = await loadHome(runner.manager, SPRING, today);
  const before = plan === null ? {} : (plan as Frozen).context;
  const names = homeNames(loaded, before);
  return { ...loaded, names, preflight: preflight(loaded.problem), plan, run };
}

type Frozen = PlannedTerm & { context: HomeFacts['context'] };

const row = (review: string, lead: string | null, week: string, more = {}): SeatRow => ({
  review,
  lead,
  week: lead === null ? null : week,
  window: lead === null ? null : 'MON_WED',
  qualityAssurer: null,
  shadow: null,
  ...more,
});
const allLed = [row('QAR-1', 'LR-A', JANUARY_11), row('QAR-2', 'LR-B', JANUARY_18)];

/** A plan made of the registers as they stand. */
async function planned(reviews: SeatRow[] = allLed): Promise<Frozen> {
  const { problem, context } = await loadHome(runner.manager, SPRING, TODAY);
  const content = {
    format: PLAN_FORMAT,
    problem: 'a'.repeat(64),
    status: 'OPTIMAL' as const,
    aims: [],
    reviews,
    conflict: [],
  };
  const stored = Object.assign(new StoredPlan(), { id: PLAN, version: 1, content });
  return { stored, frozen: problem, asOf: TODAY, context };
}

async function lines(...given: Parameters<typeof facts>): Promise<AttentionLine[]> {
  return attentionLines(await facts(...given));
}

async function kinds(...given: Parameters<typeof facts>): Promise<AttentionKind[]> {
  return (await lines(...given)).map(({ kind }) => kind);
}

async function lineOf(
  kind: AttentionKind,
  ...given: Parameters<typeof facts>
): Promise<AttentionLine> {
  const found = (await lines(...given)).filter((line) => line.kind === kind);
  expect(found).toHaveLength(1);
  return found[0]!;
}

/** Each leads one; both targets are the whole of their year’s commitment, so they are under it. */
const USUAL: AttentionKind[] = ['UNDER_TARGET'];

it('has nothing but the targets to tell of a term in which all is well', async () => {
  expect(await kinds(await planned())).toEqual(USUAL);
});

describe('the availability round', () => {
  it('names whom to chase, by when, and what they owe', async () => {
    await registers.lead('LR-C', 'Cy Wren', null);
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
    await registers.lead('LR-C', 'Cy Wren', null);
    expect(await lineOf('AVAILABILITY_NOT_ANSWERED', null, { today })).toMatchObject({ urgency });
  });

  it('that ends at midnight ends with the day before', async () => {
    await registers.lead('LR-C', 'Cy Wren', null);
    await runner.query(`UPDATE availability_round SET deadline_at = '2026-12-12T00:00Z'`);
    expect(await lineOf('AVAILABILITY_NOT_ANSWERED')).toMatchObject({
      detail: expect.stringContaining('The deadline was the end of Friday 11 December 2026.'),
      due: { on: '2026-12-11' },
    });
  });

  it('chases nobody whom operations counts as available', async () => {
    await registers.lead('LR-C', 'Cy Wren', null);
    await runner.query(
      `INSERT INTO availability_waiver (round_id, lead_id, grade, reason, recorded_by)
       SELECT r.id, l.id, 'AVAILABLE', 'Said so', 'Test' FROM availability_round r, lead_reviewer l WHERE l.code = 'LR-C'`,
    );
    expect(await kinds()).not.toContain('AVAILABILITY_NOT_ANSWERED');
    const step = funnelSteps(await facts())[2];
    expect(step).toMatchObject({ done: 2, of: 3, note: 'Nobody to chase, 1 counted as available' });
  });

  it('is asked for where none is open', async () => {
    await runner.query('DELETE FROM availability_statement');
    await runner.query('ALTER TABLE availability_answer DISABLE TRIGGER ALL');
    await runner.query('DELETE FROM availability_answer');
    await runner.query('DELETE FROM availability_round');
    expect(await lineOf('NO_ROUND')).toMatchObject({
      title: 'No availability round is open for Spring 2027',
      actions: [{ kind: 'OPEN_ROUND' }],
    });
    expect(funnelSteps(await facts())[2]).toMatchObject({ state: 'NOT_BEGUN', done: null });
  });
});

describe('the schools', () => {
  it('that have not said which windows suit are asked; one that has is not', async () => {
    await registers.school('100003', 'Silent School');
    await registers.review('QAR-3', '100003', null);
    expect(await lineOf('WINDOWS_NOT_KNOWN')).toMatchObject({
      urgency: 'URGENT',
      title: '1 school has not said which windows suit',
      detail: 'Silent School. Until it answers, its review is left out.',
      actions: [{ kind: 'SEE_WINDOWS_NOT_KNOWN', label: 'Ask 1 school', reviews: ['QAR-3'] }],
    });
    await registers.hostAnswers('QAR-3', [
      { week: JANUARY_25, window: 'MON_WED', grade: 'PREFERRED' },
    ]);
    expect(await kinds()).not.toContain('WINDOWS_NOT_KNOWN');
  });

  it('with a blank phase are to be completed, and are not asked for windows first', async () => {
    await registers.school('100003', 'Blank School', { phase: null });
    await registers.review('QAR-3', '100003', [
      { week: JANUARY_25, window: 'MON_WED', grade: 'PREFERRED' },
    ]);
    expect(await lineOf('SCHOOL_INCOMPLETE')).toMatchObject({
      title: 'Blank School has no phase in the register',
      actions: [{ kind: 'SEE_SCHOOL', urns: ['100003'] }],
    });
    expect(await kinds()).not.toContain('WINDOWS_NOT_KNOWN');
  });

  it('whose review has no term are told of, and not those of another term', async () => {
    await registers.school('100003', 'Later School');
    await registers.review('QAR-3', '100003', null, { term: 'summer-2027' });
    expect(await kinds()).not.toContain('REVIEWS_WITHOUT_TERM');
    await registers.moved('QAR-3', 'REQUESTED', null);
    expect(await lineOf('REVIEWS_WITHOUT_TERM')).toMatchObject({
      title: '1 review of the year has no term yet',
      actions: [{ kind: 'SEE_REVIEWS', reviews: ['QAR-3'] }],
    });
  });
});

describe('a planned seat', () => {
  it('is lost when a check runs out before the review’s last day, and not when it runs out after it', async () => {
    const plan = await planned();
    await registers.forget('LR-A', 'gate', `kind = 'DBS'`);
    await registers.fact('LR-A', 'gate', { kind: 'DBS' }, '2025-09-01', '2027-01-13');
    expect(await lineOf('GATE_RUNS_OUT', plan)).toMatchObject({
      urgency: 'URGENT',
      title: 'Ann Skylark cannot be on a planned review: DBS check runs out on 12 January 2027',
      detail:
        'DBS check runs out on 12 January 2027, before the review’s last day. Planned as the lead at Vale School, Monday 11 to Wednesday 13 January 2027.',
      due: { on: JANUARY_11, what: 'BEGINS' },
      actions: [
        { kind: 'SEE_REVIEW', label: 'Find cover', plan: PLAN, reviews: ['QAR-1'] },
        { kind: 'SEE_LEAD', leads: ['LR-A'] },
      ],
    });
    await registers.forget('LR-A', 'gate', `kind = 'DBS'`);
    await registers.fact('LR-A', 'gate', { kind: 'DBS' }, '2025-09-01', '2027-01-14');
    expect(await kinds(plan)).toEqual(['PLAN_OUTDATED', ...USUAL]);
  });

  it('is lost when its person fell ill, and kept when they are away in another week', async () => {
    const plan = await planned();
    const away = (from: string, to: string): Promise<void> =>
      registers.answers('LR-A', {
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
    await registers.forget('LR-A', 'standing');
    await registers.fact('LR-A', 'standing', { standing: 'LEFT' });
    expect(await lineOf('PERSON_CANNOT', plan)).toMatchObject({
      title: 'Ann Skylark takes no part in the term any more',
    });
  });

  it('is lost when a conflict is recorded, and not for a conflict with another school', async () => {
    const plan = await planned();
    const tie = (urn: string): Promise<void> =>
      registers.fact('LR-A', 'conflict', {
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
    await registers.givenUp('QAR-2', 'LR-A', JANUARY_18, declined);
    expect(await kinds(plan)).not.toContain('PERSON_DECLINED');
    await registers.givenUp('QAR-1', 'LR-A', JANUARY_11, declined);
    expect(await lineOf('PERSON_DECLINED', plan)).toMatchObject({
      title: 'Ann Skylark has given up the review of Vale School',
      detail: expect.stringContaining('Recorded on Friday 18 December 2026'),
    });
  });

  it('is lost when the school changed its windows; one that only adds a window loses nothing', async () => {
    const plan = await planned();
    const later = { week: JANUARY_25, window: 'WED_FRI', grade: 'ACCEPTABLE' } as const;
    await registers.hostAnswers('QAR-2', [
      later,
      { week: JANUARY_18, window: 'MON_WED', grade: 'PREFERRED' },
    ]);
    expect(await kinds(plan)).not.toContain('SCHOOL_CHANGED');
    await registers.hostAnswers('QAR-2', [later]);
    expect(await lineOf('SCHOOL_CHANGED', plan)).toMatchObject({
      title: 'Moor School does not accept Monday 18 to Wednesday 20 January 2027 any more',
      actions: [{ kind: 'SEE_REVIEW', label: 'Find another window', reviews: ['QAR-2'] }],
    });
  });

  it('goes with its review when that is cancelled', async () => {
    const plan = await planned();
    await registers.moved('QAR-1', 'CANCELLED', SPRING);
    expect(await lineOf('REVIEW_GONE', plan)).toMatchObject({
      title: 'Vale School is in the plan, but its review cannot be allocated any more',
      actions: [{ kind: 'SEE_REVIEWS', reviews: ['QAR-1'] }, { kind: 'SEE_BOARD' }],
    });
  });

  it('counts with the others of its person: a lower limit is broken by both together', async () => {
    const both = [row('QAR-1', 'LR-A', JANUARY_11), row('QAR-2', 'LR-A', JANUARY_18)];
    const plan = await planned(both);
    await registers.fact('LR-A', 'own_limit', { term_limit: 2 });
    expect(await kinds(plan)).not.toContain('PLAN_BREAKS_RULE');
    await registers.answers('LR-A', { ceiling: 1, answeredOn: TODAY });
    expect(await lineOf('PLAN_BREAKS_RULE', plan)).toMatchObject({
      detail: expect.stringContaining('Ann Skylark has 2 seats'),
      blocks: 'Blocks 2 reviews',
    });
  });

  it('that was accepted and is planned for somebody else must be told to both', async () => {
    await registers.accepted('QAR-1', 'LR-A', JANUARY_11);
    expect(await kinds(await planned())).not.toContain('ACCEPTED_CANNOT');
    await registers.answers('LR-A', {
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
    await registers.fact('LR-A', 'conflict', {
      kind: 'DECLARED_TIE',
      urn: '100001',
      reason: 'Sister works there',
    });
    expect(await kinds(plan, { today: '2027-01-10' })).toContain('CONFLICT_RECORDED');
    expect(await kinds(plan, { today: JANUARY_11 })).not.toContain('CONFLICT_RECORDED');
  });
});

describe('supply and demand', () => {
  it('tells of a proven shortage, and of nothing where there is enough', async () => {
    await registers.hostAnswers('QAR-1', [
      { week: JANUARY_18, window: 'MON_WED', grade: 'PREFERRED' },
    ]);
    expect(await kinds()).not.toContain('SHORTAGE');
    await registers.answers('LR-B', { default: 'UNAVAILABLE', answeredOn: TODAY });
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
    await registers.answers('LR-B', { default: 'UNAVAILABLE', answeredOn: TODAY });
    await registers.hostAnswers('QAR-1', [
      { week: JANUARY_18, window: 'WED_FRI', grade: 'PREFERRED' },
      { week: JANUARY_25, window: 'WED_FRI', grade: 'ACCEPTABLE' },
    ]);
    expect(await lineOf('WEEK_TIGHT')).toMatchObject({
      title:
        'The week of 18 January 2027 is tight: some 2 reviews would fall on it, at most 1 can be led',
      detail:
        '1 person could lead a review then; 2 schools accept it. Moor School accepts no other week: ask now, while it can still move.',
    });
    await registers.answers('LR-B', { answeredOn: TODAY });
    expect(await kinds()).not.toContain('WEEK_TIGHT');
  });

  it('tells of reviews that nobody could lead', async () => {
    for (const lead of ['LR-A', 'LR-B']) {
      await registers.fact(lead, 'conflict', {
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
    await registers.lead('LR-C', 'Cy Wren', { default: 'UNAVAILABLE' });
    await registers.forget('LR-C', 'standing');
    await registers.fact('LR-C', 'standing', { standing: 'IN_INDUCTION' });
    await runner.query(
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
    await registers.answers('LR-C', { answeredOn: TODAY });
    expect(await kinds()).not.toContain('SHADOWS_WITHOUT_REVIEW');
  });

  it('are no matter before any school has said which windows suit', async () => {
    await inInduction();
    await runner.query(`UPDATE host_answer SET superseded_at = now(), superseded_by = 'Test'`);
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
    await registers.fact('LR-B', 'own_limit', { max_km: 80 });
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
    await registers.answers('LR-A', ceiling);
    expect(await lineOf('UNDER_TARGET', await planned())).toMatchObject({
      title: expect.stringMatching(/^1 lead is under the term’s target, by \d+ in all$/),
      actions: [{ kind: 'SEE_UNDER_TARGET', leads: ['LR-B'] }],
    });
    await registers.answers('LR-B', ceiling);
    expect(await kinds(await planned())).toEqual([]);
  });
});

it('puts the most urgent first, and gives a line another id when it is about others', async () => {
  await registers.lead('LR-C', 'Cy Wren', null);
  const before = await lines();
  expect(before.map(({ urgency }) => urgency)).toEqual(['URGENT', 'NEXT']);
  expect((await lines())[0]?.id).toBe(before[0]?.id);
  await registers.lead('LR-D', 'Di Finch', null);
  expect((await lines())[0]?.id).not.toBe(before[0]?.id);
});

describe('the pictures', () => {
  it('count every region of the register, the led against the due', async () => {
    const plan = await planned([allLed[0]!, row('QAR-2', null, JANUARY_18)]);
    const tiles = regionTiles(await facts(plan));
    expect(tiles).toHaveLength(9);
    expect(tiles.filter(({ reviews }) => reviews > 0)).toEqual([
      expect.objectContaining({ region: 'London', withLead: 1, standing: 'ALL' }),
      expect.objectContaining({
        region: 'North East',
        isPriority: true,
        withLead: 0,
        standing: 'FEW',
        words: '1 without a lead',
      }),
    ]);
    expect(regionTiles(await facts())[2]).toMatchObject({ standing: 'NO_PLAN', withLead: null });
  });

  it('lay each week’s reviews against the people, with half-term between', async () => {
    const plan = await planned([allLed[0]!, row('QAR-2', null, JANUARY_18)]);
    const weeks = weekColumns(await facts(plan));
    expect(weeks[1]).toMatchObject({ week: JANUARY_11, planned: 1, waiting: 0, people: 2 });
    expect(weeks[2]).toMatchObject({ week: JANUARY_18, planned: 0, waiting: 1, people: 2 });
    expect(weeks.filter(({ breakBefore }) => breakBefore !== null)).toEqual([
      expect.objectContaining({ week: '2027-02-22', breakBefore: 'Half-term' }),
    ]);
    expect(weekColumns(await facts())[1]).toMatchObject({ planned: null, waiting: null });
  });

  it('count who waits for a closed window under the next that they accept', async () => {
    await registers.hostAnswers('QAR-2', [
      { week: '2027-01-04', window: 'WED_FRI', grade: 'PREFERRED' },
      { week: JANUARY_25, window: 'MON_WED', grade: 'ACCEPTABLE' },
    ]);
    const weeks = weekColumns(await facts(await planned([allLed[0]!])));
    expect(weeks.filter(({ waiting }) => waiting === 1)).toMatchObject([{ week: JANUARY_25 }]);
  });

  it('tell the term in words', async () => {
    const told = await facts(await planned());
    expect(termTitle(told.term)).toBe('Spring term 2027');
    expect(termInWords(told)).toEqual([
      'Monday 4 January to Thursday 25 March 2027.',
      '11 school weeks.',
      'The first planned review begins in 3 weeks.',
    ]);
    expect(termInWords(await facts(null, { today: '2027-04-01' })).at(-1)).toBe(
      'The term is over.',
    );
  });
});

it('counts the steps from schools due to reviews with a lead', async () => {
  await registers.school('100003', 'Silent School');
  await registers.review('QAR-3', '100003', null);
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
