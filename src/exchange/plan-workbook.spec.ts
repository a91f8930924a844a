import { text } from 'node:stream/consumers';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import readExcelFile, { readSheet } from 'read-excel-file/node';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { planTables } from '../allocations/plan-tables.js';
import { AIMS, type Plan, PLAN_FORMAT } from '../solver/plan.js';
import { DEFAULT_POLICY, type Problem, PROBLEM_FORMAT } from '../solver/problem.js';
import { planCsv, planWorkbook } from './plan-workbook.js';

const FORMULAS = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'];

function person(id: string): Problem['leads'][number] {
  return {
    id,
    roles: ['LEAD', 'QUALITY_ASSURER'],
    isNew: id === 'L1',
    home: { lat: 51, lon: 0 },
    phases: ['special'],
    needs: [],
    conflicts: [],
    regions: {},
    availability: {},
    commitment: { minimum: 6, done: 2, target: 1 },
    limits: { term: 4, restReviews: 3, restWeeks: 4, maxKm: null },
  };
}

function review(id: string, urn = '100001'): Problem['reviews'][number] {
  return {
    id,
    urn,
    trust: null,
    region: 'South East',
    phase: 'special',
    // One degree north of both homes: 111.195 km by the great circle, 144.554 by road, 89.8 miles.
    lat: 52,
    lon: 0,
    needs: ['ASD', 'SEMH'],
    priority: 2,
    windows: [{ week: '2027-03-29', window: 'WED_FRI', grade: 'PREFERRED' }],
  };
}

function problem(reviews: Problem['reviews']): Problem {
  return {
    format: PROBLEM_FORMAT,
    name: 'Spring',
    weeks: ['2027-01-11', '2027-03-29'],
    closed: [],
    leads: [person('L1'), person('L2')],
    reviews,
    published: [],
    pins: [],
    bans: [],
    policy: DEFAULT_POLICY,
  };
}

const empty = { week: null, window: null, lead: null, qualityAssurer: null, shadow: null };

function plan(reviews: Plan['reviews']): Plan {
  const aims = AIMS.map((aim) => ({ aim, value: 5, bound: aim === 'fit' ? 3 : 5 }));
  return { format: PLAN_FORMAT, problem: '', status: 'FEASIBLE', aims, reviews, conflict: [] };
}

const covered = {
  ...empty,
  week: '2027-01-11',
  window: 'MON_WED' as const,
  lead: 'L1',
  qualityAssurer: 'L2',
};
const tables = planTables(
  problem([review('R1'), review('R2', '100002')]),
  plan([
    { review: 'R1', ...covered },
    { review: 'R2', ...empty },
  ]),
);

/** Every sheet of a workbook as text, opened by a reader that shares nothing with the writer. */
async function sheetsOf(bytes: Uint8Array): Promise<Map<string, unknown[][]>> {
  const sheets = await readExcelFile(Buffer.from(bytes));
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]));
}

/** The XML files inside a workbook. */
function entriesOf(bytes: Uint8Array): Promise<string[]> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(Buffer.from(bytes), (error, zip) => {
      if (error) return reject(error);
      const texts: Promise<string>[] = [];
      zip.on('entry', (entry: Entry) => {
        texts.push(textOf(zip, entry));
      });
      zip.on('end', () => resolve(Promise.all(texts)));
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

describe('the workbook', () => {
  test('has the four sheets with a row for each review, person and aim', async () => {
    const sheets = await sheetsOf(await planWorkbook(tables));
    expect([...sheets.keys()]).toEqual(['Allocation', 'Not covered', 'Leads', 'Aims']);
    expect(sheets.get('Allocation')?.slice(1)).toEqual([
      [
        'R1',
        '100001',
        'South East',
        'special',
        new Date('2027-01-11T00:00:00Z'),
        'Monday 11 to Wednesday 13 January 2027',
        'L1',
        'L2',
        null,
        89.8,
        2,
      ],
      ['R2', '100002', 'South East', 'special', null, 'Not covered', null, null, null, null, 2],
    ]);
    expect(sheets.get('Not covered')?.slice(1)).toEqual([
      [
        'R2',
        '100002',
        'South East',
        'special',
        2,
        'ASD, SEMH',
        'Wednesday 31 March to Friday 2 April 2027',
      ],
    ]);
    expect(sheets.get('Leads')?.slice(1)).toEqual([
      ['L1', 'lead, quality assurer', 'Yes', 1, 1, 6, 2, 1, 89.8],
      ['L2', 'lead, quality assurer', 'No', 0, 1, 6, 2, 1, 89.8],
    ]);
    const aims = sheets.get('Aims')?.slice(1) ?? [];
    expect(aims.map((row) => row[4])).toEqual(['Yes', 'Yes', 'Yes', 'Yes', 'Yes', 'No', 'Yes']);
    expect(aims[0]).toEqual([
      'Reviews that get a lead, weighted by priority',
      'higher',
      5,
      5,
      'Yes',
    ]);
  });

  test('freezes the headings', async () => {
    const xml = await entriesOf(await planWorkbook(tables));
    const panes = xml.filter((text) => /<pane [^>]*ySplit="1"[^>]*state="frozen"/.test(text));
    expect(panes).toHaveLength(4);
  });

  test('calls schools and people by their names where they are known', async () => {
    const named = planTables(problem([review('R1')]), plan([{ review: 'R1', ...covered }]), {
      schools: new Map([['100001', 'St Mary’s']]),
      people: new Map([['L1', 'Ana Ní Bhriain']]),
    });
    const sheet = await readSheet(Buffer.from(await planWorkbook(named)), 'Allocation');
    expect(sheet[0]?.slice(0, 3)).toEqual(['Review', 'School', 'URN']);
    expect(sheet[1]?.slice(0, 3)).toEqual(['R1', 'St Mary’s', '100001']);
    expect(sheet[1]?.slice(7, 10)).toEqual(['Ana Ní Bhriain', 'L2', null]);
  });
});

describe('text that begins like a formula', () => {
  const hostile = planTables(
    problem(FORMULAS.map((formula, index) => review(`R${index}`, formula))),
    plan(FORMULAS.map((_, index) => ({ review: `R${index}`, ...covered }))),
  );

  test('is inert text in the workbook', async () => {
    const bytes = await planWorkbook(hostile);
    const sheet = await readSheet(Buffer.from(bytes), 'Allocation');
    for (const [, urn] of sheet.slice(1)) expect(String(urn)).toMatch(/^'/);
    for (const xml of await entriesOf(bytes)) expect(xml).not.toContain('<f>');
  });

  test('is inert text in the CSV', () => {
    const rows = parse(planCsv(hostile), { bom: true });
    expect(rows.slice(1).map((row) => row[1])).toEqual(FORMULAS.map((formula) => `'${formula}`));
  });
});

test('the CSV has a byte order mark, CR LF, and the rows of the Allocation sheet', () => {
  const csv = planCsv(tables);
  expect(csv.startsWith('\uFEFFReview,URN,')).toBe(true);
  expect(csv.split('\r\n')[1]).toBe(
    'R1,100001,South East,special,2027-01-11,Monday 11 to Wednesday 13 January 2027,L1,L2,,89.8,2',
  );
});
