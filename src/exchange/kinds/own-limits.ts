import { type Row } from '../columns/column.js';
import { from, leadReference, periodIsOrdered, to } from '../columns/shared-columns.js';
import { whole } from '../columns/types.js';
import { factKind } from '../fact-kind.js';
import { type RowFault } from '../record-kind.js';

export const ownLimits = factKind({
  name: 'own-limits',
  title: 'Own limits',
  note: 'A person’s own limits, where they are lower than the programme’s.',
  table: 'own_limit',
  period: 'valid',
  series: ['Reference'],
  columns: [
    leadReference,
    from,
    to,
    {
      heading: 'Most in a term',
      type: whole(0, 1000),
      db: 'term_limit',
      synonyms: ['Term limit', 'Max per term', 'Maximum in a term'],
      note: 'At most so many reviews in a term.',
    },
    {
      heading: 'Rest reviews',
      type: whole(0, 1000),
      db: 'rest_reviews',
      note: 'At most so many reviews in as many weeks as the next column says.',
    },
    {
      heading: 'Rest weeks',
      type: whole(1, 1000),
      db: 'rest_weeks',
      note: 'The number of consecutive school weeks.',
    },
    {
      heading: 'Furthest km',
      type: whole(0, 1_000_000),
      db: 'max_km',
      synonyms: ['Max km', 'Maximum distance km', 'Radius km'],
      note: 'No school further than this from home, in kilometres.',
    },
  ],
  check: (row) => [...periodIsOrdered(row), ...restComesTogether(row)],
});

function restComesTogether(row: Row): RowFault[] {
  if ((row['Rest reviews'] === null) === (row['Rest weeks'] === null)) return [];
  const column = row['Rest reviews'] === null ? 'Rest reviews' : 'Rest weeks';
  return [
    { column, message: 'Rest reviews and Rest weeks belong together: fill both or neither.' },
  ];
}
