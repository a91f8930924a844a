import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { type BadSpreadsheet } from '../faults.js';
import { type NamedFile } from '../reading/table.js';
import { ImportsService } from './imports.service.js';
import { listChanges, type StoredChange } from './stored-imports.js';

let database: TestDatabase;
let imports: ImportsService;

beforeAll(async () => {
  database = await createTestDatabase();
  imports = new ImportsService(database.dataSource);
  await database.dataSource.query(`
    INSERT INTO region (name, ons_code, gias_code, centroid_lat, centroid_lon)
      VALUES ('London', 'E12000007', 'H', 51.5, -0.1);
    INSERT INTO school (urn, name, type, region, status)
      VALUES ('100006', 'Heath', 'X', 'London', 'OPEN'), ('100007', 'Moor', 'X', 'London', 'OPEN')`);
});
afterAll(() => database.drop());

async function workbook(
  sheets: Record<string, SheetData>,
  name = 'register.xlsx',
): Promise<NamedFile> {
  const bytes = await writeXlsxFile(
    Object.entries(sheets).map(([sheet, data]) => ({ sheet, data })),
  ).toBuffer();
  return { name, bytes };
}

async function read(file: NamedFile): Promise<{ changes: StoredChange[]; notes: string[] }> {
  const found = await imports.dryRun([file], { author: 'Test' });
  return {
    changes: await listChanges(database.dataSource.manager, found.id, 0, 100),
    notes: found.summary.notes,
  };
}

async function faults(file: NamedFile): Promise<BadSpreadsheet> {
  return imports.dryRun([file], { author: 'Test' }).then(
    () => {
      throw new Error('It was accepted.');
    },
    (error: unknown) => error as BadSpreadsheet,
  );
}

describe('a workbook as people keep it', () => {
  it('may have a title above its headings, columns of its own, and its URNs as text or numbers', async () => {
    const { changes, notes } = await read(
      await workbook({
        Memberships: [
          ['Our members, as of today'],
          [],
          [' URN\u00A0', 'School', 'From date', 'To'],
          [
            '100006.0',
            'Heath',
            { value: new Date(Date.UTC(2026, 8, 1)), format: 'dd/mm/yyyy' },
            null,
          ],
          [100007, 'Moor', '01/09/2026\u200B', 46630],
        ],
      }),
    );
    expect(changes.map(({ key, after }) => [key, after?.To])).toEqual([
      ['100006 · 2026-09-01', null],
      ['100007 · 2026-09-01', '2027-08-31'],
    ]);
    expect(notes).toEqual([
      'Memberships: the headings were found in row 3.',
      'Memberships: not used: School.',
    ]);
  });

  it('is known by its headings where its sheet has another name, and passes over empty sheets', async () => {
    const { changes, notes } = await read(
      await workbook({
        'Sheet 1': [
          ['URN', 'From', 'To', 'Reason'],
          [100006, '2027-02-01', '2027-02-02', 'Boiler'],
        ],
        'Sheet 2': [],
      }),
    );
    expect(changes).toMatchObject([{ kind: 'school-closures' }]);
    expect(notes).toEqual(['Sheet 2: the sheet is empty and was passed over.']);
  });

  it('is not guessed at: an unknown sheet is a fault that lists what there is', async () => {
    const { listed } = await faults(await workbook({ Cakes: [['Flavour'], ['Lemon']] }));
    expect(listed).toMatchObject([
      { sheet: 'Cakes', message: expect.stringContaining('Memberships') as unknown },
    ]);
  });

  it('says where cells are merged among its data, and minds no merged title', async () => {
    const file = await workbook({
      Memberships: [
        [{ value: 'Members', columnSpan: 3 }, null, null],
        ['URN', 'From', 'To'],
        [100006, { value: '2026-09-01', rowSpan: 2 }, null],
        [100007, null, null],
      ],
    });
    const { listed } = await faults(file);
    expect(listed[0]).toMatchObject({
      sheet: 'Memberships',
      row: 3,
      column: 'From',
      value: 'B3:B4',
    });
    expect(listed.some((fault) => fault.row === 1)).toBe(false);
  });

  it('suggests the column that is most like the missing one', async () => {
    const { listed } = await faults(
      await workbook({
        Memberships: [
          ['URNs', 'From'],
          [100006, '2026-09-01'],
        ],
      }),
    );
    expect(listed).toMatchObject([
      { row: 1, column: 'URN', message: expect.stringContaining('Is it “URNs”?') as unknown },
    ]);
  });

  it('says nothing about the same record twice, in one sheet or in two', async () => {
    const rows: SheetData = [
      ['URN', 'From'],
      [100006, '2026-09-01'],
    ];
    const { listed } = await faults(await workbook({ Memberships: rows, 'memberships ': rows }));
    expect(listed).toMatchObject([
      {
        sheet: 'memberships ',
        row: 2,
        message: expect.stringContaining('Row 2 of Memberships') as unknown,
      },
    ]);
  });
});
