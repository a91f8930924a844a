import { counted } from '../../summary/phrases.js';
import { type HomeFacts } from '../home-facts.js';
import { action, type AttentionLine, isSoon, lineId } from './attention-line.js';
import { namedFew } from './few.js';

/** What the schools of the term still owe the problem: a term, windows, a phase, a place on the map. */
export function schoolLines(facts: HomeFacts): AttentionLine[] {
  return [
    ...noReviewsDue(facts),
    ...withoutTerm(facts),
    ...windowsNotKnown(facts),
    ...incomplete(facts),
  ];
}

function noReviewsDue({ term, input, withoutTerm, hasMembers }: HomeFacts): AttentionLine[] {
  if (input.reviews.length > 0 || withoutTerm.length > 0) return [];
  if (!hasMembers) return [NO_MEMBERS];
  return [
    {
      id: lineId('NO_REVIEWS_DUE', [term.id]),
      kind: 'NO_REVIEWS_DUE',
      urgency: 'THIS_WEEK',
      title: `No review is due in ${term.name}`,
      detail:
        'Open the reviews of the academic year, or import them, and spread those for which no school asked for a term.',
      due: null,
      blocks: null,
      actions: [action('SEE_REVIEWS', 'Open the year’s reviews')],
    },
  ];
}

/** What everything else waits for: reviews can only be opened for schools that are there. */
const NO_MEMBERS: AttentionLine = {
  id: lineId('NO_MEMBERS', []),
  kind: 'NO_MEMBERS',
  urgency: 'THIS_WEEK',
  title: 'No school is a member yet',
  detail:
    'Import the schools of the partnership, from the Department for Education’s list or a spreadsheet of your own. Each member school can then be given its review.',
  due: null,
  blocks: null,
  actions: [action('IMPORT', 'Import schools')],
};

function withoutTerm({ withoutTerm: reviews }: HomeFacts): AttentionLine[] {
  if (reviews.length === 0) return [];
  const one = reviews.length === 1;
  return [
    {
      id: lineId('REVIEWS_WITHOUT_TERM', reviews),
      kind: 'REVIEWS_WITHOUT_TERM',
      urgency: 'NEXT',
      title: `${counted(reviews.length, 'review')} of the year ${one ? 'has' : 'have'} no term yet`,
      detail: `The ${one ? 'school' : 'schools'} asked for none. Spread ${one ? 'it' : 'them'} over the terms, or choose a term for ${one ? 'it' : 'each'}.`,
      due: null,
      blocks: null,
      actions: [action('SEE_REVIEWS', one ? 'Choose its term' : 'Choose their terms', { reviews })],
    },
  ];
}

/** Reviews that are due and that the problem leaves out because the host has not answered. */
export function reviewsWithoutWindows({ input, problem }: HomeFacts): string[] {
  const taken = new Set(problem.reviews.map(({ id }) => id));
  return input.reviews
    .filter(({ code, hostWindows }) => hostWindows === null && !taken.has(code))
    .map(({ code }) => code);
}

function windowsNotKnown(facts: HomeFacts): AttentionLine[] {
  const reviews = reviewsWithoutWindows(facts);
  if (reviews.length === 0) return [];
  const { names, today, term } = facts;
  const schools = counted(reviews.length, 'school');
  const one = reviews.length === 1;
  return [
    {
      id: lineId('WINDOWS_NOT_KNOWN', reviews),
      kind: 'WINDOWS_NOT_KNOWN',
      urgency: isSoon(today, term.startsOn) ? 'URGENT' : 'THIS_WEEK',
      title: `${schools} ${one ? 'has' : 'have'} not said which windows suit`,
      detail: `${namedFew(reviews.map((review) => names.school(review)))}. Until ${one ? 'it answers, its review is' : 'they answer, their reviews are'} left out.`,
      due: null,
      blocks: `Leaves out ${counted(reviews.length, 'review')}`,
      actions: [action('SEE_WINDOWS_NOT_KNOWN', `Ask ${schools}`, { reviews })],
    },
  ];
}

/** A blank phase or a missing place is a task for operations, not a guess. */
function incomplete({ input, names }: HomeFacts): AttentionLine[] {
  return input.reviews
    .filter(({ phase, location }) => phase === null || location === null)
    .map(({ code, urn, phase }): AttentionLine => ({
      id: lineId('SCHOOL_INCOMPLETE', [code, String(phase)]),
      kind: 'SCHOOL_INCOMPLETE',
      urgency: 'THIS_WEEK',
      title: `${names.school(code)} has no ${phase === null ? 'phase' : 'location'} in the register`,
      detail: `Without it nobody knows who could review there. Set it in the register of schools.`,
      due: null,
      blocks: 'Leaves out 1 review',
      actions: [action('SEE_SCHOOL', 'Complete the school', { reviews: [code], urns: [urn] })],
    }));
}
