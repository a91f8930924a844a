/**
 * The states of a review and how it moves between them: docs/domain.md, "The review", States. No use
 * case may skip the table.
 */

export const REVIEW_STATES = [
  'REQUESTED',
  'SCHEDULED',
  'OFFERED',
  'CONFIRMED',
  'UNDER_WAY',
  'REPORT_SUBMITTED',
  'CLOSED',
  'POSTPONED',
  'CANCELLED',
  'NOT_COVERED',
] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** A review comes into being in this state, when operations opens the year. */
export const FIRST_STATE: ReviewState = 'REQUESTED';

/** From each state, the states it may move to and what happens then. */
export const TRANSITIONS: Readonly<
  Record<ReviewState, Readonly<Partial<Record<ReviewState, string>>>>
> = {
  REQUESTED: {
    SCHEDULED: 'A plan gives it a slot and a lead',
    OFFERED: 'Its lead seat is offered',
    POSTPONED: 'It is put off',
    CANCELLED: 'It will not take place',
    NOT_COVERED: 'Summer is over and nobody led it',
  },
  SCHEDULED: {
    REQUESTED: 'The draft is dropped',
    OFFERED: 'Its lead seat is offered',
    POSTPONED: 'It is put off',
    CANCELLED: 'It will not take place',
  },
  OFFERED: {
    REQUESTED: 'The offer is declined or withdrawn',
    CONFIRMED: 'Its lead accepts the offer',
    POSTPONED: 'It is put off',
    CANCELLED: 'It will not take place',
  },
  CONFIRMED: {
    REQUESTED: 'Its lead withdraws',
    UNDER_WAY: 'Its first day begins',
    POSTPONED: 'It is put off',
    CANCELLED: 'It will not take place',
  },
  UNDER_WAY: {
    REPORT_SUBMITTED: 'The report is in',
    POSTPONED: 'It is broken off and will be repeated',
    CANCELLED: 'It is broken off for good',
  },
  REPORT_SUBMITTED: { CLOSED: 'Nothing is left to do' },
  CLOSED: {},
  POSTPONED: {
    REQUESTED: 'It is taken up again',
    CANCELLED: 'It will not take place',
    NOT_COVERED: 'Summer is over and nobody led it',
  },
  CANCELLED: { REQUESTED: 'The school asks for it after all' },
  NOT_COVERED: {},
};

const stateWords: Readonly<Record<ReviewState, string>> = {
  REQUESTED: 'requested',
  SCHEDULED: 'scheduled (draft)',
  OFFERED: 'offered',
  CONFIRMED: 'confirmed',
  UNDER_WAY: 'under way',
  REPORT_SUBMITTED: 'report submitted',
  CLOSED: 'closed',
  POSTPONED: 'postponed',
  CANCELLED: 'cancelled',
  NOT_COVERED: 'not covered',
};

/** A state as people say it. */
export function stateInWords(state: ReviewState): string {
  return stateWords[state];
}

/** Why a review may not move so, in words; null when it may. */
export function whyNotMove(from: ReviewState, to: ReviewState): string | null {
  if (from === to) return `The review is ${stateInWords(to)} already.`;
  if (TRANSITIONS[from][to] !== undefined) return null;
  const next = Object.keys(TRANSITIONS[from]).map((state) => stateInWords(state as ReviewState));
  const choice = next.length === 0 ? 'Nothing follows that.' : `It can become ${inWords(next)}.`;
  return `A review that is ${stateInWords(from)} cannot become ${stateInWords(to)}. ${choice}`;
}

/** Whether a review in the one state can become the other, in one step of the table or several. */
export function canBecome(from: ReviewState, to: ReviewState): boolean {
  const reached = new Set<ReviewState>([from]);
  for (const state of reached) {
    for (const next of Object.keys(TRANSITIONS[state])) reached.add(next as ReviewState);
  }
  return reached.has(to);
}

function inWords(list: readonly string[]): string {
  return list.length === 1
    ? String(list[0])
    : `${list.slice(0, -1).join(', ')} or ${String(list.at(-1))}`;
}

/** Cancelled and postponed reviews are no part of a term's work. docs/domain.md, "Target for a term". */
export function countsInTerm(state: ReviewState): boolean {
  return state !== 'CANCELLED' && state !== 'POSTPONED';
}

/** A review whose lead has accepted, or that has been led: what a later term need not place any more. */
export function isConfirmed(state: ReviewState): boolean {
  return ['CONFIRMED', 'UNDER_WAY', 'REPORT_SUBMITTED', 'CLOSED'].includes(state);
}

/** Before the first day: seats can still be offered and changed. */
export function canBePlaced(state: ReviewState): boolean {
  return ['REQUESTED', 'SCHEDULED', 'OFFERED', 'CONFIRMED'].includes(state);
}
