import { describe, expect, it } from '@jest/globals';
import { recordKinds } from '../record-kinds.js';
import { civilDate, weekDate } from './civil-dates.js';
import { type ColumnType } from './column.js';
import { reviewWindow, standing } from './codes.js';
import { decimal, district, listOf, reference, termId, urn, whole, yesNo } from './types.js';

type Example = [ColumnType, string | number | boolean, unknown];

describe('cells are understood', () => {
  it.each<Example>([
    [civilDate, '2027-01-11', '2027-01-11'],
    [civilDate, '2027-1-9', '2027-01-09'],
    [civilDate, '11/01/2027', '2027-01-11'],
    [civilDate, '1.2.2027', '2027-02-01'],
    [civilDate, '11-01-2027', '2027-01-11'],
    [civilDate, '29 February 2028', '2028-02-29'],
    [civilDate, '1 Jan 2027', '2027-01-01'],
    [civilDate, 'Monday 11 January 2027', '2027-01-11'],
    [civilDate, '2027-01-11T00:00:00', '2027-01-11'],
    [civilDate, 46143, '2026-05-01'],
    [civilDate, 46143.75, '2026-05-01'],
    [civilDate, 61, '1900-03-01'],
    [weekDate, '11/01/2027', '2027-01-11'],
    [urn, 100006, '100006'],
    [urn, '100006.0', '100006'],
    [reference, 'lr-001', 'LR-001'],
    [termId, 'Spring 2027', 'spring-2027'],
    [termId, 'Spring term 2027', 'spring-2027'],
    [standing, 'in the POOL', 'IN_POOL'],
    [standing, 'IN_POOL', 'IN_POOL'],
    [reviewWindow, 'Mon-Wed', 'MON_WED'],
    [reviewWindow, 'Wednesday to Friday', 'WED_FRI'],
    [yesNo, true, true],
    [yesNo, 'N', false],
    [whole(0, 10), '7', 7],
    [whole(0, 10_000), '1,000', 1000],
    [whole(0, 10), '7.0', 7],
    [decimal(-90, 90), '-0.16078', -0.16078],
    [listOf(urn), '100007; 100006;100007', ['100006', '100007']],
    [district, 'ne1 4st', 'NE1'],
    [district, 'EC1A', 'EC1A'],
  ])('%#: %s %s', (type, cell, expected) => {
    expect(type.parse(cell, false)).toEqual({ value: expected });
  });

  it('by the calendar of old Macs where the workbook says so', () => {
    expect(civilDate.parse(44681, true)).toEqual({ value: '2026-05-01' });
  });
});

describe('cells are refused with what to do', () => {
  it.each<[ColumnType, string | number | boolean, string]>([
    [civilDate, '11/01/27', 'only two digits'],
    [civilDate, '30/02/2027', 'no such day'],
    [civilDate, '12/31/2027', 'Days come first'],
    [civilDate, '29 February 2027', 'not a date'],
    [civilDate, 7, 'not a date'],
    [civilDate, true, 'not a date'],
    [civilDate, '0207-01-11', 'year cannot be right'],
    [weekDate, '2027-01-13', 'Did you mean 11 January 2027?'],
    [urn, '10000', 'six digits'],
    [urn, 100006.5, 'six digits'],
    [standing, 'Sleeping', 'Candidate, Offered'],
    [whole(0, 10), 11, 'from 0 to 10'],
    [whole(0, 10), '7.5', 'whole number'],
    [decimal(-90, 90), '51,5', 'point before the decimals'],
    [decimal(-90, 90), '1e3', 'a number'],
    [yesNo, 'maybe', 'Yes or No'],
    [listOf(urn), '100006; x', 'six digits'],
    [termId, 'spring', 'spring-2027'],
  ])('%#: %s %s', (type, cell, expected) => {
    expect(type.parse(cell, false)).toEqual({
      fault: expect.stringContaining(expected) as unknown,
    });
  });
});

describe('every kind', () => {
  it.each(recordKinds.map((kind) => [kind.name, kind] as const))(
    '%s has a key, and headings that differ',
    (_, kind) => {
      const headings = kind.columns.map((column) => column.heading);
      expect(new Set(headings).size).toBe(headings.length);
      expect(kind.columns.some((column) => column.key)).toBe(true);
    },
  );
});
