import { gate } from '../columns/codes.js';
import { from, leadReference, periodIsOrdered, to } from '../columns/shared-columns.js';
import { factKind } from '../fact-kind.js';

export const gates = factKind({
  name: 'gates',
  title: 'Gates',
  note: 'Checks and acknowledgements that every seat needs on the review’s last day.',
  table: 'gate',
  period: 'valid',
  series: ['Reference', 'Gate'],
  columns: [
    leadReference,
    {
      heading: 'Gate',
      type: gate,
      db: 'kind',
      key: true,
      required: true,
      synonyms: ['Check', 'Kind'],
      note: 'Which check or acknowledgement.',
    },
    from,
    to,
  ],
  check: periodIsOrdered,
});
