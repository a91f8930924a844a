import { dateInWords, minuteInWords, weekdayInWords } from '../../calendar/words.js';
import { isSameRow } from '../../solver/hand/edits.js';
import { type SeatRow } from '../../solver/problem.js';
import { type StoredPlan } from '../plans/plan.entity.js';
import { type SeatRecord } from '../snapshot/load-reviews.js';
import { rowInWords } from '../summary/effect-words.js';
import { sentence } from '../summary/phrases.js';
import { type PlanNames } from '../summary/plan-names.js';
import { type PlanReviewView } from './plan-review.schema.js';

type Line = PlanReviewView['history'][number];

const EVENTS = {
  OFFERED: 'Offered to',
  ACCEPTED: 'Accepted by',
  DECLINED: 'Declined by',
  WITHDRAWN: 'Withdrawn: was to be led by',
  CANCELLED: 'Cancelled: was to be led by',
  LED: 'Led by',
} as const;

/**
 * What became of a review: which versions of the plan changed it, and what happened to its lead's seats in the term.
 *
 * @param line the versions up to this plan, from the first
 */
export function reviewHistory(
  review: string,
  line: readonly StoredPlan[],
  seats: readonly SeatRecord[],
  names: PlanNames,
): Line[] {
  return [...planLines(review, line, names), ...seatLines(review, seats, names)].sort((a, b) =>
    a.at < b.at ? -1 : 1,
  );
}

function planLines(review: string, line: readonly StoredPlan[], names: PlanNames): Line[] {
  let before: SeatRow | undefined;
  return line.flatMap((plan): Line[] => {
    const row = plan.content.reviews.find((each) => each.review === review);
    const was = before;
    before = row;
    if (row === undefined || (was !== undefined && isSameRow(was, row))) return [];
    const at = plan.createdAt.toISOString();
    const when = minuteInWords(plan.createdAt);
    if (was === undefined) {
      const by = plan.runId === null ? `${plan.author}, by hand` : 'the run';
      const did = row.lead === null ? 'Left without a lead by' : 'Placed by';
      return [{ at, words: `${did} ${by} of ${when}` }];
    }
    const then = sentence(rowInWords(row, names));
    return [{ at, words: `Version ${plan.version}, ${plan.author}, ${when}: ${then}` }];
  });
}

function seatLines(review: string, seats: readonly SeatRecord[], names: PlanNames): Line[] {
  return seats
    .filter((seat) => seat.review === review && seat.role === 'LEAD')
    .flatMap(({ lead, events }) =>
      events.map(({ kind, on }) => ({
        at: on,
        words: `${EVENTS[kind]} ${names.person(lead)} on ${weekdayInWords(on)}`,
      })),
    );
}

/** "March 2026, led by Ben Linnet" */
export function lastReviewInWords({ week, lead }: { week: string; lead: string }): string {
  const [, month = '', year = ''] = dateInWords(week).split(' ');
  return `${month} ${year}, led by ${lead}`;
}
