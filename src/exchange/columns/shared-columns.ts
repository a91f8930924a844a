import { type FactColumn } from '../fact-kind.js';
import { type Column, type Row } from './column.js';
import { civilDate } from './civil-dates.js';
import { type RowFault } from '../record-kind.js';
import { district, reference, text, urn, yearId } from './types.js';

/** Columns that several kinds have in common. */

/** On the register of Lead Reviewers itself. */
export const ownReference: Column = {
  heading: 'Reference',
  type: reference,
  key: true,
  required: true,
  synonyms: [
    'Lead Reviewer',
    'LR',
    'Code',
    'Reviewer',
    'Lead Reviewer reference',
    'Reviewer ID',
    'ID',
  ],
  note: 'The Lead Reviewer’s reference, never a name.',
};

export const leadReference: FactColumn = { ...ownReference, db: 'lead', names: 'lead' };

/** Of a home; no more of its postcode is kept. */
export const homeDistrict: Column = {
  heading: 'Postcode district',
  type: district,
  required: true,
  personal: true,
  names: 'district',
  synonyms: ['Postcode', 'Home postcode', 'Home', 'District'],
  note: 'The first half of the home postcode; no more is kept.',
};

/** On the register of schools itself. */
export const ownUrn: Column = {
  heading: 'URN',
  type: urn,
  key: true,
  required: true,
  synonyms: ['School URN', 'Unique reference number', 'School', 'Establishment URN'],
  note: 'The school’s unique reference number.',
};

export const schoolUrn: FactColumn = { ...ownUrn, db: 'urn', names: 'school' };

export const from: FactColumn = {
  heading: 'From',
  type: civilDate,
  db: 'from',
  key: true,
  required: true,
  synonyms: ['Start', 'Start date', 'From date', 'Valid from', 'Starts', 'Since'],
  note: 'The first day on which this holds.',
};

export const to: FactColumn = {
  heading: 'To',
  type: civilDate,
  db: 'to',
  synonyms: [
    'End',
    'End date',
    'To date',
    'Until',
    'Valid to',
    'Expiry',
    'Expiry date',
    'Expires',
    'Ends',
  ],
  note: 'The last day on which this holds; empty: until further notice.',
};

export const reason: FactColumn = {
  heading: 'Reason',
  type: text,
  db: 'reason',
  synonyms: ['Why', 'Comment', 'Note'],
  note: 'Why it is so, in one sentence.',
};

/** Where it is a property of the row and no part of its key. */
export const yearOfRow: Column = {
  heading: 'Academic year',
  type: yearId,
  required: true,
  names: 'year',
  synonyms: ['Year', 'School year'],
  note: 'The academic year, such as 2026/27.',
};

export const academicYear: FactColumn = { ...yearOfRow, db: 'academic_year', key: true };

/** A period ends on or after the day it begins. */
export function periodIsOrdered(row: Row): RowFault[] {
  const { From, To } = row;
  return typeof From === 'string' && typeof To === 'string' && To < From
    ? [
        {
          column: 'To',
          message: `The period ends before it begins on ${From}. Correct one of the two dates.`,
        },
      ]
    : [];
}
