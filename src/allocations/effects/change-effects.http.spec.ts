import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { createTestApplication } from '../../../test/support/application.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import {
  JANUARY_11,
  loadSmallReference,
  SmallRegisters,
  SPRING,
} from '../../../test/support/small-registers.js';
import { AllocationsModule } from '../allocations.module.js';
import { type ChangeEffect, type ChangeToBeMade } from './change-effects.schema.js';

let database: TestDatabase;
let application: NestExpressApplication;

beforeAll(async () => {
  database = await createTestDatabase();
  const { manager } = database.dataSource;
  await loadSmallReference(manager);
  const registers = new SmallRegisters(manager);
  await registers.school('100001', 'Vale School');
  const window = { week: JANUARY_11, window: 'MON_WED', grade: 'PREFERRED' } as const;
  await registers.review('QAR-1', '100001', [window]);
  await registers.lead('LR-A', 'Ann Skylark');
  await manager.query(
    `INSERT INTO seat (review_id, term_id, role, lead_id, week, review_window)
     SELECT r.id, $1, 'LEAD', l.id, $2, 'MON_WED' FROM review r, lead_reviewer l`,
    [SPRING, JANUARY_11],
  );
  application = await createTestApplication({
    databaseUrl: database.url,
    imports: [AllocationsModule],
    environment: { QAR_TODAY: '2026-12-21' },
  });
});
afterAll(async () => {
  await application.close();
  await database.drop();
});

async function effectOf(change: ChangeToBeMade): Promise<ChangeEffect> {
  const answer = await request(application.getHttpServer())
    .post('/api/v1/change-effects')
    .send(change);
  expect(answer.status).toBe(200);
  return answer.body as ChangeEffect;
}

const PLANNED = 'Spring 2027 is being planned: 1 person has sent their availability.';
const SEAT =
  '1 seat already given lies in days that would be lost: Ann Skylark at Vale School, Monday 11 to Wednesday 13 January 2027.';
const WINDOW = '1 school has named a window that would be lost: a run no longer uses it.';

describe('what a change would affect', () => {
  it('of a term that is planned: seats and windows in days that would be lost', async () => {
    expect(await effectOf({ kind: 'TRAINING_DAY_ADDED', date: '2027-01-12' })).toEqual({
      isUnderWay: true,
      words: [PLANNED, SEAT, WINDOW],
    });
    // Thursday is in no seat's days, though in the same week.
    expect((await effectOf({ kind: 'TRAINING_DAY_ADDED', date: '2027-01-14' })).words).toEqual([
      PLANNED,
    ]);
  });

  it('of other dates of a term: the days it no longer has', async () => {
    const dates = { kind: 'TERM_DATES', term: SPRING, endsOn: '2027-03-25' } as const;
    expect((await effectOf({ ...dates, startsOn: '2027-01-14' })).words).toEqual([
      PLANNED,
      SEAT,
      WINDOW,
    ]);
    expect((await effectOf({ ...dates, startsOn: '2027-01-11' })).words).toEqual([PLANNED]);
  });

  it('of a school calendar: only schools that follow it', async () => {
    const year = { kind: 'SCHOOL_CALENDAR' as const, year: '2026/27', insetDays: [] };
    const halfTerms = [{ startsOn: '2027-02-01', endsOn: '2027-02-12' }];
    const { words } = await effectOf({ ...year, calendar: 'typical', halfTerms });
    expect(words).toEqual([PLANNED, SEAT, WINDOW]);
    expect((await effectOf({ ...year, calendar: 'leeds-new', halfTerms })).words).toEqual([
      PLANNED,
    ]);
  });

  it('of a setting: the terms that are not over by then, where plans depend on it', async () => {
    expect((await effectOf({ kind: 'SETTING', key: 'rest' })).words).toEqual([PLANNED]);
    const nothing = { isUnderWay: false, words: [] };
    expect(await effectOf({ kind: 'SETTING', key: 'fees' })).toEqual(nothing);
    const later = { kind: 'SETTING', key: 'rest', from: '2027-04-01' } as const;
    expect(await effectOf(later)).toEqual(nothing);
  });

  it('of a setting that is set for later: the last day until which it holds', async () => {
    await database.dataSource.query(
      `INSERT INTO setting (key, valid, value, reason, recorded_by)
       VALUES ('cancellation', '[2027-04-12,)', '{}', 'Next term', 'Ruth')`,
    );
    expect(await effectOf({ kind: 'SETTING', key: 'cancellation' })).toEqual({
      isUnderWay: true,
      words: ['It holds until 11 April 2027: what is set for later stays as it is.'],
    });
    const after = { kind: 'SETTING', key: 'cancellation', from: '2027-04-12' } as const;
    expect((await effectOf(after)).words).toEqual([]);
  });

  it('is nothing where no term is touched, and refused where there is none', async () => {
    expect(await effectOf({ kind: 'TRAINING_DAY_REMOVED', date: '2027-08-20' })).toEqual({
      isUnderWay: false,
      words: [],
    });
    const dates = { startsOn: '2031-01-04', endsOn: '2031-03-25' };
    await request(application.getHttpServer())
      .post('/api/v1/change-effects')
      .send({ kind: 'TERM_DATES', term: 'spring-2031', ...dates })
      .expect(404);
  });
});
