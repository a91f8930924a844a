import { Readable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { GIAS_COLUMNS, needLabel, type GiasKnowledge } from './gias-row.js';
import { GiasFormatError, isGias, readGias, type GiasRow } from './gias.js';

const knows: GiasKnowledge = {
  regions: new Set(['London', 'North East']),
  regionByAuthority: new Map([
    ['202', 'London'],
    ['390', 'North East'],
  ]),
  needByLabel: new Map(
    [
      ['ASD', 'ASD - Autistic Spectrum Disorder'],
      ['SPLD', 'SpLD - Specific Learning Difficulty'],
      ['SLCN', 'SLCN - Speech, language and Communication'],
    ].map(([code, label]) => [needLabel(label ?? ''), code ?? '']),
  ),
  knownUrns: new Set(['100999']),
};

const valid: Record<string, string> = {
  URN: '100091',
  'LA (code)': '202',
  EstablishmentName: 'St Mary’s School – Upper',
  'TypeOfEstablishment (name)': 'Community school',
  'EstablishmentStatus (name)': 'Open',
  OpenDate: '01-09-2012',
  'PhaseOfEducation (name)': 'Primary',
  Town: 'London',
  Postcode: 'N1C 4BT',
  'GOR (name)': 'London',
  Easting: '529993',
  Northing: '183723',
  HeadLastName: 'Nobody',
};

/** The real file has many more columns, in its own order. */
const headings = ['HeadLastName', ...[...GIAS_COLUMNS].reverse(), 'Gender (name)'];

const cp1252: Record<string, number> = { '’': 0x92, '–': 0x96, '€': 0x80 };

function asDownloaded(rows: Record<string, string>[]): Buffer {
  const lines = [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? ''))].map(
    (cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','),
  );
  const text = lines.join('\r\n') + '\r\n';
  return Buffer.from([...text].map((character) => cp1252[character] ?? character.charCodeAt(0)));
}

async function read(content: Buffer, chunkBytes = 7): Promise<GiasRow[]> {
  const chunks: Buffer[] = [];
  for (let at = 0; at < content.length; at += chunkBytes) {
    chunks.push(content.subarray(at, at + chunkBytes));
  }
  const rows: GiasRow[] = [];
  for await (const row of readGias(Readable.from(chunks), knows)) rows.push(row);
  return rows;
}

async function readOne(changes: Record<string, string>): Promise<GiasRow | undefined> {
  return (await read(asDownloaded([{ ...valid, ...changes }])))[0];
}

test('a row becomes a school, typographic apostrophe and all, without the head teacher', async () => {
  const rows = await read(asDownloaded([valid]));
  expect(rows).toEqual([
    {
      row: 2,
      kind: 'school',
      school: {
        urn: '100091',
        name: 'St Mary’s School – Upper',
        type: 'Community school',
        phase: 'PRIMARY',
        trust: null,
        laCode: '202',
        region: 'London',
        town: 'London',
        postcode: 'N1C 4BT',
        lat: 51.53745,
        lon: -0.12708,
        needs: [],
        needsInvented: false,
        status: 'OPEN',
        openedOn: '2012-09-01',
        closedOn: null,
      },
    },
  ]);
  expect(JSON.stringify(rows)).not.toContain('Nobody');
});

test('a file saved again as UTF-8 is understood, whatever the size of its pieces', async () => {
  const utf8 = Buffer.from(
    '\ufeff' +
      asDownloaded([{ ...valid, EstablishmentName: 'NAME' }])
        .toString('latin1')
        .replace('NAME', 'Ysgol Gŵyr’s'),
  );
  for (const size of [3, 4, 5, 4096]) {
    expect((await read(utf8, size))[0]).toMatchObject({ school: { name: 'Ysgol Gŵyr’s' } });
  }
});

describe('phase', () => {
  test.each([
    ['Community special school', 'Not applicable', 'SPECIAL'],
    ['Free schools special', 'Secondary', 'SPECIAL'],
    ['Special post 16 institution', '16 plus', 'SPECIAL'],
    ['Pupil referral unit', 'Secondary', 'ALTERNATIVE_PROVISION'],
    ['Academy alternative provision converter', '', 'ALTERNATIVE_PROVISION'],
    ['Community school', 'Nursery', 'NURSERY'],
    ['Community school', 'Middle deemed primary', 'PRIMARY'],
    ['Community school', 'Middle deemed secondary', 'SECONDARY'],
    ['Community school', 'Middle', 'SECONDARY'],
    ['Academy converter', 'All-through', 'ALL_THROUGH'],
    ['Academy 16-19 converter', '16 plus', 'POST_16'],
    ['Community school', 'Not applicable', null],
    ['Community school', '', null],
  ])('of a %s, “%s”, is %s', async (type, phase, expected) => {
    const row = await readOne({
      'TypeOfEstablishment (name)': type,
      'PhaseOfEducation (name)': phase,
    });
    expect(row).toMatchObject({ kind: 'school', school: { phase: expected } });
  });
});

test('needs come from SEN1 to SEN13, whatever their capitals and spaces', async () => {
  const row = await readOne({
    'SEN1 (name)': 'SPLD -  specific learning difficulty',
    'SEN2 (name)': 'Not Applicable',
    'SEN13 (name)': 'ASD - Autistic Spectrum Disorder',
  });
  expect(row).toMatchObject({ school: { needs: ['ASD', 'SPLD'] } });
});

test('a trust comes with its UID and name', async () => {
  const row = await readOne({ 'Trusts (code)': '2044', 'Trusts (name)': 'THE TRUST' });
  expect(row).toMatchObject({ school: { trust: { uid: '2044', name: 'THE TRUST' } } });
});

test.each([
  [{ 'EstablishmentStatus (name)': 'Closed' }, 'Closed'],
  [{ 'TypeOfEstablishment (name)': "Children's centre" }, "Children's centre is not reviewed"],
  [{ 'TypeOfEstablishment (name)': 'Welsh establishment' }, 'Welsh establishment is not reviewed'],
  [{ 'GOR (name)': 'Wales (pseudo)', 'LA (code)': '660' }, 'Not in England'],
])('%j is skipped with its reason', async (changes, reason) => {
  expect(await readOne(changes)).toEqual({ row: 2, kind: 'skipped', urn: '100091', reason });
});

test('a closed school that we hold is read, so that we learn of it', async () => {
  const closed = { URN: '100999', 'EstablishmentStatus (name)': 'Closed', CloseDate: '31-08-2026' };
  expect(await readOne(closed)).toMatchObject({
    school: { urn: '100999', status: 'CLOSED', closedOn: '2026-08-31' },
  });
});

test.each([
  ['URN', '10009'],
  ['EstablishmentName', ''],
  ['LA (code)', '999'],
  ['OpenDate', '31-02-2012'],
  ['OpenDate', '2012-09-01'],
  ['PhaseOfEducation (name)', 'Tertiary'],
  ['EstablishmentStatus (name)', 'Opened'],
  ['GOR (name)', 'Atlantis'],
  ['Easting', 'far east'],
  ['Northing', '9999999'],
  ['SEN2 (name)', 'XYZ - Unheard of'],
])('a wrong %s, “%s”, is told with row, column and value', async (column, value) => {
  const rows = await read(asDownloaded([valid, { ...valid, [column]: value }]));
  expect(rows[1]).toMatchObject({ row: 3, kind: 'faulty', faults: [{ column, value }] });
});

test('no position is no fault: the register writes 0 or nothing', async () => {
  const nowhere = { lat: null, lon: null };
  expect(await readOne({ Easting: '', Northing: '' })).toMatchObject({ school: nowhere });
  expect(await readOne({ Easting: '0', Northing: '0' })).toMatchObject({ school: nowhere });
});

test('a file without a column we need is refused by its name', async () => {
  const without = Buffer.from('URN,EstablishmentName\r\n100091,Somewhere\r\n');
  await expect(read(without)).rejects.toThrow(/lacks the columns LA \(code\)/);
  await expect(read(without)).rejects.toBeInstanceOf(GiasFormatError);
  expect(isGias(['URN', 'EstablishmentName'])).toBe(false);
  expect(isGias(headings)).toBe(true);
});

test('an empty file, and one that breaks off inside a quoted cell, are refused in words', async () => {
  await expect(read(Buffer.alloc(0))).rejects.toThrow('The file is empty');
  const whole = asDownloaded([valid]);
  await expect(read(whole.subarray(0, -3))).rejects.toThrow(
    /not readable as CSV: Quote Not Closed.* at line 2/,
  );
});

test('a row that is cut short is told, never read as a school with empty cells', async () => {
  const whole = asDownloaded([valid, valid]);
  const [good, cut] = await read(whole.subarray(0, -',""\r\n'.length));
  expect(good).toMatchObject({ kind: 'school' });
  expect(cut).toMatchObject({ row: 3, kind: 'faulty' });
});

test('3,000 rows of 130 columns pass through without being held', async () => {
  const more = Array.from({ length: 105 }, (_, index) => `Other ${index}`);
  const line = (cells: string[]) =>
    Buffer.from(cells.map((cell) => `"${cell}"`).join(',') + '\r\n', 'latin1');
  const head = line([...headings, ...more]);
  const body = line([
    ...headings.map((heading) => (valid[heading] ?? '').replace(/[’–]/g, '')),
    ...more.map(() => 'x'),
  ]);
  let taken = 0;
  function* file(): Generator<Buffer> {
    yield head;
    for (; taken < 3_000; taken += 1) yield body;
  }
  let schools = 0;
  let most = 0;
  for await (const row of readGias(Readable.from(file()), knows)) {
    if (row.kind === 'school') schools += 1;
    // How many rows have been taken from the file and not come out yet.
    most = Math.max(most, taken - schools);
  }
  expect(schools).toBe(3_000);
  expect(most).toBeLessThan(1_000);
});
