import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { createTestApplication } from '../../test/support/application.js';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { loadSmallReference, SmallRegisters } from '../../test/support/small-registers.js';
import { CalendarModule } from '../calendar/calendar.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { SchoolsModule } from './schools.module.js';
import type { YearCalendarView } from './year-calendar.schema.js';

let database: TestDatabase;
let application: NestExpressApplication;

beforeAll(async () => {
  database = await createTestDatabase();
  const { manager } = database.dataSource;
  await loadSmallReference(manager);
  await new SmallRegisters(manager).school('100001', 'Vale School');
  await manager.query(
    `INSERT INTO school_closure (urn, days, reason, recorded_by)
     VALUES ('100001', '[2027-02-01,2027-02-02]', 'Boiler', 'Test')`,
  );
  application = await createTestApplication({
    databaseUrl: database.url,
    imports: [SettingsModule, CalendarModule, SchoolsModule],
    environment: { QAR_TODAY: '2027-01-20' },
  });
});
afterAll(async () => {
  await application.close();
  await database.drop();
});

async function year(query = ''): Promise<YearCalendarView> {
  const answer = await request(application.getHttpServer()).get(
    `/api/v1/academic-years/2026-27/calendar${query}`,
  );
  expect(answer.status).toBe(200);
  return answer.body as YearCalendarView;
}

describe('an academic year day by day', () => {
  it('has each day once, with what it is and why nobody reviews then', async () => {
    const { days, calendar } = await year();
    expect(days).toHaveLength(365);
    expect(calendar).toMatchObject({ id: 'typical', schools: 1, isDefault: true });
    const on = (date: string): string | undefined => days.find((day) => day.date === date)?.inWords;
    expect(on('2027-01-07')).toBe(
      'Thursday 7 January 2027: school day, training day: Training day',
    );
    expect(on('2027-03-26')).toBe('Friday 26 March 2027: Good Friday');
    expect(on('2027-02-16')).toBe('Tuesday 16 February 2027: school holiday');
    expect(on('2027-02-01')).toBe('Monday 1 February 2027: school day, 1 school closed');
    expect(on('2027-01-09')).toBe('Saturday 9 January 2027: weekend');
  });

  it('marks the weeks in which reviews can be, and says where each term stands', async () => {
    const { terms, days } = await year();
    expect(terms.map(({ standing }) => standing)).toEqual(['PAST', 'UNDER_WAY', 'AHEAD']);
    expect(terms[1]?.weeksInWords).toBe('11 review weeks, 20 windows');
    const reviewDays = days.filter(
      ({ isReviewWeek, term }) => isReviewWeek && term === 'spring-2027',
    );
    // The term ends on a Thursday.
    expect(reviewDays).toHaveLength(11 * 5 - 1);
  });

  it('follows the calendar that is asked for, and refuses one that is not there', async () => {
    const { items } = (await request(application.getHttpServer()).get('/api/v1/school-calendars'))
      .body as { items: { id: string; halfTerms: { name: string; number: number }[] }[] };
    const other = items.find(({ id }) => id !== 'typical');
    expect(other?.halfTerms[0]).toMatchObject({ number: 1, name: 'Autumn 1' });
    const { calendar } = await year(`?calendar=${String(other?.id)}`);
    expect(calendar).toMatchObject({ id: other?.id, schools: 0, isDefault: false });
    await request(application.getHttpServer())
      .get('/api/v1/academic-years/2026-27/calendar?calendar=nowhere')
      .expect(404);
    await request(application.getHttpServer())
      .get('/api/v1/academic-years/2031-32/calendar')
      .expect(404);
  });
});
