import { addDays, type CivilDate } from '../../calendar/civil-date.js';
import { firstDay, lastDay, type Slot } from '../../calendar/slots.js';
import { dateInWords } from '../../calendar/words.js';
import { heldUntil, holdsOn } from '../../reviewers/dated.js';
import {
  type DatedGate,
  datedGates,
  type GateFacts,
  GATE_KINDS,
  type GateKind,
  gatesShutting,
} from '../../reviewers/gates.js';

/** Whether a booked review is concerned, or it ends soon, or it is not there now. */
export const URGENCIES = ['BOOKED', 'MISSING', 'SOON'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** Something that runs out or is missing, and the bookings that it concerns. */
export interface Finding<Booking extends Slot> {
  kind: GateKind;
  urgency: Urgency;
  words: string;
  /** Its last day; null: it is missing. */
  endsOn: CivilDate | null;
  /** In order of time. */
  bookings: Booking[];
}

export interface GateRules {
  asAt: CivilDate;
  /** Of the academic year. */
  trainingDays: readonly CivilDate[];
  /** So long before its end a contract is due for review, and a DBS check for renewal. */
  due: { contractDays: number; dbsDays: number };
}

/**
 * What runs out or is missing of one person, by the gates that seats are given by (src/reviewers/gates.ts): for each gate
 * the booked reviews whose last day it does not cover; where there is none, whether it is missing or ends soon. That is
 * told only of people in the pool or in induction: nobody else is asked to review.
 *
 * @param bookings seats held or planned of reviews that are not over
 */
export function gateFindings<Booking extends Slot>(
  facts: GateFacts,
  bookings: readonly Booking[],
  rules: GateRules,
): Finding<Booking>[] {
  const ahead = bookings
    .filter((booking) => lastDay(booking) >= rules.asAt)
    .sort((a, b) => (firstDay(a) < firstDay(b) ? -1 : 1));
  const shut = ahead.map((booking) => ({
    booking,
    gates: gatesShutting(facts, booking, rules, rules.asAt),
  }));
  return GATE_KINDS.flatMap((kind): Finding<Booking>[] => {
    const concerned = shut.filter(({ gates }) => gates.some((gate) => gate.kind === kind));
    const [first] = concerned;
    if (first === undefined) return withoutBooking(facts, kind, rules);
    const reasons = first.gates.filter((gate) => gate.kind === kind);
    return [
      {
        kind,
        urgency: 'BOOKED',
        words: reasons.map(({ reason }) => reason).join('; '),
        endsOn: reasons[0]?.endsOn ?? null,
        bookings: concerned.map(({ booking }) => booking),
      },
    ];
  });
}

function withoutBooking(
  facts: GateFacts,
  kind: GateKind,
  { asAt, due }: GateRules,
): Finding<never>[] {
  if (!facts.standings.some((each) => ACTIVE.has(each.standing) && holdsOn(each, asAt))) return [];
  const gate = datedGates(facts).find((each) => each.kind === kind);
  if (gate === undefined || kind === 'STANDING') return [];
  const until = heldUntil(gate.periods, asAt);
  if (until === undefined) {
    const { words, endsOn } = notNow(gate, asAt);
    return [{ kind, urgency: 'MISSING', words, endsOn, bookings: [] }];
  }
  const days = { CONTRACT: due.contractDays, DBS: due.dbsDays }[kind as string];
  if (until === null || days === undefined || until > addDays(asAt, days)) return [];
  const words =
    kind === 'CONTRACT'
      ? `Contract ends on ${dateInWords(until)}: due for review`
      : `${gate.name} runs out on ${dateInWords(until)}`;
  return [{ kind, urgency: 'SOON', words, endsOn: until, bookings: [] }];
}

const ACTIVE: ReadonlySet<string> = new Set(['IN_POOL', 'IN_INDUCTION']);

function notNow(
  { name, missing, periods }: DatedGate,
  asAt: CivilDate,
): { words: string; endsOn: CivilDate | null } {
  const ended = periods
    .flatMap(({ to }) => (to !== null && to < asAt ? [to] : []))
    .sort()
    .at(-1);
  const [begins] = periods.flatMap(({ from }) => (from > asAt ? [from] : [])).sort();
  const next = begins === undefined ? '' : `, and begins on ${dateInWords(begins)}`;
  if (ended !== undefined) {
    return { words: `${name} ran out on ${dateInWords(ended)}${next}`, endsOn: ended };
  }
  return begins === undefined
    ? { words: missing, endsOn: null }
    : { words: `${name} begins on ${dateInWords(begins)}`, endsOn: null };
}
