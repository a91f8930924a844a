import { civilDate } from '../columns/civil-dates.js';
import { academicYear, leadReference, reason } from '../columns/shared-columns.js';
import { whole } from '../columns/types.js';
import { factKind } from '../fact-kind.js';

export const commitmentOverrides = factKind({
  name: 'commitment-overrides',
  title: 'Commitment overrides',
  note: 'Agreed exceptions to the minimum number of reviews.',
  table: 'commitment_override',
  period: null,
  columns: [
    leadReference,
    academicYear,
    {
      heading: 'Minimum',
      type: whole(0, 1000),
      db: 'minimum',
      required: true,
      synonyms: ['Minimum commitment', 'Commitment'],
      note: 'The agreed minimum of the year.',
    },
    { ...reason, required: true },
    {
      heading: 'Decided on',
      type: civilDate,
      db: 'decided_on',
      required: true,
      synonyms: ['Date', 'Agreed on'],
      note: 'The day of the decision.',
    },
  ],
});
