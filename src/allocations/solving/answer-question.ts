import { type Alternatives, type Change, withChanges } from '../../solver/explain/alternatives.js';
import { asksTogether } from '../../solver/explain/asks-together.js';
import { dropOut, dropOuts } from '../../solver/explain/drop-out.js';
import { PlanPrices } from '../../solver/explain/plan-prices.js';
import {
  candidatesForReview,
  candidatesForWindow,
  type ImpossibleCandidate,
  inOrderOfPrice,
  type PricedCandidate,
  priceCandidates,
  type RankedCandidates,
} from '../../solver/explain/ranked-candidates.js';
import { priceOfDisturbance, type PriceOfDisturbance } from '../../solver/explain/re-plan.js';
import { whatWouldItTake, type WhatItTakes } from '../../solver/explain/what-would-it-take.js';
import { whyNot } from '../../solver/explain/why-not.js';
import { whyThisOne } from '../../solver/explain/why-this-one.js';
import { type MilpEngine } from '../../solver/milp/milp.js';
import {
  type AskedPlan,
  type PlanAnswers,
  type PlanNews,
  type PlanQuestion,
  type QuestionKind,
  type QuestionOf,
} from './plan-question.js';

/** Simplex iterations after which the search for one line of a price list is given up; minutes of a usual machine. */
const MOST_WORK_A_LINE = 400_000;

/** What answering needs besides the question. */
export interface Answering {
  /** Of the plan's problem; what it has solved is not solved again. */
  alternatives: Alternatives;
  engine: MilpEngine;
  plan: AskedPlan;
  onNews: (news: PlanNews[QuestionKind]) => void;
  /** A ranking looks between two prices. */
  shouldStop: () => boolean;
}

/**
 * Answers a question about a plan. Blocks its thread for as long as it takes.
 *
 * @returns null where a ranking was stopped
 * @throws RangeError where the problem has no such review or person; EngineFault as `solve`
 */
export function answerQuestion(
  question: PlanQuestion,
  answering: Answering,
): PlanAnswers[QuestionKind] | null {
  const { alternatives, engine, plan, onNews } = answering;
  switch (question.kind) {
    case 'WHY':
      return whyThisOne(new PlanPrices(alternatives, plan), question.review);
    case 'WHY_NOT':
      return whyNot(
        new PlanPrices(alternatives, plan),
        question.review,
        question.person,
        question.role,
      );
    case 'REVIEW_CANDIDATES':
    case 'WINDOW_CANDIDATES':
      return ranking(question, answering);
    case 'ASKS':
      return asks(question, answering);
    case 'ASKS_TOGETHER':
      return asksTogether(alternatives.problem, plan.rows, question.found, engine);
    case 'DROP_OUTS':
      return dropOuts(alternatives, plan.rows, engine, (part, done, of) =>
        onNews({ kind: 'PART', part, done, of }),
      );
    case 'DROP_OUT':
      return dropOut(alternatives, plan.rows, question.person, engine);
    case 'DISTURBANCE':
      return disturbance(question, answering);
  }
}

function ranking(
  question: QuestionOf<'REVIEW_CANDIDATES' | 'WINDOW_CANDIDATES'>,
  { alternatives, plan, onNews, shouldStop }: Answering,
): RankedCandidates | null {
  const prices = new PlanPrices(alternatives, plan);
  const list =
    question.kind === 'REVIEW_CANDIDATES'
      ? candidatesForReview(prices, question.review)
      : candidatesForWindow(prices, question.lead, question.slot);
  const { refused, permitted } = list;
  onNews({ kind: 'LIST', toPrice: permitted.length, refused });
  const priced: PricedCandidate[] = [];
  const impossible: ImpossibleCandidate[] = [];
  for (const candidate of priceCandidates(prices, list)) {
    if ('facts' in candidate) priced.push(candidate);
    else impossible.push(candidate);
    onNews({ kind: 'CANDIDATE', candidate });
    if (shouldStop()) return null;
  }
  return { priced: inOrderOfPrice(priced), impossible, refused };
}

function asks(
  { review: only }: QuestionOf<'ASKS'>,
  { alternatives: { problem }, plan: { rows }, engine, onNews }: Answering,
): WhatItTakes[] {
  const isAsked = new Set(
    rows.flatMap(({ review, lead }) =>
      lead === null && (only === null || review === only) ? [review] : [],
    ),
  );
  const reviews = problem.reviews.filter(({ id }) => isAsked.has(id));
  return reviews.map((review, index) => {
    const part = whatWouldItTake(problem, rows, review, engine);
    onNews({ kind: 'PART', part, done: index + 1, of: reviews.length });
    return part;
  });
}

function disturbance(
  { gone, further }: QuestionOf<'DISTURBANCE'>,
  { alternatives, plan, engine, onNews }: Answering,
): PriceOfDisturbance {
  const changes: Change[] = gone === null ? [] : [{ kind: 'GONE', person: gone }];
  const best = alternatives.with(changes);
  let done = 0;
  return priceOfDisturbance(withChanges(alternatives.problem, changes), plan.rows, best, engine, {
    further,
    maxWork: MOST_WORK_A_LINE,
    onTried: (_, part) => onNews({ kind: 'PART', part, done: ++done, of: null }),
  });
}
