import { valueOf } from '../aims/aims.js';
import { EngineFault, type MilpEngine } from '../milp/milp.js';
import type { Problem, Review, SeatRow } from '../problem.js';
import { breachesOf } from '../rules/plan-rules.js';
import type { AskAnswer, AskQuestion } from './ask-model.js';
import { bestCoverage } from './best-coverage.js';
import { type PricedAsk, withAsks } from './cost-of-asking.js';

/** The problem in which all these have been granted and these reviews must have a lead. */
export function granting(
  problem: Problem,
  led: readonly Review[],
  asks: readonly PricedAsk[],
): Problem {
  const granted = withAsks(
    problem,
    asks.map(({ ask }) => ask),
  );
  return { ...granted, pins: [...granted.pins, ...led.map(({ id }) => ({ review: id }))] };
}

/**
 * An answer is believed when its plan keeps the rules and covers enough, and when no part of its asks would do.
 *
 * @throws EngineFault when it is wrong
 */
export function verifyAsks(question: AskQuestion, answer: AskAnswer, engine: MilpEngine): void {
  verifyPlan(question, answer);
  const { asks, rows } = answer;
  // Nothing costs less than one ask but none, and that is looked at by the search itself.
  for (const left of asks.length > 1 ? asks : []) {
    const best = bestWithout(question, { asks, rows }, left, engine);
    if (best !== null && best.value >= question.coverage) {
      throw new EngineFault('An ask was said to be needed and is not.');
    }
  }
}

/** @throws EngineFault when the plan breaks a rule or covers less than is wanted */
export function verifyPlan(
  { problem, led, coverage }: AskQuestion,
  { asks, rows }: Pick<AskAnswer, 'asks' | 'rows'>,
): void {
  const granted = granting(problem, led, asks);
  const [breach] = breachesOf(granted, rows);
  if (breach !== undefined) throw new EngineFault(`A plan with what is asked breaks: ${breach}`);
  if ((valueOf(granted, rows).get('coverage') as number) < coverage) {
    throw new EngineFault('A plan with what is asked covers less than it should.');
  }
}

/** The best coverage, with a plan, when all but one of the asks are granted; null: not all that must be led can be. */
export function bestWithout(
  { problem, led }: AskQuestion,
  { asks, rows }: Pick<AskAnswer, 'asks' | 'rows'>,
  left: PricedAsk,
  engine: MilpEngine,
): { value: number; rows: readonly SeatRow[] } | null {
  const fewer = asks.filter((each) => each !== left);
  return bestCoverage(granting(problem, led, fewer), rows, engine);
}
