import { firstDay } from '../../calendar/slots.js';
import { type Term } from '../../calendar/usable-windows.js';
import { weekdaysInWords } from '../../calendar/words.js';
import { counted } from '../summary/phrases.js';
import { daysBetween } from './attention/attention-line.js';
import { type HomeFacts, ledRows } from './home-facts.js';

/** "Spring term 2027" */
export function termTitle({ name }: Pick<Term, 'name'>): string {
  return name.replace(' ', ' term ');
}

/** The term's dates, its weeks and what comes first in it, in sentences. */
export function termInWords(facts: HomeFacts): string[] {
  const { term, problem } = facts;
  return [
    `${weekdaysInWords(term.startsOn, term.endsOn)}.`,
    `${counted(problem.weeks.length, 'school week')}.`,
    ...whatComesFirst(facts),
  ];
}

function whatComesFirst({ term, today, plan }: HomeFacts): string[] {
  if (today > term.endsOn) return ['The term is over.'];
  const days = [...ledRows(plan).values()].flatMap(({ week, window }) =>
    week === null || window === null ? [] : [firstDay({ week, window })],
  );
  const next = days.filter((date) => date >= today).sort()[0];
  if (next !== undefined) {
    const isFirst = days.every((date) => date >= next);
    return [`The ${isFirst ? 'first' : 'next'} planned review begins ${whenInWords(today, next)}.`];
  }
  return today < term.startsOn ? [`It begins ${whenInWords(today, term.startsOn)}.`] : [];
}

/** "today", "tomorrow", "in 5 days", "in 7 weeks" */
export function whenInWords(today: string, date: string): string {
  const days = daysBetween(today, date);
  if (days <= 0) return 'today';
  if (days === 1) return 'tomorrow';
  return days < 14 ? `in ${days} days` : `in ${Math.floor(days / 7)} weeks`;
}
