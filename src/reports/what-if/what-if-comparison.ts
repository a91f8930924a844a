import { type ScenarioOutcome } from '../../allocations/scenarios/scenario-types.js';
import { type ScenarioFacts } from '../../allocations/scenarios/scenario-study.js';
import { schoolOf, seatInWords } from './what-if-result.js';
import { peopleOf } from './what-if-people.js';
import {
  type ComparedFigure,
  type Scenario,
  type ScenarioComparison,
  type WhatIfResult,
} from './what-if.schema.js';

/** A scenario with what was computed of it. */
export interface Computed {
  view: Scenario;
  result: WhatIfResult;
  outcome: ScenarioOutcome;
  facts: ScenarioFacts;
}

/** What two scenarios do, side by side: figures, and the reviews and people in which they differ. */
export function comparisonOf(first: Computed, second: Computed): ScenarioComparison {
  return {
    first: headOf(first),
    second: headOf(second),
    notes: notesOn(first, second),
    rows: rowsOf(first.result).map(({ figure, label, ...before }, index) => {
      const other = rowsOf(second.result)[index];
      return {
        figure,
        label,
        first: before,
        second: { before: other?.before ?? 0, after: other?.after ?? 0 },
      };
    }),
    reviews: differingReviews(first, second),
    people: differingPeople(first, second),
  };
}

function headOf({ view, result }: Computed): ScenarioComparison['first'] {
  const { id, name, scope } = view;
  const { changeWords, sentence, computed } = result;
  const isStale = result.isStale || result.isOfOtherChanges;
  return { id, name, scope, changeWords, sentence, computed, isStale };
}

function notesOn(first: Computed, second: Computed): string[] {
  return [
    ...(first.result.when === second.result.when
      ? []
      : [`They do not look at the same time: ${first.result.when}, and ${second.result.when}.`]),
    ...(first.result.asAt === second.result.asAt
      ? []
      : ['They were not computed of the facts of one day. Compute both again.']),
    ...[first, second].flatMap(({ view, result }) =>
      result.isPossible ? [] : [`${view.name}: ${result.sentence}`],
    ),
  ];
}

function rowsOf({ coverage, commitments }: WhatIfResult): {
  figure: ComparedFigure;
  label: string;
  before: number;
  after: number;
}[] {
  return [
    {
      figure: 'DUE',
      label: 'Reviews that are due',
      before: coverage.reviewsBefore,
      after: coverage.reviewsAfter,
    },
    {
      figure: 'COVERED',
      label: 'Reviews with a Lead Reviewer',
      before: coverage.before,
      after: coverage.after,
    },
    {
      figure: 'SHORT',
      label: 'Reviews short of what is wanted of people',
      before: commitments.shortBefore,
      after: commitments.shortAfter,
    },
    {
      figure: 'PEOPLE_SHORT',
      label: 'People who are short',
      before: commitments.peopleShortBefore,
      after: commitments.peopleShortAfter,
    },
    {
      figure: 'MOVES',
      label: 'People one of whose seats changes',
      before: 0,
      after: commitments.moving,
    },
  ];
}

function differingReviews(first: Computed, second: Computed): ScenarioComparison['reviews'] {
  if (first.outcome.kind !== 'COMPARED' || second.outcome.kind !== 'COMPARED') return [];
  const others = new Map(second.outcome.after.map((row) => [row.review, row]));
  return first.outcome.after.flatMap((row) => {
    const other = others.get(row.review);
    if (other === undefined || (row.lead === null) === (other.lead === null)) return [];
    return [
      {
        review: row.review,
        ...schoolOf(row.review, first.facts),
        first: seatInWords(row, first.facts),
        second: seatInWords(other, second.facts),
      },
    ];
  });
}

function differingPeople(first: Computed, second: Computed): ScenarioComparison['people'] {
  if (first.outcome.kind !== 'COMPARED' || second.outcome.kind !== 'COMPARED') return [];
  const ours = peopleOf(first.outcome.effect, first.facts);
  const theirs = peopleOf(second.outcome.effect, second.facts);
  const shortIn = (people: typeof ours, lead: string): number =>
    people.find((person) => person.lead === lead)?.shortAfter ?? 0;
  const names = new Map([...theirs, ...ours].map(({ lead, name }) => [lead, name]));
  return [...names]
    .map(([lead, name]) => ({
      lead,
      name,
      first: shortIn(ours, lead),
      second: shortIn(theirs, lead),
    }))
    .filter((each) => each.first !== each.second)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
