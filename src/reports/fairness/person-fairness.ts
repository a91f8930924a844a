import { seatJourney } from '../../allocations/snapshot/seat-journey.js';
import { addDays, type CivilDate } from '../../calendar/civil-date.js';
import { minimumFor } from '../../commitments/minimum.js';
import { holdsOn } from '../../reviewers/dated.js';
import { type Awkward, awkwardOf } from './awkward-weeks.js';
import { fairShares, type Side, sideOf } from './fair-share.js';
import {
  type FairnessFacts,
  type FairnessPerson,
  type FairnessTerm,
  type HeldSeat,
} from './fairness-facts.js';

/** A seat with what it asks of the person. */
export interface WeighedSeat extends HeldSeat {
  /** Road miles from home to the school; null: not known where the school is. */
  miles: number | null;
  /** Further than the distance from which people stay overnight. */
  isNightAway: boolean;
  awkward: Awkward[];
  /** Counts towards the commitment. */
  isLoad: boolean;
}

/** What one person carried in a period, beside what would be even. */
export interface PersonFairness {
  person: FairnessPerson;
  /** Reviews that count towards the commitment: led, accepted, or offered and not answered. */
  load: number;
  /** The part of the commitment that falls into the period. */
  commitment: number;
  /** The fair share of all that is carried. */
  share: number;
  side: Side;
  /** Every seat, whatever its role. */
  seats: WeighedSeat[];
  /** Of all seats, as far as it is known where the schools are. */
  miles: number;
  nights: number;
  awkward: number;
  /** The awkward seats that would be even: in proportion to all their seats. */
  awkwardShare: number;
}

/** What each seat asks of its person; worked out once for all periods. */
export function weighSeats(facts: FairnessFacts): WeighedSeat[] {
  const people = new Map(facts.people.map((person) => [person.lead, person]));
  const terms = new Map(facts.terms.map((term) => [term.id, term]));
  const { settings, bankHolidays } = facts;
  const policy = settings.policies.byName[settings.policies.defaultName];
  return facts.seats.map((seat) => {
    const home = people.get(seat.lead);
    const { lat, lon } = seat;
    const journey =
      home === undefined || policy === undefined || lat === null || lon === null
        ? null
        : seatJourney(home, { lat, lon }, policy);
    const isNightAway = journey?.isNightAway ?? false;
    const weeks = terms.get(seat.termId)?.weeks ?? [];
    return {
      ...seat,
      miles: journey?.miles ?? null,
      isNightAway,
      awkward: awkwardOf(seat, { weeks, bankHolidays }, isNightAway),
      isLoad: settings.seatsThatCount.commitment[seat.role],
    };
  });
}

/**
 * Everybody with a commitment or a seat in these terms, by name.
 *
 * @param terms ids
 * @param asAt an agreed exception counts from the day on which it was decided
 */
export function peopleIn(
  facts: FairnessFacts,
  weighed: readonly WeighedSeat[],
  terms: ReadonlySet<string>,
  asAt: CivilDate,
): PersonFairness[] {
  const seatsOf = new Map<string, WeighedSeat[]>();
  for (const seat of weighed) {
    if (!terms.has(seat.termId)) continue;
    const own = seatsOf.get(seat.lead);
    if (own === undefined) seatsOf.set(seat.lead, [seat]);
    else own.push(seat);
  }
  const counted = facts.people
    .map((person) => {
      const seats = seatsOf.get(person.lead) ?? [];
      return {
        person,
        seats,
        load: seats.filter(({ isLoad }) => isLoad).length,
        commitment: commitmentIn(facts, person, terms, asAt),
        miles: seats.reduce((sum, { miles }) => sum + (miles ?? 0), 0),
        nights: seats.filter(({ isNightAway }) => isNightAway).length,
        awkward: seats.filter(({ awkward }) => awkward.length > 0).length,
      };
    })
    .filter(({ seats, commitment }) => seats.length > 0 || commitment > 0);
  const shares = fairShares(counted);
  // By the same rule: in proportion to all the seats that a person has.
  const awkwardShares = fairShares(
    counted.map(({ awkward, seats }) => ({ load: awkward, commitment: seats.length })),
  );
  return counted.map((each, i) => {
    const share = shares[i] ?? 0;
    return { ...each, share, side: sideOf(each.load, share), awkwardShare: awkwardShares[i] ?? 0 };
  });
}

/**
 * The part of a person's commitment that falls into some terms: of each year the minimum × the school weeks of the contract
 * that lie in them ÷ all the school weeks of the contract. Not rounded.
 */
export function commitmentIn(
  { terms, settings }: Pick<FairnessFacts, 'terms' | 'settings'>,
  { contracts, overrides, employments }: FairnessPerson,
  chosen: ReadonlySet<string>,
  asAt: CivilDate,
): number {
  const years = new Set(terms.filter(({ id }) => chosen.has(id)).map((term) => term.academicYear));
  let sum = 0;
  for (const year of years) {
    const own = contracts.filter(({ academicYear }) => academicYear === year);
    const ofYear = terms.filter(({ academicYear }) => academicYear === year);
    const override = overrides.find(
      ({ academicYear, decidedOn }) => academicYear === year && decidedOn <= asAt,
    );
    if (own.length === 0 && override === undefined) continue;
    const weeks = weeksIn(ofYear);
    const { reviews } = minimumFor(
      { contracts: own, employments, override: override ?? null },
      weeks,
      settings.minimum,
    );
    const isInside = (week: CivilDate): boolean =>
      own.some((span) => holdsOn(span, addDays(week, 2)));
    // An exception for somebody without a contract is spread over the whole year.
    const inside = own.length === 0 ? weeks : weeks.filter(isInside);
    const part = weeksIn(ofYear.filter(({ id }) => chosen.has(id)));
    const inPart = inside.filter((week) => part.includes(week)).length;
    sum += inside.length === 0 ? 0 : (reviews * inPart) / inside.length;
  }
  return sum;
}

function weeksIn(terms: readonly FairnessTerm[]): CivilDate[] {
  return [...new Set(terms.flatMap(({ weeks }) => weeks))].sort();
}
