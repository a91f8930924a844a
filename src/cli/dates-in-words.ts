import { isCivilDate } from '../solver/file/civil-date.js';
import { type Window } from '../solver/problem.js';
import { dateInWords, slotInWords, weekInWords } from '../solver/slot-words.js';

/** What stands in quotation marks is told as the file has it, and what is part of a longer word is no date. */
const SLOT = /\bweek (\d{4}-\d{2}-\d{2}) (MON_WED|WED_FRI)\b/gu;
const WEEK = /\bweek (\d{4}-\d{2}-\d{2})(?![\w-])/gu;
const DATE = /(?<![\w"“-])\d{4}-\d{2}-\d{2}(?![\w"”-])/gu;

/**
 * A sentence for people with its dates as the product says them: “week 2027-01-11 MON_WED” becomes “Monday 11 to Wednesday
 * 13 January 2027”.
 */
export function datesInWords(sentence: string): string {
  return sentence
    .replace(SLOT, (whole, week: string, window: Window) =>
      isCivilDate(week) ? slotInWords({ week, window }) : whole,
    )
    .replace(WEEK, (whole, week: string) => (isCivilDate(week) ? weekInWords(week) : whole))
    .replace(DATE, (date) => (isCivilDate(date) ? dateInWords(date) : date));
}
