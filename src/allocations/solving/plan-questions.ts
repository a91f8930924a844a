import { type Alternatives } from '../../solver/explain/alternatives.js';
import { PlanPrices } from '../../solver/explain/plan-prices.js';
import {
  candidatesForReview,
  candidatesForWindow,
  type CandidateList,
  type ImpossibleCandidate,
  inOrderOfPrice,
  type PricedCandidate,
  priceCandidates,
  type RankedCandidates,
  type RefusedCandidate,
} from '../../solver/explain/ranked-candidates.js';
import { whyNot, type WhyNot } from '../../solver/explain/why-not.js';
import { whyThisOne, type WhyThisOne } from '../../solver/explain/why-this-one.js';
import { type Role, type SeatRow, type Slot } from '../../solver/problem.js';

/** What can be asked about a plan's lead seats, each answered by solving again. */
export type PlanQuestion =
  | { kind: 'WHY'; review: string }
  | { kind: 'WHY_NOT'; review: string; person: string; role: Role }
  | { kind: 'REVIEW_CANDIDATES'; review: string }
  | { kind: 'WINDOW_CANDIDATES'; lead: string; slot: Slot };

/** What answers which question. */
export interface PlanAnswers {
  WHY: WhyThisOne;
  WHY_NOT: WhyNot;
  REVIEW_CANDIDATES: RankedCandidates;
  WINDOW_CANDIDATES: RankedCandidates;
}
export type PlanAnswer<Question extends PlanQuestion = PlanQuestion> =
  PlanAnswers[Question['kind']];

/** What is told of a ranking while it is worked out. */
export type RankingNews =
  /** Once, at the beginning: how many prices will come, and whom the rules refuse. */
  | { kind: 'LIST'; toPrice: number; refused: RefusedCandidate[] }
  | { kind: 'CANDIDATE'; candidate: PricedCandidate | ImpossibleCandidate };

export interface AskedPlan {
  rows: readonly SeatRow[];
  /** Whether it was proven best. */
  isProven: boolean;
}

/**
 * Answers a question about a plan.
 *
 * @param alternatives of the plan's problem; what it has solved is not solved again
 * @returns null where a ranking was stopped
 * @throws RangeError where the problem has no such review or person; EngineFault as `solve`
 */
export function answerPlanQuestion(
  alternatives: Alternatives,
  plan: AskedPlan,
  question: PlanQuestion,
  hooks: { onNews?(news: RankingNews): void; shouldStop?(): boolean } = {},
): PlanAnswer | null {
  const prices = new PlanPrices(alternatives, plan);
  switch (question.kind) {
    case 'WHY':
      return whyThisOne(prices, question.review);
    case 'WHY_NOT':
      return whyNot(prices, question.review, question.person, question.role);
    case 'REVIEW_CANDIDATES':
      return ranked(prices, candidatesForReview(prices, question.review), hooks);
    case 'WINDOW_CANDIDATES':
      return ranked(prices, candidatesForWindow(prices, question.lead, question.slot), hooks);
  }
}

function ranked(
  prices: PlanPrices,
  list: CandidateList,
  hooks: { onNews?(news: RankingNews): void; shouldStop?(): boolean },
): RankedCandidates | null {
  const { refused, permitted } = list;
  hooks.onNews?.({ kind: 'LIST', toPrice: permitted.length, refused });
  const priced: PricedCandidate[] = [];
  const impossible: ImpossibleCandidate[] = [];
  for (const candidate of priceCandidates(prices, list)) {
    if ('facts' in candidate) priced.push(candidate);
    else impossible.push(candidate);
    hooks.onNews?.({ kind: 'CANDIDATE', candidate });
    if (hooks.shouldStop?.() === true) return null;
  }
  return { priced: inOrderOfPrice(priced), impossible, refused };
}
