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

interface DatedGate {
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
  return datedGates(facts).flatMap((gate) => {
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
  const gates = [...datedGates(facts), standingGate(facts)];
  return term.slots.flatMap((slot) => {
    const reasons = [
      ...gates
        .filter(({ periods }) => !covers(periods, lastDay(slot)))
        .map((gate) => whyShut(gate, lastDay(slot))),
      ...missedTraining(facts, term, slot, today),
    ];
    return reasons.length === 0 ? [] : [{ ...slot, reason: reasons.join('; ') }];
  });
}

/**
 * Training days of the year that lie before the date and today, and were neither attended nor caught up.
 */
export function missedTrainingDays(
  facts: SeatFacts,
  term: SeatTerm,
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

function missedTraining(facts: SeatFacts, term: SeatTerm, slot: Slot, today: CivilDate): string[] {
  return missedTrainingDays(facts, term, firstDay(slot), today).map(
    (date) => `Training day of ${dateInWords(date)} neither attended nor caught up`,
  );
}

function datedGates(facts: SeatFacts): DatedGate[] {
  return [
    { name: 'Contract', missing: 'There is no contract', periods: facts.contracts },
    ...GATES.map((kind) => ({
      ...gateNames[kind],
      periods: facts.gates.filter(({ gate }) => gate === kind),
    })),
    { name: 'Known employer', missing: 'The employer is not known', periods: facts.employments },
  ];
}

function standingGate(facts: SeatFacts): DatedGate {
  return {
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
function whyShut({ name, missing, periods }: DatedGate, last: CivilDate): string {
  const ends = periods.flatMap(({ to }) => (to !== null && to < last ? [to] : [])).sort();
  const begins = periods.flatMap(({ from }) => (from > last ? [from] : [])).sort();
  const end = ends.at(-1);
  const [begin] = begins;
  if (end === undefined && begin === undefined) return missing;
  if (end === undefined) {
    return `${name} begins on ${dateInWords(begin ?? last)}, after the review’s last day`;
  }
  const next = begin === undefined ? '' : ` and begins again on ${dateInWords(begin)}`;
  return `${name} runs out on ${dateInWords(end)}, before the review’s last day${next}`;
}
