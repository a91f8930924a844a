import { stringify } from 'csv-stringify/sync';
import writeExcelFile from 'write-excel-file/node';
import { type FollowUpRow, type PlanTables } from '../../allocations/tables/plan-tables.js';
import { inertText } from '../cell-text.js';
import { allocationColumns, type ListOf } from './allocation-columns.js';
import { LOOKS, type Value } from './cells.js';
import { gapsSheet } from './gaps-sheet.js';
import { type ListColumn, listSheet } from './list-sheet.js';
import { peopleSheet } from './people-sheet.js';
import { filters, namedRanges, type PrintedSheet, printing } from './sheet-features.js';
import { summarySheet } from './summary-sheet.js';

/**
 * The bytes of a workbook (XLSX): a summary, the allocation in order of time, who leads what week by
 * week, the reviews without a lead and why, and what to follow up.
 */
export async function planWorkbook(tables: PlanTables): Promise<Uint8Array> {
  const list = listOf(tables);
  const sheets: PrintedSheet[] = [
    summarySheet(tables),
    listSheet('By week', allocationColumns(list), tables.allocation),
    peopleSheet(tables),
    gapsSheet(tables.gaps, list),
    listSheet('To follow up', FOLLOW_UP, tables.followUp),
  ];
  return await writeExcelFile(sheets, {
    fontFamily: 'Calibri',
    fontSize: 11,
    features: [filters, printing, namedRanges],
  }).toBuffer();
}

/**
 * The allocation as CSV: UTF-8 with the byte order mark by which Excel knows it, CR LF line ends. Text
 * that begins like a formula gets an apostrophe.
 */
export function planCsv(tables: PlanTables): string {
  const columns = allocationColumns(listOf(tables));
  const rows = tables.allocation.map((row) => columns.map(({ value }) => csvValue(value(row))));
  return stringify([columns.map(({ heading }) => heading), ...rows], {
    bom: true,
    record_delimiter: 'windows',
  });
}

function listOf({ allocation, isInvented }: PlanTables): ListOf {
  return {
    withSchools: allocation.some(({ school }) => school !== null),
    needsInvented: isInvented.needs,
  };
}

const FOLLOW_UP: ListColumn<FollowUpRow>[] = [
  { heading: 'Who', width: 44, value: ({ who }) => who, look: () => LOOKS.strong },
  { heading: 'Kind', width: 16, value: ({ kind }) => kind },
  { heading: 'Why they are not in the allocation', width: 80, value: ({ reason }) => reason },
  { heading: 'Reference', width: 16, value: ({ reference }) => reference },
];

function csvValue(value: Value): string | number | null {
  if (value === null || typeof value === 'number') return value;
  return typeof value === 'string' ? inertText(value) : value.date;
}
