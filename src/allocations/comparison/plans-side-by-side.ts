import { isDeepStrictEqual } from 'node:util';
import { valueOf } from '../../solver/aims/aims.js';
import { type Problem, type SeatRow } from '../../solver/problem.js';
import { type Plan } from '../../solver/plan.js';
import { type PlanNames } from '../summary/plan-names.js';
import { type ComparedAim, comparedAims, verdictInWords } from './compared-aims.js';
import { type PersonAgainstFirst, peopleAgainstFirst } from './compared-people.js';
import {
  type Adoption,
  adoptionOf,
  CHANGE_KINDS,
  CHANGE_TITLES,
  changeKinds,
  type ChangeKind,
  seatsInWords,
  type SeatsInWords,
} from './compared-reviews.js';

/** One of the plans that are compared. */
export interface SidePlan {
  /** What people call it. */
  name: string;
  plan: Plan;
  problem: Problem;
  names: PlanNames;
}

/** A review that some other plan treats otherwise than the first. */
export interface ReviewSideBySide {
  review: string;
  school: string;
  region: string;
  /** In the order of the plans; null where a plan has no such review. */
  seats: (SeatsInWords | null)[];
  /** The plans after the first, in their order. */
  others: ({ kinds: ChangeKind[] } & Adoption)[];
}

export interface PersonSideBySide {
  person: string;
  name: string;
  /** The plans after the first, in their order; null: nothing differs for them there. */
  others: (PersonAgainstFirst | null)[];
}

export interface PlansSideBySide {
  /** All go out from the same facts; only then do their aims mean the same. */
  isComparable: boolean;
  verdict: string;
  aims: ComparedAim[];
  kinds: { kind: ChangeKind; title: string }[];
  /** Regions of reviews that differ, in alphabetical order, and how many do. */
  regions: { region: string; reviews: number }[];
  reviews: ReviewSideBySide[];
  people: PersonSideBySide[];
}

/**
 * Two or more plans against the first of them. Where they go out from the same facts, all are measured by the policy of the
 * first: pins count in no aim, and the weights of a policy only in the last two.
 */
export function plansSideBySide(plans: readonly [SidePlan, ...SidePlan[]]): PlansSideBySide {
  const [{ problem }] = plans;
  const facts = new Set(plans.map((side) => factsOf(side.problem)));
  const isComparable = facts.size === 1;
  const aims = comparedAims(
    plans.map(({ plan, problem: own }) =>
      isComparable && !isSamePolicy(own, problem)
        ? valueOf(problem, plan.reviews)
        : new Map(plan.aims.map(({ aim, value }) => [aim, value ?? 0])),
    ),
    isComparable,
  );
  const isOnePolicy = plans.every((side) => isSamePolicy(side.problem, problem));
  const reviews = differingReviews(plans);
  return {
    isComparable,
    verdict: verdictInWords(
      aims,
      plans.map(({ name }) => name),
      { isComparable, isOnePolicy },
    ),
    aims,
    kinds: CHANGE_KINDS.map((kind) => ({ kind, title: CHANGE_TITLES[kind] })),
    regions: regionsOf(reviews),
    reviews,
    people: differingPeople(plans),
  };
}

function isSamePolicy(one: Problem, other: Problem): boolean {
  return isDeepStrictEqual(one.policy, other.policy);
}

/** All of a problem that could make a plan better or worse, but the policy. */
function factsOf(problem: Problem): string {
  return JSON.stringify({ ...problem, pins: [], policy: null });
}

function differingReviews(plans: readonly [SidePlan, ...SidePlan[]]): ReviewSideBySide[] {
  const rows = plans.map(({ plan }) => new Map(plan.reviews.map((row) => [row.review, row])));
  const references = new Set(rows.flatMap((each) => [...each.keys()]));
  const differing = [...references].flatMap((review): ReviewSideBySide[] => {
    const ofReview = rows.map((each) => each.get(review));
    const others = othersOf(plans, review, ofReview);
    if (others.every(({ kinds }) => kinds.length === 0)) return [];
    const holder = plans.find((_, index) => ofReview[index] !== undefined) ?? plans[0];
    return [
      {
        review,
        school: holder.names.school(review),
        region: holder.problem.reviews.find(({ id }) => id === review)?.region ?? '',
        seats: plans.map(({ names }, index) => seatsInWords(ofReview[index], names)),
        others,
      },
    ];
  });
  return differing.sort((a, b) =>
    `${a.region}\n${a.school}` < `${b.region}\n${b.school}` ? -1 : 1,
  );
}

function othersOf(
  plans: readonly [SidePlan, ...SidePlan[]],
  review: string,
  rows: readonly (SeatRow | undefined)[],
): ReviewSideBySide['others'] {
  const [first, ...others] = plans;
  return others.map(({ names }, index) => {
    const to = rows[index + 1];
    const kinds = changeKinds(rows[0], to);
    return kinds.length === 0
      ? { kinds, edit: null, obstacle: null }
      : { kinds, ...adoptionOf(first.problem, review, to, names) };
  });
}

function regionsOf(reviews: readonly ReviewSideBySide[]): PlansSideBySide['regions'] {
  const regions = [...new Set(reviews.map(({ region }) => region))].sort();
  return regions.map((region) => ({
    region,
    reviews: reviews.filter((review) => review.region === region).length,
  }));
}

function differingPeople(plans: readonly [SidePlan, ...SidePlan[]]): PersonSideBySide[] {
  const [first, ...others] = plans.map(({ plan, names }) => ({ rows: plan.reviews, names }));
  if (first === undefined) return [];
  const told = others.map((other) => peopleAgainstFirst(first, other));
  const people = new Set(told.flatMap((each) => [...each.keys()]));
  const nameOf = (person: string): string =>
    plans.map(({ names }) => names.person(person)).find((name) => name !== person) ?? person;
  return [...people]
    .map((person) => ({
      person,
      name: nameOf(person),
      others: told.map((each) => each.get(person) ?? null),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB') || (a.person < b.person ? -1 : 1));
}
