import { lastDay } from '../../calendar/slots.js';
import { type SeatHistory } from '../../commitments/counts.js';

/** Where a seat stands: done, or ahead with a yes, waiting for an answer, or only planned. */
export const SEAT_STATES = ['DONE', 'ACCEPTED', 'OFFERED', 'PLANNED'] as const;
export type SeatState = (typeof SEAT_STATES)[number];

/** A seat as far as where it stands hangs on what happened. */
export interface SeatAtMoment extends Pick<SeatHistory, 'week' | 'window'> {
  /** Only those of the moment. */
  events: readonly { kind: SeatHistory['events'][number]['kind'] }[];
  /** Of the review on the day; null: none is recorded. */
  reviewState: string | null;
  /** The review was taken off the register. */
  isRemoved: boolean;
  /** Taken and not given up, also where nothing has happened yet. */
  isOpen: boolean;
}

/** A review is done where it was led and neither cancelled nor taken off the register. Null: it came to nothing. */
export function seatState(seat: SeatAtMoment): SeatState | null {
  if (happened(seat, 'LED')) return isCalledOff(seat) ? null : 'DONE';
  if (isCalledOff(seat) || isPutOff(seat)) return null;
  if (['DECLINED', 'WITHDRAWN', 'CANCELLED'].some((kind) => happened(seat, kind))) return null;
  if (happened(seat, 'ACCEPTED')) return 'ACCEPTED';
  if (happened(seat, 'OFFERED')) return 'OFFERED';
  return seat.isOpen ? 'PLANNED' : null;
}

/** Its days are over and nobody recorded what became of it. */
export function isNotRecorded(seat: SeatAtMoment, asAt: string): boolean {
  const state = seatState(seat);
  return (state === 'ACCEPTED' || state === 'OFFERED') && lastDay(seat) < asAt;
}

/** It was recorded as led, and its review as called off: one of the two is wrong. */
export function isLedButCalledOff(seat: SeatAtMoment): boolean {
  return happened(seat, 'LED') && isCalledOff(seat);
}

function isCalledOff({ reviewState, isRemoved }: SeatAtMoment): boolean {
  return isRemoved || reviewState === 'CANCELLED';
}

function isPutOff({ reviewState }: SeatAtMoment): boolean {
  return reviewState === 'POSTPONED' || reviewState === 'NOT_COVERED';
}

function happened({ events }: SeatAtMoment, wanted: string): boolean {
  return events.some(({ kind }) => kind === wanted);
}
