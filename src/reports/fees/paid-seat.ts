import { type SeatFacts } from '../seats/seat-facts.js';
import { type SeatState } from '../seats/seat-state.js';
import { type SeatCost } from './seat-cost.js';

/** A seat with what it costs. */
export interface PaidSeat extends SeatFacts {
  /** Whether such seats are paid at all, by the setting of the review’s first day. */
  isPaid: boolean;
  /** Where it stands; null: it costs nothing as things stand. */
  state: SeatState | null;
  cost: SeatCost;
}
