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
  /** Told in words when they are read: of most seats they never are. */
  readonly parts: CostPart[];
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
  const amounts = amountsOf(seat, table);
  const { base, supplement, travel, nights } = amounts;
  const pence = travel === null || nights === null ? null : base + supplement + travel + nights;
  return {
    pence,
    get parts() {
      return partsOf(seat, table, amounts);
    },
    unknown: pence === null ? 'NO_PLACE' : null,
  };
}

/** Whole pence; null: not known. */
interface Amounts {
  base: number;
  supplement: number;
  travel: number | null;
  nights: number | null;
}

function amountsOf({ role, region, miles }: CostedSeat, table: FeeTable): Amounts {
  const own = { LEAD: null, QUALITY_ASSURER: table.assurerPence, SHADOW: table.shadowPence }[role];
  const { mileagePence } = table;
  const known = (pence: number | null, isPaid: boolean): number | null => (isPaid ? pence : 0);
  return {
    base: own ?? table.basePence,
    supplement: table.supplementPence[region] ?? 0,
    travel: known(miles === null ? null : Math.round(2 * miles * mileagePence), mileagePence > 0),
    nights: known(
      miles === null ? null : nightsStayed(miles, table) * table.overnightPence,
      table.overnightPence > 0 && table.nights.length > 0,
    ),
  };
}

function nightsStayed(miles: number, table: FeeTable): number {
  return table.nights.findLast(({ fromMiles }) => fromMiles <= miles)?.nights ?? 0;
}

const DONE_AS: Readonly<Record<SeatRole, string>> = {
  LEAD: 'leading',
  QUALITY_ASSURER: 'assuring quality',
  SHADOW: 'shadowing',
};

/** Those that are paid, as the amounts say. */
function partsOf(
  { role, region, miles }: CostedSeat,
  table: FeeTable,
  amounts: Amounts,
): CostPart[] {
  const { base, supplement, travel, nights } = amounts;
  const parts: CostPart[] = [
    { kind: 'BASE', pence: base, words: `Fee for ${DONE_AS[role]}: ${pounds(base)}` },
  ];
  if (supplement > 0) {
    const words = `Supplement, ${region}: ${pounds(supplement)}`;
    parts.push({ kind: 'SUPPLEMENT', pence: supplement, words });
  }
  const far = miles ?? 0;
  if (table.mileagePence > 0) {
    const words = `${(2 * far).toFixed(2)} road miles there and back at ${rate(table.mileagePence)} a mile`;
    parts.push({ kind: 'TRAVEL', pence: travel, words: toldOf('Travel', words, travel) });
  }
  if (nights !== 0) {
    const stayed = counted(nightsStayed(far, table), 'night');
    const words = `${stayed} at ${pounds(table.overnightPence)}, ${Math.floor(far)} miles from home`;
    parts.push({ kind: 'NIGHTS', pence: nights, words: toldOf('Nights', words, nights) });
  }
  return parts;
}

function toldOf(what: string, words: string, pence: number | null): string {
  return pence === null
    ? `${what}: the place of the home or of the school is not known`
    : `${words}: ${pounds(pence)}`;
}

function rate(pence: number): string {
  return pence < 100 ? `${pence}p` : pounds(pence);
}
