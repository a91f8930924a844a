import { type CivilDate } from '../../calendar/civil-date.js';
import { dateInWords, periodInWords, weekdayInWords } from '../../calendar/words.js';
import { gradeInWords } from '../answer-words.js';
import { readRule } from '../recurrence.js';
import { onRuleInWords } from '../recurrence-words.js';
import { type Clause } from './clauses.js';
import { isOfAll } from './meaning.js';
import { type Scope } from './scope.js';
import { type NamedDays } from './dates.js';
import { type TermFrame, wholeTerm } from './term-frame.js';

/** What was understood, said back: "Not available on Mondays", "Only in the second half of term". */
export function clauseInWords(clause: Clause, frame: TermFrame): string {
  const { grade, named, isRest } = clause;
  const how = grade === 'ONLY' ? 'only' : gradeInWords(grade);
  if (isRest) return sentence(`otherwise ${how}`);
  if (isOfAll(clause)) return sentence(`${how} all term, unless something else is said`);
  const when = joined(named.map(({ scope }) => scopeInWords(scope, frame)));
  return sentence(`${how} ${when}`);
}

const NAMES = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays'];

function scopeInWords(scope: Scope, frame: TermFrame): string {
  const { weekdays, ranges, rule, window, called } = scope;
  const period =
    ranges === null ? '' : called === null ? periodsInWords(ranges, frame) : `in ${called}`;
  if (rule !== null)
    return [onRuleInWords(readRule(rule)), period].filter((text) => text !== '').join(', ');
  if (weekdays === null) return period;
  const days =
    window === null
      ? `on ${joined(weekdays.map((day) => NAMES[day - 1] ?? ''))}`
      : window === 'MON_WED'
        ? 'from Monday to Wednesday'
        : 'from Wednesday to Friday';
  return period === '' ? days : `${days}, ${period}`;
}

function periodsInWords(ranges: readonly NamedDays[], frame: TermFrame): string {
  if (ranges.length === 0) return 'on no day of this term';
  return joined(ranges.map((range) => periodOf(range, frame)));
}

function periodOf({ from, to, isSingle }: NamedDays, frame: TermFrame): string {
  const term = wholeTerm(frame);
  if (isSingle) return `on ${weekdayInWords(from)}`;
  if (from === term.from && to < term.to) return `until ${dateInWords(to)}`;
  if (to === term.to && from > term.from) return `from ${dateInWords(from)} on`;
  return `from ${periodInWords(from, to)}`;
}

function joined(parts: readonly string[]): string {
  return parts.length < 2
    ? parts.join('')
    : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Parts of a clause that lie outside the term, so that nothing comes of them: "10 May 2027 lies outside the term". */
export function outsideTerm(
  { named }: Clause,
  { name, startsOn, endsOn }: TermFrame,
): string | null {
  const ranges = named.flatMap(({ scope }) => scope.ranges ?? []);
  const outside = ranges.filter(({ from, to }) => to < startsOn || from > endsOn);
  const [first] = outside;
  if (first === undefined) return null;
  const when: [CivilDate, CivilDate] = [startsOn, endsOn];
  return `${periodInWords(first.from, first.to)} lies outside ${name}, ${periodInWords(...when)}. Check the date.`;
}
