import { from, periodIsOrdered, reason, schoolUrn, to } from '../columns/shared-columns.js';
import { type Row } from '../columns/column.js';
import { factKind } from '../fact-kind.js';
import { type RowFault } from '../record-kind.js';

export const schoolClosures = factKind({
  name: 'school-closures',
  title: 'School closures',
  note: 'Days on which a school has declared itself closed.',
  table: 'school_closure',
  period: 'days',
  series: ['URN'],
  columns: [
    schoolUrn,
    { ...from, note: 'The first closed day.' },
    { ...to, required: true, note: 'The last closed day.' },
    { ...reason, required: true },
  ],
  check: (row: Row): RowFault[] => periodIsOrdered(row),
});
