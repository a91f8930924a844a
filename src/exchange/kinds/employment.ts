import { type Row } from '../columns/column.js';
import { from, leadReference, periodIsOrdered, to } from '../columns/shared-columns.js';
import { text, trustUid, urn, yesNo } from '../columns/types.js';
import { factKind } from '../fact-kind.js';
import { type RowFault } from '../record-kind.js';

export const employment = factKind({
  name: 'employment',
  title: 'Employment',
  note: 'Where a Lead Reviewer works. No row: not known, and so no seat.',
  table: 'employment',
  period: 'valid',
  series: ['Reference'],
  columns: [
    leadReference,
    from,
    to,
    {
      heading: 'Serving leader',
      type: yesNo,
      db: 'serving_leader',
      required: true,
      synonyms: ['Serving', 'Serving head', 'Serving headteacher'],
      note: 'Yes for a current headteacher or senior leader.',
    },
    {
      heading: 'School URN',
      type: urn,
      db: 'school_urn',
      names: 'school',
      synonyms: ['URN', 'Own school'],
      note: 'The school they work at, if any.',
    },
    {
      heading: 'Trust UID',
      type: trustUid,
      db: 'trust_uid',
      names: 'trust',
      synonyms: ['Trust', 'Own trust'],
      note: 'The trust they work for, if any.',
    },
    {
      heading: 'Employer',
      type: text,
      db: 'employer',
      required: true,
      synonyms: ['Organisation', 'Works at'],
      note: 'The employer in words; “Self-employed” where there is none.',
    },
  ],
  check: (row) => [...periodIsOrdered(row), ...servingLeaderHasAPlace(row)],
});

function servingLeaderHasAPlace(row: Row): RowFault[] {
  return row['Serving leader'] === true && row['School URN'] === null && row['Trust UID'] === null
    ? [
        {
          column: 'Serving leader',
          message: 'A serving leader works somewhere: give the School URN or the Trust UID.',
        },
      ]
    : [];
}
