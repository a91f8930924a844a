import { DateTime } from 'luxon';

/** A recurring rule that cannot be used, with the reason and what to do in words. */
export class RuleNotUnderstood extends Error {
  override name = 'RuleNotUnderstood';
}

/** The parts of an RRULE in upper case, in the order in which they are written back. */
export type RuleParts = Partial<Record<RulePart, string>> & { FREQ: Frequency };

const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

const PARTS = [
  'FREQ',
  'INTERVAL',
  'COUNT',
  'UNTIL',
  'BYMONTH',
  'BYWEEKNO',
  'BYYEARDAY',
  'BYMONTHDAY',
  'BYDAY',
  'BYSETPOS',
  'WKST',
] as const;
export type RulePart = (typeof PARTS)[number];

/** The parts that make sense with each frequency (RFC 5545, 3.3.10), fewer where a plainer rule says the same. */
const ALLOWED: Record<Frequency, ReadonlySet<RulePart>> = {
  DAILY: new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYMONTH', 'WKST']),
  WEEKLY: new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYMONTH', 'BYDAY', 'WKST']),
  MONTHLY: new Set([
    ...(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYMONTH', 'BYMONTHDAY'] as const),
    ...(['BYDAY', 'BYSETPOS', 'WKST'] as const),
  ]),
  YEARLY: new Set(PARTS),
};

const HIGHEST: Partial<Record<RulePart, number>> = {
  BYMONTH: 12,
  BYWEEKNO: 53,
  BYYEARDAY: 366,
  BYMONTHDAY: 31,
  BYSETPOS: 366,
};

/** Generous for a person's diary, and small enough that no rule takes long to expand. */
const MOST_CHARACTERS = 500;
const MOST_REPEATS = 1000;
const EARLIEST_START = '2020-01-01';
const LATEST_DATE = '2099-12-31';

/**
 * Takes a rule apart and checks each part.
 *
 * @throws RuleNotUnderstood
 */
export function readParts(text: string): { startsOn: string | undefined; parts: RuleParts } {
  if (text.length > MOST_CHARACTERS) {
    throw new RuleNotUnderstood(
      `A rule has at most ${MOST_CHARACTERS} characters, this one ${text.length}: give fewer days in one rule.`,
    );
  }
  let startsOn: string | undefined;
  let rule: string | undefined;
  for (const line of text.trim().toUpperCase().split(/\s+/)) {
    if (line.startsWith('DTSTART')) {
      startsOn = once(startsOn, readStart(line), 'DTSTART');
    } else if (/^(EXDATE|RDATE|EXRULE)/.test(line)) {
      throw new RuleNotUnderstood(
        `${line.slice(0, 6)} is not understood in a rule: give that day as a single date with its own grade, which counts before any rule.`,
      );
    } else {
      rule = once(rule, line.replace(/^RRULE:/, ''), 'RRULE');
    }
  }
  const parts = readRuleLine(rule ?? '');
  checkStart(startsOn, parts);
  return { startsOn, parts };
}

function once(before: string | undefined, now: string, what: string): string {
  if (before !== undefined) {
    throw new RuleNotUnderstood(`${what} is given twice: give one rule in each statement.`);
  }
  return now;
}

/** Whole days only: a midnight is accepted because calendars write one, any other time is not. */
function readStart(line: string): string {
  const match = /^DTSTART(?:;VALUE=DATE|;TZID=EUROPE\/LONDON)?:(\d{8})(?:T000000Z?)?$/.exec(line);
  if (!match?.[1]) {
    throw new RuleNotUnderstood(
      `“${line}” is not understood: write the first day as DTSTART:20270104, a whole day without a time.`,
    );
  }
  return dateWithin('DTSTART', match[1], EARLIEST_START);
}

function readRuleLine(line: string): RuleParts {
  const given = new Map<string, string>();
  for (const pair of line.split(';').filter((piece) => piece !== '')) {
    const [part = '', value = ''] = pair.split('=');
    if (given.has(part)) throw new RuleNotUnderstood(`${part} is given twice in “${line}”.`);
    given.set(part, value);
  }
  const frequency = FREQUENCIES.find((known) => known === given.get('FREQ'));
  if (frequency === undefined) {
    throw new RuleNotUnderstood(
      `FREQ is “${given.get('FREQ') ?? ''}”: write FREQ=DAILY, WEEKLY, MONTHLY or YEARLY. Availability is in whole days.`,
    );
  }
  for (const part of given.keys()) {
    if (!ALLOWED[frequency].has(part as RulePart)) {
      throw new RuleNotUnderstood(
        `${part} is not understood with FREQ=${frequency}${advice(part, frequency)}.`,
      );
    }
  }
  if (given.has('COUNT') && given.has('UNTIL')) {
    throw new RuleNotUnderstood('COUNT and UNTIL are both given: keep one of them.');
  }
  const parts: RuleParts = { FREQ: frequency };
  for (const part of PARTS) {
    const value = given.get(part);
    if (value !== undefined && part !== 'FREQ') parts[part] = readValue(part, value, frequency);
  }
  if (parts.INTERVAL === '1') delete parts.INTERVAL;
  return parts;
}

function advice(part: string, frequency: Frequency): string {
  if (part === 'BYDAY' && frequency === 'DAILY') return ': write FREQ=WEEKLY instead';
  if (/^BY(HOUR|MINUTE|SECOND)$/.test(part)) return ': availability is in whole days';
  return ': leave it out or choose another FREQ';
}

function readValue(part: Exclude<RulePart, 'FREQ'>, value: string, frequency: Frequency): string {
  switch (part) {
    case 'INTERVAL':
    case 'COUNT':
      return repeats(part, value);
    case 'UNTIL':
      return lastDay(value);
    case 'WKST':
      return matching(part, value, /^(MO|TU|WE|TH|FR|SA|SU)$/, 'a day such as MO');
    case 'BYDAY':
      return weekdays(value, frequency);
    default:
      return numbers(part, value);
  }
}

function repeats(part: RulePart, value: string): string {
  const number = /^\d{1,6}$/.test(value) ? Number(value) : 0;
  if (number < 1 || number > MOST_REPEATS) {
    throw new RuleNotUnderstood(`${part} is “${value}”: write a number from 1 to ${MOST_REPEATS}.`);
  }
  return String(number);
}

function lastDay(value: string): string {
  const match = /^(\d{8})(T000000Z?|T235959Z?)?$/.exec(value);
  if (!match?.[1]) {
    throw new RuleNotUnderstood(`UNTIL is “${value}”: write the last day as UNTIL=20270326.`);
  }
  return dateWithin('UNTIL', match[1], EARLIEST_START).replaceAll('-', '');
}

function weekdays(value: string, frequency: Frequency): string {
  const most = { DAILY: 0, WEEKLY: 0, MONTHLY: 5, YEARLY: 53 }[frequency];
  for (const day of value.split(',')) {
    const match = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(day);
    const ordinal = match?.[1] === undefined ? undefined : Math.abs(Number(match[1]));
    if (!match || ordinal === 0 || (ordinal !== undefined && ordinal > most)) {
      throw new RuleNotUnderstood(
        `BYDAY has “${day}”: write days as MO,WE${most > 0 ? `, or as 1MO to ${most}MO` : ''}.`,
      );
    }
  }
  return value.replaceAll('+', '');
}

function numbers(part: RulePart, value: string): string {
  const highest = HIGHEST[part] ?? 0;
  const lowest = part === 'BYMONTH' ? 1 : -highest;
  for (const piece of value.split(',')) {
    const number = /^[+-]?\d{1,3}$/.test(piece) ? Number(piece) : 0;
    if (number === 0 || number < lowest || number > highest) {
      throw new RuleNotUnderstood(
        `${part} has “${piece}”: write numbers from 1 to ${highest}${lowest < 0 ? ', or below 0 to count from the end' : ''}.`,
      );
    }
  }
  return value.replaceAll('+', '');
}

function matching(part: RulePart, value: string, shape: RegExp, wanted: string): string {
  if (!shape.test(value)) throw new RuleNotUnderstood(`${part} is “${value}”: write ${wanted}.`);
  return value;
}

function dateWithin(part: string, digits: string, earliest: string): string {
  const date = DateTime.fromFormat(digits, 'yyyyMMdd', { zone: 'utc' });
  const iso = date.toISODate();
  if (iso === null || iso < earliest || iso > LATEST_DATE) {
    throw new RuleNotUnderstood(
      `${part} is “${digits}”: write a day that exists, from ${earliest} to ${LATEST_DATE}.`,
    );
  }
  return iso;
}

/** What RFC 5545 takes from DTSTART must not be guessed when there is none. */
function checkStart(startsOn: string | undefined, parts: RuleParts): void {
  if (startsOn !== undefined) {
    const until = parts.UNTIL;
    if (until !== undefined && until < startsOn.replaceAll('-', '')) {
      throw new RuleNotUnderstood(`UNTIL ${until} lies before DTSTART: swap them or correct one.`);
    }
    return;
  }
  const why = needsStart(parts);
  if (why !== undefined) {
    throw new RuleNotUnderstood(
      `${why} needs a first day: put DTSTART:20270104 (that day) before RRULE.`,
    );
  }
}

function needsStart(parts: RuleParts): string | undefined {
  if (parts.INTERVAL !== undefined) return `INTERVAL=${parts.INTERVAL}`;
  if (parts.COUNT !== undefined) return `COUNT=${parts.COUNT}`;
  const namesDays = {
    DAILY: true,
    WEEKLY: parts.BYDAY !== undefined,
    MONTHLY: parts.BYDAY !== undefined || parts.BYMONTHDAY !== undefined,
    YEARLY:
      parts.BYYEARDAY !== undefined ||
      parts.BYDAY !== undefined ||
      (parts.BYMONTH !== undefined && parts.BYMONTHDAY !== undefined),
  }[parts.FREQ];
  return namesDays ? undefined : `FREQ=${parts.FREQ} without named days`;
}
