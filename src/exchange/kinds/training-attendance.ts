import { trainingOutcome } from '../columns/codes.js';
import { civilDate } from '../columns/civil-dates.js';
import { leadReference } from '../columns/shared-columns.js';
import { factKind } from '../fact-kind.js';

export const trainingAttendance = factKind({
  name: 'training-attendance',
  title: 'Training attendance',
  note: 'Who attended a training day or caught up on it.',
  table: 'training_attendance',
  period: null,
  columns: [
    leadReference,
    {
      heading: 'Training day',
      type: civilDate,
      db: 'training_day',
      key: true,
      required: true,
      names: 'trainingDay',
      synonyms: ['Training'],
      note: 'The date of the training day.',
    },
    {
      heading: 'Outcome',
      type: trainingOutcome,
      db: 'outcome',
      required: true,
      synonyms: ['Attendance', 'Result'],
      note: 'Attended, or caught up later.',
    },
    {
      heading: 'Date',
      type: civilDate,
      db: 'on_date',
      required: true,
      synonyms: ['On', 'Done on'],
      note: 'The day of attendance or of catching up.',
    },
  ],
});
