import {
  academicYear,
  from,
  leadReference,
  periodIsOrdered,
  to,
} from '../columns/shared-columns.js';
import { factKind } from '../fact-kind.js';

export const contracts = factKind({
  name: 'contracts',
  title: 'Contracts',
  note: 'The contract of an academic year; a part-year contract is shorter than the year.',
  table: 'contract',
  period: 'valid',
  // One contract at a time, whichever year it is of.
  series: ['Reference'],
  columns: [leadReference, academicYear, from, { ...to, required: true, note: 'Its last day.' }],
  check: periodIsOrdered,
});
