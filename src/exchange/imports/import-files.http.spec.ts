import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { createTestApplication } from '../../../test/support/application.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { ExchangeModule } from '../exchange.module.js';
import { workbookOf } from '../exports/workbook-export.js';
import { type RecordKind } from '../record-kind.js';
import { kindNamed } from '../record-kinds.js';
import { readSpreadsheet } from '../reading/read-file.js';
import { type ImportFileView, type ImportSheetView } from './import-file.schema.js';
import { type ChangePage, type ImportView, type RefusedPage } from './import.schema.js';

let database: TestDatabase;
let application: NestExpressApplication;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.dataSource.query(`
    INSERT INTO region (name, ons_code, gias_code, centroid_lat, centroid_lon)
      VALUES ('London', 'E12000007', 'H', 51.5, -0.1);
    INSERT INTO postcode_district (district, lat, lon, region, la_name)
      VALUES ('NW3', 51.5, -0.1, 'London', 'Camden')`);
  application = await createTestApplication({
    databaseUrl: database.url,
    imports: [ExchangeModule],
    environment: { QAR_OPERATOR: 'Test' },
  });
  await application.init();
});
afterAll(async () => {
  await application.close();
  await database.drop();
});

const api = (): ReturnType<typeof request> => request(application.getHttpServer());

async function sent(content: string | Buffer, fileName = 'schools.csv'): Promise<ImportFileView> {
  const answer = await api()
    .post(`/api/v1/import-files?fileName=${encodeURIComponent(fileName)}`)
    .set('Content-Type', 'application/octet-stream')
    .send(content);
  expect(answer.status).toBe(201);
  return answer.body as ImportFileView;
}

async function compared(file: ImportFileView, sheets: object[] = []): Promise<ImportView> {
  const answer = await api().post(`/api/v1/import-files/${file.id}/comparisons`).send({ sheets });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body as ImportView;
}

async function get<Body>(path: string): Promise<Body> {
  const answer = await api().get(`/api/v1/${path}`);
  expect(answer.status).toBe(200);
  return answer.body as Body;
}

const SCHOOLS = 'URN,Name,Type,Region\n100006,Heath School,Pupil referral unit,London\n';

describe('a file before it is compared', () => {
  it('shows what each column seems to hold, and why', async () => {
    const file = await sent(
      'Ref no,Name,Favourite colour\nLR-001,Ann O’Neill,blue\nLR-002,Bo,\n',
      'people.csv',
    );
    expect(file).toMatchObject({ sheets: ['people.csv'], progress: null, importId: null });
    const unknown = await get<ImportSheetView>(`import-files/${file.id}/sheets/0`);
    expect(unknown.kind).toBeNull();
    expect(unknown.columns[1]).toMatchObject({ heading: 'Name', ours: null });
    const asPeople = await get<ImportSheetView>(
      `import-files/${file.id}/sheets/0?kind=lead-reviewers`,
    );
    expect(asPeople).toMatchObject({
      rows: 2,
      missing: [{ heading: 'Reference', like: 'Ref no' }],
      columns: [
        { heading: 'Ref no', ours: null, source: 'NOT_KNOWN', firstValues: ['LR-001', 'LR-002'] },
        { heading: 'Name', ours: 'Name', source: 'SAME_NAME' },
        { heading: 'Favourite colour', ours: null },
      ],
    });
  });

  it('is compared as corrected, which is kept for the next file that looks like it', async () => {
    const text = 'Ref no,Name,District,Phases,Needs\nLR-001,Ann,NW3,Special,\n';
    const file = await sent(text, 'people.csv');
    const choice = {
      sheet: 'people.csv',
      kind: 'lead-reviewers',
      mapping: { 'Ref no': 'Reference', Phases: '' },
    };
    const found = await compared(file, [choice]);
    expect(found).toMatchObject({ inWords: 'Lead Reviewers: 1 added', choices: [choice] });
    const { items } = await get<ChangePage>(`imports/${found.id}/changes`);
    expect(items[0]).toMatchObject({ name: 'Ann', key: 'LR-001' });
    expect(items[0]?.fields.map(({ column }) => column)).not.toContain('Phases');
    const next = await sent(text, 'people-again.csv');
    const sheet = await get<ImportSheetView>(`import-files/${next.id}/sheets/0`);
    expect(sheet.kind).toBe('lead-reviewers');
    expect(sheet.columns.map(({ ours, source }) => [ours, source])).toEqual([
      ['Reference', 'REMEMBERED'],
      ['Name', 'SAME_NAME'],
      ['Postcode district', 'OTHER_NAME'],
      [null, 'LEFT_OUT'],
      ['Needs', 'SAME_NAME'],
    ]);
  });

  it.each([
    ['', 'The file is empty.'],
    ['\n\n,,\n', 'There is nothing in the file.'],
    ['PK\u0003\u0004no zip', 'This workbook is damaged'],
  ])('is refused as a whole, in words: %j', async (content, words) => {
    const answer = await api()
      .post('/api/v1/import-files?fileName=a.csv')
      .set('Content-Type', 'application/octet-stream')
      .send(Buffer.from(content));
    expect(answer.status).toBe(422);
    const { code, detail } = answer.body as { code: string; detail: string };
    expect(code).toBe('BAD_SPREADSHEET');
    expect(detail).toContain(words);
  });

  it('is gone once it is imported', async () => {
    const file = await sent(SCHOOLS);
    const { id } = await compared(file);
    expect((await get<ImportFileView>(`import-files/${file.id}`)).importId).toBe(id);
    const applied = await api()
      .post(`/api/v1/imports/${id}/apply`)
      .set('Qar-Author', 'Sam%20Whitely');
    expect(applied.body).toMatchObject({ appliedBy: 'Sam Whitely', fileId: null });
    expect((await api().get(`/api/v1/import-files/${file.id}`)).status).toBe(404);
  });
});

describe('rows with faults', () => {
  const lines = [
    'URN,Name,Type,Region',
    '100101,Good School,Academy,London',
    '12,Short School,Academy,London',
    '100102,Far School,Academy,Atlantis',
    '100103,Twin School,Academy,London',
    '100103,Twin School again,Academy,London',
    '100104,,Academy,London',
    '100006,Heath School,Pupil referral unit,London',
  ];

  it('are set aside with what to mend, and the others can be saved', async () => {
    const found = await compared(await sent(lines.join('\n')));
    expect(found.totals).toMatchObject({ changes: 1, created: 1, unchanged: 1, refused: 5 });
    const { items, total } = await get<RefusedPage>(`imports/${found.id}/refused`);
    expect(total).toBe(5);
    expect(items.map(({ row, faults }) => [row, faults[0]?.column])).toEqual([
      [3, 'URN'],
      [4, 'Region'],
      [5, 'URN'],
      [6, 'URN'],
      [7, 'Name'],
    ]);
    expect(items[0]).toMatchObject({ name: 'Short School', faults: [{ value: '12' }] });
    const unchanged = await get<{ items: object[] }>(`imports/${found.id}/unchanged`);
    expect(unchanged.items).toEqual([{ kind: 'schools', key: '100006', name: 'Heath School' }]);
    expect((await api().post(`/api/v1/imports/${found.id}/apply`)).body).toMatchObject({
      state: 'APPLIED',
    });
  });

  it('come back as a workbook, and are taken once mended', async () => {
    const found = await compared(await sent(lines.join('\n')));
    const answer = await api()
      .get(`/api/v1/imports/${found.id}/refused.xlsx`)
      .buffer()
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      });
    const [table] = await readSpreadsheet({ name: 'mend.xlsx', bytes: answer.body as Buffer });
    expect(table?.sheet).toBe('Schools');
    expect(table?.rows[0]).toEqual(['What to mend', 'URN', 'Name', 'Type', 'Region']);
    expect(table?.rows[1]?.[0]).toMatch(/^schools\.csv, row 3\. URN: /);
    const again = await compared(await sent(answer.body as Buffer, 'rows-to-mend.xlsx'));
    expect(again.totals).toMatchObject({ changes: 0, refused: 5 });
    expect(again.notes).toEqual([]);
  });

  it('take those with them that name them', async () => {
    const workbook = await workbookOf([
      { kind: kindNamed('schools') as RecordKind, rows: [{ URN: '100201', Name: '', Type: 'X' }] },
      {
        kind: kindNamed('memberships') as RecordKind,
        rows: [
          { URN: '100201', From: '2026-09-01', To: null },
          { URN: '100006', From: '2026-09-01', To: null },
        ],
      },
    ]);
    const found = await compared(await sent(workbook, 'both.xlsx'));
    expect(found.kinds.map(({ created, refused }) => [created, refused])).toEqual([
      [0, 1],
      [1, 1],
    ]);
  });

  it('can be found by words, and changes by what changes', async () => {
    const text = 'URN,Name,Town\n100006,Heath School,Camden\n100101,Better School,London\n';
    const found = await compared(await sent(text));
    expect(found.kinds[0]?.fields).toEqual([
      { column: 'Name', count: 1 },
      { column: 'Town', count: 2 },
    ]);
    const page = (query: string): Promise<ChangePage> =>
      get<ChangePage>(`imports/${found.id}/changes?${query}`);
    expect((await page('column=Name')).items.map(({ key }) => key)).toEqual(['100101']);
    expect((await page('text=heath')).items.map(({ key }) => key)).toEqual(['100006']);
    expect((await page('text=100%25')).total).toBe(0);
    expect((await page('action=create')).total).toBe(0);
    expect(await page('limit=1&from=1')).toMatchObject({ total: 2, next: null });
  });
});

describe('two people', () => {
  it('who compare at once: the second is told, and may not save what was not shown', async () => {
    const [one, other] = [
      await compared(await sent('URN,Town\n100006,Camden\n')),
      await compared(await sent('URN,Town\n100006,Hampstead\n')),
    ];
    await api().post(`/api/v1/imports/${one.id}/apply`).set('Qar-Author', 'Sam');
    const { items } = await get<{ items: object[] }>(`imports/${other.id}/saved-since`);
    expect(items).toMatchObject([{ id: one.id, by: 'Sam', isUndone: false }]);
    const refused = await api().post(`/api/v1/imports/${other.id}/apply`);
    expect([refused.status, (refused.body as { code: string }).code]).toEqual([
      409,
      'DATA_CHANGED',
    ]);
    const again = await compared({ id: other.fileId } as ImportFileView);
    const { items: changes } = await get<ChangePage>(`imports/${again.id}/changes`);
    expect(changes[0]?.fields).toEqual([{ column: 'Town', before: 'Camden', after: 'Hampstead' }]);
  });
});

describe('a register of 25,000 schools', () => {
  it('is read, compared, saved and taken back while others are served', async () => {
    const rows = Array.from({ length: 25_000 }, (_, i) => ({
      URN: String(500_000 + i),
      Name: `St Mary’s ${i}`,
      Type: 'Community school',
      Region: 'London',
      Status: 'OPEN',
    }));
    const workbook = await workbookOf([{ kind: kindNamed('schools') as RecordKind, rows }]);
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const found = await compared(await sent(workbook, 'schools.xlsx'));
    expect(found.totals.created).toBe(25_000);
    const page = await get<ChangePage>(`imports/${found.id}/changes?from=24900&limit=100`);
    expect(page.items).toHaveLength(100);
    const applied = await api().post(`/api/v1/imports/${found.id}/apply`);
    expect(applied.status).toBe(200);
    delay.disable();
    // In this thread it would stand still for seconds.
    expect(delay.max / 1e6).toBeLessThan(250);
  }, 120_000);
});
