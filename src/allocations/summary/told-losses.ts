import { type DropOut, type DropOuts } from '../../solver/explain/drop-out.js';
import { type AimPrice } from '../../solver/explain/price.js';
import { type DisturbanceLine } from '../../solver/explain/re-plan.js';
import { type AimResult } from '../../solver/plan.js';
import { type SeatRow } from '../../solver/problem.js';
import {
  type Difference,
  differencesInWords,
  disturbanceInWords,
  dropOutInWords,
} from './loss-words.js';
import { type PlanNames } from './plan-names.js';
import { type Named, namedPerson, namedReview } from './told-asks.js';

/** What happens without somebody, ready to show. */
export interface ToldDropOut {
  person: Named;
  words: string[];
  leads: Named[];
  seats: number;
  losses: AimPrice[] | null;
  differences: Difference[];
  isProven: boolean;
  uncovered: Named[];
  singlePointFor: Named[];
  takenOver: { review: Named; by: Named }[];
  standIns: { review: Named; people: Named[] }[];
  disturbed: Named[];
}

export function toldDropOut(found: DropOut, names: PlanNames): ToldDropOut {
  const { person, leads, seats, losses, isProven, uncovered, singlePointFor } = found;
  const reviews = (references: readonly string[]): Named[] =>
    references.map((reference) => namedReview(reference, names));
  return {
    person: namedPerson(person, names),
    words: dropOutInWords(found, names),
    leads: reviews(leads),
    seats,
    losses,
    differences: differencesInWords(losses ?? []),
    isProven,
    uncovered: reviews(uncovered),
    singlePointFor: reviews(singlePointFor),
    takenOver: found.takenOver.map(({ review, by }) => ({
      review: namedReview(review, names),
      by: namedPerson(by, names),
    })),
    standIns: found.standIns.map(({ review, people }) => ({
      review: namedReview(review, names),
      people: people.map((each) => namedPerson(each, names)),
    })),
    disturbed: found.disturbed.map((each) => namedPerson(each, names)),
  };
}

/** What is known only when everybody has been looked at. */
export interface ToldReserve {
  singlePoints: { review: Named; person: Named; why: 'ONLY_LEAD' | 'NEEDED' }[];
  standbys: { person: Named; takesOver: number; couldStepIn: number }[];
  standIns: { review: Named; lead: Named; people: Named[] }[];
}

export function toldReserve(found: DropOuts, names: PlanNames): ToldReserve {
  return {
    singlePoints: found.singlePoints.map(({ review, person, why }) => ({
      review: namedReview(review, names),
      person: namedPerson(person, names),
      why,
    })),
    standbys: found.standbys.map((each) => ({ ...each, person: namedPerson(each.person, names) })),
    standIns: found.standIns.map(({ review, lead, people }) => ({
      review: namedReview(review, names),
      lead: namedPerson(lead, names),
      people: people.map((person) => namedPerson(person, names)),
    })),
  };
}

/** A line of the price list of disturbance, ready to show. */
export interface ToldLine {
  words: string;
  people: number;
  disturbed: Named[];
  covered: number;
  lost: Named[];
  aims: AimResult[];
  change: AimPrice[];
  differences: Difference[];
  reviews: SeatRow[];
}

/** @param plan the rows that the price list is measured from */
export function toldLine(
  line: DisturbanceLine,
  plan: readonly SeatRow[],
  names: PlanNames,
): ToldLine {
  const { people, disturbed, aims, change, rows } = line;
  const led = new Set(plan.filter(({ lead }) => lead !== null).map(({ review }) => review));
  const without = rows.filter(({ lead }) => lead === null);
  return {
    words: disturbanceInWords(line, names),
    people,
    disturbed: disturbed.map((person) => namedPerson(person, names)),
    covered: rows.length - without.length,
    lost: without
      .filter(({ review }) => led.has(review))
      .map(({ review }) => namedReview(review, names)),
    aims,
    change,
    differences: differencesInWords(change),
    reviews: rows,
  };
}
