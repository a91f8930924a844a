import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { type BadSpreadsheet } from '../faults.js';
import { type NamedFile } from '../reading/table.js';
import { ImportsService } from './imports.service.js';

const AUTHOR = 'Test';

let database: TestDatabase;
let imports: ImportsService;

beforeAll(async () => {
  database = await createTestDatabase();
  imports = new ImportsService(database.dataSource);
  await database.dataSource.query(`
    INSERT INTO region (name, ons_code, gias_code, centroid_lat, centroid_lon)
      VALUES ('London', 'E12000007', 'H', 51.5, -0.1), ('North East', 'E12000001', 'A', 54.8, -1.5);
    INSERT INTO local_authority (code, name, gias_name, region) VALUES ('202', 'Camden', 'Camden', 'London');
    INSERT INTO postcode_district (district, lat, lon, region, la_name)
      VALUES ('NE1', 54.9, -1.6, 'North East', 'Newcastle');
  `);
});
afterAll(() => database.drop());

function csv(name: string, ...lines: string[]): NamedFile {
  return { name, bytes: Buffer.from(lines.join('\n'), 'utf8') };
}

async function refusal(work: Promise<unknown>): Promise<BadSpreadsheet> {
  return work.then(
    () => {
      throw new Error('Nothing was refused.');
    },
    (error: unknown) => error as BadSpreadsheet,
  );
}

describe('faults', () => {
  it.each([
    [
      'an unknown reference',
      csv('contracts.csv', 'Reference,Academic year,From,To', 'LR-9,2026/27,2026-09-01,2027-08-31'),
      { row: 2, column: 'Reference', value: 'LR-9' },
    ],
    [
      'a date that does not exist',
      csv('memberships.csv', 'URN,From,To', '100006,31/02/2027,'),
      { row: 2, column: 'From', value: '31/02/2027' },
    ],
    [
      'a month first',
      csv('memberships.csv', 'URN,From,To', '100006,12/31/2027,'),
      { row: 2, column: 'From', value: '12/31/2027' },
    ],
    [
      'a period the wrong way round',
      csv('memberships.csv', 'URN,From,To', '100006,2027-02-01,2027-01-01'),
      { row: 2, column: 'To', value: '2027-01-01' },
    ],
    [
      'a week that is no Monday',
      csv(
        'host-windows.csv',
        'Review,Term,w/c,Window,Grade',
        'QAR-1,spring-2027,12/01/2027,Mon-Wed,Preferred',
      ),
      { row: 2, column: 'w/c', value: '12/01/2027' },
    ],
    [
      'a NO without reason',
      csv('regions.csv', 'Reference,Region,From,To,Grade,Reason', 'LR-1,London,2027-01-01,,No,'),
      { row: 2, column: 'Reason' },
    ],
    [
      'two rows about one record',
      csv('memberships.csv', 'URN,From,To', '100006,2027-01-01,', '100006,01/01/2027,'),
      { row: 3, value: '100006 · 2027-01-01' },
    ],
    [
      'an unknown code',
      csv('standing.csv', 'Reference,From,To,Standing,Reason', 'LR-1,2027-01-01,,Sleeping,'),
      { row: 2, column: 'Standing', value: 'Sleeping' },
    ],
    [
      'a missing column',
      csv('memberships.csv', 'Schools,From,To', '100006,2027-01-01,'),
      { row: 1, column: 'URN' },
    ],
    [
      'a column twice',
      csv('memberships.csv', 'URN,From,From,To', '100006,2027-01-01,2027-01-01,'),
      { row: 1, column: 'From' },
    ],
    [
      'a new record without what it needs',
      csv('schools.csv', 'URN,Name', '100007,X'),
      { row: 2, column: 'Type' },
    ],
    [
      'a trust with two names',
      csv(
        'schools.csv',
        'URN,Name,Type,LA code,Trust UID,Trust name',
        '100007,A,X,202,77,One',
        '100008,B,X,202,77,Two',
      ),
      { row: 3, column: 'Trust name', value: 'Two' },
    ],
    [
      'a rule that cannot be read',
      csv(
        'availability-statements.csv',
        'Term,Reference,Number,Kind,Rule,From,To,Week,Window,Grade',
        'spring-2027,LR-1,1,Rule,FREQ=SECONDLY,,,,,Unavailable',
      ),
      { row: 2, column: 'Rule' },
    ],
  ])('%s is placed by sheet, row and column', async (_, file, expected) => {
    const { listed } = await refusal(imports.dryRun([file], { author: AUTHOR }));
    expect(listed).toContainEqual(expect.objectContaining({ sheet: file.name, ...expected }));
  });

  it('come all at once', async () => {
    const lines = Array.from({ length: 300 }, (_, i) => `${100000 + i},not a date,`);
    const bad = await refusal(
      imports.dryRun([csv('memberships.csv', 'URN,From,To', ...lines)], { author: AUTHOR }),
    );
    expect([bad.listed.length, bad.count]).toEqual([200, 300]);
  });
});

describe('column headings of one’s own', () => {
  it('are mapped once and remembered for the same layout', async () => {
    const file = csv('People.csv', 'Ref no,Who,Lives in', 'LR-005,Cy,NE1');
    const bad = await refusal(imports.dryRun([file], { author: AUTHOR, kind: 'lead-reviewers' }));
    expect(bad.message).toContain('Found in row 1: Ref no, Who, Lives in');
    const mapping = { 'Ref no': 'Reference', Who: 'Name', 'Lives in': 'Postcode district' };
    const faulty = csv('People.csv', 'Ref no,Who,Lives in', 'LR-005,Cy,ZZ9');
    const withFault = imports.dryRun([faulty], { author: AUTHOR, kind: 'lead-reviewers', mapping });
    expect((await refusal(withFault)).message).toContain('postcode district is not known');
    const again = await imports.dryRun([file], { author: AUTHOR, kind: 'lead-reviewers' });
    expect(again.summary.kinds[0]).toMatchObject({ created: 1 });
  });
});
