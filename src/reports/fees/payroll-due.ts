import { lastDay } from '../../calendar/slots.js';
import { type PaidSeat } from './paid-seat.js';

/** What was paid for a seat so far, by the batches that count. */
export interface PaidSoFar {
  seat: string;
  pence: number;
  /** The last line of the seat: the next one follows it. */
  last: string;
  /** Numbers of the batches, in order. */
  batches: number[];
}

/** A line that payroll is due: the pay of a seat, or what corrects it. */
export interface DueLine {
  seat: PaidSeat;
  pence: number;
  /** null: the seat’s first pay. */
  follows: string | null;
  /** Paid before. */
  paid: number;
  due: number;
}

/**
 * What a seat is due as things stand: its cost where its review is done, else nothing; null where it is done and the amount
 * is not known.
 */
export function dueOf(seat: PaidSeat): number | null {
  return seat.isPaid && seat.state === 'DONE' ? seat.cost.pence : 0;
}

/**
 * The lines that bring what was paid to what is due: once a seat, none where nothing differs or the amount is not known.
 * Whoever pays them has paid, seat by seat, exactly what is due.
 *
 * @param seats every seat there is
 * @param upTo first pay only for reviews whose last day is not after it; corrections are made whenever they are due
 */
export function dueLines(
  seats: readonly PaidSeat[],
  paid: readonly PaidSoFar[],
  { upTo, corrections }: { upTo: string; corrections: boolean },
): DueLine[] {
  const bySeat = new Map(paid.map((each) => [each.seat, each]));
  return seats.flatMap((seat): DueLine[] => {
    const due = dueOf(seat);
    const before = bySeat.get(seat.id ?? '');
    if (due === null || due === (before?.pence ?? 0)) return [];
    const isWanted = before === undefined ? lastDay(seat) <= upTo : corrections;
    if (!isWanted) return [];
    const already = before?.pence ?? 0;
    return [{ seat, pence: due - already, follows: before?.last ?? null, paid: already, due }];
  });
}
