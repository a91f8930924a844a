import { readRule, type Recurrence } from './recurrence.js';

export const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** The patterns people use, so that nobody has to know RFC 5545. */
export type Pattern =
  | { pattern: 'WEEKDAYS'; days: Weekday[] }
  /** Every other week (or every third …), counted from the week that holds `from`. */
  | { pattern: 'EVERY_N_WEEKS'; weeks: number; from: string; days?: Weekday[] | undefined }
  /** The first Monday, the last Friday (-1) of each month. */
  | { pattern: 'NTH_WEEKDAY_OF_MONTH'; nth: 1 | 2 | 3 | 4 | -1; day: Weekday }
  /** "First week of each month": its first seven days, wherever the month begins. */
  | { pattern: 'FIRST_WEEK_OF_MONTH' };

/**
 * The RFC 5545 rule of a common pattern.
 *
 * @throws RuleNotUnderstood when no day is named, or a number or date is out of range
 */
export function ruleFor(pattern: Pattern): Recurrence {
  switch (pattern.pattern) {
    case 'WEEKDAYS':
      return readRule(`RRULE:FREQ=WEEKLY;BYDAY=${codes(pattern.days)}`);
    case 'EVERY_N_WEEKS':
      return readRule(
        `DTSTART:${pattern.from.replaceAll('-', '')} RRULE:FREQ=WEEKLY;INTERVAL=${pattern.weeks};BYDAY=${codes(pattern.days ?? WEEKDAYS)}`,
      );
    case 'NTH_WEEKDAY_OF_MONTH':
      return readRule(`RRULE:FREQ=MONTHLY;BYDAY=${pattern.nth}${codes([pattern.day])}`);
    case 'FIRST_WEEK_OF_MONTH':
      return readRule('RRULE:FREQ=MONTHLY;BYMONTHDAY=1,2,3,4,5,6,7');
  }
}

function codes(days: readonly Weekday[]): string {
  return days.map((day) => day.slice(0, 2)).join(',');
}
