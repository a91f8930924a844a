import { type Move, movesBetween } from '../../solver/explain/moves.js';
import { type Edit, editsTo } from '../../solver/hand/edits.js';
import { type SeatRow } from '../../solver/problem.js';
import { sitsOn } from '../../solver/rules/plan-rule.js';
import { type Named, namedPerson, namedReview } from '../summary/told-asks.js';
import { type RePlannedReviewView } from './re-plan.schema.js';
import { tellMove } from './tell-alternative.js';
import { type Teller } from './teller.js';

/** Another plan in the place of the teller's: what it treats otherwise, and the edits that lead to it. */
export interface ToldRePlan {
  moves: RePlannedReviewView[];
  edits: Edit[];
}

/** @param gone who drops out; null: nobody does */
export function tellRePlan(
  rows: readonly SeatRow[],
  gone: string | null,
  teller: Teller,
): ToldRePlan {
  const { reviews } = movesBetween(teller.rows, inOrderOf(teller.rows, rows));
  return {
    moves: reviews
      .map((move) => ({ move, told: toldMove(move, gone, teller) }))
      .sort((a, b) => rank(a.told) - rank(b.told) || (whenOf(a.move) < whenOf(b.move) ? -1 : 1))
      .map(({ told }) => told),
    edits: editsTo(reviews.map(({ after }) => after)),
  };
}

function inOrderOf(plan: readonly SeatRow[], rows: readonly SeatRow[]): SeatRow[] {
  const found = new Map(rows.map((row) => [row.review, row]));
  return plan.map((row) => found.get(row.review) ?? row);
}

function toldMove(move: Move, gone: string | null, teller: Teller): RePlannedReviewView {
  const { review, before, after } = move;
  return {
    review: namedReview(review, teller.names),
    kind: kindOf(move),
    isTheirs: gone !== null && sitsOn(before, gone),
    before: standing(before, teller),
    after: standing(after, teller),
    words: tellMove(move, teller).words,
  };
}

function standing(row: SeatRow, teller: Teller): { lead: Named | null; days: string | null } {
  return {
    lead: row.lead === null ? null : namedPerson(row.lead, teller.names),
    days: row.lead === null ? null : teller.days(row),
  };
}

function kindOf({ differs, before, after }: Move): RePlannedReviewView['kind'] {
  if (differs.includes('LEAD')) {
    if (after.lead === null) return 'NO_LEAD';
    return before.lead === null ? 'GETS_LEAD' : 'NEW_LEAD';
  }
  return differs.includes('SLOT') ? 'OTHER_DATE' : 'COMPANY';
}

function rank({ isTheirs, kind }: RePlannedReviewView): number {
  return (isTheirs ? 0 : 2) + (kind === 'NO_LEAD' ? 0 : 1);
}

function whenOf({ before, after, review }: Move): string {
  const { week, window } = before.week === null ? after : before;
  return [week, window, review].join(' ');
}
