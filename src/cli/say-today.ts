import { type DataSource } from 'typeorm';
import { weekdayInWords } from '../calendar/words.js';
import { type Configuration } from '../platform/configuration.js';
import { fixedToday } from '../platform/fixed-today.js';

/** A sentence for people when today is not the real day; undefined when it is. */
export async function fixedTodayInWords(
  configuration: Configuration,
  database: DataSource,
): Promise<string | undefined> {
  const fixed = await fixedToday(configuration, database);
  if (fixed === undefined) return undefined;
  const day = weekdayInWords(fixed.day);
  return fixed.by === 'CONFIGURATION'
    ? `Today is taken to be ${day}, as QAR_TODAY says.`
    : `Today is taken to be ${day}, the day of the sample partnership that this database holds. QAR_TODAY sets another.`;
}
