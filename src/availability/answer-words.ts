import { DateTime } from 'luxon';
import { type Grade, type Slot, type Statement } from './answer.js';
import { readRule } from './recurrence.js';
import { onRuleInWords, ruleInWords } from './recurrence-words.js';

const GRADE_WORDS: Record<Grade, string> = {
  PREFERRED: 'preferred',
  AVAILABLE: 'available',
  IF_NEEDED: 'only if needed',
  UNAVAILABLE: 'not available',
};

/** "not available", "only if needed". */
export function gradeInWords(grade: Grade): string {
  return GRADE_WORDS[grade];
}

/** What a person said, said back: "You said never Mondays". */
export function statementInWords(statement: Statement): string {
  const grade = GRADE_WORDS[statement.grade];
  switch (statement.kind) {
    case 'DATE':
      return `You said ${grade} on ${dateInWords(statement.on)}`;
    case 'RANGE':
      return `You said ${grade} ${rangeInWords(statement.from, statement.to)}`;
    case 'RULE': {
      const rule = readRule(statement.rule);
      const never = statement.grade === 'UNAVAILABLE' && rule.parts.FREQ === 'WEEKLY';
      return never && rule.parts.INTERVAL === undefined
        ? `You said never ${ruleInWords(rule)}`
        : `You said ${grade} ${onRuleInWords(rule)}`;
    }
    case 'WINDOW':
      return `You said ${grade} for ${windowInWords(statement)}`;
  }
}

export function defaultInWords(grade: Grade): string {
  return `You said ${GRADE_WORDS[grade]} unless you say otherwise`;
}

/** "Monday 8 to Wednesday 10 February 2027". */
export function windowInWords(slot: Slot): string {
  const monday = DateTime.fromISO(slot.week, { zone: 'utc', locale: 'en-GB' });
  const first = slot.window === 'MON_WED' ? monday : monday.plus({ days: 2 });
  const last = first.plus({ days: 2 });
  return `${first.toFormat(sharedFormat('cccc ', first, last))} to ${last.toFormat('cccc d MMMM yyyy')}`;
}

/** "Tuesday 9 February 2027". */
export function dateInWords(date: string): string {
  return civil(date).toFormat('cccc d MMMM yyyy');
}

function rangeInWords(from: string, to: string | null): string {
  const first = civil(from);
  if (to === null) return `from ${first.toFormat('d MMMM yyyy')} on`;
  const last = civil(to);
  return `from ${first.toFormat(sharedFormat('', first, last))} to ${last.toFormat('d MMMM yyyy')}`;
}

/** Month and year are said once where both days share them. */
function sharedFormat(weekday: string, first: DateTime, last: DateTime): string {
  if (first.year !== last.year) return `${weekday}d MMMM yyyy`;
  return first.month === last.month ? `${weekday}d` : `${weekday}d MMMM`;
}

/** A civil date has no zone: UTC is only the frame it is formatted in. */
function civil(date: string): DateTime {
  return DateTime.fromISO(date, { zone: 'utc', locale: 'en-GB' });
}
