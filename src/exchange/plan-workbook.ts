import { stringify } from 'csv-stringify/sync';
import writeExcelFile, { type CellObject, type Sheet } from 'write-excel-file/node';
import {
  type AimRow,
  type AllocationRow,
  type NotCoveredRow,
  type PersonRow,
  type PlanTables,
} from '../allocations/plan-tables.js';
import { inertText } from './cell-text.js';

/** A column of a sheet: its heading, its width in characters, and what a row shows in it. */
interface Column<Row> {
  heading: string;
  width: number;
  value: (row: Row) => string | number | CivilDate | null;
}

/** A civil date: a date cell in a workbook, `YYYY-MM-DD` in CSV. */
interface CivilDate {
  date: string;
}

const ROLE_WORDS = { LEAD: 'lead', QUALITY_ASSURER: 'quality assurer', SHADOW: 'shadow' } as const;

const SCHOOL: Column<{ school: string | null }> = {
  heading: 'School',
  width: 40,
  value: ({ school }) => school,
};

const ALLOCATION: Column<AllocationRow>[] = [
  { heading: 'Review', width: 14, value: ({ review }) => review },
  SCHOOL,
  { heading: 'URN', width: 10, value: ({ urn }) => urn },
  { heading: 'Region', width: 24, value: ({ region }) => region },
  { heading: 'Phase', width: 20, value: ({ phase }) => phase },
  {
    heading: 'Week beginning',
    width: 15,
    value: ({ week }) => (week === null ? null : { date: week }),
  },
  { heading: 'Days', width: 46, value: ({ days }) => days ?? 'Not covered' },
  { heading: 'Lead', width: 26, value: ({ lead }) => lead },
  { heading: 'Quality assurer', width: 26, value: ({ qualityAssurer }) => qualityAssurer },
  { heading: 'Shadow', width: 26, value: ({ shadow }) => shadow },
  { heading: 'Miles (one way)', width: 15, value: ({ miles }) => miles },
  { heading: 'Priority', width: 9, value: ({ priority }) => priority },
];

const NOT_COVERED: Column<NotCoveredRow>[] = [
  { heading: 'Review', width: 14, value: ({ review }) => review },
  SCHOOL,
  { heading: 'URN', width: 10, value: ({ urn }) => urn },
  { heading: 'Region', width: 24, value: ({ region }) => region },
  { heading: 'Phase', width: 20, value: ({ phase }) => phase },
  { heading: 'Priority', width: 9, value: ({ priority }) => priority },
  { heading: 'Needs', width: 20, value: ({ needs }) => needs.join(', ') || null },
  {
    heading: 'Days the school accepts',
    width: 90,
    value: ({ windows }) => windows.join('; ') || 'None',
  },
];

const PEOPLE: Column<PersonRow>[] = [
  { heading: 'Lead Reviewer', width: 26, value: ({ person }) => person },
  {
    heading: 'Seats they may take',
    width: 30,
    value: ({ roles }) => roles.map((role) => ROLE_WORDS[role]).join(', ') || 'None',
  },
  { heading: 'New', width: 7, value: ({ isNew }) => (isNew ? 'Yes' : 'No') },
  { heading: 'Reviews led', width: 12, value: ({ reviewsLed }) => reviewsLed },
  { heading: 'Target this term', width: 16, value: ({ target }) => target },
  { heading: 'Minimum this year', width: 18, value: ({ minimum }) => minimum },
  { heading: 'Led in earlier terms', width: 19, value: ({ done }) => done },
  { heading: 'Seats', width: 8, value: ({ seats }) => seats },
  { heading: 'Miles (one way, all seats)', width: 25, value: ({ miles }) => miles },
];

const AIMS: Column<AimRow>[] = [
  { heading: 'Aim, in order of weight', width: 70, value: ({ aim }) => aim },
  { heading: 'Better when', width: 13, value: ({ betterWhen }) => betterWhen },
  { heading: 'Value', width: 12, value: ({ value }) => value },
  { heading: 'Best that is possible', width: 20, value: ({ bound }) => bound },
  { heading: 'Proven', width: 9, value: ({ proven }) => (proven ? 'Yes' : 'No') },
];

/**
 * The bytes of a workbook (XLSX) with the sheets Allocation, Not covered, Leads and Aims. Text that
 * begins like a formula gets an apostrophe, so that it stays text when the sheet is saved as CSV.
 */
export async function planWorkbook(tables: PlanTables): Promise<Uint8Array> {
  const withSchools = knowsSchools(tables);
  const sheets = [
    sheet('Allocation', shown(ALLOCATION, withSchools), tables.allocation),
    sheet('Not covered', shown(NOT_COVERED, withSchools), tables.notCovered),
    sheet('Leads', PEOPLE, tables.people),
    sheet('Aims', AIMS, tables.aims),
  ];
  return await writeExcelFile(sheets).toBuffer();
}

/**
 * The rows of the Allocation sheet as CSV: UTF-8 with the byte order mark by which Excel knows it,
 * CR LF line ends. Text that begins like a formula gets an apostrophe.
 */
export function planCsv(tables: PlanTables): string {
  const columns = shown(ALLOCATION, knowsSchools(tables));
  const rows = tables.allocation.map((row) => columns.map((column) => csvValue(column.value(row))));
  return stringify([columns.map(({ heading }) => heading), ...rows], {
    bom: true,
    record_delimiter: 'windows',
  });
}

function knowsSchools({ allocation }: PlanTables): boolean {
  return allocation.some(({ school }) => school !== null);
}

/** A column of schools' names is left out where a bare problem file names none. */
function shown<Row extends { school: string | null }>(
  columns: readonly Column<Row>[],
  withSchools: boolean,
): readonly Column<Row>[] {
  return withSchools ? columns : columns.filter(({ heading }) => heading !== SCHOOL.heading);
}

function sheet<Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Sheet<Buffer> {
  const headings = columns.map(({ heading }): CellObject => ({
    value: heading,
    type: String,
    fontWeight: 'bold',
    backgroundColor: '#E8EDF2',
    wrap: true,
    alignVertical: 'top',
  }));
  return {
    sheet: name,
    data: [headings, ...rows.map((row) => columns.map((column) => cell(column.value(row))))],
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  };
}

function cell(value: string | number | CivilDate | null): CellObject | null {
  if (value === null) return null;
  if (typeof value === 'number') return { value, type: Number };
  if (typeof value === 'string') return { value: inertText(value), type: String };
  return { value: new Date(`${value.date}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' };
}

function csvValue(value: string | number | CivilDate | null): string | number | null {
  if (value === null || typeof value === 'number') return value;
  return typeof value === 'string' ? inertText(value) : value.date;
}
