/** A term in a register that is empty until a test writes to it, and the problem that is frozen from it. */
import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals';
import type { EntityManager, QueryRunner } from 'typeorm';
import { freezeTerm } from '../../src/allocations/snapshot/freeze-term.js';
import { type SnapshotContext } from '../../src/allocations/snapshot/snapshot-input.js';
import { type AnswerDraft, replaceAnswer } from '../../src/availability/stored-answers.js';
import { loadCalendarReference } from '../../src/calendar/reference-data.js';
import { changeSetting, type SettingKey } from '../../src/settings/settings.js';
import { readProblem } from '../../src/solver/file/read-problem.js';
import { writeProblem } from '../../src/solver/file/write-files.js';
import { type Lead, type Problem } from '../../src/solver/problem.js';
import { createTestDatabase, type TestDatabase } from './database.js';

export const TODAY = '2026-12-21';
export const TERM = 'spring-2027';
const ROUND = '00000000-0000-4000-8000-000000000001';
export const WEEK_1 = '2027-01-04';
export const WEEK_2 = '2027-01-11';
export const WEEK_3 = '2027-01-18';

let database: TestDatabase;
let runner: QueryRunner;
/** Every test starts from an empty register: what it writes is rolled back. */
export let db: EntityManager;

/** Gives each test of a file an empty register. */
export function useEmptyTerm(): void {
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
}

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

export async function school(urn: string, changes: Record<string, unknown> = {}): Promise<void> {
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

export async function review(
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
export async function person(
  code: string,
  answer: Partial<AnswerDraft> | null = {},
): Promise<void> {
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
export async function employ(
  code: string,
  urn: string,
  trust: string | null = null,
): Promise<void> {
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

export async function set(key: SettingKey, value: unknown, from: string): Promise<void> {
  await changeSetting(db, key, { value, valid: { from }, reason: 'Agreed' }, 'Test');
}

export async function answers(code: string, draft: Partial<AnswerDraft>): Promise<void> {
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

export async function seat(
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

export async function frozen(
  today = TODAY,
): Promise<{ problem: Problem; context: SnapshotContext; bytes: string }> {
  const { problem, context } = await freezeTerm(db, TERM, { today });
  const bytes = writeProblem(problem);
  expect(readProblem(new TextEncoder().encode(bytes))).toEqual(problem);
  return { problem, context, bytes };
}

export const leadOf = (problem: Problem, id: string): Lead =>
  problem.leads.find((lead) => lead.id === id)!;
