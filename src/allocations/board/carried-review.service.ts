import { Injectable } from '@nestjs/common';
import { slotInWords } from '../../calendar/words.js';
import { Refusal } from '../../platform/problems/refusal.js';
import { inTurns } from '../../platform/turns.js';
import { type Edit } from '../../solver/hand/edits.js';
import { eachPlace, inOrder, type Place } from '../../solver/hand/places.js';
import { type Problem, WINDOWS } from '../../solver/problem.js';
import { editedPlan } from '../hand/edited-plan.js';
import { OpenedPlans } from '../plans/opened-plans.js';
import { counted } from '../summary/phrases.js';
import { type CarryView } from './carry.schema.js';
import {
  type Carried,
  milesFor,
  placeInWords,
  refusalsOf,
  refusedPlace,
  withoutName,
} from './place-words.js';

/** What one review would cost everywhere: nothing is solved, nobody else moves. */
@Injectable()
export class CarriedReviews {
  constructor(private readonly plans: OpenedPlans) {}

  /** @throws Refusal when there is no such plan or review, or an edit names what the plan does not have */
  async carry(planId: string, review: string, edits: readonly Edit[]): Promise<CarryView> {
    const opened = await this.plans.open(planId, 'edit');
    const { problem, rows } = editedPlan(opened, edits);
    const carriedReview = problem.reviews.find(({ id }) => id === review);
    const now = rows.find((row) => row.review === review);
    if (!carriedReview || !now) {
      throw new Refusal('NOT_FOUND', `There is no review ${review} in the problem of this plan.`);
    }
    const carried: Carried = {
      problem,
      review: carriedReview,
      now,
      leads: new Map(problem.leads.map((lead) => [lead.id, lead])),
      names: opened.names,
    };
    const places = await inTurns(eachPlace(problem, rows, { review }, 'LEAD'), (place) => place);
    return carryView(carried, inOrder(places));
  }
}

/** @param places in their order, the best first */
function carryView(carried: Carried, places: readonly Place[]): CarryView {
  const { problem, review, names } = carried;
  const byPerson = new Map<string, RankedPlace[]>();
  for (const [rank, place] of places.entries()) {
    byPerson.set(place.person, [...(byPerson.get(place.person) ?? []), { rank, place }]);
  }
  const permitted = places.filter(({ breaches }) => breaches.length === 0);
  const windows = windowsOf(carried, permitted);
  const here = hereOf(carried);
  return {
    review: review.id,
    school: names.school(review.id),
    words: pickedUp(carried, permitted),
    best: [
      ...new Set(
        permitted
          .filter(({ row }) => row.week === here?.week && row.window === here.window)
          .map(({ person }) => person),
      ),
    ],
    people: problem.leads
      .filter(({ roles }) => roles.includes('LEAD'))
      .map(({ id }) => ({
        person: id,
        name: names.person(id),
        miles: milesFor(id, carried) ?? 0,
        ...placesOfPerson(byPerson.get(id) ?? [], names.person(id), carried),
      })),
    windows,
  };
}

interface RankedPlace {
  rank: number;
  place: Place;
}

/** What speaks against somebody in every window is said once, and then nothing is said of single windows. */
function placesOfPerson(
  places: readonly RankedPlace[],
  name: string,
  carried: Carried,
): Pick<CarryView['people'][number], 'places' | 'refusal'> {
  const told = places.map((each) => ({
    ...each,
    refusals: refusalsOf(each.place, carried.names),
  }));
  const [first] = told;
  const always = (first?.refusals ?? []).filter((sentence) =>
    told.every(({ refusals }) => refusals.includes(sentence)),
  );
  if (always.length > 0) {
    const headline = always.map((sentence) => withoutName(sentence, name)).join(' ');
    return { places: [], refusal: { headline, words: `Blocked. ${always.join(' ')}` } };
  }
  return {
    refusal: null,
    places: told.map(({ rank, place, refusals }) =>
      refusals.length === 0
        ? placeInWords(place, rank, carried)
        : refusedPlace(place, rank, refusals, name),
    ),
  };
}

type Slot = { week: string; window: 'MON_WED' | 'WED_FRI' };

/** Where the review is, or where its school would like it best. */
function hereOf({ now, review }: Carried): Slot | undefined {
  if (now.week !== null && now.window !== null) return { week: now.week, window: now.window };
  return review.windows.find(({ grade }) => grade === 'PREFERRED') ?? review.windows[0];
}

function pickedUp(carried: Carried, permitted: readonly Place[]): string {
  const { now, names, review } = carried;
  const school = names.school(review.id);
  const here = hereOf(carried);
  const there = permitted.filter(
    ({ row, person }) =>
      row.week === here?.week && row.window === here.window && person !== now.lead,
  ).length;
  const can = counted(there, 'other person', 'other people');
  if (now.lead === null || !here) {
    const anywhere = new Set(permitted.map(({ person }) => person)).size;
    return `${school} picked up; it has no lead. ${counted(anywhere, 'person', 'people')} can take it in one of its windows.`;
  }
  return `${school} picked up from ${names.person(now.lead)}, ${daysOf(here)}. ${can} can take it in this window.`;
}

function windowsOf(
  { problem, review, names }: Carried,
  permitted: readonly Place[],
): CarryView['windows'] {
  const school = names.school(review.id);
  return slotsOf(problem).map(({ week, window }) => {
    const host = review.windows.find((slot) => slot.week === week && slot.window === window);
    const closed = problem.closed.find((slot) => slot.week === week && slot.window === window);
    const able = permitted.filter(({ row }) => row.week === week && row.window === window).length;
    const days = daysOf({ week, window });
    return {
      week,
      window,
      days: slotInWords(week, window),
      grade: host?.grade ?? null,
      permitted: able,
      words: closed
        ? `Blocked. Nobody can review on ${days}: ${closed.reason}.`
        : host
          ? `${counted(able, 'person', 'people')} can take it on ${days}.`
          : `Blocked. ${school} does not accept ${days}.`,
    };
  });
}

function slotsOf({ weeks }: Problem): Slot[] {
  return weeks.flatMap((week) => WINDOWS.map((window) => ({ week, window })));
}

/** Aloud the year goes without saying: all are of one term. */
function daysOf({ week, window }: Slot): string {
  return slotInWords(week, window).replace(/ \d{4}$/u, '');
}
