import { readRule } from '../../availability/recurrence.js';
import { type ColumnType } from './column.js';

/** A recurrence rule of RFC 5545, as availability understands it. */
export const recurrenceRule: ColumnType = {
  accepts: 'A recurrence rule of RFC 5545, such as FREQ=WEEKLY;BYDAY=MO.',
  sqlType: 'text',
  parse: (cell) => {
    try {
      return { value: readRule(String(cell)).text };
    } catch (error) {
      if ((error as Error).name !== 'RuleNotUnderstood') throw error;
      return { fault: (error as Error).message };
    }
  },
  format: String,
};
