import { type CivilDate } from '../calendar/civil-date.js';
import { firstDay, lastDay, type Slot } from '../calendar/slots.js';
import { dateInWords } from '../calendar/words.js';
import { holdsOn, type Span } from './dated.js';
import {
  GATES,
  type Gate,
  type SeatFacts,
  type SeatTerm,
  type UnavailableSlot,
} from './seat-facts.js';

/**
 * The gates common to all seats: docs/domain.md, "Who may take which seat". A gate that opens or runs
 * out inside the term shuts every window whose last day it does not cover.
 */

export const GATE_KINDS = ['CONTRACT', ...GATES, 'EMPLOYER', 'STANDING', 'TRAINING'] as const;
/** What every seat needs: the last is about training days, the others hold throughout periods. */
export type GateKind = (typeof GATE_KINDS)[number];

/** What decides whether gates are open to a person. */
export type GateFacts = Pick<
  SeatFacts,
  'standings' | 'gates' | 'contracts' | 'employments' | 'training'
>;

/** A gate that shuts a window to a person. */
export interface ShutGate {
  kind: GateKind;
  /** In words. */
  reason: string;
  /** The last day on which it was open before; null: there is none, or it is about training. */
  endsOn: CivilDate | null;
}

export interface DatedGate {
  kind: GateKind;
  /** As a sentence begins: "DBS check", "Contract". */
  name: string;
  /** When nothing at all is recorded. */
  missing: string;
  periods: readonly Span[];
}

const gateNames: Record<Gate, { name: string; missing: string }> = {
  DBS: { name: 'DBS check', missing: 'No enhanced DBS check is recorded' },
  CODE_OF_CONDUCT: {
    name: 'Code of conduct acknowledgement',
    missing: 'The code of conduct has not been acknowledged',
  },
  SAFEGUARDING_POLICY: {
    name: 'Safeguarding policy acknowledgement',
    missing: 'The safeguarding policy has not been acknowledged',
  },
};

/** Why no seat can be taken at all this term, each in words; empty when some window is open to each gate. */
export function gatesShutAllTerm(facts: SeatFacts, term: SeatTerm): string[] {
  return checkGates(facts).flatMap((gate) => {
    const coversSome = term.slots.some((slot) => covers(gate.periods, lastDay(slot)));
    if (coversSome) return [];
    const [slot] = term.slots;
    if (slot === undefined) return [];
    return [gate.periods.length === 0 ? gate.missing : whyShut(gate, lastDay(slot))];
  });
}

/**
 * The windows of the term that a gate or a missed training day shuts, in the term's order.
 *
 * @param today a training day that still lies ahead is not missing
 */
export function shutSlots(facts: SeatFacts, term: SeatTerm, today: CivilDate): UnavailableSlot[] {
  return term.slots.flatMap((slot) => {
    const shut = gatesShutting(facts, slot, term, today);
    if (shut.length === 0) return [];
    return [{ ...slot, reason: shut.map(({ reason }) => reason).join('; ') }];
  });
}

/** The gates that shut one window to a person, each with its reason; none: all are open. */
export function gatesShutting(
  facts: GateFacts,
  slot: Slot,
  term: Pick<SeatTerm, 'trainingDays'>,
  today: CivilDate,
): ShutGate[] {
  const last = lastDay(slot);
  const shut = datedGates(facts).filter(({ periods }) => !covers(periods, last));
  return [
    ...shut.map((gate) => ({
      kind: gate.kind,
      reason: whyShut(gate, last),
      endsOn: endedBefore(gate, last) ?? null,
    })),
    ...missedTraining(facts, term, slot, today),
  ];
}

/**
 * Training days of the year that lie before the date and today, and were neither attended nor caught up.
 */
export function missedTrainingDays(
  facts: Pick<SeatFacts, 'training'>,
  term: Pick<SeatTerm, 'trainingDays'>,
  before: CivilDate,
  today: CivilDate,
): CivilDate[] {
  return term.trainingDays.filter(
    (date) =>
      date < before &&
      date < today &&
      !facts.training.some(({ trainingDay }) => trainingDay === date),
  );
}

function missedTraining(
  facts: GateFacts,
  term: Pick<SeatTerm, 'trainingDays'>,
  slot: Slot,
  today: CivilDate,
): ShutGate[] {
  return missedTrainingDays(facts, term, firstDay(slot), today).map((date) => ({
    kind: 'TRAINING',
    reason: `Training day of ${dateInWords(date)} neither attended nor caught up`,
    endsOn: null,
  }));
}

/** Every gate that holds throughout periods, in the order in which they are told. */
export function datedGates(facts: Omit<GateFacts, 'training'>): DatedGate[] {
  return [...checkGates(facts), standingGate(facts)];
}

/** Those that can be told for a whole term. */
function checkGates(facts: Omit<GateFacts, 'training'>): DatedGate[] {
  return [
    {
      kind: 'CONTRACT',
      name: 'Contract',
      missing: 'There is no contract',
      periods: facts.contracts,
    },
    ...GATES.map((kind) => ({
      kind,
      ...gateNames[kind],
      periods: facts.gates.filter(({ gate }) => gate === kind),
    })),
    {
      kind: 'EMPLOYER',
      name: 'Known employer',
      missing: 'The employer is not known',
      periods: facts.employments,
    },
  ];
}

function standingGate(facts: Pick<SeatFacts, 'standings'>): DatedGate {
  return {
    kind: 'STANDING',
    name: 'Place in the pool or in induction',
    missing: 'Neither in the pool nor in induction',
    periods: facts.standings.filter(
      ({ standing }) => standing === 'IN_POOL' || standing === 'IN_INDUCTION',
    ),
  };
}

function covers(periods: readonly Span[], date: CivilDate): boolean {
  return periods.some((period) => holdsOn(period, date));
}

/** For a last day that no period covers. */
function whyShut(gate: DatedGate, last: CivilDate): string {
  const { name, missing, periods } = gate;
  const begins = periods.flatMap(({ from }) => (from > last ? [from] : [])).sort();
  const end = endedBefore(gate, last);
  const [begin] = begins;
  if (end === undefined && begin === undefined) return missing;
  if (end === undefined) {
    return `${name} begins on ${dateInWords(begin ?? last)}, after the review’s last day`;
  }
  const next = begin === undefined ? '' : ` and begins again on ${dateInWords(begin)}`;
  return `${name} runs out on ${dateInWords(end)}, before the review’s last day${next}`;
}

/** The last day before it on which the gate was open. */
function endedBefore({ periods }: DatedGate, last: CivilDate): CivilDate | undefined {
  return periods
    .flatMap(({ to }) => (to !== null && to < last ? [to] : []))
    .sort()
    .at(-1);
}
