import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { openAcademicYear } from '../calendar/academic-years.js';
import { storeYearDates } from '../calendar/school-calendars.js';
import { recordContract } from '../commitments/record-contracts.js';
import { recordFact } from '../reviewers/record-facts.js';
import { register } from '../reviewers/register.js';
import { type NewFact } from '../reviewers/facts.schema.js';
import { DEFAULT_SETTINGS } from '../settings/settings.js';
import { chooseTerm, carryOver, moveReview, setPriority, type Occasion } from './change-review.js';
import { answerWindows } from './host-answers.js';
import { openReviews, spread, spreadReviews } from './open-year.js';
import { correctSeatEvent, placeSeat, recordSeatEvent } from './place-seats.js';
import { seatRecords } from './seat-records.js';
import { reviewByCode, storedReviews } from './stored-reviews.js';

let database: TestDatabase;
const author = 'Operations';
const on = (today: string, version?: number): Occasion => ({
  author,
  today,
  settings: DEFAULT_SETTINGS,
  version,
});
/** Runs in a transaction that is undone at the end, so that tests do not meet. */
async function trial(work: (manager: EntityManager) => Promise<void>): Promise<void> {
  const undone = new Error('undone');
  await database.dataSource
    .transaction(async (manager) => {
      await work(manager);
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
}

beforeAll(async () => {
  database = await createTestDatabase();
  await database.dataSource.transaction(async (manager) => {
    await manager.query(
      `INSERT INTO region (name, ons_code, gias_code, centroid_lat, centroid_lon, is_priority) VALUES
       ('Leeds side', 'E1', 'A', 53, -1, false), ('Far north', 'E2', 'B', 55, -1, true)
       ON CONFLICT DO NOTHING`,
    );
    await manager.query(
      `INSERT INTO postcode_district (district, lat, lon, region, la_name)
       VALUES ('ZZ1', 53, -1, 'Leeds side', 'Leeds') ON CONFLICT DO NOTHING`,
    );
    await manager.query(
      `INSERT INTO school (urn, name, type, phase, region, status) VALUES
       ('100001', 'A', 'Community school', 'PRIMARY', 'Leeds side', 'OPEN'),
       ('100002', 'B', 'Community school', 'PRIMARY', 'Far north', 'OPEN'),
       ('100003', 'C', 'Community school', 'PRIMARY', 'Far north', 'OPEN')`,
    );
    await manager.query(
      `INSERT INTO membership (urn, valid, recorded_by)
       SELECT urn, daterange('2030-01-01', NULL), 'Operations' FROM school WHERE urn <> '100003'`,
    );
    await openAcademicYear(
      manager,
      {
        id: '2030/31',
        startsOn: '2030-09-01',
        endsOn: '2031-08-31',
        terms: [
          { season: 'AUTUMN', startsOn: '2030-09-02', endsOn: '2030-12-20' },
          { season: 'SPRING', startsOn: '2031-01-06', endsOn: '2031-04-04' },
        ],
      },
      author,
    );
    await storeYearDates(
      manager,
      {
        calendar: { id: 'typical', name: 'Typical', source: 'a test' },
        academicYear: '2030/31',
        halfTerms: [
          { number: 1, name: 'Autumn', startsOn: '2030-09-02', endsOn: '2030-12-20' },
          { number: 2, name: 'Spring', startsOn: '2031-01-06', endsOn: '2031-04-04' },
        ],
        insetDays: [],
      },
      author,
    );
    for (const [code, standing] of [
      ['LR-1', 'IN_POOL'],
      ['LR-2', 'IN_INDUCTION'],
    ] as const) {
      const entry = {
        code,
        name: 'Ada',
        email: null,
        postcodeDistrict: 'ZZ1',
        phases: ['PRIMARY'],
      };
      await register(
        manager,
        { ...entry, needs: [], reviewsLedBefore: 5, synthetic: true },
        author,
      );
      const always = { from: '2028-09-01', to: null };
      const facts: NewFact[] = [
        { kind: 'STANDING', ...always, standing, reason: null },
        {
          kind: 'EMPLOYMENT',
          ...always,
          servingLeader: false,
          schoolUrn: null,
          trustUid: null,
          employer: 'A council',
        },
        ...(['DBS', 'CODE_OF_CONDUCT', 'SAFEGUARDING_POLICY'] as const).map((gate): NewFact => ({
          kind: 'GATE',
          gate,
          ...always,
        })),
        { kind: 'INDUCTION', stage: 'VIRTUAL_INDUCTION', doneOn: '2030-09-05' },
      ];
      for (const fact of facts) await recordFact(manager, code, fact, author);
      await recordContract(
        manager,
        code,
        { academicYear: '2030/31', from: '2030-09-01', to: '2031-08-31' },
        author,
      );
    }
    await openReviews(
      manager,
      '2030/31',
      [{ urn: '100001', termId: 'autumn-2030' }],
      on('2030-09-01'),
    );
  });
});
afterAll(() => database.drop());

const one = 'QAR-2030-0001';
const two = 'QAR-2030-0002';
const seat = {
  lead: 'LR-1',
  role: 'LEAD' as const,
  week: '2030-10-07',
  window: 'MON_WED' as const,
};
const event = (kind: 'OFFERED' | 'ACCEPTED' | 'LED', date: string) => ({
  kind,
  on: date,
  causedBy: null,
  reason: null,
});
const declined = (date: string) => ({
  kind: 'DECLINED' as const,
  on: date,
  causedBy: 'LEAD_REVIEWER' as const,
  reason: 'On leave',
});
const stateOf = async (manager: EntityManager, code: string, today: string): Promise<string> =>
  (await reviewByCode(manager, DEFAULT_SETTINGS, today, code)).state;

describe('opening a year', () => {
  it('gives each member school one review, once, with the term its host asked for', () =>
    trial(async (manager) => {
      const reviews = await storedReviews(manager, DEFAULT_SETTINGS, '2030-09-01', {});
      expect(reviews.map(({ code, urn, termId, state }) => [code, urn, termId, state])).toEqual([
        [one, '100001', 'autumn-2030', 'REQUESTED'],
        [two, '100002', null, 'REQUESTED'],
      ]);
      expect(reviews.map(({ priority }) => priority.value)).toEqual([1, 2]);
      expect(await openReviews(manager, '2030/31', [], on('2030-09-02'))).toEqual([]);
      await expect(
        openReviews(
          manager,
          '2030/31',
          [{ urn: '100003', termId: 'autumn-2030' }],
          on('2030-09-02'),
        ),
      ).rejects.toThrow('No member of 2030/31: 100003');
    }));
  it('spreads the others to the emptiest term for its weeks', () =>
    trial(async (manager) => {
      expect(await spreadReviews(manager, '2030/31', on('2030-09-02'))).toEqual({
        'spring-2031': 1,
      });
    }));
  it('spreads in proportion, by reference', () => {
    const terms = [
      { id: 'autumn', weeks: 2, reviews: 0 },
      { id: 'spring', weeks: 1, reviews: 0 },
      { id: 'none', weeks: 0, reviews: 0 },
    ];
    expect([...spread(['C', 'A', 'B'], terms)]).toEqual([
      ['A', 'autumn'],
      ['B', 'autumn'],
      ['C', 'spring'],
    ]);
  });
});

describe('a host’s windows', () => {
  const answer = (window: 'MON_WED' | 'WED_FRI', week: string) => ({
    answeredOn: '2030-09-10',
    anyUsable: false,
    windows: [{ week, window, grade: 'PREFERRED' as const }],
  });
  it('are whole answers: the later one counts, both are kept', () =>
    trial(async (manager) => {
      await answerWindows(manager, one, answer('MON_WED', '2030-10-07'), on('2030-09-10'));
      await answerWindows(manager, one, answer('WED_FRI', '2030-10-14'), on('2030-09-11'));
      const review = await reviewByCode(manager, DEFAULT_SETTINGS, '2030-09-11', one);
      expect(review.answer?.windows).toEqual([
        { week: '2030-10-14', window: 'WED_FRI', grade: 'PREFERRED' },
      ]);
      expect(await manager.query('SELECT 1 FROM host_answer')).toHaveLength(2);
      const unknown = await storedReviews(manager, DEFAULT_SETTINGS, '2030-09-11', {
        windowsNotKnown: true,
      });
      expect(unknown.map(({ code }) => code)).toEqual([two]);
    }));
  it('are refused where the school cannot be reviewed, and while no term is chosen', async () => {
    await trial(async (manager) => {
      await expect(
        answerWindows(manager, one, answer('WED_FRI', '2031-01-06'), on('2030-09-10')),
      ).rejects.toThrow(/Not in Autumn 2030/);
    });
    await trial(async (manager) => {
      await expect(
        answerWindows(manager, two, answer('MON_WED', '2030-10-07'), on('2030-09-10')),
      ).rejects.toThrow('No term is chosen');
    });
  });
});

describe('a review taken off the register', () => {
  it('makes room for another, with a reference of its own', () =>
    trial(async (manager) => {
      await manager.query(`UPDATE review SET removed_at = now() WHERE code = $1`, [one]);
      const opened = await openReviews(manager, '2030/31', [], on('2030-09-12'));
      expect(opened).toEqual(['QAR-2030-0003']);
      const again = await openReviews(manager, '2030/31', [], on('2030-09-12'));
      expect(again).toEqual([]);
    }));
});

describe('seats', () => {
  it('of a cancelled review are cancelled with it, each with its trace', () =>
    trial(async (manager) => {
      await placeSeat(manager, one, seat, on('2030-09-10'));
      const cancelled = { to: 'CANCELLED' as const, on: '2030-09-11', endedBy: 'SCHOOL' as const };
      await moveReview(manager, one, { ...cancelled, reason: 'Ofsted' }, on('2030-09-11'));
      const statuses = (await seatRecords(manager, { review: one })).map(({ status }) => status);
      expect(statuses).toEqual(['CANCELLED']);
      const traces: { action: string }[] = await manager.query(
        `SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY id DESC LIMIT 2`,
        [one],
      );
      expect(traces.map(({ action }) => action)).toEqual(['review cancelled', 'seat cancelled']);
    }));
  it('move their review along, and free it when declined', () =>
    trial(async (manager) => {
      const { id } = await placeSeat(manager, one, seat, on('2030-09-10'));
      await recordSeatEvent(manager, one, id, event('OFFERED', '2030-09-10'), on('2030-09-10'));
      expect(await stateOf(manager, one, '2030-09-10')).toBe('OFFERED');
      await recordSeatEvent(manager, one, id, declined('2030-09-11'), on('2030-09-11'));
      expect(await stateOf(manager, one, '2030-09-11')).toBe('REQUESTED');
      const again = await placeSeat(manager, one, seat, on('2030-09-12'));
      await recordSeatEvent(
        manager,
        one,
        again.id,
        event('OFFERED', '2030-09-12'),
        on('2030-09-12'),
      );
      await recordSeatEvent(
        manager,
        one,
        again.id,
        event('ACCEPTED', '2030-09-13'),
        on('2030-09-13'),
      );
      expect(await stateOf(manager, one, '2030-09-13')).toBe('CONFIRMED');
      await recordSeatEvent(manager, one, again.id, event('LED', '2030-10-09'), on('2030-10-10'));
      expect(await stateOf(manager, one, '2030-10-10')).toBe('UNDER_WAY');
      const statuses = (await seatRecords(manager, { review: one })).map(({ status }) => status);
      expect(statuses).toEqual(['DECLINED', 'LED']);
    }));
  it.each([
    ['SEAT_TAKEN', one, { ...seat, lead: 'LR-2' }],
    ['WEEK_TAKEN', two, seat],
    [
      'OTHER_SLOT',
      one,
      { ...seat, lead: 'LR-2', role: 'SHADOW' as const, window: 'WED_FRI' as const },
    ],
  ])('are refused kindly where the database would: %s', (code, review, other) =>
    trial(async (manager) => {
      await chooseTerm(manager, two, 'autumn-2030', '2030-09-02', on('2030-09-02'));
      await placeSeat(manager, one, seat, on('2030-09-10'));
      await expect(placeSeat(manager, review, other, on('2030-09-10'))).rejects.toMatchObject({
        code,
        status: 409,
      });
    }),
  );
  it.each([
    ['2030-12-23', 'MON_WED', 'not in Autumn 2030'],
    ['2030-12-16', 'WED_FRI', 'Training day'],
    ['2030-12-09', 'WED_FRI', 'Boiler'],
  ] as const)('are not given in a slot that cannot be: %s %s, %s', (week, window, why) =>
    trial(async (manager) => {
      await manager.query(
        `INSERT INTO training_day VALUES ('2030-12-19', 'Training day', 'ONLINE')`,
      );
      await manager.query(
        `INSERT INTO school_closure (urn, days, reason, recorded_by)
         SELECT urn, daterange('2030-12-13', '2030-12-14'), 'Boiler', 'Test' FROM review WHERE code = $1`,
        [one],
      );
      await expect(
        placeSeat(manager, one, { ...seat, week, window }, on('2030-09-10')),
      ).rejects.toThrow(why);
      await placeSeat(
        manager,
        one,
        { ...seat, week: '2030-12-16', window: 'MON_WED' },
        on('2030-09-10'),
      );
    }),
  );
  it.each([
    ['own school', `school_urn = '100001'`],
    ['own trust', `trust_uid = 'T1'`],
  ])('are never given at somebody’s %s', (why, where) =>
    trial(async (manager) => {
      await manager.query(`INSERT INTO trust VALUES ('T1', 'A trust')`);
      await manager.query(`UPDATE school SET trust_uid = 'T1' WHERE urn = '100001'`);
      await manager.query('ALTER TABLE employment DISABLE TRIGGER employment_keeps_history');
      await manager.query(`UPDATE employment SET ${where}`);
      await expect(placeSeat(manager, one, seat, on('2030-09-10'))).rejects.toThrow(why);
    }),
  );
  it('are corrected without losing what was believed', () =>
    trial(async (manager) => {
      const { id } = await placeSeat(manager, one, seat, on('2030-09-10'));
      await recordSeatEvent(manager, one, id, event('OFFERED', '2030-09-10'), on('2030-09-10'));
      await recordSeatEvent(manager, one, id, declined('2030-09-11'), on('2030-09-11'));
      const back = await correctSeatEvent(manager, one, id, 'DECLINED', null, on('2030-09-12'));
      expect(back).toMatchObject({ status: 'OFFERED', isOpen: true });
      const kept: unknown[] = await manager.query(
        `SELECT 1 FROM seat_event WHERE seat_id = $1 AND superseded_at IS NOT NULL AND reason = 'On leave'`,
        [id],
      );
      expect(kept).toHaveLength(1);
    }));
  it('taken back altogether free the seat, and recorded again hold it', () =>
    trial(async (manager) => {
      const { id } = await placeSeat(manager, one, seat, on('2030-09-10'));
      const offered = event('OFFERED', '2030-09-10');
      await recordSeatEvent(manager, one, id, offered, on('2030-09-10'));
      await correctSeatEvent(manager, one, id, 'OFFERED', null, on('2030-09-11'));
      const isOpen = async (): Promise<unknown> =>
        manager.query('SELECT is_open FROM seat WHERE id = $1', [id]);
      expect(await isOpen()).toEqual([{ is_open: false }]);
      await recordSeatEvent(manager, one, id, offered, on('2030-09-11'));
      expect(await isOpen()).toEqual([{ is_open: true }]);
    }));
  it('of a shadow, led, finish that stage of induction', () =>
    trial(async (manager) => {
      const shadow = await placeSeat(
        manager,
        one,
        { ...seat, lead: 'LR-2', role: 'SHADOW' },
        on('2030-09-10'),
      );
      await recordSeatEvent(manager, one, shadow.id, event('LED', '2030-10-09'), on('2030-10-10'));
      const done: { stage: string }[] = await manager.query(
        `SELECT stage FROM induction_stage WHERE stage = 'SHADOWING' AND superseded_at IS NULL`,
      );
      expect(done).toHaveLength(1);
    }));
});

describe('changing a review', () => {
  it('cancelling says who and why, and frees the seats with that cause', () =>
    trial(async (manager) => {
      await placeSeat(manager, one, seat, on('2030-09-10'));
      const cancel = { to: 'CANCELLED' as const, on: '2030-09-20' };
      await expect(moveReview(manager, one, cancel, on('2030-09-20'))).rejects.toThrow(
        'Say who cancelled',
      );
      await moveReview(
        manager,
        one,
        { ...cancel, endedBy: 'SCHOOL', reason: 'Ofsted called' },
        on('2030-09-20'),
      );
      const [freed] = await seatRecords(manager, { review: one });
      expect(freed).toMatchObject({
        status: 'CANCELLED',
        isOpen: false,
        events: [{ causedBy: 'SCHOOL' }],
      });
    }));
  it('refuses a move outside the table, a day ahead, and a version that has passed', () =>
    trial(async (manager) => {
      const move = { to: 'SCHEDULED' as const, on: '2030-09-10' };
      await expect(
        moveReview(manager, one, { ...move, to: 'CLOSED' }, on('2030-09-10')),
      ).rejects.toThrow('cannot become closed');
      await expect(moveReview(manager, one, move, on('2030-09-09'))).rejects.toThrow('lies ahead');
      await expect(moveReview(manager, one, move, on('2030-09-10', 99))).rejects.toMatchObject({
        status: 412,
      });
    }));
  it('carries over to the next term with more weight, and after the last is not covered', () =>
    trial(async (manager) => {
      expect(await carryOver(manager, one, '2030-12-20', on('2030-12-20'))).toBe('spring-2031');
      const carried = await reviewByCode(manager, DEFAULT_SETTINGS, '2030-12-20', one);
      expect(carried).toMatchObject({
        state: 'REQUESTED',
        carriedOver: 1,
        priority: { value: 2 },
        answer: null,
      });
      expect(await carryOver(manager, one, '2031-04-04', on('2031-04-04'))).toBeNull();
      expect(await stateOf(manager, one, '2031-04-04')).toBe('NOT_COVERED');
    }));
  it('takes the priority that operations set, and goes back', () =>
    trial(async (manager) => {
      await setPriority(manager, one, { priority: 9, reason: 'Promised' }, on('2030-09-10'));
      const value = async () =>
        (await reviewByCode(manager, DEFAULT_SETTINGS, '2030-09-10', one)).priority.value;
      expect(await value()).toBe(9);
      await setPriority(manager, one, null, on('2030-09-10'));
      expect(await value()).toBe(1);
    }));
});
