import type { SeatRow } from '../problem.js';
import type { StopPivoting } from './network-simplex.js';
import type { Seated } from './seat-seconds.js';

/** Where a search ended. */
export interface SearchResult {
  /** Proven: no plan costs less, lexicographically, in the levels of the network. Null: nothing keeps the pins. */
  bound: readonly number[] | null;
  /** No plan of those that were looked for costs less, in levels; null: nothing is known. */
  least: readonly number[] | null;
  /** A plan that attains the bound, when there is one. */
  seated: Seated | null;
  status: 'ATTAINED' | 'INFEASIBLE' | 'LIMIT' | 'STOPPED';
}

export interface SearchStrategy {
  /** Best first proves; a dive finds some good plan soon; a plunge looks at no sibling on its way and finds any plan. */
  order: 'BEST_FIRST' | 'DIVE' | 'PLUNGE';
  /**
   * Whether the new leads who are stuck are assured one by one, each in some week, which soon ends where assurers abound;
   * or all needs of assurers flow before any is refined, which bounds well where they are scarce.
   */
  assurers: 'ONE_BY_ONE' | 'ALL_FIRST';
}

export interface SearchLimits {
  shouldStop: StopPivoting;
  mostNodes: number;
  /** Takes every plan on the way; returns what it costs, in levels. */
  offer(rows: SeatRow[]): readonly number[];
  /** What the best plan so far costs, in levels; null: none is known. */
  best(): readonly number[] | null;
  /** No plan has more shadows. */
  mostShadows: number;
}
