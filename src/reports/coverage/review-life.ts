import { type CivilDate } from '../../calendar/civil-date.js';
import { type Slot } from '../../calendar/slots.js';
import { type EndedBy } from '../../commitments/counts.js';
import { type ReviewState } from '../../reviews/lifecycle.js';

/** One review of the year as it stood on the day, with everything that had happened to its lead seats by then. */
export interface ReviewLife {
  code: string;
  urn: string;
  state: ReviewState;
  /** Null: no term is chosen yet. */
  termId: string | null;
  carriedOver: number;
  endedBy: EndedBy | null;
  reason: string | null;
  /** Whether its host has named the windows of that term. */
  windowsKnown: boolean;
  leadSeats: LeadSeatLife[];
}

/** A lead seat, each event by its day; null: it had not happened. */
export interface LeadSeatLife extends Slot {
  /** The person's reference. */
  lead: string;
  termId: string;
  offered: CivilDate | null;
  accepted: CivilDate | null;
  led: CivilDate | null;
  ended: SeatEnding | null;
}

/** That it was declined, given back, taken back or cancelled. */
export interface SeatEnding {
  on: CivilDate;
  by: EndedBy;
}

/** How far a review has come: each is at exactly one stage. docs/coverage.md, "Stages". */
export const STAGES = [
  'DONE',
  'ACCEPTED',
  'PUBLISHED',
  'PLACED',
  'NOT_COVERED',
  'POSTPONED',
  'CANCELLED',
] as const;
export type Stage = (typeof STAGES)[number];

/**
 * The stage of a review. What was called off is told by the review's own state; how far it has come by its lead seats, since
 * corrections mend those and leave the state alone. A report that is in makes it done, whatever is on record of its seats.
 */
export function stageOf({ state, leadSeats }: Pick<ReviewLife, 'state' | 'leadSeats'>): Stage {
  if (state === 'CANCELLED' || state === 'POSTPONED') return state;
  if (state === 'REPORT_SUBMITTED' || state === 'CLOSED') return 'DONE';
  if (leadSeats.some(({ led }) => led !== null)) return 'DONE';
  if (state === 'NOT_COVERED') return 'NOT_COVERED';
  const held = leadSeats.filter(isHeld);
  if (held.some(({ accepted }) => accepted !== null)) return 'ACCEPTED';
  if (held.some(({ offered }) => offered !== null)) return 'PUBLISHED';
  return held.length > 0 ? 'PLACED' : 'NOT_COVERED';
}

/** Not ended: somebody leads the review, or is to. */
export function isHeld({ led, ended }: LeadSeatLife): boolean {
  return led !== null || ended === null;
}

/** The seat that says who leads the review and when: the furthest of those that are held; undefined: nobody does. */
export function standingSeat({
  leadSeats,
}: Pick<ReviewLife, 'leadSeats'>): LeadSeatLife | undefined {
  const rank = ({ led, accepted, offered }: LeadSeatLife): number =>
    led !== null ? 3 : accepted !== null ? 2 : offered !== null ? 1 : 0;
  return leadSeats.filter(isHeld).sort((a, b) => rank(b) - rank(a))[0];
}
