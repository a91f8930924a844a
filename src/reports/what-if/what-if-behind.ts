import { type ScenarioFacts } from '../../allocations/scenarios/scenario-study.js';
import { type ScenarioOutcome, type SeatRow } from '../../allocations/scenarios/scenario-types.js';
import { counted } from '../../allocations/summary/phrases.js';
import { slotInWords } from '../../calendar/words.js';
import { schoolOf, seatInWords } from './what-if-result.js';
import { type BehindQuery, type Figure, type WhatIfReviews } from './what-if.schema.js';

const FIGURE_WORDS: Readonly<Record<Figure, string>> = {
  DUE_BEFORE: 'due without the changes',
  DUE_AFTER: 'due with the changes',
  COVERED_BEFORE: 'with a Lead Reviewer without the changes',
  COVERED_AFTER: 'with a Lead Reviewer with the changes',
  UNCOVERED_BEFORE: 'without a Lead Reviewer without the changes',
  UNCOVERED_AFTER: 'without a Lead Reviewer with the changes',
  LOST: 'would lose the Lead Reviewer',
  GAINED: 'would get a Lead Reviewer',
  MOVED: 'keep a Lead Reviewer, with another date or person',
  FREED: 'in which an accepted seat would be open',
};

interface BothRows {
  before: SeatRow | null;
  after: SeatRow | null;
}

const isLed = (row: SeatRow | null): boolean => (row?.lead ?? null) !== null;

/** The reviews behind one figure of a scenario's result. */
export function reviewsBehind(
  outcome: ScenarioOutcome,
  facts: ScenarioFacts,
  { figure, region, lead }: BehindQuery,
): WhatIfReviews {
  if (outcome.kind !== 'COMPARED') return { title: '0 reviews', items: [] };
  const [was, is] = [byReview(outcome.before), byReview(outcome.after)];
  const { effect } = outcome;
  const named = {
    LOST: new Set(effect.lost.map(({ review }) => review)),
    GAINED: new Set(effect.gained.map(({ review }) => review)),
    MOVED: new Set(effect.moved.map(({ review }) => review)),
    FREED: new Set(effect.freed.map(({ review }) => review)),
  };
  const isBehind = (review: string, { before, after }: BothRows): boolean => {
    switch (figure) {
      case 'DUE_BEFORE':
        return before !== null;
      case 'DUE_AFTER':
        return after !== null;
      case 'COVERED_BEFORE':
        return isLed(before) && (lead === undefined || before?.lead === lead);
      case 'COVERED_AFTER':
        return isLed(after) && (lead === undefined || after?.lead === lead);
      case 'UNCOVERED_BEFORE':
        return before !== null && !isLed(before);
      case 'UNCOVERED_AFTER':
        return after !== null && !isLed(after);
      default:
        return named[figure].has(review);
    }
  };
  const items = [...new Set([...was.keys(), ...is.keys()])]
    .map((review) => ({
      review,
      rows: { before: was.get(review) ?? null, after: is.get(review) ?? null },
    }))
    .filter(({ review, rows }) => isBehind(review, rows))
    .sort((a, b) => (timeOf(a.rows) < timeOf(b.rows) ? -1 : 1))
    .map(({ review, rows }) => itemOf(review, rows, effect.freed, facts))
    .filter((item) => region === undefined || item.region === region);
  const whose = lead === undefined ? '' : ` (${facts.people[lead] ?? lead})`;
  const where = region === undefined ? '' : ` in ${region}`;
  return {
    title: `${counted(items.length, 'review')} ${FIGURE_WORDS[figure]}${where}${whose}`,
    items,
  };
}

function byReview(rows: readonly SeatRow[]): Map<string, SeatRow> {
  return new Map(rows.map((row) => [row.review, row]));
}

/** By the date that it has, or had; those without one last. */
function timeOf({ before, after }: BothRows): string {
  const row = isLed(after) ? after : before;
  return `${row?.week ?? '9'} ${row?.window ?? ''}`;
}

function itemOf(
  review: string,
  { before, after }: BothRows,
  freed: { review: string; person: string; week: string; window: 'MON_WED' | 'WED_FRI' }[],
  facts: ScenarioFacts,
): WhatIfReviews['items'][number] {
  const [was, is] = [seatInWords(before, facts), seatInWords(after, facts)];
  const given = freed
    .filter((seat) => seat.review === review)
    .map(
      ({ person, week, window }) =>
        `${facts.people[person] ?? person} had accepted ${slotInWords(week, window)}. `,
    );
  const words =
    was === is
      ? `${is}, with the changes and without.`
      : `Without the changes: ${was}. With them: ${is}.`;
  return {
    review,
    ...schoolOf(review, facts),
    before: was,
    after: is,
    words: `${given.join('')}${words}`,
  };
}
