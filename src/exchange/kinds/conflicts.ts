import { type Row } from '../columns/column.js';
import { conflictKind } from '../columns/codes.js';
import { from, leadReference, periodIsOrdered, reason, to } from '../columns/shared-columns.js';
import { trustUid, urn } from '../columns/types.js';
import { factKind } from '../fact-kind.js';
import { type RowFault } from '../record-kind.js';

export const conflicts = factKind({
  name: 'conflicts',
  title: 'Conflicts',
  note: 'Schools and trusts a Lead Reviewer worked at or has a tie with. Own school and own trust follow from employment.',
  table: 'conflict',
  period: 'valid',
  series: ['Reference', 'Kind', 'School URN', 'Trust UID'],
  columns: [
    leadReference,
    {
      heading: 'Kind',
      type: conflictKind,
      db: 'kind',
      key: true,
      required: true,
      synonyms: ['Conflict', 'Type'],
      note: 'Worked at, or declared tie.',
    },
    {
      heading: 'School URN',
      type: urn,
      db: 'urn',
      key: true,
      synonyms: ['URN', 'School'],
      note: 'The school; it need not be on the register any more.',
    },
    {
      heading: 'Trust UID',
      type: trustUid,
      db: 'trust_uid',
      key: true,
      names: 'trust',
      synonyms: ['Trust'],
      note: 'The trust, where all its schools are meant.',
    },
    from,
    to,
    { ...reason, required: true },
  ],
  check: (row) => [...periodIsOrdered(row), ...namesSomething(row)],
});

function namesSomething(row: Row): RowFault[] {
  return row['School URN'] === null && row['Trust UID'] === null
    ? [{ column: 'School URN', message: 'Name the school or the trust (or both).' }]
    : [];
}
