import { slotInWords } from '../../calendar/words.js';
import { milesAtLeast, milesAtMost } from '../../solver/distance.js';
import { type Ask } from '../../solver/explain/cost-of-asking.js';
import { type Fact } from '../../solver/explain/facts.js';
import { type Pin, type Problem, WINDOWS } from '../../solver/problem.js';
import { regionInWords } from './fact-words.js';
import { counted, listed } from './phrases.js';
import { type PlanNames } from './plan-names.js';

/** A text to be copied into whatever people write with; addresses are not known here. */
export interface Letter {
  to: string;
  subject: string;
  body: string;
}

/** What to do, as the title of a button or a line: "Ask Ada Skylark to travel up to 110 miles instead of 90". */
export function requestInWords(ask: Ask, problem: Pick<Problem, 'pins'>, names: PlanNames): string {
  if (ask.kind === 'UNPIN') return `Unpin ${names.school((problem.pins[ask.pin] as Pin).review)}`;
  if (ask.kind === 'HOST_WINDOW') {
    return `Ask ${names.school(ask.review)} for ${daysOf(ask.slot)} as well`;
  }
  const name = names.person(ask.lead);
  return ask.kind === 'AVAILABILITY' && names.isSilent(ask.lead)
    ? `Ask ${name}, who has not answered yet, for ${daysOf(ask.slot)}`
    : `Ask ${name} ${requestOf(ask)}`;
}

type PersonalFact = Exclude<Fact, { kind: 'HOST_WINDOW' }>;

function requestOf(fact: PersonalFact): string {
  switch (fact.kind) {
    case 'AVAILABILITY':
      return `to turn ${daysOf(fact.slot)} from no to if needed`;
    case 'DISTANCE':
      return `to travel up to ${milesAtLeast(fact.km)} miles instead of ${milesAtMost(fact.insteadOfKm)}`;
    case 'REGION':
      return `to travel to ${regionInWords(fact.region)}, if reluctantly`;
    case 'TERM_LIMIT':
      return `for ${counted(fact.reviews, 'review')} this term instead of at most ${fact.reviews - (fact.more ?? 1)}`;
    case 'REST':
      return `for ${counted(fact.reviews, 'review')} in ${fact.weeks} weeks instead of at most ${fact.reviews - (fact.more ?? 1)}`;
  }
}

function questionOf(fact: PersonalFact, names: PlanNames): string {
  switch (fact.kind) {
    case 'AVAILABILITY':
      if (names.isSilent(fact.lead)) {
        return `We have not heard yet when you are free this term. Would ${daysOf(fact.slot)} be possible, if needed?`;
      }
      return `You have told us that you are not free on ${daysOf(fact.slot)}. Could you make those days possible, if needed?`;
    case 'DISTANCE':
      return `You have told us that you travel up to ${milesAtMost(fact.insteadOfKm)} miles. Would up to ${milesAtLeast(fact.km)} miles by road, one way, be possible this once?`;
    case 'REGION':
      return `You have told us that you do not travel to ${regionInWords(fact.region)}. Would you, this once?`;
    case 'TERM_LIMIT':
      return `At present you take at most ${counted(fact.reviews - (fact.more ?? 1), 'review')} this term. Would you take ${fact.reviews}?`;
    case 'REST':
      return `At present you take at most ${counted(fact.reviews - (fact.more ?? 1), 'review')} in any ${fact.weeks} weeks. Would ${fact.reviews} be possible this once?`;
  }
}

/**
 * What to write to whomever an ask is made of; null where nobody is asked: pins are operations' own.
 *
 * @param waits the reviews without a lead for which it is asked, one at least
 * @param isAlone whether a yes to this alone would cover them
 */
export function askLetter(
  ask: Ask,
  { waits, isAlone }: { waits: readonly string[]; isAlone: boolean },
  names: PlanNames,
): Letter | null {
  if (ask.kind === 'UNPIN') return null;
  if (ask.kind === 'HOST_WINDOW') return anotherWindow(names.school(ask.review), ask.slot);
  const name = names.person(ask.lead);
  const schools = listed(waits.map((review) => names.school(review)));
  const [are, have, theirs] =
    waits.length === 1
      ? ['is due a QA Review', 'has', 'the school its review']
      : ['are due QA Reviews', 'have', 'the schools their reviews'];
  const question = questionOf(ask, names);
  const then = isAlone
    ? `If you say yes, we can give ${theirs} this term.`
    : `If you and one or two colleagues whom we ask say yes, we can give ${theirs} this term.`;
  return {
    to: name,
    subject: 'QA Reviews: could you help us with one more?',
    body: [
      `Dear ${name},`,
      `${schools} ${are} this term and ${have} no Lead Reviewer yet. ${question}`,
      `${then} If it does not suit you, please just tell us: nothing has been decided.`,
      'With many thanks',
    ].join('\n\n'),
  };
}

function anotherWindow(
  school: string,
  slot: { week: string; window: 'MON_WED' | 'WED_FRI' },
): Letter {
  return {
    to: school,
    subject: 'Your QA Review: would other dates be possible?',
    body: [
      `Dear colleagues at ${school},`,
      `For the dates that you have given us we have not found a Lead Reviewer yet. Would ${daysOf(slot)} be possible as well?`,
      'If those days do not suit you, please just tell us: nothing has been decided.',
      'With many thanks',
    ].join('\n\n'),
  };
}

/** To a school that has not said when it could be reviewed, with every window of the term that is open. */
export function windowsLetter(school: string, problem: Problem): Letter {
  const isOpen = (week: string, window: string): boolean =>
    !problem.closed.some((slot) => slot.week === week && slot.window === window);
  const windows = problem.weeks.flatMap((week) =>
    WINDOWS.filter((window) => isOpen(week, window)).map(
      (window) => `- ${slotInWords(week, window)}`,
    ),
  );
  return {
    to: school,
    subject: 'Your QA Review: which dates would suit you?',
    body: [
      `Dear colleagues at ${school},`,
      `Your school is due a QA Review this term, and we have not heard yet which dates would suit you. A review takes three days. Please tell us which of these would be possible, and which you would prefer:`,
      windows.join('\n'),
      'With many thanks',
    ].join('\n\n'),
  };
}

function daysOf({ week, window }: { week: string; window: 'MON_WED' | 'WED_FRI' }): string {
  return slotInWords(week, window);
}
