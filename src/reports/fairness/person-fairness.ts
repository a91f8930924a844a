import { seatJourney } from '../../allocations/snapshot/seat-journey.js';
import { inTurns } from '../../platform/turns.js';
import { homeOn } from '../seats/homes.js';
import { type Awkward, awkwardOf } from './awkward-weeks.js';
import { fairShares, type Side, sideOf } from './fair-share.js';
import {
  type FairnessFacts,
  type FairnessPerson,
  type FairnessSchool,
  type HeldSeat,
} from './fairness-facts.js';
import { type CommitmentIn, weeksOf } from './period-commitment.js';

/** A seat with what it asks of the person. */
export interface WeighedSeat {
  held: HeldSeat;
  school: FairnessSchool;
  /** Whole road miles from home to the school, so that what is shown adds up; null: not known where the school is. */
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
export async function weighSeats(facts: FairnessFacts): Promise<WeighedSeat[]> {
  const people = new Map(facts.people.map((person) => [person.lead, person]));
  const terms = new Map(facts.terms.map((term) => [term.id, term]));
  const { settings, bankHolidays } = facts;
  const policy = settings.policies.byName[settings.policies.defaultName];
  // Few weeks and many seats: each slot of a term is looked at once.
  const known = new Map<string, Awkward[]>();
  const kindsOf = (seat: HeldSeat, isFar: boolean): Awkward[] => {
    const key = `${seat.week} ${seat.window} ${seat.termId} ${isFar}`;
    const weeks = terms.get(seat.termId)?.weeks ?? [];
    const kinds = known.get(key) ?? awkwardOf(seat, { weeks, bankHolidays }, isFar);
    known.set(key, kinds);
    return kinds;
  };
  return inTurns(facts.seats, (held) => {
    const person = people.get(held.lead);
    const school = facts.schools.get(held.urn);
    if (school === undefined)
      throw new Error(`A seat is of a school without a record: ${held.urn}.`);
    const { lat, lon } = school;
    const journey =
      person === undefined || policy === undefined || lat === null || lon === null
        ? null
        : seatJourney(homeOn(person, held), { lat, lon }, policy);
    const isNightAway = journey?.isNightAway ?? false;
    return {
      held,
      school,
      miles: journey === null ? null : Math.round(journey.miles),
      isNightAway,
      awkward: kindsOf(held, isNightAway),
      isLoad: settings.seatsThatCount.commitment[held.role],
    };
  });
}

/**
 * Everybody with a commitment or a seat in these terms, by name.
 *
 * @param terms ids
 */
export async function peopleIn(
  facts: FairnessFacts,
  weighed: readonly WeighedSeat[],
  terms: ReadonlySet<string>,
  commitmentIn: CommitmentIn,
): Promise<PersonFairness[]> {
  const weeks = weeksOf(facts.terms.filter(({ id }) => terms.has(id)));
  const seatsOf = new Map<string, WeighedSeat[]>();
  for (const seat of weighed) {
    const { lead, termId } = seat.held;
    if (!terms.has(termId)) continue;
    const own = seatsOf.get(lead);
    if (own === undefined) seatsOf.set(lead, [seat]);
    else own.push(seat);
  }
  const everybody = await inTurns(facts.people, (person) => {
    const seats = seatsOf.get(person.lead) ?? [];
    return {
      person,
      seats,
      load: seats.filter(({ isLoad }) => isLoad).length,
      commitment: commitmentIn(person, weeks),
      miles: seats.reduce((sum, { miles }) => sum + (miles ?? 0), 0),
      nights: seats.filter(({ isNightAway }) => isNightAway).length,
      awkward: seats.filter(({ awkward }) => awkward.length > 0).length,
    };
  });
  const counted = everybody.filter(({ seats, commitment }) => seats.length > 0 || commitment > 0);
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
