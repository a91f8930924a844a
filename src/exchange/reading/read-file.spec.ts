import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { type BadSpreadsheet } from '../faults.js';
import { MOST_FILE_BYTES, readSpreadsheet } from './read-file.js';
import { type Table } from './table.js';

async function read(name: string, bytes: Uint8Array | string): Promise<Table> {
  const [table] = await readSpreadsheet({ name, bytes: Buffer.from(bytes) });
  if (!table) throw new Error('No table was read.');
  return table;
}

async function refusal(name: string, bytes: Uint8Array): Promise<string> {
  return readSpreadsheet({ name, bytes }).then(
    () => 'It was read.',
    (error: unknown) => (error as BadSpreadsheet).message,
  );
}

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

describe('CSV files', () => {
  const text = 'URN,Name\n100006,Zoë’s “School”\n';

  it.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 little endian with a mark', utf16(`\uFEFF${text}`)],
    ['UTF-16 little endian', utf16(text)],
    ['UTF-16 big endian with a mark', utf16(`\uFEFF${text}`).swap16()],
    ['UTF-16 big endian', utf16(text).swap16()],
    ['windows-1252', Buffer.from('URN,Name\n100006,Zo\xeb\x92s \x93School\x94\n', 'latin1')],
  ])('are read as %s', async (_, bytes) => {
    expect((await read('a.csv', bytes)).rows).toEqual([
      ['URN', 'Name'],
      ['100006', 'Zoë’s “School”'],
    ]);
  });

  it.each([
    ['comma', 'a,b\n"x,1",y\n', ['x,1', 'y']],
    ['semicolon', 'a;b\n"x;1";y,z\n', ['x;1', 'y,z']],
    ['tab', 'a\tb\nx,1\ty\n', ['x,1', 'y']],
    ['the separator that Excel was told', 'sep=;\r\na;b\r\nx,1,2,3;y\r\n', ['x,1,2,3', 'y']],
  ])('are split at the %s', async (_, text, expected) => {
    expect((await read('a.csv', text)).rows[1]).toEqual(expected);
  });

  it('keep line breaks in quotes, and number rows as a spreadsheet does', async () => {
    const table = await read('a.csv', 'a,b\n"one\ntwo",x\n\n,\nlast,y\n');
    expect(table.rows[1]).toEqual(['one\ntwo', 'x']);
    expect(table.rowNumbers).toEqual([1, 2, 5]);
  });

  it('of any length are read whole, letters of several bytes included', async () => {
    const line = `${'é😀'.repeat(20)},"x\n${'’'.repeat(7)}"`;
    const table = await read('a.csv', `a,b\n${`${line}\n`.repeat(20_000)}`);
    expect(table.rows).toHaveLength(20_001);
    const expected = ['é😀'.repeat(20), `x\n${'’'.repeat(7)}`].join('|');
    expect(table.rows.slice(1).every((row) => row.join('|') === expected)).toBe(true);
  });

  it('with quotation marks that do not pair up are refused', async () => {
    expect(await refusal('a.csv', Buffer.from('a,b\n"x,y\n1,2\n'))).toContain('do not pair up');
  });

  it('that are no text are refused', async () => {
    expect(await refusal('a.csv', Buffer.from([1, 2, 3, 0, 0, 5, 1, 1]))).toContain(
      'neither a spreadsheet nor text',
    );
  });
});

/** A zip archive of these entries; `claimed` is the size the directory declares. */
function zipOf(entries: { name: string; content: Buffer; claimed?: number }[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimed } of entries) {
    const packed = deflateRawSync(content, { level: 9 });
    const tail = Buffer.alloc(16);
    tail.writeUInt32LE(crc32(content), 0);
    tail.writeUInt32LE(packed.length, 4);
    tail.writeUInt32LE(claimed ?? content.length, 8);
    tail.writeUInt16LE(name.length, 12);
    const local = Buffer.concat([
      Buffer.from('504b03041400000008000000210b', 'hex').subarray(0, 14),
      tail,
      Buffer.from(name),
      packed,
    ]);
    const entry = Buffer.concat([
      Buffer.from('504b0102140014000000080000002100', 'hex').subarray(0, 16),
      tail,
      Buffer.alloc(10),
      uint32(offset),
      Buffer.from(name),
    ]);
    locals.push(local);
    directory.push(entry);
    offset += local.length;
  }
  const size = directory.reduce((sum, entry) => sum + entry.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

const RELATIONS =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>';
const STYLES =
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';

/** A workbook with one sheet of this XML. */
function workbook(sheet: string, properties = ''): Buffer {
  return zipOf([
    {
      name: 'xl/workbook.xml',
      content: Buffer.from(
        `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${properties}<sheets><sheet name="Schools &amp; more" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
    },
    { name: 'xl/_rels/workbook.xml.rels', content: Buffer.from(RELATIONS) },
    { name: 'xl/styles.xml', content: Buffer.from(STYLES) },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: Buffer.from(
        `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${sheet}</worksheet>`,
      ),
    },
  ]);
}

const cells = (xml: string): string => `<sheetData>${xml}</sheetData>`;
const SIMPLE = cells(
  '<row r="3"><c r="B3" t="inlineStr"><is><t>URN</t></is></c><c r="C3" t="inlineStr"><is><t>Opened</t></is></c></row><row r="5"><c r="B5"><v>100006</v></c><c r="C5" s="1"><v>46143</v></c></row>',
);

describe('workbooks', () => {
  it('are read with their row numbers, their dates as civil dates', async () => {
    const table = await read('a.xlsx', workbook(SIMPLE));
    expect(table).toMatchObject({
      sheet: 'Schools & more',
      rows: [
        [null, 'URN', 'Opened'],
        [null, 100006, '2026-05-01'],
      ],
      rowNumbers: [3, 5],
      epoch1904: false,
      unreadable: [],
    });
  });

  it('of old Macs count their days from 1904', async () => {
    const table = await read('a.xlsx', workbook(SIMPLE, '<workbookPr date1904="1"/>'));
    expect(table.epoch1904).toBe(true);
    expect(table.rows[1]?.[2]).toBe('2030-05-02');
  });

  it('give formulas by their last value, and say where one ended in an error', async () => {
    const table = await read(
      'a.xlsx',
      workbook(
        cells(
          '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C1" t="str"><f>"a"</f><v>a</v></c></row>',
        ),
      ),
    );
    expect(table.rows).toEqual([[2, null, 'a']]);
    expect(table.unreadable).toMatchObject([{ row: 1, column: 1, value: '#DIV/0!' }]);
  });

  it('with merged cells say which', async () => {
    const merged = `${SIMPLE}<mergeCells count="1"><mergeCell ref="B5:B7"/></mergeCells>`;
    expect((await read('a.xlsx', workbook(merged))).unreadable).toMatchObject([
      { row: 5, column: 1, value: 'B5:B7' },
    ]);
  });

  it('are recognised whatever the file is called', async () => {
    expect((await read('a.csv', workbook(SIMPLE))).sheet).toBe('Schools & more');
  });

  it('keep every sheet, also an empty one', async () => {
    const data: SheetData = [['URN']];
    const bytes = await writeXlsxFile([
      { sheet: 'One', data },
      { sheet: 'Two', data: [] },
    ]).toBuffer();
    const tables = await readSpreadsheet({ name: 'a.xlsx', bytes });
    expect(tables.map((table) => [table.sheet, table.rows.length])).toEqual([
      ['One', 1],
      ['Two', 0],
    ]);
  });
});

describe('hostile and broken files', () => {
  const megabytes = (count: number): Buffer => Buffer.alloc(count * 1024 * 1024, ' ');

  it.each<[string, string, () => Buffer, string]>([
    [
      'a zip bomb',
      'a.xlsx',
      () => zipOf([{ name: 'xl/workbook.xml', content: megabytes(60) }]),
      'far bigger than any register',
    ],
    [
      'a zip bomb that lies about its size',
      'a.xlsx',
      () => zipOf([{ name: 'xl/workbook.xml', content: megabytes(60), claimed: 4000 }]),
      'damaged',
    ],
    [
      'many entries',
      'a.xlsx',
      () =>
        zipOf(
          Array.from({ length: 2_100 }, (_, i) => ({
            name: `xl/${i}.xml`,
            content: Buffer.from('x'),
          })),
        ),
      'far bigger than any register',
    ],
    [
      'a billion laughs',
      'a.xlsx',
      () => workbook('<!DOCTYPE lolz [<!ENTITY lol "lol">]>'),
      'document type declaration',
    ],
    [
      'a row beyond the end',
      'a.xlsx',
      () => workbook(cells('<row r="999999999"><c r="A999999999"><v>1</v></c></row>')),
      'row 999999999',
    ],
    [
      'a cell in the far corner',
      'a.xlsx',
      () =>
        workbook(
          cells(
            '<row r="1"><c r="XFD1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>',
          ),
        ),
      'more than a register needs',
    ],
    [
      'another zip file',
      'a.xlsx',
      () => zipOf([{ name: 'letter.txt', content: Buffer.from('x') }]),
      'not an Excel workbook',
    ],
    ['a damaged zip', 'a.xlsx', () => workbook(SIMPLE).subarray(0, 400), 'damaged'],
    ['broken XML', 'a.xlsx', () => workbook('<sheetData><row r="1"><c r="A1"'), 'cannot be read'],
    [
      'the old format',
      'a.xls',
      () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
      'old Excel format',
    ],
    [
      'a password',
      'a.xlsx',
      () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), utf16('EncryptedPackage')]),
      'protected by a password',
    ],
    [
      'text called a workbook',
      'a.xlsx',
      () => Buffer.from('URN,Name\n'),
      'the contents are something else',
    ],
    ['an empty file', 'a.csv', () => Buffer.alloc(0), 'The file is empty'],
    ['more than 100 MB', 'a.csv', () => Buffer.alloc(MOST_FILE_BYTES + 1), 'bigger than 100 MB'],
  ])('%s is refused with what to do', async (_, name, bytes, expected) => {
    const message = await refusal(name, bytes());
    expect(message).toContain(expected);
    expect(message.startsWith(`${name}: `)).toBe(true);
  });
});
