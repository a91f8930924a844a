import { counted } from '../../allocations/summary/phrases.js';
import { type Awkward, AWKWARD } from './awkward-weeks.js';
import { tenths, withinOne } from './fair-share.js';
import { type FairnessFacts } from './fairness-facts.js';
import {
  awkwardInWords,
  AWKWARD_NAMES,
  furthestInWords,
  headlineOf,
  OUTCOME_WORDS,
  seatInWords,
  travelInWords,
} from './fairness-words.js';
import type {
  FairnessBehindQuery,
  FairnessPersonView,
  FairnessReport,
  FairnessReviews,
} from './fairness.schema.js';
import { type CommitmentIn } from './period-commitment.js';
import { peopleIn, type PersonFairness, type WeighedSeat } from './person-fairness.js';

type Told = Pick<
  FairnessReport,
  | 'headline'
  | 'number'
  | 'furthestWords'
  | 'travelWords'
  | 'awkwardWords'
  | 'kinds'
  | 'total'
  | 'people'
  | 'synthetic'
>;

/** What is told of these people; those furthest above their share first. */
export function fairnessTold(people: readonly PersonFairness[]): Told {
  const within = withinOne(people.map(({ load, share }) => [load, share]));
  const sum = (of: (person: PersonFairness) => number): number =>
    people.reduce((total, person) => total + of(person), 0);
  const load = sum((person) => person.load);
  return {
    headline: headlineOf(people),
    number:
      load === 0
        ? null
        : {
            percent: percentOf(within, people.length),
            words: 'of people carry within one review of their fair share',
          },
    furthestWords: furthestInWords(people),
    travelWords: travelInWords(people),
    awkwardWords: awkwardInWords(people),
    kinds: kindsOf(people),
    total: {
      people: people.length,
      commitment: tenths(sum(({ commitment }) => commitment)),
      load,
      seats: sum(({ seats }) => seats.length),
      miles: sum(({ miles }) => miles),
      nights: sum(({ nights }) => nights),
      awkward: sum(({ awkward }) => awkward),
    },
    people: [...people].sort((a, b) => b.load - b.share - (a.load - a.share)).map(personView),
    synthetic: people.some(({ person }) => person.synthetic),
  };
}

/** Ten years of a large partnership have tens of thousands of seats: gone through once. */
function kindsOf(people: readonly PersonFairness[]): FairnessReport['kinds'] {
  const seats = new Map<Awkward, number>();
  for (const person of people) {
    for (const { awkward } of person.seats) {
      for (const kind of awkward) seats.set(kind, (seats.get(kind) ?? 0) + 1);
    }
  }
  return AWKWARD.map((kind) => ({ kind, name: AWKWARD_NAMES[kind], seats: seats.get(kind) ?? 0 }));
}

function personView(each: PersonFairness): FairnessPersonView {
  const { person, load, share, side, seats, commitment } = each;
  return {
    lead: person.lead,
    name: person.name,
    synthetic: person.synthetic,
    region: person.region,
    commitment: tenths(commitment),
    load,
    share: tenths(share),
    difference: tenths(load - share),
    side,
    seats: seats.length,
    miles: each.miles,
    nights: each.nights,
    awkward: each.awkward,
    awkwardShare: tenths(each.awkwardShare),
  };
}

/** Each term that anybody carried anything in, looked at by itself. */
export async function trendOf(
  facts: FairnessFacts,
  weighed: readonly WeighedSeat[],
  commitmentIn: CommitmentIn,
): Promise<FairnessReport['trend']> {
  const byTerm = new Map<string, WeighedSeat[]>(facts.terms.map(({ id }) => [id, []]));
  for (const seat of weighed) byTerm.get(seat.held.termId)?.push(seat);
  const trend: FairnessReport['trend'] = [];
  for (const { id, name } of facts.terms) {
    const people = await peopleIn(facts, byTerm.get(id) ?? [], new Set([id]), commitmentIn);
    const reviews = people.reduce((sum, { load }) => sum + load, 0);
    if (reviews === 0) continue;
    const sitting = people.filter(({ seats }) => seats.length > 0);
    const seats = sitting.reduce((sum, person) => sum + person.seats.length, 0);
    const miles = sitting.reduce((sum, person) => sum + person.miles, 0);
    trend.push({
      term: id,
      name,
      people: people.length,
      reviews,
      withinPercent: percentOf(
        withinOne(people.map(({ load, share }) => [load, share])),
        people.length,
      ),
      milesEach: Math.round(miles / seats),
      awkwardWithinPercent: percentOf(
        withinOne(sitting.map((person) => [person.awkward, person.awkwardShare])),
        sitting.length,
      ),
    });
  }
  return trend;
}

/** The seats behind a figure, in order of time. */
export function seatsBehind(
  people: readonly PersonFairness[],
  { figure, lead, kind }: Pick<FairnessBehindQuery, 'figure' | 'lead' | 'kind'>,
  termName: (id: string) => string,
): FairnessReviews {
  const found = people
    .filter(({ person }) => lead === undefined || person.lead === lead)
    .flatMap(({ person, seats }) =>
      seats.filter((seat) => isBehind(seat, figure, kind)).map((seat) => ({ person, seat })),
    )
    .sort((a, b) => (key(a.seat) < key(b.seat) ? -1 : 1));
  const names = {
    load: 'that count towards the commitment',
    seats: 'with a seat, of any role',
    miles: `at a known distance: ${counted(milesOf(found), 'mile')} in all`,
    nights: 'with a night away',
    awkward: `in an awkward week${kind === undefined ? '' : `: ${AWKWARD_NAMES[kind].toLowerCase()}`}`,
  };
  return {
    title: `${counted(found.length, 'review')} ${names[figure]}`,
    items: found.map(({ person, seat, seat: { held, school } }) => ({
      review: held.review,
      urn: held.urn,
      school: school.name,
      region: school.region,
      term: termName(held.termId),
      lead: person.lead,
      name: person.name,
      outcomeWords: OUTCOME_WORDS[held.outcome],
      miles: seat.miles,
      ...seatInWords(seat),
    })),
  };
}

function milesOf(found: readonly { seat: WeighedSeat }[]): number {
  return found.reduce((sum, { seat }) => sum + (seat.miles ?? 0), 0);
}

function isBehind(
  { isLoad, isNightAway, awkward, miles }: WeighedSeat,
  figure: FairnessBehindQuery['figure'],
  kind: FairnessBehindQuery['kind'],
): boolean {
  switch (figure) {
    case 'load':
      return isLoad;
    case 'seats':
      return true;
    case 'miles':
      return miles !== null;
    case 'nights':
      return isNightAway;
    case 'awkward':
      return kind === undefined ? awkward.length > 0 : awkward.includes(kind);
  }
}

function key({ held: { week, window, review, role } }: WeighedSeat): string {
  return [week, window, review, role].join();
}

/** Rounded down, so that 100 means all. */
function percentOf(part: number, whole: number): number {
  return whole === 0 ? 100 : Math.floor((100 * part) / whole);
}
