import { type EndedBy } from '../../commitments/counts.js';
import { isHeld, type LeadSeatLife, type ReviewLife } from './review-life.js';

/** What became of a lead seat that was offered and then ended. Each such seat is one change, of exactly one kind. */
export const CHANGE_KINDS = [
  'NEW_LEAD',
  'NEW_SLOT',
  'NEW_LEAD_AND_SLOT',
  'NO_LEAD',
  'CALLED_OFF',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export const CAUSERS = ['SCHOOL', 'LEAD_REVIEWER', 'PROGRAMME'] as const satisfies EndedBy[];

export interface Change {
  kind: ChangeKind;
  by: EndedBy;
  /** The seat that ended. */
  seat: LeadSeatLife;
  /** The seat that was offered next in the same term; null where none was. */
  next: LeadSeatLife | null;
}

/**
 * The changes after publication of one review: what the seat offered next, in the same term, has that the ended one had not.
 * A seat that is offered to the same person in the same slot again is no change.
 */
export function changesOf({ state, leadSeats }: Pick<ReviewLife, 'state' | 'leadSeats'>): Change[] {
  const offered = leadSeats.filter((seat) => seat.offered !== null).sort(byOffer);
  return offered.flatMap((seat, i) => {
    if (seat.ended === null || isHeld(seat)) return [];
    const next = offered.slice(i + 1).find(({ termId }) => termId === seat.termId) ?? null;
    const kind = next === null ? withoutNext(state) : kindOf(seat, next);
    return kind === null ? [] : [{ kind, by: seat.ended.by, seat, next }];
  });
}

/** In the order in which they were offered; those of one day by when they ended, the one that stands last. */
function byOffer(a: LeadSeatLife, b: LeadSeatLife): number {
  const key = ({ offered, ended, led, lead, week }: LeadSeatLife): string =>
    [offered, led === null ? (ended?.on ?? '9999') : '9999', week, lead].join();
  return key(a) < key(b) ? -1 : 1;
}

function withoutNext(state: ReviewLife['state']): ChangeKind {
  return state === 'CANCELLED' || state === 'POSTPONED' ? 'CALLED_OFF' : 'NO_LEAD';
}

function kindOf(seat: LeadSeatLife, next: LeadSeatLife): ChangeKind | null {
  const isOther = next.lead !== seat.lead;
  const isMoved = next.week !== seat.week || next.window !== seat.window;
  if (isOther) return isMoved ? 'NEW_LEAD_AND_SLOT' : 'NEW_LEAD';
  return isMoved ? 'NEW_SLOT' : null;
}
