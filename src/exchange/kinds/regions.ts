import { type Row } from '../columns/column.js';
import { region, regionGrade } from '../columns/codes.js';
import { from, leadReference, periodIsOrdered, reason, to } from '../columns/shared-columns.js';
import { factKind } from '../fact-kind.js';
import { type RowFault } from '../record-kind.js';

export const regions = factKind({
  name: 'regions',
  title: 'Regions',
  note: 'How gladly a Lead Reviewer works in a region; a region that is not named is “Willing”.',
  table: 'region_grade',
  period: 'valid',
  series: ['Reference', 'Region'],
  columns: [
    leadReference,
    {
      heading: 'Region',
      type: region,
      db: 'region',
      key: true,
      required: true,
      names: 'region',
      note: 'One of the nine English regions.',
    },
    from,
    to,
    {
      heading: 'Grade',
      type: regionGrade,
      db: 'grade',
      required: true,
      synonyms: ['Preference'],
      note: 'How gladly; “No” needs a reason.',
    },
    reason,
  ],
  check: (row) => [...periodIsOrdered(row), ...noHasAReason(row)],
});

function noHasAReason(row: Row): RowFault[] {
  return row.Grade === 'NO' && row.Reason === null
    ? [{ column: 'Reason', message: 'A “No” carries a reason. Write it here.' }]
    : [];
}
