import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { GIAS_COLUMNS } from '../../schools/gias-row.js';
import { ExportsService } from '../exports/exports.service.js';
import { type NamedFile } from '../reading/table.js';
import { kindNamed } from '../record-kinds.js';
import { ImportsService } from './imports.service.js';

const COLUMNS = ['URN', 'HeadLastName', ...GIAS_COLUMNS.filter((column) => column !== 'URN')];
const OPEN = {
  'LA (code)': '202',
  'TypeOfEstablishment (name)': 'Community special school',
  'EstablishmentStatus (name)': 'Open',
  'GOR (name)': 'London',
  HeadLastName: 'Secret',
  Easting: '529993',
  Northing: '183723',
};

function gias(...rows: Record<string, string>[]): NamedFile {
  const lines = rows.map((row) =>
    COLUMNS.map((column) => `"${(row[column] ?? '').replaceAll('’', '\u0092')}"`).join(','),
  );
  const text = [COLUMNS.map((column) => `"${column}"`).join(','), ...lines].join('\r\n');
  return { name: 'edubasealldata.csv', bytes: Buffer.from(text, 'latin1') };
}

let database: TestDatabase;
let imports: ImportsService;

beforeAll(async () => {
  database = await createTestDatabase();
  imports = new ImportsService(database.dataSource);
  await database.dataSource.query(`
    INSERT INTO region (name, ons_code, gias_code, centroid_lat, centroid_lon)
      VALUES ('London', 'E12000007', 'H', 51.5, -0.1);
    INSERT INTO local_authority (code, name, gias_name, region) VALUES ('202', 'Camden', 'Camden', 'London');
    INSERT INTO need (code, name, broad_area, gias_label)
      VALUES ('ASD', 'Autism', 'C', 'ASD - Autistic Spectrum Disorder');
    INSERT INTO school (urn, name, type, phase, region, status, town, needs, needs_invented)
      VALUES ('100091', 'Old name', 'X', 'SPECIAL', 'London', 'OPEN', 'London', '{ASD}', true)`);
});
afterAll(() => database.drop());

describe('the Department’s file', () => {
  const file = gias(
    { ...OPEN, URN: '100091', EstablishmentName: 'Frank’s School', Town: 'London' },
    {
      ...OPEN,
      URN: '100092',
      EstablishmentName: 'New School',
      'SEN1 (name)': 'ASD - Autistic Spectrum Disorder',
    },
    { ...OPEN, URN: '100093', EstablishmentName: 'Gone', 'EstablishmentStatus (name)': 'Closed' },
    { ...OPEN, URN: '100094', EstablishmentName: 'Odd', OpenDate: '99-99-2020' },
  );

  it('is recognised by its headings, and its faulty rows are passed over with a note', async () => {
    const found = await imports.dryRun([file], { author: 'Test' });
    expect(found.summary.kinds).toMatchObject([
      { kind: 'schools', created: 1, updated: 1, unchanged: 0 },
    ]);
    expect(found.summary.notes.join('\n')).toMatch(/1 rows passed over: .*[Cc]losed/u);
    expect(found.summary.notes.join('\n')).toContain('row 5, OpenDate, “99-99-2020”');
    await imports.apply(found.id, 'Test');
  });

  it('keeps what we know where the Department says nothing, and never a head’s name', async () => {
    const csv = await new ExportsService(database.dataSource).csv(kindNamed('schools')!);
    expect(csv).toContain('100091,Frank’s School,Community special school,Special');
    expect(csv).toMatch(/100091.*ASD,Yes/u);
    expect(csv).toMatch(/100092.*ASD,No/u);
    expect(csv).not.toContain('Secret');
  });

  it('sent again changes nothing', async () => {
    const again = await imports.dryRun([file], { author: 'Test' });
    expect(again.summary.kinds).toMatchObject([{ created: 0, updated: 0, unchanged: 2 }]);
  });
});
