import { inTurns } from '../../platform/turns.js';
import { type Effect, type Load } from '../../solver/hand/effect.js';
import { type Gain } from '../../solver/hand/gains.js';
import { type Place } from '../../solver/hand/places.js';
import { type Problem, type SeatRow } from '../../solver/problem.js';
import { type Breach } from '../../solver/rules/plan-rule.js';
import {
  type AimChange,
  aimChanges,
  breachInWords,
  milesOf,
  personInWords,
  priceInWords,
  type ReviewChange,
  reviewChanges,
} from '../summary/effect-words.js';
import { type EffectLine, effectLines } from '../summary/effect-lines.js';
import { type PlanNames } from '../summary/plan-names.js';

/** What goes out about edits by hand: names beside references, sentences beside numbers, miles. */

export interface LoadView {
  led: number;
  seats: number;
  miles: number;
}

export interface EffectView {
  isLegal: boolean;
  lines: EffectLine[];
  aims: AimChange[];
  reviews: ReviewChange[];
  people: {
    person: string;
    name: string;
    before: LoadView;
    after: LoadView;
    target: number;
    minimum: number;
    done: number;
    words: string;
  }[];
  appearing: Breach[];
  vanishing: Breach[];
  breaches: Breach[];
}

export function effectView(effect: Effect, problem: Problem, names: PlanNames): EffectView {
  const inWords = (breaches: readonly Breach[]): Breach[] =>
    breaches.map((breach) => breachInWords(breach, names));
  return {
    isLegal: effect.isLegal,
    lines: effectLines(effect, problem, names),
    aims: aimChanges(effect),
    reviews: reviewChanges(
      effect.reviews.map(({ from }) => from),
      effect.reviews.map(({ to }) => to),
      names,
    ),
    people: effect.people.map((person) => ({
      ...person,
      name: names.person(person.person),
      before: inMiles(person.before),
      after: inMiles(person.after),
      words: personInWords(person, names),
    })),
    appearing: inWords(effect.appearing),
    vanishing: inWords(effect.vanishing),
    breaches: inWords(effect.after.breaches),
  };
}

function inMiles({ led, seats, roadKm }: Load): LoadView {
  return { led, seats, miles: milesOf(roadKm) };
}

export interface PlaceView {
  person: string;
  name: string;
  review: string;
  school: string;
  row: SeatRow;
  isNow: boolean;
  permitted: boolean;
  gains: Gain[];
  words: string;
  breaches: Breach[];
}

export interface PlacesView {
  items: PlaceView[];
}

/** In the order that they came: the best first, then the refused ones. */
export async function placesView(places: readonly Place[], names: PlanNames): Promise<PlacesView> {
  return { items: await inTurns(places, (place) => placeView(place, names)) };
}

function placeView({ person, row, isNow, gains, breaches }: Place, names: PlanNames): PlaceView {
  const inWords = breaches.map((breach) => breachInWords(breach, names));
  const permitted = breaches.length === 0;
  return {
    person,
    name: names.person(person),
    review: row.review,
    school: names.school(row.review),
    row,
    isNow,
    permitted,
    gains: permitted ? gains.filter(({ gain }) => gain !== 0) : [],
    words: permitted ? priceInWords(gains) : inWords.map(({ sentence }) => sentence).join(' '),
    breaches: inWords,
  };
}
