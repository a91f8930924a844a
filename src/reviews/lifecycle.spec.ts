import { describe, expect, it } from '@jest/globals';
import {
  canBePlaced,
  canBecome,
  countsInTerm,
  FIRST_STATE,
  isConfirmed,
  REVIEW_STATES,
  TRANSITIONS,
  whyNotMove,
  type ReviewState,
} from './lifecycle.js';

/** The table once more, written by hand from the words of the domain. */
const allowed: Record<ReviewState, ReviewState[]> = {
  REQUESTED: ['SCHEDULED', 'OFFERED', 'POSTPONED', 'CANCELLED', 'NOT_COVERED'],
  SCHEDULED: ['REQUESTED', 'OFFERED', 'POSTPONED', 'CANCELLED'],
  OFFERED: ['REQUESTED', 'CONFIRMED', 'POSTPONED', 'CANCELLED'],
  CONFIRMED: ['REQUESTED', 'UNDER_WAY', 'POSTPONED', 'CANCELLED'],
  UNDER_WAY: ['REPORT_SUBMITTED', 'POSTPONED', 'CANCELLED'],
  REPORT_SUBMITTED: ['CLOSED'],
  CLOSED: [],
  POSTPONED: ['REQUESTED', 'CANCELLED', 'NOT_COVERED'],
  CANCELLED: ['REQUESTED'],
  NOT_COVERED: [],
};

describe('the life of a review', () => {
  it('reaches every state from the first', () => {
    const reached = new Set([FIRST_STATE]);
    for (const state of reached) {
      for (const next of Object.keys(TRANSITIONS[state])) reached.add(next as ReviewState);
    }
    expect([...reached].sort()).toEqual([...REVIEW_STATES].sort());
  });
  it.each(REVIEW_STATES.flatMap((from) => REVIEW_STATES.map((to) => [from, to] as const)))(
    'from %s to %s is as the domain says',
    (from, to) => {
      expect(whyNotMove(from, to) === null).toBe(allowed[from].includes(to));
    },
  );
  it('says in words why not, and what can be done', () => {
    expect(whyNotMove('UNDER_WAY', 'CLOSED')).toBe(
      'A review that is under way cannot become closed. It can become report submitted, postponed or cancelled.',
    );
    expect(whyNotMove('REPORT_SUBMITTED', 'OFFERED')).toMatch(/It can become closed\.$/);
    expect(whyNotMove('CLOSED', 'OFFERED')).toMatch(/Nothing follows that\.$/);
    expect(whyNotMove('OFFERED', 'OFFERED')).toBe('The review is offered already.');
  });
  it('knows what can come of a state in several steps', () => {
    expect(canBecome('REQUESTED', 'CLOSED')).toBe(true);
    expect(canBecome('CANCELLED', 'UNDER_WAY')).toBe(true);
    expect(canBecome('UNDER_WAY', 'NOT_COVERED')).toBe(true); // broken off, and not taken up again
    expect(canBecome('REPORT_SUBMITTED', 'UNDER_WAY')).toBe(false);
    expect(canBecome('NOT_COVERED', 'REQUESTED')).toBe(false);
  });
  it('knows what belongs to a term, what is confirmed and what can still be placed', () => {
    const all = (test: (state: ReviewState) => boolean) =>
      REVIEW_STATES.filter((state) => test(state));
    expect(all((state) => !countsInTerm(state))).toEqual(['POSTPONED', 'CANCELLED']);
    expect(all(isConfirmed)).toEqual(['CONFIRMED', 'UNDER_WAY', 'REPORT_SUBMITTED', 'CLOSED']);
    expect(all(canBePlaced)).toEqual(['REQUESTED', 'SCHEDULED', 'OFFERED', 'CONFIRMED']);
  });
});
