import { inductionStage } from '../columns/codes.js';
import { civilDate } from '../columns/civil-dates.js';
import { leadReference } from '../columns/shared-columns.js';
import { factKind } from '../fact-kind.js';

export const induction = factKind({
  name: 'induction',
  title: 'Induction',
  note: 'Induction stages done, besides the training days.',
  table: 'induction_stage',
  period: null,
  columns: [
    leadReference,
    {
      heading: 'Stage',
      type: inductionStage,
      db: 'stage',
      key: true,
      required: true,
      synonyms: ['Induction stage'],
      note: 'Which stage.',
    },
    {
      heading: 'Done on',
      type: civilDate,
      db: 'done_on',
      required: true,
      synonyms: ['Date', 'Completed', 'Completed on'],
      note: 'The day on which it was done.',
    },
  ],
});
