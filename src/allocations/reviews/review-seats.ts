import { type Problem, type SeatRow } from '../../solver/problem.js';
import { type SeatRecord } from '../snapshot/load-reviews.js';
import { type PlanNames } from '../summary/plan-names.js';
import { seatState } from '../board/board-chips.js';
import { type PlanReviewView } from './plan-review.schema.js';

type State = PlanReviewView['state'];
type SecondSeat = PlanReviewView['shadow'];

/** The states of a review in a plan, as staff say them, and what follows from each. */
export const STATES: Readonly<Record<State['kind'], Omit<State, 'kind'>>> = {
  NO_LEAD: { words: 'No lead', means: 'Nobody leads it in this plan' },
  DRAFT: { words: 'Draft', means: 'Nobody has been told' },
  OFFERED: { words: 'Offered', means: 'The lead has been asked and has not answered' },
  ACCEPTED: { words: 'Accepted', means: 'The lead has agreed' },
  LED: { words: 'Led', means: 'The review has taken place' },
};

/** What has become of the review's lead seat, in words. */
export function reviewState(row: SeatRow, seats: readonly SeatRecord[]): State {
  const seat = seats.find(
    ({ review, role, isOpen }) => review === row.review && role === 'LEAD' && isOpen,
  );
  const kind = seatState(row, seat);
  return { kind, ...STATES[kind] };
}

/** Who assures the quality, or why nobody does: docs/domain.md, "The Lead Reviewer", New. */
export function assurerOf(
  row: SeatRow,
  rows: readonly SeatRow[],
  problem: Problem,
  names: PlanNames,
): SecondSeat {
  const { lead, qualityAssurer: assurer } = row;
  if (assurer !== null) return { holder: holderOf(assurer, names), words: names.person(assurer) };
  if (lead === null) return { holder: null, words: 'Nobody' };
  const name = names.person(lead);
  const isNew = problem.leads.find(({ id }) => id === lead)?.isNew ?? false;
  if (!isNew) return { holder: null, words: `Not needed: ${name} is established` };
  const assured = rows.find((other) => other.lead === lead && other.qualityAssurer !== null);
  return {
    holder: null,
    words: assured
      ? `Not here: ${name} is new and is assured at ${names.school(assured.review)}`
      : `Nobody, and ${name} is new`,
  };
}

export function shadowOf({ shadow }: SeatRow, names: PlanNames): SecondSeat {
  if (shadow === null) return { holder: null, words: 'No shadow' };
  return { holder: holderOf(shadow, names), words: names.person(shadow) };
}

function holderOf(person: string, names: PlanNames): { person: string; name: string } {
  return { person, name: names.person(person) };
}
