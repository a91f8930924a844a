import rrule from 'rrule';
import { dateInWords } from '../calendar/words.js';
import { type Recurrence } from './recurrence.js';
import { type RuleParts } from './recurrence-parts.js';

const DAYS: Record<string, string> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};
const WORKING_WEEK = 'MO,TU,WE,TH,FR';
const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth'];
const NUMBERS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** The rule as people say it: "Mondays", "every other week on Mondays, counting from 4 January 2027". */
export function ruleInWords(rule: Recurrence): string {
  return commonInWords(rule.parts) + bounds(rule);
}

/** For sentences: "on Mondays", but "every other week". */
export function onRuleInWords(rule: Recurrence): string {
  const words = ruleInWords(rule);
  return words.startsWith('every') ? words : `on ${words}`;
}

function commonInWords(parts: RuleParts): string {
  const plain = parts.BYMONTH ?? parts.BYWEEKNO ?? parts.BYYEARDAY ?? parts.BYSETPOS;
  if (plain === undefined) {
    if (parts.FREQ === 'DAILY') return every(parts, 'day');
    if (parts.FREQ === 'WEEKLY') return weekly(parts);
    if (parts.FREQ === 'MONTHLY') {
      const monthly = monthlyInWords(parts);
      if (monthly !== undefined) return monthly;
    }
  }
  const text = Object.entries(parts)
    .filter(([part]) => part !== 'UNTIL' && part !== 'COUNT')
    .map(([part, value]) => `${part}=${value}`);
  return rrule.RRule.fromString(text.join(';')).toText();
}

function weekly(parts: RuleParts): string {
  const days = parts.BYDAY;
  if (parts.INTERVAL === undefined && days !== undefined) return namesOf(days);
  const week = every(parts, 'week');
  return days === undefined || isWorkingWeek(days) ? week : `${week} on ${namesOf(days)}`;
}

function isWorkingWeek(days: string): boolean {
  const given = new Set(days.split(','));
  return WORKING_WEEK.split(',').every((day) => given.has(day));
}

function namesOf(days: string): string {
  const inOrder = Object.keys(DAYS).filter((day) => days.split(',').includes(day));
  return inSentence(inOrder.map((day) => `${DAYS[day]}s`));
}

function monthlyInWords(parts: RuleParts): string | undefined {
  const month = parts.INTERVAL === undefined ? 'each month' : every(parts, 'month');
  const of = parts.INTERVAL === undefined ? `of ${month}` : month;
  if (parts.BYDAY !== undefined && parts.BYMONTHDAY === undefined) {
    const days = parts.BYDAY.split(',').map(nthDay);
    return days.includes(undefined)
      ? undefined
      : `the ${inSentence(days.filter((day) => day !== undefined))} ${of}`;
  }
  if (parts.BYMONTHDAY !== undefined && parts.BYDAY === undefined) {
    return `${monthDays(parts.BYMONTHDAY.split(',').map(Number))} ${of}`;
  }
  return undefined;
}

function nthDay(day: string): string | undefined {
  const ordinal = Number(day.slice(0, -2));
  const name = DAYS[day.slice(-2)];
  if (ordinal === -1) return `last ${name}`;
  return ordinal >= 1 && ordinal <= 5 ? `${ORDINALS[ordinal]} ${name}` : undefined;
}

function monthDays(days: number[]): string {
  const sorted = [...days].sort((a, b) => a - b);
  const fromFirst = sorted.every((day, i) => day === i + 1);
  if (fromFirst && sorted.length > 1) {
    return `the first ${NUMBERS[sorted.length] ?? sorted.length} days`;
  }
  const named = sorted.map((day) => (day > 0 ? String(day) : day === -1 ? 'last' : `${day}`));
  return sorted[0] === -1 && sorted.length === 1 ? 'the last day' : `day ${inSentence(named)}`;
}

function every(parts: RuleParts, unit: string): string {
  if (parts.INTERVAL === undefined) return `every ${unit}`;
  return parts.INTERVAL === '2' ? `every other ${unit}` : `every ${parts.INTERVAL} ${unit}s`;
}

function bounds(rule: Recurrence): string {
  const { parts, startsOn } = rule;
  let words = '';
  if (startsOn !== undefined) {
    words += `, ${parts.INTERVAL === undefined ? 'from' : 'counting from'} ${dateInWords(startsOn)}`;
  }
  if (parts.COUNT !== undefined)
    words += `, ${parts.COUNT} ${parts.COUNT === '1' ? 'time' : 'times'}`;
  if (parts.UNTIL !== undefined) words += `, until ${dateInWords(dashed(parts.UNTIL))}`;
  return words;
}

function inSentence(items: string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** RFC 5545 writes 20270326. */
function dashed(digits: string): string {
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
}
