import {
  type ReviewEffect,
  type ScenarioEffect,
  type ScenarioOutcome,
  type SeatRow,
} from '../../allocations/scenarios/scenario-types.js';
import { type ScenarioFacts } from '../../allocations/scenarios/scenario-study.js';
import { differenceInWords, namedAims } from '../../allocations/summary/aim-words.js';
import { counted, listed } from '../../allocations/summary/phrases.js';
import { slotInWords } from '../../calendar/words.js';
import { isAffected, peopleFigures, peopleOf } from './what-if-people.js';
import { type ChangedReview, type WhatIfResult } from './what-if.schema.js';

export type Told = Omit<
  WhatIfResult,
  'asAt' | 'when' | 'computed' | 'isStale' | 'isOfOtherChanges' | 'changeWords'
>;

/** What was computed, in figures and words. */
export function resultOf(outcome: ScenarioOutcome, facts: ScenarioFacts): Told {
  if (outcome.kind !== 'COMPARED') return withoutFigures(outcome, facts);
  const { effect, isProven } = outcome;
  const people = peopleOf(effect, facts);
  const commitments = peopleFigures(people);
  const gaps = gapsOf(effect, isProven);
  return {
    isPossible: true,
    sentence:
      gaps.length > 0
        ? notProven(effect)
        : `${coverageInWords(effect)}; ${commitmentInWords(people)}.`,
    more: [
      gaps.length === 0
        ? 'Both plans are proven best: coverage first, then commitment and balance.'
        : 'A limit stopped the search: the figures are those of the best plan found, and a better one may exist.',
      ...(facts.keepsPlan
        ? ['The plan without the changes is changed as little as the best coverage allows.']
        : ['Both plans are made afresh; of plans as good one that leaves much as it was.']),
      ...facts.notes,
    ],
    gaps,
    coverage: {
      reviewsBefore: effect.reviews.before,
      reviewsAfter: effect.reviews.after,
      before: effect.covered.before,
      after: effect.covered.after,
      lost: effect.lost.length,
      gained: effect.gained.length,
      moved: effect.moved.length,
      freed: effect.freed.length,
      regions: regionsOf(outcome, facts),
    },
    commitments,
    aims: effect.aims.map(({ aim, before, after }) => ({
      aim,
      title: namedAims.find((each) => each.aim === aim)?.title ?? aim,
      before,
      after,
      words: differenceInWords(aim, after, before),
    })),
    reviews: [
      ...effect.lost.map((each) => reviewOf(each, 'LOST', facts)),
      ...effect.gained.map((each) => reviewOf(each, 'GAINED', facts)),
      ...effect.moved.map((each) => reviewOf(each, 'MOVED', facts)),
    ],
    people: people.filter(isAffected),
  };
}

/** What a stopped search found may be far from the best plan: what it loses is not told as if it were lost. */
function notProven({ aims, covered }: ScenarioEffect): string {
  const coverage = aims.find(({ aim }) => aim === 'coverage');
  const isKnown = coverage !== undefined && coverage.after === coverage.bound;
  return isKnown
    ? `${covered.after} of the reviews would have a Lead Reviewer, instead of ${covered.before}; how short people would be was not found before a limit stopped the search.`
    : `At least ${covered.after} reviews would have a Lead Reviewer, instead of ${covered.before}; a limit stopped the search before the best plan was found.`;
}

/** "3 reviews would lose their Lead Reviewer and 1 would get one" */
function coverageInWords({ lost, gained, covered, reviews, dropped }: ScenarioEffect): string {
  const parts = [
    ...(lost.length === 0
      ? []
      : [
          `${counted(lost.length, 'review')} would lose ${lost.length === 1 ? 'its' : 'their'} Lead Reviewer`,
        ]),
    ...(gained.length === 0
      ? []
      : [`${counted(gained.length, 'review')} would get a Lead Reviewer`]),
    ...(dropped.length === 0 ? [] : [`${counted(dropped.length, 'review')} would not be due`]),
  ];
  if (parts.length > 0) return listed(parts);
  return `No review would lose its Lead Reviewer: ${covered.after} of ${reviews.after} would have one`;
}

/** "2 people would fall short" */
function commitmentInWords(people: readonly { change: string }[]): string {
  const of = (change: string): number => people.filter((each) => each.change === change).length;
  const who = (count: number): string => counted(count, 'person', 'people');
  const parts = [
    ...(of('FALLS_SHORT') > 0 ? [`${who(of('FALLS_SHORT'))} would fall short`] : []),
    ...(of('FARTHER') > 0 ? [`${who(of('FARTHER'))} would fall further short`] : []),
    ...(of('REACHES') > 0 ? [`${who(of('REACHES'))} would no longer be short`] : []),
    ...(of('NEARER') > 0 ? [`${who(of('NEARER'))} would be less short`] : []),
  ];
  return parts.length > 0 ? listed(parts) : 'nobody would fall shorter of what is wanted of them';
}

function gapsOf({ aims }: ScenarioEffect, isProven: { before: boolean; after: boolean }): string[] {
  const open = aims.find(({ after, bound }) => after !== bound);
  return [
    ...(isProven.before ? [] : ['The plan without the changes is not proven best.']),
    ...(open === undefined
      ? []
      : [
          `With the changes ${titleOf(open.aim).toLowerCase()} is ${open.after}; it is only proven that it cannot be better than ${open.bound}. What comes after it in the order of aims is not proven either.`,
        ]),
  ];
}

function titleOf(aim: string): string {
  return namedAims.find((each) => each.aim === aim)?.title ?? aim;
}

function reviewOf(
  { review, before, after }: ReviewEffect,
  change: ChangedReview['change'],
  facts: ScenarioFacts,
): ChangedReview {
  return {
    review,
    ...schoolOf(review, facts),
    change,
    before: seatInWords(before, facts),
    after: seatInWords(after, facts),
  };
}

export function schoolOf(
  review: string,
  { reviews }: ScenarioFacts,
): { urn: string; school: string; region: string } {
  return reviews[review] ?? { urn: '', school: review, region: '' };
}

/** "Ada Example, Monday 11 to Wednesday 13 January 2027" */
export function seatInWords(row: SeatRow | null, { people }: ScenarioFacts): string {
  if (row === null) return 'Not due';
  const { lead, week, window } = row;
  if (lead === null || week === null || window === null) return 'Nobody';
  return `${people[lead] ?? lead}, ${slotInWords(week, window)}`;
}

function regionsOf(
  { before, after }: Extract<ScenarioOutcome, { kind: 'COMPARED' }>,
  facts: ScenarioFacts,
): WhatIfResult['coverage']['regions'] {
  const moved = new Map(
    facts.changes.flatMap((change) =>
      change.kind === 'SCHOOL_MOVES' ? [[change.urn, change.region] as const] : [],
    ),
  );
  const was = (review: string): string => schoolOf(review, facts).region;
  const is = (review: string): string => moved.get(schoolOf(review, facts).urn) ?? was(review);
  const regions = [
    ...new Set([...before.map((row) => was(row.review)), ...after.map((row) => is(row.review))]),
  ].sort();
  return regions.map((region) => {
    const here = before.filter(({ review }) => was(review) === region);
    const then = after.filter(({ review }) => is(review) === region);
    return {
      region,
      reviewsBefore: here.length,
      reviewsAfter: then.length,
      before: here.filter(({ lead }) => lead !== null).length,
      after: then.filter(({ lead }) => lead !== null).length,
    };
  });
}

const NOTHING: Omit<Told, 'isPossible' | 'sentence' | 'more'> = {
  gaps: [],
  coverage: {
    ...{ reviewsBefore: 0, reviewsAfter: 0, before: 0, after: 0 },
    ...{ lost: 0, gained: 0, moved: 0, freed: 0, regions: [] },
  },
  commitments: {
    ...{ shortBefore: 0, shortAfter: 0, peopleShortBefore: 0, peopleShortAfter: 0 },
    ...{ farther: 0, nearer: 0, moving: 0 },
  },
  aims: [],
  reviews: [],
  people: [],
};

/** Where seats that were accepted cannot all be kept there is no plan to compare. */
function withoutFigures(
  outcome: Exclude<ScenarioOutcome, { kind: 'COMPARED' }>,
  facts: ScenarioFacts,
): Told {
  if (outcome.kind === 'REFUSED') {
    return { ...NOTHING, isPossible: false, sentence: 'A change does not fit.', more: facts.notes };
  }
  const { when, conflict } = outcome;
  return {
    ...NOTHING,
    isPossible: false,
    sentence:
      when === 'BEFORE'
        ? 'What has been accepted cannot all be kept, even without the changes.'
        : 'With these changes, what has been accepted cannot all be kept.',
    more: conflict.map(
      ({ review, rules }) => `${schoolOf(review, facts).school}: ${rules.join(' ')}`,
    ),
  };
}
