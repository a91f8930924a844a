import { lastDay } from '../../calendar/slots.js';
import { dateInWords } from '../../calendar/words.js';
import { holdsOn, type Span } from '../../reviewers/dated.js';
import { counted } from '../summary/phrases.js';
import { type LeadFacts } from './lead-facts.js';
import { type LeadSeat } from './lead-seats.js';
import { type PlanLeadView } from './plan-lead.schema.js';

type Gate = PlanLeadView['gates'][number];

const GATES = [
  ['DBS', 'DBS check'],
  ['CODE_OF_CONDUCT', 'Code of conduct acknowledged'],
  ['SAFEGUARDING_POLICY', 'Safeguarding policy acknowledged'],
] as const;

/** Whatever every seat needs, and until when it holds; the reviews of the plan whose last day it does not cover. */
export function leadGates(
  { person, contracts, term, year }: LeadFacts,
  seats: readonly LeadSeat[],
  today: string,
): Gate[] {
  if (person === null) return [];
  const until = { term: term.endsOn, today };
  return [
    gate(`Contract of ${year.id}`, contracts, seats, until),
    ...GATES.map(([kind, name]) =>
      gate(
        name,
        person.gates.filter((each) => each.gate === kind),
        seats,
        until,
      ),
    ),
  ];
}

function gate(
  name: string,
  periods: readonly Span[],
  seats: readonly LeadSeat[],
  until: { term: string; today: string },
): Gate {
  const uncovered = seats
    .filter((seat) => !periods.some((period) => holdsOn(period, lastDay(seat))))
    .map(({ review, school, days }) => ({ review, school, days }));
  return { name, ...stateOf(periods, until, uncovered.length), reviews: uncovered };
}

function stateOf(
  periods: readonly Span[],
  { term, today }: { term: string; today: string },
  uncovered: number,
): Pick<Gate, 'state' | 'words'> {
  const now = periods.find((period) => holdsOn(period, today));
  const atEnd = periods.find((period) => holdsOn(period, term));
  const before = uncovered === 0 ? '' : `, before the last day of ${counted(uncovered, 'review')}`;
  if (atEnd !== undefined) {
    const from = now === undefined ? `From ${dateInWords(atEnd.from)}` : '';
    const to = atEnd.to === null ? 'no end' : `until ${dateInWords(atEnd.to)}`;
    const words = [from, to].filter((text) => text !== '').join(', ');
    return { state: 'CURRENT', words: words.charAt(0).toUpperCase() + words.slice(1) };
  }
  if (now?.to !== undefined && now.to !== null) {
    return { state: 'ENDING', words: `Runs out on ${dateInWords(now.to)}${before}` };
  }
  const last = periods.at(-1);
  return last?.to === undefined || last.to === null
    ? { state: 'MISSING', words: 'Nothing is recorded' }
    : { state: 'ENDED', words: `Ran out on ${dateInWords(last.to)}${before}` };
}

/** Training days of the year, and the stages of induction that are done. */
export function leadTraining(
  { person, trainingDays }: LeadFacts,
  today: string,
): PlanLeadView['training'] {
  const days = trainingDays.map(({ date, title }): PlanLeadView['training'][number] => {
    const name = `${title}, ${dateInWords(date)}`;
    const attended = person?.training.find(({ trainingDay }) => trainingDay === date);
    if (attended?.outcome === 'ATTENDED') return { name, state: 'DONE', words: 'Attended' };
    if (attended) {
      return { name, state: 'DONE', words: `Caught up on ${dateInWords(attended.onDate)}` };
    }
    return date >= today
      ? { name, state: 'AHEAD', words: 'Lies ahead' }
      : { name, state: 'MISSED', words: 'Neither attended nor caught up' };
  });
  const stages = (person?.induction ?? []).map(({ stage, doneOn }) => ({
    name: STAGES[stage],
    state: 'DONE' as const,
    words: dateInWords(doneOn),
  }));
  return [...days, ...stages];
}

const STAGES = {
  VIRTUAL_INDUCTION: 'Virtual induction',
  REVIEWER_TRAINING: 'QA Reviewer training',
  SHADOWING: 'Shadowed a review',
  QUALITY_ASSURED_REVIEW: 'Led a quality-assured review',
} as const;
