import { dateInWords } from '../../calendar/words.js';
import { counted } from '../../allocations/summary/phrases.js';
import { type SeatRole } from '../../commitments/counts.js';
import { type FeeTable } from '../../settings/fee-table.js';
import { pounds } from './pounds.js';

/** What the cost of a seat hangs on. */
export interface CostedSeat {
  role: SeatRole;
  /** Of the school. */
  region: string;
  /** The review’s first day: by its fee table the whole review is paid. */
  firstDay: string;
  /** Road miles one way; null: the place of the home or of the school is not known. */
  miles: number | null;
}

export type CostPartKind = 'BASE' | 'SUPPLEMENT' | 'TRAVEL' | 'NIGHTS';

export interface CostPart {
  kind: CostPartKind;
  /** Whole pence; null: not known. */
  pence: number | null;
  /** How it came about. */
  words: string;
}

/** Why no amount can be given. */
export type NoAmount = 'NO_FEE' | 'NO_PLACE';

export interface SeatCost {
  /** Whole pence, the sum of the parts; null where one of them is not known. */
  pence: number | null;
  parts: CostPart[];
  /** null: the amount is known. */
  unknown: NoAmount | null;
}

/**
 * What one paid seat costs: base fee of its role, regional supplement, travel and nights. docs/domain.md, "Fee".
 * Travel is the miles there and back times the rate, rounded to whole pence once, half up; everything else is whole pence
 * already, so that sums are exact.
 *
 * @param table the one in force on the review’s first day; null: none
 */
export function costOf(seat: CostedSeat, table: FeeTable | null): SeatCost {
  if (table === null) {
    const words = `Fee not set on ${dateInWords(seat.firstDay)}`;
    return { pence: null, parts: [{ kind: 'BASE', pence: null, words }], unknown: 'NO_FEE' };
  }
  const parts = [
    base(seat, table),
    ...supplement(seat, table),
    ...travel(seat, table),
    ...nights(seat, table),
  ];
  const known = parts.flatMap(({ pence }) => (pence === null ? [] : [pence]));
  return known.length === parts.length
    ? { pence: known.reduce((sum, pence) => sum + pence, 0), parts, unknown: null }
    : { pence: null, parts, unknown: 'NO_PLACE' };
}

const DONE_AS: Readonly<Record<SeatRole, string>> = {
  LEAD: 'leading',
  QUALITY_ASSURER: 'assuring quality',
  SHADOW: 'shadowing',
};

function base({ role }: CostedSeat, table: FeeTable): CostPart {
  const own = { LEAD: null, QUALITY_ASSURER: table.assurerPence, SHADOW: table.shadowPence }[role];
  const pence = own ?? table.basePence;
  return { kind: 'BASE', pence, words: `Fee for ${DONE_AS[role]}: ${pounds(pence)}` };
}

function supplement({ region }: CostedSeat, { supplementPence }: FeeTable): CostPart[] {
  const pence = supplementPence[region] ?? 0;
  return pence === 0
    ? []
    : [{ kind: 'SUPPLEMENT', pence, words: `Supplement, ${region}: ${pounds(pence)}` }];
}

const NO_PLACE = 'the place of the home or of the school is not known';

function travel({ miles }: CostedSeat, { mileagePence }: FeeTable): CostPart[] {
  if (mileagePence === 0) return [];
  if (miles === null) return [{ kind: 'TRAVEL', pence: null, words: `Travel: ${NO_PLACE}` }];
  const pence = Math.round(2 * miles * mileagePence);
  const words = `${(2 * miles).toFixed(2)} road miles there and back at ${rate(mileagePence)} a mile: ${pounds(pence)}`;
  return [{ kind: 'TRAVEL', pence, words }];
}

function rate(pence: number): string {
  return pence < 100 ? `${pence}p` : pounds(pence);
}

function nights({ miles }: CostedSeat, table: FeeTable): CostPart[] {
  const { overnightPence } = table;
  if (overnightPence === 0 || table.nights.length === 0) return [];
  if (miles === null) return [{ kind: 'NIGHTS', pence: null, words: `Nights: ${NO_PLACE}` }];
  const stayed = table.nights.findLast(({ fromMiles }) => fromMiles <= miles)?.nights ?? 0;
  if (stayed === 0) return [];
  const pence = stayed * overnightPence;
  const words = `${counted(stayed, 'night')} at ${pounds(overnightPence)}, ${Math.floor(miles)} miles from home: ${pounds(pence)}`;
  return [{ kind: 'NIGHTS', pence, words }];
}
