import { text } from 'node:stream/consumers';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import readExcelFile, { readSheet } from 'read-excel-file/node';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import {
  noSeats,
  smallContext,
  smallPlan,
  smallProblem,
  smallReview,
  someSeats,
} from '../../../test/support/small-plan.js';
import { planTables } from '../../allocations/tables/plan-tables.js';
import { planCsv, planWorkbook } from './plan-workbook.js';

const FORMULAS = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'];

const problem = smallProblem([smallReview('R1'), smallReview('R2', '100002')]);
const plan = smallPlan([
  { review: 'R1', ...someSeats },
  { review: 'R2', ...noSeats },
]);
const bare = planTables(problem, plan);
const named = planTables(problem, plan, { context: smallContext });

/** Every sheet of a workbook as text, opened by a reader that shares nothing with the writer. */
async function sheetsOf(bytes: Uint8Array): Promise<Map<string, unknown[][]>> {
  const sheets = await readExcelFile(Buffer.from(bytes));
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]));
}

/** The XML files inside a workbook, by name. */
function entriesOf(bytes: Uint8Array): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(Buffer.from(bytes), (error, zip) => {
      if (error) return reject(error);
      const texts: Promise<[string, string]>[] = [];
      zip.on('entry', (entry: Entry) => {
        texts.push(textOf(zip, entry).then((xml) => [entry.fileName, xml]));
      });
      zip.on('end', () => resolve(Promise.all(texts).then((all) => new Map(all))));
    });
  });
}

function textOf(zip: ZipFile, entry: Entry): Promise<string> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(error);
      else resolve(text(stream));
    });
  });
}

/** The texts of a sheet in one line a row, without what is empty. */
const linesOf = (sheet: unknown[][] = []): string[] =>
  sheet.map((row) =>
    row.flatMap((value) => (value === null ? [] : [String(value as string | number)])).join(' | '),
  );

describe('the workbook', () => {
  test('tells the allocation in order of time, with real dates, those without a lead last', async () => {
    const sheets = await sheetsOf(await planWorkbook(named));
    expect([...sheets.keys()]).toEqual([
      'Summary',
      'By week',
      'By lead',
      'Without a lead',
      'To follow up',
    ]);
    const monday = new Date('2027-01-11T00:00:00Z');
    const wednesday = new Date('2027-01-13T00:00:00Z');
    expect(sheets.get('By week')?.slice(1)).toEqual([
      [
        ...[monday, monday, wednesday],
        ...['St Mary’s', 'Hove', 'South East', 'Special', 'ASD, SEMH', 'Ana Ní Bhriain'],
        ...[89.8, 'Yes', 'Ben Linnet', null, 'Preferred', 'If needed', 2, 'R1', '100001'],
      ],
      [
        ...[null, null, null],
        ...['Vale School', 'Leeds', 'South East', 'Special', 'ASD, SEMH', 'No lead'],
        ...[null, null, null, null, null, null, 2, 'R2', '100002'],
      ],
    ]);
  });

  test('tells who leads what, a column a week', async () => {
    const sheet = await readSheet(Buffer.from(await planWorkbook(named)), 'By lead');
    expect(sheet.map((row) => row.slice(8))).toEqual([
      ['11 Jan 2027', '29 Mar 2027'],
      ['Mon–Wed: St Mary’s, Hove', null],
      ['Mon–Wed, assures quality: St Mary’s, Hove', null],
    ]);
    expect(sheet[1]?.slice(0, 8)).toEqual([
      ...['Ana Ní Bhriain', 'New lead, quality assurer', 1, 1, 3, 6, 90, 1],
    ]);
  });

  test('says why a review has no lead, and what to follow up', async () => {
    const oneFact = { words: 'pigs flew', kind: 'REST', subject: 'L1', lead: 'L1' };
    const review = {
      ...{ review: 'R2', closedWindows: [], leads: 2, permitted: ['L2'], permittedNew: [] },
      openWindows: [{ week: '2027-01-11', window: 'MON_WED' as const }],
      ...{ shutOutTogether: 0, rules: [], assurers: 0, tried: 1, oneFact },
    };
    const tables = planTables(problem, plan, { context: smallContext, uncovered: [review] });
    const sheets = await sheetsOf(await planWorkbook(tables));
    expect(sheets.get('Without a lead')?.[1]?.slice(5, 8)).toEqual([
      'Monday 11 to Wednesday 13 January 2027\nWednesday 31 March to Friday 2 April 2027',
      'Of 2 people who may lead:\n1 could lead it, but the plan needs them elsewhere (Ben Linnet)',
      'It would be covered if pigs flew. Checked by solving again.',
    ]);
    expect(linesOf(sheets.get('To follow up')).slice(1)).toEqual([
      'Zoe Quiet | Lead Reviewer | No answer to the availability round | L3',
      'Silent School, York | School | Windows not known: the host has not answered | R3',
    ]);
  });

  test('sums up on its first page, and says what is invented', async () => {
    const lines = linesOf((await sheetsOf(await planWorkbook(named))).get('Summary'));
    expect(lines[0]).toBe('Spring 2027: the allocation');
    expect(lines[1]).toMatch(/^As things stood on Monday 21 December 2026\. Stopped early/);
    expect(lines[2]).toMatch(/^Sample: the schools are real; the people/);
    expect(lines).toContain('1 of 2 | 1 | 1 of 2 | 2');
    expect(lines.join('\n')).toContain('South East (priority region) | 2 | 1 | 1');
    expect(lines.join('\n')).toContain(
      'How well leads, dates and schools suit each other | 5 | 3 | No',
    );
    expect(lines.at(-1)).toBe(
      'Ben Linnet: may review school St Mary’s, Hove although: A relative works there',
    );
    const [heading] = (await sheetsOf(await planWorkbook(named))).get('By week') ?? [];
    expect(heading).toContain('Needs (invented)');
  });

  test('says nothing of names and inventions that a bare problem file does not know', async () => {
    const sheets = await sheetsOf(await planWorkbook(bare));
    expect(sheets.get('By week')?.[0]).not.toContain('School');
    expect(sheets.get('By week')?.[0]).toContain('Needs');
    expect(sheets.get('By lead')?.[1]?.[8]).toBe('Mon–Wed: R1');
    expect(linesOf(sheets.get('Summary')).join('\n')).not.toMatch(/invented|As things stood/);
    // Who is shut out is known without solving again; what would cover it is not.
    expect(sheets.get('Without a lead')?.[1]?.slice(4, 6)).toEqual([
      'Of 2 people who may lead:\n1 could lead it, but the plan needs them elsewhere (L2)\n' +
        '1 could lead it as a new lead, but the plan needs them, or who could assure the quality there, elsewhere (L1)',
      null,
    ]);
  });

  test('freezes the headings of its lists, lets them be filtered, and prints them on every page', async () => {
    const entries = await entriesOf(await planWorkbook(named));
    const sheets = [...entries].filter(([name]) => name.startsWith('xl/worksheets/sheet'));
    const lists = sheets.map(([, xml]) => xml).filter((xml) => xml.includes('<autoFilter'));
    expect(lists).toHaveLength(4);
    for (const xml of lists) {
      expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
      expect(xml).toMatch(/<\/sheetData><autoFilter ref="A1:[A-Z]+\d+"\/>/);
    }
    expect(entries.get('xl/workbook.xml')).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="1">'By week'!$1:$1</definedName>`,
    );
  });
});

describe('text that begins like a formula', () => {
  const hostile = planTables(
    smallProblem(FORMULAS.map((formula, index) => smallReview(`R${index}`, formula))),
    smallPlan(FORMULAS.map((_, index) => ({ review: `R${index}`, ...noSeats }))),
  );

  test('is inert text in the workbook', async () => {
    const bytes = await planWorkbook(hostile);
    const sheet = await readSheet(Buffer.from(bytes), 'By week');
    for (const row of sheet.slice(1)) expect(String(row.at(-1))).toMatch(/^'/);
    for (const xml of (await entriesOf(bytes)).values()) expect(xml).not.toContain('<f>');
  });

  test('is inert text in the CSV', () => {
    const rows = parse(planCsv(hostile), { bom: true });
    expect(rows.slice(1).map((row) => row.at(-1))).toEqual(
      FORMULAS.map((formula) => `'${formula}`),
    );
  });
});

test('the CSV has a byte order mark, CR LF, and the rows of the By week sheet', () => {
  const lines = planCsv(named).split('\r\n');
  expect(lines[0]).toMatch(/^\uFEFFWeek beginning,First day,Last day,School,Town,/);
  expect(lines[1]).toBe(
    '2027-01-11,2027-01-11,2027-01-13,St Mary’s,Hove,South East,Special,"ASD, SEMH",Ana Ní Bhriain,89.8,Yes,Ben Linnet,,Preferred,If needed,2,R1,100001',
  );
});
