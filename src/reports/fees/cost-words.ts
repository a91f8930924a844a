import { dateInWords } from '../../calendar/words.js';
import { counted } from '../../allocations/summary/phrases.js';
import { type FeeTable } from '../../settings/fee-table.js';
import { type NoAmount } from './seat-cost.js';
import { type SeatState } from '../seats/seat-state.js';
import { pounds } from './pounds.js';
import type { AmountsView } from './fees.schema.js';

/** Everything the report of costs says in words. */

export const STATE_WORDS: Readonly<Record<SeatState, string>> = {
  DONE: 'Done',
  ACCEPTED: 'Accepted',
  OFFERED: 'Offered, no answer yet',
  PLANNED: 'In the plan, not offered yet',
};

export const UNKNOWN_WORDS: Readonly<Record<NoAmount, string>> = {
  NO_FEE: 'Fee not set',
  NO_PLACE: 'Not known: a place is missing',
};

/** "£41,230.00 for 130 paid seats done, and £52,100.00 forecast for 160 ahead: £93,330.00 in all." */
export function headlineOf({ DONE, all }: AmountsView): string {
  if (all.seats === 0) return 'Nothing costs anything here: no paid seat is done or ahead.';
  if (all.unknown === all.seats) {
    return `Fee not set: ${counted(all.seats, 'paid seat')}, and no amount for any of them.`;
  }
  const sum = sumInWords(DONE, { pence: all.pence - DONE.pence, seats: all.seats - DONE.seats });
  return all.unknown === 0
    ? sum
    : `${sum} ${counted(all.unknown, 'seat')} ${all.unknown === 1 ? 'has' : 'have'} no amount yet and ${all.unknown === 1 ? 'is' : 'are'} in no sum.`;
}

type Amount = Pick<AmountsView['all'], 'pence' | 'seats'>;

function sumInWords(done: Amount, ahead: Amount): string {
  if (done.seats === 0) {
    return `${pounds(ahead.pence)} forecast for ${counted(ahead.seats, 'paid seat')} ahead, and none done yet.`;
  }
  const soFar = `${pounds(done.pence)} for ${counted(done.seats, 'paid seat')} done`;
  return ahead.seats === 0
    ? `${soFar}, and none ahead.`
    : `${soFar}, and ${pounds(ahead.pence)} forecast for ${ahead.seats} ahead: ${pounds(done.pence + ahead.pence)} in all.`;
}

/** What is in force on the day. */
export function tableInWords(table: FeeTable | null, asAt: string): string {
  if (table === null) return `Fee not set on ${dateInWords(asAt)}.`;
  const { basePence, mileagePence, overnightPence, isInvented } = table;
  const supplements = Object.values(table.supplementPence).filter((pence) => pence > 0).length;
  return [
    isInvented ? 'These fees are invented, for demonstration.' : '',
    `On ${dateInWords(asAt)}: ${pounds(basePence)} a review, ${supplements === 0 ? 'no regional supplement' : `supplements in ${counted(supplements, 'region')}`}, ${mileagePence}p a mile, ${pounds(overnightPence)} a night. Each review is paid by the fees of its first day.`,
  ]
    .filter((text) => text !== '')
    .join(' ');
}

const MISMATCH_NAMES = {
  LED_WITHOUT_FEE: 'Led, and no fee was set',
  PLACE_UNKNOWN: 'A place is not known',
  NOT_RECORDED: 'Over, and not recorded as led',
  LED_BUT_CALLED_OFF: 'Led, and the review was cancelled',
  AMOUNT_CHANGED: 'Another amount than was paid',
} as const;
export type MismatchKind = keyof typeof MISMATCH_NAMES;
export const MISMATCH_KINDS = Object.keys(MISMATCH_NAMES) as [MismatchKind, ...MismatchKind[]];
export const mismatchName = (kind: MismatchKind): string => MISMATCH_NAMES[kind];
