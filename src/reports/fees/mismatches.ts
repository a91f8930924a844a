import { lastDay } from '../../calendar/slots.js';
import { dateInWords, slotInWords } from '../../calendar/words.js';
import { seatKey } from '../seats/seat-facts.js';
import { type PaidSeat } from './paid-seat.js';
import { type MismatchKind, mismatchName } from './cost-words.js';
import { dueOf, type PaidSoFar } from './payroll-due.js';
import { pounds } from './pounds.js';
import { isLedButCalledOff, isNotRecorded } from '../seats/seat-state.js';
import type { MismatchView } from './fees.schema.js';

interface Found {
  kind: MismatchKind;
  words: string;
}

/** Whatever keeps costs and payroll from agreeing with what happened, in the order of the reviews. */
export function mismatchesOf(
  seats: readonly PaidSeat[],
  paid: readonly PaidSoFar[],
  asAt: string,
): MismatchView[] {
  const bySeat = new Map(paid.map((each) => [each.seat, each]));
  return seats.flatMap((seat) => {
    const before = bySeat.get(seat.id ?? '');
    const due = dueOf(seat);
    return [...ofRecord(seat, asAt), ...ofPayroll(due, before)].map(({ kind, words }) => ({
      kind,
      name: mismatchName(kind),
      words,
      key: `${kind} ${seatKey(seat)}`,
      review: seat.review,
      urn: seat.urn,
      school: seat.school,
      region: seat.region,
      termId: seat.termId,
      lead: seat.lead,
      person: seat.name,
      when: slotInWords(seat.week, seat.window),
      due,
      paid: before?.pence ?? null,
      difference: kind === 'AMOUNT_CHANGED' && due !== null ? due - (before?.pence ?? 0) : null,
    }));
  });
}

function ofRecord(seat: PaidSeat, asAt: string): Found[] {
  if (!seat.isPaid) return [];
  if (isLedButCalledOff(seat)) {
    const words = seat.isRemoved
      ? 'Recorded as led, and the review was taken off the register. It is not paid'
      : 'Recorded as led, and the review as cancelled: one of the two is wrong. It is not paid';
    return [{ kind: 'LED_BUT_CALLED_OFF', words }];
  }
  const notRecorded: Found[] = isNotRecorded(seat, asAt)
    ? [
        {
          kind: 'NOT_RECORDED',
          words: `${seat.state === 'ACCEPTED' ? 'Accepted' : 'Offered'}, over since ${dateInWords(lastDay(seat))}, and not recorded as led. It is not paid`,
        },
      ]
    : [];
  return [...notRecorded, ...withoutAmount(seat)];
}

function withoutAmount({ state, cost }: PaidSeat): Found[] {
  if (state === null || cost.unknown === null) return [];
  const why = cost.parts.filter(({ pence }) => pence === null).map(({ words }) => words);
  if (cost.unknown === 'NO_PLACE') return [{ kind: 'PLACE_UNKNOWN', words: why.join('; ') }];
  return state === 'DONE' ? [{ kind: 'LED_WITHOUT_FEE', words: why.join('; ') }] : [];
}

function ofPayroll(due: number | null, before: PaidSoFar | undefined): Found[] {
  if (before === undefined || before.pence === due) return [];
  const batches = before.batches.map((number) => `payroll ${number}`).join(', ');
  const paid = `${pounds(before.pence)} was paid (${batches})`;
  return [
    {
      kind: 'AMOUNT_CHANGED',
      words:
        due === null
          ? `${paid}, and what is due is not known any more`
          : `${paid}, and ${pounds(due)} is due: ${due > before.pence ? 'pay' : 'take back'} ${pounds(Math.abs(due - before.pence))}`,
    },
  ];
}
