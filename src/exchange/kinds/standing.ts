import { standing as standingCode } from '../columns/codes.js';
import { from, leadReference, periodIsOrdered, reason, to } from '../columns/shared-columns.js';
import { factKind } from '../fact-kind.js';

export const standing = factKind({
  name: 'standing',
  title: 'Standing',
  note: 'Where a Lead Reviewer stands, from candidate to left.',
  table: 'standing',
  period: 'valid',
  series: ['Reference'],
  columns: [
    leadReference,
    from,
    to,
    {
      heading: 'Standing',
      type: standingCode,
      db: 'standing',
      required: true,
      synonyms: ['Status'],
      note: 'The standing in this period.',
    },
    reason,
  ],
  check: periodIsOrdered,
});
