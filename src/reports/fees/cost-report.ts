import { slotInWords } from '../../calendar/words.js';
import { seatKey } from '../seats/seat-facts.js';
import { type PaidSeat } from './paid-seat.js';
import { SEAT_STATES, type SeatState } from '../seats/seat-state.js';
import { pounds } from './pounds.js';
import { STATE_WORDS, UNKNOWN_WORDS } from './cost-words.js';
import type { AmountsView, CostRow, SeatView } from './fees.schema.js';

/** A seat that costs something. */
export type CostedSeat = PaidSeat & { state: SeatState };

export interface CostFilter {
  term?: string | undefined;
  region?: string | undefined;
  lead?: string | undefined;
}

export function isShown(seat: PaidSeat, { term, region, lead }: CostFilter): boolean {
  return (
    (term === undefined || seat.termId === term) &&
    (region === undefined || seat.region === region) &&
    (lead === undefined || seat.lead === lead)
  );
}

/** Those that cost something as things stand. */
export function costedSeats(seats: readonly PaidSeat[]): CostedSeat[] {
  return seats.filter((seat): seat is CostedSeat => seat.isPaid && seat.state !== null);
}

/** What seats cost, by where they stand; amounts that are not known are counted apart and in no sum. */
export function amountsOf(seats: readonly CostedSeat[]): AmountsView {
  const one = (states: readonly SeatState[]): AmountsView['all'] => {
    const own = seats.filter(({ state }) => states.includes(state));
    return {
      pence: own.reduce((sum, { cost }) => sum + (cost.pence ?? 0), 0),
      seats: own.length,
      unknown: own.filter(({ cost }) => cost.pence === null).length,
    };
  };
  return {
    DONE: one(['DONE']),
    ACCEPTED: one(['ACCEPTED']),
    OFFERED: one(['OFFERED']),
    PLANNED: one(['PLANNED']),
    all: one(SEAT_STATES),
  };
}

/** A row for each group, in the order in which `names` has them. */
export function costRows(
  seats: readonly CostedSeat[],
  groupOf: (seat: CostedSeat) => string,
  names: ReadonlyMap<string, string>,
): CostRow[] {
  const groups = new Map<string, CostedSeat[]>();
  for (const seat of seats) {
    const key = groupOf(seat);
    const own = groups.get(key) ?? [];
    own.push(seat);
    groups.set(key, own);
  }
  return [...names].flatMap(([key, name]) => {
    const own = groups.get(key);
    return own === undefined ? [] : [{ key, name, amounts: amountsOf(own) }];
  });
}

export function seatView(seat: CostedSeat): SeatView {
  const { review, urn, school, region, termId, role, lead, name, week, window, state, cost } = seat;
  return {
    key: seatKey(seat),
    review,
    urn,
    school,
    region,
    termId,
    role,
    lead,
    name,
    week,
    when: slotInWords(week, window),
    state,
    stateWords: STATE_WORDS[state],
    pence: cost.pence,
    amountWords: cost.pence === null ? UNKNOWN_WORDS[cost.unknown ?? 'NO_FEE'] : pounds(cost.pence),
    parts: cost.parts.map(({ kind, pence, words }) => ({ kind, pence, words })),
  };
}
