/** Two schools with a review each in 2030/31, of which one has a term, a Lead Reviewer and one in induction. */
import { afterAll, beforeAll } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { openAcademicYear } from '../../src/calendar/academic-years.js';
import { storeYearDates } from '../../src/calendar/school-calendars.js';
import { recordContract } from '../../src/commitments/record-contracts.js';
import { type NewFact } from '../../src/reviewers/facts.schema.js';
import { recordFact } from '../../src/reviewers/record-facts.js';
import { register } from '../../src/reviewers/register.js';
import { type Occasion } from '../../src/reviews/change-review.js';
import { openReviews } from '../../src/reviews/open-year.js';
import { reviewByCode } from '../../src/reviews/stored-reviews.js';
import { type SeatEvent } from '../../src/reviews/seat-events.js';
import { DEFAULT_SETTINGS } from '../../src/settings/settings.js';
import { createTestDatabase, type TestDatabase } from './database.js';

const author = 'Operations';

export const on = (today: string, version?: number): Occasion => ({
  author,
  today,
  settings: DEFAULT_SETTINGS,
  version,
});

/** Before a file's first test; each trial runs in a transaction that is undone at the end, so that tests do not meet. */
export function twoReviews(): (work: (manager: EntityManager) => Promise<void>) => Promise<void> {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    await database.dataSource.transaction(load);
  });
  afterAll(() => database.drop());
  return async (work) => {
    const undone = new Error('undone');
    await database.dataSource
      .transaction(async (manager) => {
        await work(manager);
        throw undone;
      })
      .catch((error: unknown) => {
        if (error !== undone) throw error;
      });
  };
}

async function load(manager: EntityManager): Promise<void> {
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
    await register(manager, { ...entry, needs: [], reviewsLedBefore: 5, synthetic: true }, author);
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
}

export const one = 'QAR-2030-0001';
export const two = 'QAR-2030-0002';
export const seat = {
  lead: 'LR-1',
  role: 'LEAD' as const,
  week: '2030-10-07',
  window: 'MON_WED' as const,
};
export const event = (kind: 'OFFERED' | 'ACCEPTED' | 'LED', date: string): SeatEvent => ({
  kind,
  on: date,
  causedBy: null,
  reason: null,
});
export const declined = (date: string): SeatEvent => ({
  kind: 'DECLINED',
  on: date,
  causedBy: 'LEAD_REVIEWER',
  reason: 'On leave',
});
export const stateOf = async (
  manager: EntityManager,
  code: string,
  today: string,
): Promise<string> => (await reviewByCode(manager, DEFAULT_SETTINGS, today, code)).state;
