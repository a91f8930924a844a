import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { type BadSpreadsheet } from '../faults.js';
import { type NamedFile } from '../reading/table.js';
import { ImportsService } from './imports.service.js';

let database: TestDatabase;
let imports: ImportsService;

beforeAll(async () => {
  database = await createTestDatabase();
  imports = new ImportsService(database.dataSource);
  await database.dataSource.query(`
    INSERT INTO region (name, ons_code, gias_code, centroid_lat, centroid_lon)
      VALUES ('London', 'E12000007', 'H', 51.5, -0.1);
    INSERT INTO postcode_district (district, lat, lon, region, la_name)
      VALUES ('NW3', 51.5, -0.1, 'London', 'Camden');
    INSERT INTO academic_year VALUES ('2026/27', '2026-09-01', '2027-08-31');
    INSERT INTO term (id, academic_year, season, name, starts_on, ends_on)
      VALUES ('autumn-2026', '2026/27', 'AUTUMN', 'Autumn 2026', '2026-09-01', '2026-12-18');
    INSERT INTO school (urn, name, type, phase, region, status) VALUES
      ('100001', 'One', 'Community school', 'PRIMARY', 'London', 'OPEN');
    INSERT INTO lead_reviewer (code, name, postcode_district) VALUES ('LR-001', 'Ann', 'NW3');
    INSERT INTO review (code, urn, academic_year) VALUES ('QAR-1', '100001', '2026/27');
    INSERT INTO review_state (review_id, state, term_id, valid, recorded_by)
      SELECT id, 'REPORT_SUBMITTED', 'autumn-2026', daterange('2026-10-09', null), 'Test' FROM review`);
});
afterAll(() => database.drop());

function reviews(state: string, since: string): NamedFile {
  const text = `Review,URN,Academic year,State,Term,Since,Ended by,Reason\nQAR-1,100001,2026/27,${state},autumn-2026,${since},School,Ofsted\n`;
  return { name: 'reviews.csv', bytes: Buffer.from(text) };
}

function seats(days: Record<string, string>): NamedFile {
  const text = `Review,Role,Reference,Week,Window,Term,${Object.keys(days).join(',')}\nQAR-1,LEAD,LR-001,2026-10-05,MON_WED,autumn-2026,${Object.values(days).join(',')}\n`;
  return { name: 'seats.csv', bytes: Buffer.from(text) };
}

async function refusal(file: NamedFile): Promise<string> {
  return imports.dryRun([file], { author: 'Test' }).then(
    () => 'accepted',
    (error: unknown) => (error as BadSpreadsheet).message,
  );
}

describe('a review’s state in a file', () => {
  it.each([
    ['CLOSED', '2026-11-02', 'accepted'],
    [
      'REQUESTED',
      '2026-11-02',
      'row 2, State, “REQUESTED”: A review that is report submitted never becomes requested',
    ],
    ['CANCELLED', '2026-11-02', 'A review that is report submitted never becomes cancelled'],
    [
      'CLOSED',
      '2026-10-08',
      'row 2, Since, “2026-10-08”: The review has been report submitted since 9 October 2026',
    ],
    ['UNDER_WAY', '2026-10-09', 'accepted'], // the same day corrects what was believed
  ])('%s since %s: %s', async (state, since, expected) => {
    expect(await refusal(reviews(state, since))).toContain(expected);
  });
});

describe('a seat’s days in a file', () => {
  const offered = { 'Offered on': '2026-09-16', 'Accepted on': '2026-09-18' };
  it.each<[Record<string, string>, string]>([
    [{ ...offered, 'Led on': '2026-10-07' }, 'accepted'],
    [{ 'Led on': '2026-10-07' }, 'accepted'], // what came before was not written down
    [
      { ...offered, 'Led on': '2026-10-06' },
      'row 2, Led on, “2026-10-06”: The review ends on 7 October 2026',
    ],
    [
      { 'Offered on': '2026-09-18', 'Accepted on': '2026-09-16' },
      'Accepted on, “2026-09-16”: The seat was offered on 18 September 2026',
    ],
    [
      { ...offered, 'Declined on': '2026-09-19', 'Ended by': 'Lead Reviewer', Reason: 'Ill' },
      'record that it was withdrawn',
    ],
    [
      {
        ...offered,
        'Cancelled on': '2026-09-19',
        'Ended by': 'School',
        Reason: 'Ofsted',
        'Led on': '2026-10-07',
      },
      'A seat that was cancelled cannot be led',
    ],
  ])('%j: %s', async (days, expected) => {
    expect(await refusal(seats(days))).toContain(expected);
  });
});
