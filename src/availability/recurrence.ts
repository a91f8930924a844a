import rrule from 'rrule';
import { readParts, type RuleParts } from './recurrence-parts.js';

/**
 * Recurring answers as RFC 5545 rules over civil dates (`docs/domain.md`, "Availability"): "never
 * Mondays", "every other week". A day is a UTC midnight while the library looks at it and nothing
 * else, so no clock change can move it.
 */
export interface Recurrence {
  /** As it is stored: `DTSTART;VALUE=DATE:…` where it begins, then `RRULE:…`. */
  readonly text: string;
  /** First day on which it can hold, from which intervals are counted; undefined: always was. */
  readonly startsOn: string | undefined;
  readonly parts: Readonly<RuleParts>;
}

const { RRule } = rrule;

/** Where a rule without a start is tried, to see that it names a day at all. */
const TRIAL_START = '2020-01-01';

/** Few rules are said by many, and every page of a term reads what everybody said. */
const knownRules = new Map<string, Recurrence>();
const MOST_KNOWN = 2_000;

/**
 * Reads a rule such as `RRULE:FREQ=WEEKLY;BYDAY=MO`, with `DTSTART:20270104` before it when it begins
 * on a day or counts from one. As in the library, a start that does not match the rule is not one of
 * its days.
 *
 * @throws RuleNotUnderstood naming the part, its value and what to do
 */
export function readRule(text: string): Recurrence {
  const known = knownRules.get(text);
  if (known !== undefined) return known;
  const rule = readAnew(text);
  if (knownRules.size >= MOST_KNOWN) knownRules.clear();
  knownRules.set(text, rule);
  return rule;
}

function readAnew(text: string): Recurrence {
  const { startsOn, parts } = readParts(text);
  const start =
    startsOn === undefined ? '' : `DTSTART;VALUE=DATE:${startsOn.replaceAll('-', '')}\n`;
  const canonical = Object.entries(parts).map(([part, value]) => `${part}=${value}`);
  return { text: `${start}RRULE:${canonical.join(';')}`, startsOn, parts };
}

/** Whether the rule names any day: `BYMONTH=2;BYMONTHDAY=30` does not. */
export function namesAnyDay(rule: Recurrence): boolean {
  const start = midnight(rule.startsOn ?? TRIAL_START);
  return libraryRule(rule, start).after(start, true) !== null;
}

/** The days from `from` to `to`, both included, that the rule names, ascending. */
export function daysOf(rule: Recurrence, from: string, to: string): string[] {
  if (rule.startsOn !== undefined && rule.startsOn > to) return [];
  const start = midnight(rule.startsOn ?? from);
  return libraryRule(rule, start)
    .between(midnight(from), midnight(to), true)
    .map((day) => day.toISOString().slice(0, 10));
}

function libraryRule(rule: Recurrence, dtstart: Date): InstanceType<typeof RRule> {
  const parts = Object.entries(rule.parts).map(([part, value]) => `${part}=${value}`);
  return new RRule({ ...RRule.parseString(parts.join(';')), dtstart }, true);
}

function midnight(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}
