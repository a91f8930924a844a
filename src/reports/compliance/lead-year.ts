import { roomInTerm } from '../../allocations/alone/room-left.js';
import { type CivilDate } from '../../calendar/civil-date.js';
import {
  countSeats,
  type SeatCounts,
  type SeatOutcome,
  seatOutcome,
} from '../../commitments/counts.js';
import { isInContract, type Minimum, minimumFor } from '../../commitments/minimum.js';
import { overlaps } from '../../reviewers/dated.js';
import { attribute, type Cause, shortfallOf } from './attribution.js';
import { type Standing, standingOf } from './standing.js';
import { type LeadFacts, type LeadSeat, type YearFacts } from './year-facts.js';

/** One person's year as it stood on a day. */
export interface LeadYear {
  minimum: Minimum;
  counts: SeatCounts;
  /** Reviews still to place. */
  shortfall: number;
  causes: Record<Cause, number>;
  /** The most reviews that the year can come to, by the forecast; null: it knows nothing of them. */
  best: number | null;
  /** The most reviews that could still be added: by the forecast, else as many as the school weeks left could take. */
  room: number;
  standing: Standing;
  /** Each seat that counts for something, with what it counts as. */
  seats: { seat: LeadSeat; outcome: SeatOutcome }[];
}

/**
 * Counts one person's year: only what is dated until `asAt` has happened. The counting itself is that of
 * src/commitments; docs/compliance.md says what follows from it.
 */
export function leadYear(facts: LeadFacts, year: YearFacts, asAt: CivilDate): LeadYear {
  const seats = facts.seats.map((seat) => ({
    ...seat,
    events: seat.events.filter(({ on }) => on <= asAt),
  }));
  const { settings, bankHolidays } = year;
  const minimum = minimumFor(
    {
      contracts: facts.contracts,
      employments: facts.employments,
      override: facts.overrides.find(({ decidedOn }) => decidedOn <= asAt) ?? null,
    },
    weeksOf(year),
    settings.minimum,
  );
  const counts = countSeats(seats, settings, bankHolidays);
  const shortfall = shortfallOf({ minimum: minimum.reviews, ...counts });
  const best = year.forecast?.best[facts.lead] ?? null;
  const held = counts.led + counts.confirmedAhead + counts.awaitingAnswer;
  const room = best === null ? roomLeft(facts, seats, year, asAt) : Math.max(0, best - held);
  return {
    minimum,
    counts,
    shortfall,
    best,
    room,
    causes: attribute({ minimum: minimum.reviews, ...counts, ...mostOf(facts, seats, year) }),
    standing: standingOf({ minimum: minimum.reviews, led: counts.led, shortfall, room }),
    seats: seats.flatMap((seat) => {
      const outcome = seatOutcome(seat, settings, bankHolidays);
      return outcome === null ? [] : [{ seat, outcome }];
    }),
  };
}

/** The Mondays of the year's school weeks, each once. */
export function weeksOf({ terms }: YearFacts): CivilDate[] {
  return [...new Set(terms.flatMap(({ weeks }) => weeks))].sort();
}

/** Held or done: it takes the person's week, whatever seat it is. */
function takesWeek({ events }: LeadSeat): boolean {
  const happened = (kinds: readonly string[]): boolean =>
    events.some(({ kind }) => kinds.includes(kind));
  return events.length > 0 && !happened(['DECLINED', 'WITHDRAWN', 'CANCELLED']);
}

function roomLeft(
  facts: LeadFacts,
  seats: readonly LeadSeat[],
  { terms, settings }: YearFacts,
  asAt: CivilDate,
): number {
  const taken = new Set(seats.filter(takesWeek).map(({ week }) => week));
  return terms.reduce((sum, term) => {
    const serves = facts.employments.some(
      (each) => each.servingLeader && overlaps(each, { from: term.startsOn, to: term.endsOn }),
    );
    const isFree = (week: CivilDate): boolean => week > asAt && isInContract(facts.contracts, week);
    const cap = serves ? settings.termCap.servingLeader : settings.termCap.lead;
    return sum + roomInTerm(term.weeks, { isFree, taken }, { rest: settings.rest, cap });
  }, 0);
}

/**
 * What the year permitted at most: of each term what was worked out, and never less than was held there. Where nothing
 * is known of some term nothing is blamed on dates or rules: they could make up for the others yet.
 */
function mostOf(
  { lead }: LeadFacts,
  seats: readonly LeadSeat[],
  { terms, settings }: YearFacts,
): { mostByAvailability: number | null; mostByAllRules: number | null } {
  let [dates, rules] = [0, 0];
  for (const { id, most, weeks } of terms) {
    if (most === null) return { mostByAvailability: null, mostByAllRules: null };
    const held = seats.filter(
      (seat) =>
        seat.termId === id && settings.seatsThatCount.commitment[seat.role] && takesWeek(seat),
    ).length;
    // Whoever may take no seat in the term is not in its problem: that is the rules' doing, not that of their dates.
    const [byAvailability, byAllRules] = most.of[lead] ?? [weeks.length, 0];
    dates += Math.max(byAvailability, held);
    rules += Math.max(byAllRules, held);
  }
  return { mostByAvailability: dates, mostByAllRules: rules };
}
