/** Registers of a spring term, filled row by row in a transaction that a test rolls back. Everybody in them is invented. */
import type { EntityManager } from 'typeorm';
import { type AnswerDraft, replaceAnswer } from '../../src/availability/stored-answers.js';
import { loadCalendarReference } from '../../src/calendar/reference-data.js';

export const SPRING = 'spring-2027';
export const SPRING_ROUND = '00000000-0000-4000-8000-000000000001';
/** Mondays; the training day of 7 January closes the end of the week before the first. */
export const [JANUARY_11, JANUARY_18, JANUARY_25] = ['2027-01-11', '2027-01-18', '2027-01-25'];

interface HostWindowDraft {
  week: string;
  window: 'MON_WED' | 'WED_FRI';
  grade: 'PREFERRED' | 'ACCEPTABLE';
}

/** Calendar, regions, a postcode district and the spring term's availability round, which ends on 11 December 2026. */
export async function loadSmallReference(db: EntityManager): Promise<void> {
  await db.transaction(loadCalendarReference);
  await db.query(
    `INSERT INTO postcode_district (district, lat, lon, region, la_name)
     VALUES ('LS1', 53.8, -1.55, 'Yorkshire and the Humber', 'Leeds')`,
  );
  await db.query(
    `INSERT INTO availability_round (id, term_id, opened_on, deadline_at) VALUES ($1, $2, '2026-11-02', '2026-12-11T17:00Z')`,
    [SPRING_ROUND, SPRING],
  );
}

export class SmallRegisters {
  constructor(private readonly db: EntityManager) {}

  async school(
    urn: string,
    name: string,
    changes: { region?: string; phase?: string | null } = {},
  ): Promise<void> {
    const { region = 'London', phase = 'PRIMARY' } = changes;
    await this.db.query(
      `INSERT INTO school (urn, name, type, phase, region, lat, lon, status, calendar_id)
       VALUES ($1, $2, 'Community school', $3, $4, 53.9, -1.6, 'OPEN', 'typical')`,
      [urn, name, phase, region],
    );
    await this.db.query(
      `INSERT INTO membership (urn, valid, recorded_by) VALUES ($1, daterange('2025-09-01', null), 'Test')`,
      [urn],
    );
  }

  /** @param windows null: the host has not answered */
  async review(
    code: string,
    urn: string,
    windows: readonly HostWindowDraft[] | null,
    { term = SPRING, state = 'REQUESTED' }: { term?: string | null; state?: string } = {},
  ): Promise<void> {
    await this.db.query(
      `INSERT INTO review (code, urn, academic_year) VALUES ($1, $2, '2026/27')`,
      [code, urn],
    );
    await this.moved(code, state, term);
    if (windows !== null) await this.hostAnswers(code, windows);
  }

  /** The review's state from the year's first day on, instead of what was believed. */
  async moved(code: string, state: string, term: string | null): Promise<void> {
    await this.db.query(
      `UPDATE review_state SET superseded_at = now(), superseded_by = 'Test'
       WHERE superseded_at IS NULL AND review_id = (SELECT id FROM review WHERE code = $1)`,
      [code],
    );
    await this.db.query(
      `INSERT INTO review_state (review_id, state, term_id, carried_over, ended_by, reason, valid, recorded_by)
       SELECT id, $2, $3, 0, 'SCHOOL', 'As agreed', daterange('2026-09-01', null), 'Test' FROM review WHERE code = $1`,
      [code, state, term],
    );
  }

  async hostAnswers(code: string, windows: readonly HostWindowDraft[]): Promise<void> {
    await this.db.query(
      `UPDATE host_answer SET superseded_at = now(), superseded_by = 'Test'
       WHERE superseded_at IS NULL AND review_id = (SELECT id FROM review WHERE code = $1)`,
      [code],
    );
    const [answer] = await this.db.query<{ id: string }[]>(
      `INSERT INTO host_answer (review_id, term_id, answered_on, any_usable, recorded_by)
       SELECT id, $2, '2026-12-01', false, 'Test' FROM review WHERE code = $1 RETURNING id`,
      [code, SPRING],
    );
    for (const { week, window, grade } of windows) {
      await this.db.query(`INSERT INTO host_window VALUES ($1, $2, $3, $4)`, [
        answer?.id,
        week,
        window,
        grade,
      ]);
    }
  }

  /** A lead in the pool with everything in order; null: they have not answered the round. */
  async lead(code: string, name: string, answer: Partial<AnswerDraft> | null = {}): Promise<void> {
    await this.db.query(
      `INSERT INTO lead_reviewer (code, name, postcode_district, phases, synthetic)
       VALUES ($1, $2, 'LS1', '{PRIMARY}', true)`,
      [code, name],
    );
    await this.fact(code, 'standing', { standing: 'IN_POOL' });
    for (const kind of ['DBS', 'CODE_OF_CONDUCT', 'SAFEGUARDING_POLICY'])
      await this.fact(code, 'gate', { kind });
    await this.fact(code, 'employment', { serving_leader: 'false', employer: 'Self-employed' });
    await this.fact(code, 'contract', { academic_year: '2026/27' }, '2026-09-01', '2027-09-01');
    for (const day of ['2026-09-24', '2027-01-07']) {
      await this.db.query(
        `INSERT INTO training_attendance (lead_id, training_day, outcome, on_date, recorded_by)
         SELECT id, $2, 'CAUGHT_UP', $2, 'Test' FROM lead_reviewer WHERE code = $1`,
        [code, day],
      );
    }
    if (answer !== null) await this.answers(code, answer);
  }

  /** A dated fact beside what is believed already; `until` is the first day on which it holds no more. */
  async fact(
    code: string,
    table: 'standing' | 'gate' | 'employment' | 'contract' | 'conflict' | 'own_limit',
    values: Record<string, string | number>,
    from = '2025-09-01',
    until: string | null = null,
  ): Promise<void> {
    const columns = Object.keys(values);
    await this.db.query(
      `INSERT INTO ${table} (lead_id, valid, recorded_by, ${columns.join(', ')})
       SELECT id, daterange($2, $3), 'Test', ${columns.map((_, i) => `$${i + 4}`).join(', ')}
       FROM lead_reviewer WHERE code = $1`,
      [code, from, until, ...Object.values(values)],
    );
  }

  /** What is believed of one kind about a person is believed no more. */
  async forget(code: string, table: 'standing' | 'gate', where = 'true'): Promise<void> {
    await this.db.query(
      `UPDATE ${table} SET superseded_at = now(), superseded_by = 'Test'
       WHERE superseded_at IS NULL AND ${where} AND lead_id = (SELECT id FROM lead_reviewer WHERE code = $1)`,
      [code],
    );
  }

  async answers(code: string, draft: Partial<AnswerDraft>): Promise<void> {
    const [lead] = await this.db.query<[{ id: string; code: string }]>(
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
    await replaceAnswer(this.db, { id: SPRING_ROUND, termId: SPRING }, lead, full, 'Test');
  }

  /** A seat in the first half of the week that was offered on 1 December 2026 and accepted on the day after. */
  async accepted(
    review: string,
    lead: string,
    week: string,
    role: 'LEAD' | 'QUALITY_ASSURER' | 'SHADOW' = 'LEAD',
  ): Promise<void> {
    await this.db.query(
      `WITH taken AS (
         INSERT INTO seat (review_id, term_id, role, lead_id, week, review_window)
         SELECT r.id, $2, $5, l.id, $4, 'MON_WED' FROM review r, lead_reviewer l
         WHERE r.code = $1 AND l.code = $3 RETURNING id)
       INSERT INTO seat_event (seat_id, kind, on_date, recorded_by)
       SELECT taken.id, e.kind, e.day::date, 'Test'
       FROM taken, (VALUES ('OFFERED', '2026-12-01'), ('ACCEPTED', '2026-12-02')) AS e (kind, day)`,
      [review, SPRING, lead, week, role],
    );
  }

  /** A seat in the first half of the week that was offered and given up. */
  async givenUp(
    review: string,
    lead: string,
    week: string,
    { on, by }: { on: string; by: 'LEAD_REVIEWER' | 'SCHOOL' | 'PROGRAMME' },
  ): Promise<void> {
    const [seat] = await this.db.query<{ id: string }[]>(
      `INSERT INTO seat (review_id, term_id, role, lead_id, week, review_window, is_open)
       SELECT r.id, $2, 'LEAD', l.id, $4, 'MON_WED', false FROM review r, lead_reviewer l
       WHERE r.code = $1 AND l.code = $3 RETURNING id`,
      [review, SPRING, lead, week],
    );
    const events = [
      ['OFFERED', '2026-12-14'],
      [by === 'LEAD_REVIEWER' ? 'DECLINED' : 'WITHDRAWN', on],
    ];
    for (const [kind, day] of events) {
      await this.db.query(
        `INSERT INTO seat_event (seat_id, kind, on_date, caused_by, reason, recorded_by) VALUES ($1, $2, $3, $4, 'Ill', 'Test')`,
        [seat?.id, kind, day, by],
      );
    }
  }
}
