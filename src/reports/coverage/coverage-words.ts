import { counted, listed, numbered } from '../../allocations/summary/phrases.js';
import { dateInWords, minuteInWords, slotInWords } from '../../calendar/words.js';
import { type EndedBy } from '../../commitments/counts.js';
import { stateInWords } from '../../reviews/lifecycle.js';
import { PHASE_WORDS, type Phase } from '../../schools/school-record.js';
import { type Change, type ChangeKind } from './changes.js';
import { type CountedGroup } from './coverage-report.js';
import { type Cut } from './cuts.js';
import { type Figure, type Figures } from './figures.js';
import { type DraftPlan } from './draft-plans.js';
import { type Notice } from './notice.js';
import { type LeadSeatLife, type ReviewLife, type Stage, standingSeat } from './review-life.js';
import { type Reason } from './why-not-covered.js';

/** Everything a report of coverage says in words. */

export const FIGURE_NAMES: Readonly<Record<Figure, { name: string; of: string }>> = {
  due: { name: 'Due', of: 'due' },
  covered: { name: 'Covered', of: 'with a lead' },
  published: { name: 'Published', of: 'offered to their lead' },
  accepted: { name: 'Accepted', of: 'accepted by their lead' },
  done: { name: 'Done', of: 'done' },
  notCovered: { name: 'Without a lead', of: 'without a lead' },
  postponed: { name: 'Postponed', of: 'postponed' },
  cancelled: { name: 'Cancelled', of: 'cancelled' },
};

export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  DONE: 'Done',
  ACCEPTED: 'Accepted, still to be led',
  PUBLISHED: 'Offered, waiting for an answer',
  PLACED: 'Placed, offered to nobody yet',
  NOT_COVERED: 'Without a lead',
  POSTPONED: 'Postponed',
  CANCELLED: 'Cancelled',
};

export function phaseInWords(phase: string | null): string {
  return phase === null ? 'Phase not known' : PHASE_WORDS[phase as Phase];
}

export const CUT_NAMES: Readonly<Record<Cut, { name: string; noun: string }>> = {
  REGION: { name: 'Region', noun: 'regions' },
  PHASE: { name: 'Phase', noun: 'phases' },
  NEED: { name: 'Specialism', noun: 'specialisms' },
  TRUST: { name: 'Trust', noun: 'trusts' },
  AUTHORITY: { name: 'Authority', noun: 'authorities' },
  TERM: { name: 'Term', noun: 'terms' },
};

export const REASON_NAMES: Readonly<Record<Reason, string>> = {
  NO_REVIEW: 'No review has been opened for this year',
  CANCELLED: 'Cancelled',
  POSTPONED: 'Postponed',
  YEAR_OVER: 'Not covered: summer is over and nobody led it',
  LEAD_LOST: 'Its lead is gone and nobody has been offered it since',
  SEAT_MISSING: 'Its state says that it has a lead, but no seat is on record',
  NO_TERM: 'No term is chosen yet',
  WINDOWS_NOT_KNOWN: 'The host has not named its windows',
  NOT_PLACED: 'No lead has been found yet',
};

export const CHANGE_NAMES: Readonly<Record<ChangeKind, string>> = {
  NEW_LEAD: 'Another lead',
  NEW_SLOT: 'Another slot',
  NEW_LEAD_AND_SLOT: 'Another lead and slot',
  NO_LEAD: 'Nobody since',
  CALLED_OFF: 'Review called off',
};

export const WHO: Readonly<Record<EndedBy, string>> = {
  SCHOOL: 'The school',
  LEAD_REVIEWER: 'The Lead Reviewer',
  PROGRAMME: 'The programme',
};

/** "362 of 480 reviews due have a lead: North East 30 of 35 and South East 71 of 84." */
export function headlineOf({ due, covered }: Figures, priority: readonly CountedGroup[]): string {
  if (due === 0) return 'No review is due here.';
  const start =
    due === 1
      ? `The one review due ${covered === 1 ? 'has' : 'does not have'} a lead`
      : `${covered === due ? 'All' : `${numbered(covered)} of`} ${counted(due, 'review')} due ${covered === 1 ? 'has' : 'have'} a lead`;
  const regions = priority
    .filter(({ figures }) => figures.due > 0)
    .map(({ name, figures }) => `${name} ${figures.covered} of ${figures.due}`);
  return `${start}${regions.length === 0 ? '' : `: ${listed(regions)}`}.`;
}

/** How far those with a lead have come, and what became of the others. */
export function stagesInWords(figures: Figures): string {
  const { covered, published, accepted, done, notCovered, postponed, cancelled } = figures;
  const parts = [
    [done, 'done'],
    [accepted - done, 'accepted and to come'],
    [published - accepted, 'waiting for an answer'],
    [covered - published, 'placed and offered to nobody yet'],
    [notCovered, 'without a lead'],
    [postponed, 'postponed'],
    [cancelled, 'cancelled'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([n, name]) => `${numbered(n)} ${name}`);
  return said.length === 0 ? '' : `${listed(said)}.`;
}

/** There is no such step yet: what stands for it has to be said wherever it is counted. */
export function publishingInWords({ published }: Figures): string {
  const means =
    'No plan has been published as a whole: this service does not do that yet. A review counts as published from the day on which its lead was first offered it.';
  return published === 0 ? `Nothing is published yet. ${means}` : means;
}

/** "The newest draft of Spring 2027 (version 2, 21 December 2026, 10:42) has a lead for 148 of 153 reviews." */
export function draftsInWords(drafts: readonly DraftPlan[]): string[] {
  return drafts.map(
    ({ term, version, createdAt, led, reviews }) =>
      `The newest draft of ${term} (version ${version}, ${minuteInWords(createdAt)}) has a lead for ${numbered(led)} of ${counted(reviews, 'review')}. Drafts are not counted: nobody has been told.`,
  );
}

export function noticeInWords({ reviews, medianDays, shortestDays, short }: Notice): string {
  if (medianDays === null || shortestDays === null) return 'No offer is on record here.';
  const half = `Half of the ${counted(reviews, 'review')} published had ${daysInWords(medianDays)} or more between the first offer and the first day`;
  return reviews === 1
    ? `The one review published had ${daysInWords(medianDays)} between the first offer and the first day.`
    : `${half}; the shortest had ${daysInWords(shortestDays)}. ${short === 0 ? 'None' : numbered(short)} had less than four weeks.`;
}

/** "3 days", "10.5 days", "−2 days" */
function daysInWords(days: number): string {
  const figure = days < 0 ? `−${-days}` : `${days}`;
  return `${figure} ${days === 1 ? 'day' : 'days'}`;
}

export function changesInWords(changes: readonly Change[], published: number): string {
  if (changes.length === 0) {
    return published === 0
      ? 'Nothing was published, so nothing has changed since.'
      : 'No lead and no slot has changed since it was offered.';
  }
  const causes = (['LEAD_REVIEWER', 'SCHOOL', 'PROGRAMME'] as const)
    .map((by) => [changes.filter((change) => change.by === by).length, CAUSED[by]] as const)
    .filter(([count]) => count > 0)
    .map(([count, name]) => `${numbered(count)} by ${name}`);
  return `${counted(changes.length, 'offer')} ended after publication: ${listed(causes)}.`;
}

const CAUSED: Readonly<Record<EndedBy, string>> = {
  LEAD_REVIEWER: 'Lead Reviewers',
  SCHOOL: 'schools',
  PROGRAMME: 'the programme',
};

export function leftInWords(left: number, members: number): string {
  if (members === 0) return 'No school was a member here.';
  if (left === 0)
    return `Every one of the ${counted(members, 'member school')} has somebody to lead its review.`;
  return `${numbered(left)} of ${counted(members, 'member school')} ${left === 1 ? 'has' : 'have'} nobody to lead a review.`;
}

/** The reason of one school, as far as it says nothing about a person's own affairs. */
export function reasonInWords(reason: Reason, review: ReviewLife | null): string {
  const words = REASON_NAMES[reason];
  if (review === null) return words;
  const carried =
    review.carriedOver === 0
      ? ''
      : `; carried over ${review.carriedOver === 1 ? 'once' : `${review.carriedOver} times`}`;
  if (reason === 'CANCELLED' || reason === 'POSTPONED') {
    const by = review.endedBy === null ? '' : ` by ${lowerFirst(WHO[review.endedBy])}`;
    const why =
      review.reason === null || review.endedBy === 'LEAD_REVIEWER' ? '' : `: ${review.reason}`;
    return `${words}${by}${why}`;
  }
  if (reason === 'SEAT_MISSING') {
    return `Its state is “${stateInWords(review.state)}”, but nobody’s seat is on record`;
  }
  return `${words}${carried}`;
}

/** When a review is, and who leads it. */
export function whenInWords(review: ReviewLife, nameOf: (lead: string) => string): string {
  const seat = standingSeat(review);
  return seat === undefined
    ? 'No slot yet'
    : `${slotInWords(seat.week, seat.window)}, ${nameOf(seat.lead)}`;
}

/** What happened to a lead seat, in the order of time. */
export function seatInWords(seat: LeadSeatLife, nameOf: (lead: string) => string): string {
  const happened = [
    seat.offered === null ? null : `offered on ${dateInWords(seat.offered)}`,
    seat.accepted === null ? null : `accepted on ${dateInWords(seat.accepted)}`,
    seat.led === null ? null : `led on ${dateInWords(seat.led)}`,
    seat.ended === null
      ? null
      : `ended on ${dateInWords(seat.ended.on)} by ${lowerFirst(WHO[seat.ended.by])}`,
  ].filter((each) => each !== null);
  const what = happened.length === 0 ? 'placed, offered to nobody yet' : happened.join(', ');
  return `${nameOf(seat.lead)}, ${slotInWords(seat.week, seat.window)}: ${what}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
