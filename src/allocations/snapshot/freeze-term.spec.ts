import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { EntityManager, QueryRunner } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { type AnswerDraft, replaceAnswer } from '../../availability/stored-answers.js';
import { loadCalendarReference } from '../../calendar/reference-data.js';
import { changeSetting, type SettingKey } from '../../settings/settings.js';
import { readProblem } from '../../solver/file/read-problem.js';
import { writeProblem } from '../../solver/file/write-files.js';
import { type Lead, type Problem } from '../../solver/problem.js';
import { freezeTerm } from './freeze-term.js';
import { type SnapshotContext } from './snapshot-input.js';

const TODAY = '2026-12-21';
const TERM = 'spring-2027';
const ROUND = '00000000-0000-4000-8000-000000000001';
const WEEK_1 = '2027-01-04';
const WEEK_2 = '2027-01-11';
const WEEK_3 = '2027-01-18';

let database: TestDatabase;
let runner: QueryRunner;
/** Every test starts from an empty register: what it writes is rolled back. */
let db: EntityManager;

beforeAll(async () => {
  database = await createTestDatabase();
  await reference(database.dataSource.manager);
});
afterAll(() => database.drop());

beforeEach(async () => {
  runner = database.dataSource.createQueryRunner();
  await runner.startTransaction();
  db = runner.manager;
});
afterEach(async () => {
  await runner.rollbackTransaction();
  await runner.release();
});

async function reference(to: EntityManager): Promise<void> {
  await to.transaction(loadCalendarReference);
  await to.query(
    `INSERT INTO postcode_district (district, lat, lon, region, la_name) VALUES ('LS1', 53.8, -1.55, 'Yorkshire and the Humber', 'Leeds')`,
  );
  await to.query(
    `INSERT INTO availability_round (id, term_id, opened_on, deadline_at) VALUES ('${ROUND}', $1, '2026-11-02', '2026-12-11T17:00Z')`,
    [TERM],
  );
}

async function school(urn: string, changes: Record<string, unknown> = {}): Promise<void> {
  const row = {
    phase: 'PRIMARY',
    trust_uid: null,
    lat: 53.9,
    lon: -1.6,
    region: 'London',
    ...changes,
  };
  if (row.trust_uid !== null) {
    await db.query(`INSERT INTO trust (uid, name) VALUES ($1, 'A trust') ON CONFLICT DO NOTHING`, [
      row.trust_uid,
    ]);
  }
  await db.query(
    `INSERT INTO school (urn, name, type, phase, trust_uid, region, lat, lon, status, calendar_id)
     VALUES ($1, $2, 'Community school', $3, $4, $5, $6, $7, 'OPEN', 'typical')`,
    [urn, `School of Hope ${urn}`, row.phase, row.trust_uid, row.region, row.lat, row.lon],
  );
  await db.query(
    `INSERT INTO membership (urn, valid, recorded_by) VALUES ($1, daterange('2025-09-01', null), 'Test')`,
    [urn],
  );
}

type Windows = { week: string; window: string; grade: string }[] | 'UNKNOWN' | 'ANY';
const FIRST_WEEKS = [WEEK_1, WEEK_2, WEEK_3].flatMap((week) =>
  ['MON_WED', 'WED_FRI'].map((window) => ({ week, window, grade: 'ACCEPTABLE' })),
);

async function review(
  code: string,
  urn: string,
  changes: { windows?: Windows; state?: string; term?: string; carried?: number } = {},
): Promise<void> {
  const { windows = FIRST_WEEKS, state = 'REQUESTED', term = TERM, carried = 0 } = changes;
  await db.query(`INSERT INTO review (code, urn, academic_year) VALUES ($1, $2, '2026/27')`, [
    code,
    urn,
  ]);
  await db.query(
    `INSERT INTO review_state (review_id, state, term_id, carried_over, ended_by, reason, valid, recorded_by)
     SELECT id, $2, $3, $4, 'SCHOOL', 'As agreed', daterange('2026-09-01', null), 'Test' FROM review WHERE code = $1`,
    [code, state, term, carried],
  );
  if (windows === 'UNKNOWN') return;
  const [answer] = await db.query<{ id: string }[]>(
    `INSERT INTO host_answer (review_id, term_id, answered_on, any_usable, recorded_by)
     SELECT id, $2, '2026-12-01', $3, 'Test' FROM review WHERE code = $1 RETURNING id`,
    [code, term, windows === 'ANY'],
  );
  for (const { week, window, grade } of windows === 'ANY' ? [] : windows) {
    await db.query(`INSERT INTO host_window VALUES ($1, $2, $3, $4)`, [
      answer?.id,
      week,
      window,
      grade,
    ]);
  }
}

/** A lead in the pool with everything in order, who answered "available". */
async function person(code: string, answer: Partial<AnswerDraft> | null = {}): Promise<void> {
  await db.query(
    `INSERT INTO lead_reviewer (code, name, email, postcode_district, phases, needs)
     VALUES ($1, $2, 'someone@example.org', 'LS1', '{PRIMARY,SPECIAL}', '{SEMH,ASD}')`,
    [code, `Ann Other ${code}`],
  );
  const since = `daterange('2025-09-01', null), 'Test' FROM lead_reviewer WHERE code = $1`;
  await db.query(
    `INSERT INTO standing (lead_id, standing, valid, recorded_by) SELECT id, 'IN_POOL', ${since}`,
    [code],
  );
  for (const kind of ['DBS', 'CODE_OF_CONDUCT', 'SAFEGUARDING_POLICY']) {
    await db.query(
      `INSERT INTO gate (lead_id, kind, valid, recorded_by) SELECT id, '${kind}', ${since}`,
      [code],
    );
  }
  await db.query(
    `INSERT INTO employment (lead_id, serving_leader, employer, valid, recorded_by) SELECT id, false, 'Self-employed', ${since}`,
    [code],
  );
  await db.query(
    `INSERT INTO contract (lead_id, academic_year, valid, recorded_by)
     SELECT id, '2026/27', daterange('2026-09-01', '2027-09-01'), 'Test' FROM lead_reviewer WHERE code = $1`,
    [code],
  );
  await db.query(
    `INSERT INTO training_attendance (lead_id, training_day, outcome, on_date, recorded_by)
     SELECT id, '2026-09-24', 'ATTENDED', '2026-09-24', 'Test' FROM lead_reviewer WHERE code = $1`,
    [code],
  );
  if (answer) await answers(code, answer);
}

/** Makes somebody a serving leader at a school. */
async function employ(code: string, urn: string, trust: string | null = null): Promise<void> {
  await db.query(
    `UPDATE employment SET superseded_at = now() WHERE lead_id = (SELECT id FROM lead_reviewer WHERE code = $1)`,
    [code],
  );
  await db.query(
    `INSERT INTO employment (lead_id, serving_leader, school_urn, trust_uid, employer, valid, recorded_by)
     SELECT id, true, $2, $3, 'School', daterange('2025-09-01', null), 'Test' FROM lead_reviewer WHERE code = $1`,
    [code, urn, trust],
  );
}

async function set(key: SettingKey, value: unknown, from: string): Promise<void> {
  await changeSetting(db, key, { value, valid: { from }, reason: 'Agreed' }, 'Test');
}

async function answers(code: string, draft: Partial<AnswerDraft>): Promise<void> {
  const [lead] = await db.query<[{ id: string; code: string }]>(
    'SELECT id, code FROM lead_reviewer WHERE code = $1',
    [code],
  );
  const full = {
    answeredOn: '2026-12-01',
    default: 'AVAILABLE' as const,
    ceiling: null,
    note: null,
    said: null,
    statements: [],
    ...draft,
  };
  await replaceAnswer(db, { id: ROUND, termId: TERM }, lead, full, 'Test');
}

async function seat(
  reviewCode: string,
  role: string,
  lead: string,
  week: string,
  events: Record<string, string>,
  { isOpen = true, term = TERM, window = 'MON_WED', by = 'LEAD_REVIEWER' } = {},
): Promise<void> {
  const [row] = await db.query<{ id: string }[]>(
    `INSERT INTO seat (review_id, term_id, role, lead_id, week, review_window, is_open)
     SELECT r.id, $2, $3, l.id, $5, $6, $7 FROM review r, lead_reviewer l WHERE r.code = $1 AND l.code = $4 RETURNING id`,
    [reviewCode, term, role, lead, week, window, isOpen],
  );
  for (const [kind, on] of Object.entries(events)) {
    await db.query(
      `INSERT INTO seat_event (seat_id, kind, on_date, caused_by, reason, recorded_by) VALUES ($1, $2, $3, $4, 'Ill', 'Test')`,
      [row?.id, kind, on, by],
    );
  }
}

async function frozen(
  today = TODAY,
): Promise<{ problem: Problem; context: SnapshotContext; bytes: string }> {
  const { problem, context } = await freezeTerm(db, TERM, { today });
  const bytes = writeProblem(problem);
  expect(readProblem(new TextEncoder().encode(bytes))).toEqual(problem);
  return { problem, context, bytes };
}

const leadOf = (problem: Problem, id: string): Lead =>
  problem.leads.find((lead) => lead.id === id)!;

describe('a first allocation', () => {
  it('has the weeks of spring 2027, the training day closed, and one lead and review as they are', async () => {
    await school('100001', { region: 'North East' });
    await review('QAR-1', '100001', { carried: 1 });
    await person('LR-1');
    const { problem, context, bytes } = await frozen();
    expect(problem.weeks).toHaveLength(11);
    expect(problem.closed).toContainEqual({
      week: WEEK_1,
      window: 'WED_FRI',
      reason: expect.stringContaining('7 January 2027'),
    });
    expect(leadOf(problem, 'LR-1')).toMatchObject({
      roles: ['LEAD'],
      isNew: false,
      home: { lat: 53.8, lon: -1.55 },
      phases: ['PRIMARY', 'SPECIAL'],
      needs: ['ASD', 'SEMH'],
      commitment: { minimum: 6, done: 0, target: 6 },
      limits: { term: 6, restReviews: 3, restWeeks: 4, maxKm: null },
    });
    expect(leadOf(problem, 'LR-1').availability[WEEK_1]).toEqual({ MON_WED: 'AVAILABLE' });
    expect(problem.reviews[0]).toMatchObject({ id: 'QAR-1', priority: 3, trust: null });
    expect(context.people['LR-1']?.name).toBe('Ann Other LR-1');
    expect(context.people['LR-1']?.availability[1]?.because).toContain('7 January 2027');
    expect(bytes).not.toMatch(/Ann|Hope|example\.org/);
    expect([problem.pins, problem.bans, problem.published]).toEqual([[], [], []]);
  });

  it('is the same, byte for byte, however the rows were written', async () => {
    const fill = async (codes: string[]): Promise<string> => {
      for (const n of codes) {
        await school(`10000${n}`, { trust_uid: 'T1' });
        await person(`LR-${n}`);
        await review(`QAR-${n}`, `10000${n}`);
      }
      return (await frozen()).bytes;
    };
    const one = await fill(['1', '2', '3']);
    await db.query('TRUNCATE trust, lead_reviewer CASCADE');
    expect(await fill(['3', '1', '2'])).toBe(one);
    expect((await frozen()).bytes).toBe(one);
  });

  it('lists what is left out and why', async () => {
    await school('100001');
    await school('100002', { phase: null });
    await school('100003', { lat: null, lon: null });
    await school('100004');
    await school('100005');
    await review('QAR-1', '100001', { windows: 'UNKNOWN' });
    await review('QAR-2', '100002');
    await review('QAR-3', '100003');
    await review('QAR-4', '100004', { windows: 'ANY' });
    await review('QAR-5', '100005', { state: 'CANCELLED' });
    await person('LR-1', null);
    await person('LR-2');
    await db.query(
      `UPDATE standing SET superseded_at = now() WHERE lead_id = (SELECT id FROM lead_reviewer WHERE code = 'LR-2')`,
    );
    await db.query(
      `INSERT INTO standing (lead_id, standing, valid, recorded_by) SELECT id, 'PAUSED', daterange('2026-09-01', null), 'Test' FROM lead_reviewer WHERE code = 'LR-2'`,
    );
    const { problem, context } = await frozen();
    expect(context.leftOut).toEqual([
      { lead: 'LR-1', reason: 'No answer to the availability round' },
      { lead: 'LR-2', reason: expect.stringContaining('Paused') },
      { review: 'QAR-1', reason: expect.stringContaining('Windows not known') },
      { review: 'QAR-2', reason: expect.stringContaining('phase is blank') },
      { review: 'QAR-3', reason: expect.stringContaining('no location') },
    ]);
    expect(problem.reviews.map(({ id }) => id)).toEqual(['QAR-4']);
    const closed = new Set(problem.closed.map(({ week, window }) => week + window));
    const open = problem.reviews[0]?.windows.filter(
      ({ week, window }) => !closed.has(week + window),
    );
    expect(open).toHaveLength(20);
    expect(problem.leads.map(({ id }) => id)).toEqual(['LR-1']);
    expect(leadOf(problem, 'LR-1')).toMatchObject({ availability: {}, commitment: { target: 0 } });
  });

  it('takes away windows that a gate shuts, and says why', async () => {
    await school('100001');
    await review('QAR-1', '100001');
    await person('LR-1');
    await db.query(`UPDATE gate SET superseded_at = now() WHERE kind = 'DBS'`);
    await db.query(
      `INSERT INTO gate (lead_id, kind, valid, recorded_by) SELECT id, 'DBS', daterange('2025-09-01', '2027-01-14'), 'Test' FROM lead_reviewer`,
    );
    const { problem, context } = await frozen();
    expect(leadOf(problem, 'LR-1').availability[WEEK_2]).toEqual({ MON_WED: 'AVAILABLE' });
    expect(leadOf(problem, 'LR-1').availability[WEEK_3]).toBeUndefined();
    const shut = context.people['LR-1']?.availability.find((slot) => slot.week === WEEK_3);
    expect(shut?.because).toContain('DBS check runs out on 13 January 2027');
    expect(leadOf(problem, 'LR-1').commitment.target).toBe(2);
  });

  it('lowers the limits by the ceiling, the person’s own limits and serving leadership', async () => {
    await school('100001', { trust_uid: 'T1' });
    await review('QAR-1', '100001');
    await person('LR-1', { ceiling: 2 });
    await person('LR-2');
    await person('LR-3');
    await db.query(
      `INSERT INTO own_limit (lead_id, term_limit, rest_reviews, rest_weeks, max_km, valid, recorded_by)
       SELECT id, 5, 1, 2, 80, daterange('2026-09-01', null), 'Test' FROM lead_reviewer WHERE code = 'LR-2'`,
    );
    await employ('LR-3', '100001', 'T1');
    const { problem } = await frozen();
    expect(leadOf(problem, 'LR-1').limits.term).toBe(2);
    expect(leadOf(problem, 'LR-2').limits).toEqual({
      term: 5,
      restReviews: 1,
      restWeeks: 2,
      maxKm: 80,
    });
    expect(leadOf(problem, 'LR-3')).toMatchObject({
      limits: { term: 4 },
      commitment: { minimum: 3 },
      conflicts: [
        { trust: 'T1', reason: 'Own trust' },
        { urn: '100001', reason: 'Own school' },
      ],
    });
  });

  it('counts a serving leader as one only in the phases that the setting names', async () => {
    await school('100001', { phase: 'SPECIAL' });
    await school('100002', { phase: 'PRIMARY' });
    await review('QAR-1', '100001');
    for (const [code, urn] of [
      ['LR-1', '100001'],
      ['LR-2', '100002'],
    ] as const) {
      await person(code);
      await employ(code, urn);
    }
    await set('servingLeader', { phases: ['SPECIAL'] }, '2026-09-01');
    const { problem } = await frozen();
    expect(leadOf(problem, 'LR-1')).toMatchObject({
      limits: { term: 4 },
      commitment: { minimum: 3 },
    });
    expect(leadOf(problem, 'LR-2')).toMatchObject({
      limits: { term: 6 },
      commitment: { minimum: 6 },
    });
  });

  it('keeps the settings that hold from the term’s first day on', async () => {
    await school('100001');
    await review('QAR-1', '100001');
    await person('LR-1');
    await set('rest', { reviews: 2, weeks: 5 }, '2027-01-04');
    const limits = leadOf((await frozen()).problem, 'LR-1').limits;
    expect(limits).toMatchObject({ restReviews: 2, restWeeks: 5 });
  });

  it('holds a review that was recorded as requested from a later day on', async () => {
    await school('100001');
    await review('QAR-1', '100001');
    await person('LR-1');
    const ids = ({ problem }: { problem: Problem }): string[] =>
      problem.reviews.map(({ id }) => id);
    expect(ids(await frozen('2026-08-31'))).toEqual(['QAR-1']); // requested since 1 September
  });

  it('does not count a later review as still to come once its lead has accepted', async () => {
    for (const n of ['1', '2', '3']) await school(`10000${n}`);
    await review('QAR-1', '100001');
    for (const n of ['2', '3']) await review(`QAR-${n}`, `10000${n}`, { term: 'summer-2027' });
    await person('LR-1');
    const accepted = { OFFERED: '2026-12-01', ACCEPTED: '2026-12-02' };
    await seat('QAR-2', 'LEAD', 'LR-1', '2027-05-10', accepted, { term: 'summer-2027' });
    // 5 left, 1 of the 2 reviews that are not yet confirmed: 2.5, half up.
    expect(leadOf((await frozen()).problem, 'LR-1').commitment.target).toBe(3);
  });

  it('leaves out a conflict that operations overrode, and notes it', async () => {
    await school('100001');
    await review('QAR-1', '100001');
    await person('LR-1');
    for (const table of ['conflict', 'conflict_override']) {
      const kind = table === 'conflict' ? [', kind', `, 'DECLARED_TIE'`] : ['', ''];
      const insert = `INSERT INTO ${table} (lead_id, urn, reason, valid, recorded_by${kind[0]})
        SELECT id, '100001', 'An old friend', daterange('2026-09-01', null), 'Test'${kind[1]} FROM lead_reviewer`;
      if (table === 'conflict_override')
        expect((await frozen()).problem.leads[0]?.conflicts).toHaveLength(1);
      await db.query(insert);
    }
    const { problem, context } = await frozen();
    expect(problem.leads[0]?.conflicts).toEqual([]);
    expect(context.notes.join()).toContain('LR-1: may review school 100001');
  });

  it('counts what was led in autumn and asks for a part of what is left', async () => {
    for (const n of ['1', '2', '3']) await school(`10000${n}`);
    await review('QAR-1', '100001', { term: 'autumn-2026', state: 'CLOSED' });
    await review('QAR-2', '100002');
    await review('QAR-3', '100003', { term: 'summer-2027' });
    await person('LR-1');
    const led = { OFFERED: '2026-09-01', ACCEPTED: '2026-09-02', LED: '2026-10-07' };
    await seat('QAR-1', 'LEAD', 'LR-1', '2026-10-05', led, { term: 'autumn-2026' });
    const { problem } = await frozen();
    // 5 left, 1 of the 2 reviews that the year still holds: 2.5, half up.
    expect(leadOf(problem, 'LR-1').commitment).toEqual({ minimum: 6, done: 1, target: 3 });
    expect(problem.reviews.map(({ id }) => id)).toEqual(['QAR-2']);
  });

  it('refuses a policy that does not exist, with those that do', async () => {
    await expect(freezeTerm(db, TERM, { today: TODAY, policy: 'Cheapest' })).rejects.toThrow(
      'There is no policy “Cheapest”. Choose one of: Standard',
    );
  });
});

describe('a re-plan', () => {
  const accepted = { OFFERED: '2026-12-14', ACCEPTED: '2026-12-16' };

  beforeEach(async () => {
    for (const n of ['1', '2', '3']) {
      await school(`10000${n}`);
      await review(`QAR-${n}`, `10000${n}`);
      await person(`LR-${n}`);
    }
  });

  it('pins what was accepted and publishes what was offered', async () => {
    await seat('QAR-1', 'LEAD', 'LR-1', WEEK_2, accepted);
    await seat('QAR-2', 'LEAD', 'LR-2', WEEK_2, { OFFERED: '2026-12-14' });
    await seat('QAR-3', 'LEAD', 'LR-3', WEEK_2, {});
    const { problem } = await frozen();
    expect(problem.pins).toEqual([
      { review: 'QAR-1', lead: 'LR-1', week: WEEK_2, window: 'MON_WED' },
    ]);
    expect(problem.published.map(({ review: code, lead }) => [code, lead])).toEqual([
      ['QAR-1', 'LR-1'],
      ['QAR-2', 'LR-2'],
    ]);
  });

  it('bans whoever gave a seat up from that review, and keeps the slot published', async () => {
    const declined = { OFFERED: '2026-12-14', DECLINED: '2026-12-15' };
    await seat('QAR-1', 'LEAD', 'LR-1', WEEK_2, declined, { isOpen: false });
    await seat(
      'QAR-2',
      'LEAD',
      'LR-2',
      WEEK_2,
      { OFFERED: '2026-12-14', WITHDRAWN: '2026-12-15' },
      { isOpen: false, by: 'PROGRAMME' },
    );
    const { problem, context } = await frozen();
    expect(problem.bans).toEqual([{ lead: 'LR-1', review: 'QAR-1' }]);
    expect(problem.published).toMatchObject([
      { review: 'QAR-1', lead: 'LR-1', week: WEEK_2 },
      { review: 'QAR-2' },
    ]);
    expect(context.notes.join()).toContain('LR-1 gave up QAR-1 on 15 December 2026');
  });

  it('frees nobody in a week that has begun but those who sit in it', async () => {
    await seat('QAR-1', 'LEAD', 'LR-1', WEEK_2, { OFFERED: '2026-12-14' });
    const { problem } = await frozen('2027-01-12');
    expect(problem.pins.map((pin) => pin.review)).toEqual(['QAR-1']);
    expect(leadOf(problem, 'LR-1').availability[WEEK_2]).toEqual({ MON_WED: 'AVAILABLE' });
    expect(leadOf(problem, 'LR-2').availability[WEEK_2]).toBeUndefined();
    expect(leadOf(problem, 'LR-1').availability[WEEK_1]).toBeUndefined();
    expect((await frozen('2027-01-10')).problem.pins).toEqual([]);
  });

  it('drops the pin of somebody who said later that they cannot, unless the week has begun', async () => {
    await seat('QAR-1', 'LEAD', 'LR-1', WEEK_2, accepted);
    await answers('LR-1', { answeredOn: '2026-12-20', default: 'UNAVAILABLE' });
    const before = await frozen();
    expect(before.problem.pins).toEqual([]);
    expect(before.context.notKept?.join()).toContain('is no longer able: They said not available');
    expect((await frozen(WEEK_2)).problem.pins).toHaveLength(1);
  });

  it('keeps a seat accepted after that answer, and opens no other week by it', async () => {
    await seat('QAR-1', 'LEAD', 'LR-1', WEEK_2, accepted);
    await answers('LR-1', { answeredOn: '2026-12-10', default: 'UNAVAILABLE' });
    const { problem } = await frozen();
    expect(leadOf(problem, 'LR-1').availability).toEqual({ [WEEK_2]: { MON_WED: 'AVAILABLE' } });
    expect(problem.pins).toHaveLength(1);
  });

  it('drops the pin of somebody whose checks no longer cover the review', async () => {
    await seat('QAR-1', 'LEAD', 'LR-1', WEEK_2, accepted);
    await db.query(`UPDATE gate SET superseded_at = now() WHERE kind = 'DBS'`);
    const { problem, context } = await frozen();
    expect(problem.pins).toEqual([]);
    expect(context.notes.join()).toContain('No enhanced DBS check is recorded');
  });

  it('drops a pin when a check runs out before the review’s last day, or the school has become their own', async () => {
    await seat('QAR-1', 'LEAD', 'LR-1', WEEK_2, accepted);
    await seat('QAR-2', 'LEAD', 'LR-2', WEEK_2, accepted);
    await db.query(
      `UPDATE gate SET superseded_at = now() WHERE kind = 'DBS' AND lead_id = (SELECT id FROM lead_reviewer WHERE code = 'LR-1')`,
    );
    await db.query(
      `INSERT INTO gate (lead_id, kind, valid, recorded_by) SELECT id, 'DBS', daterange('2025-09-01', '2027-01-13'), 'Test' FROM lead_reviewer WHERE code = 'LR-1'`,
    );
    await db.query(
      `UPDATE employment SET superseded_at = now() WHERE lead_id = (SELECT id FROM lead_reviewer WHERE code = 'LR-2')`,
    );
    await db.query(
      `INSERT INTO employment (lead_id, serving_leader, school_urn, employer, valid, recorded_by)
       SELECT id, true, '100002', 'School', daterange('2025-09-01', null), 'Test' FROM lead_reviewer WHERE code = 'LR-2'`,
    );
    const { problem, context } = await frozen();
    expect(problem.pins).toEqual([]);
    expect(context.notes.join()).toContain('DBS check runs out on 12 January 2027');
    expect(context.notes.join()).toContain('LR-2 accepted QAR-2');
    expect(context.notes.join()).toContain('Own school');
  });

  it('keeps the week of a seat on a review of another term', async () => {
    await school('100009');
    await review('QAR-9', '100009', { term: 'summer-2027' });
    await seat('QAR-9', 'LEAD', 'LR-1', WEEK_3, accepted, { term: 'summer-2027' });
    const { problem } = await frozen();
    expect(leadOf(problem, 'LR-1').availability[WEEK_3]).toBeUndefined();
    expect(leadOf(problem, 'LR-1').limits.term).toBe(5);
  });
});
