import { from, leadReference, periodIsOrdered, reason, to } from '../columns/shared-columns.js';
import { urn } from '../columns/types.js';
import { factKind } from '../fact-kind.js';

export const conflictOverrides = factKind({
  name: 'conflict-overrides',
  title: 'Conflict overrides',
  note: 'Ties and recent reviews that operations has decided to overlook. Own school and own trust are never overridden.',
  table: 'conflict_override',
  period: 'valid',
  series: ['Reference', 'School URN'],
  columns: [
    leadReference,
    {
      heading: 'School URN',
      type: urn,
      db: 'urn',
      key: true,
      required: true,
      names: 'school',
      synonyms: ['URN', 'School'],
      note: 'The school for which the conflict is overlooked.',
    },
    from,
    to,
    { ...reason, required: true },
  ],
  check: periodIsOrdered,
});
