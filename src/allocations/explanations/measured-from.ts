import { type PlanStatus } from '../../solver/plan.js';
import { breachesOf } from '../../solver/rules/plan-rules.js';
import { type MeasuredFromView } from './explanation-parts.schema.js';
import { type Teller } from './teller.js';

/** What prices are measured from: a plan that is proven best, or one that may be improved. */
export function measuredFrom(status: PlanStatus, teller: Teller): MeasuredFromView {
  const breaches = breachesOf(teller.problem, teller.rows).map((each) =>
    teller.names.inWords(each),
  );
  const isProven = status === 'OPTIMAL' && breaches.length === 0;
  const caution =
    'This plan is not proven to be the best: prices are measured from it as it stands, so some may be gains.';
  return { isProven, breaches, words: [...(isProven ? [] : [caution]), ...broken(breaches)] };
}

/** The same, of what is lost without somebody or gained by disturbing people. */
export function lossesMeasuredFrom({ isProven, breaches }: MeasuredFromView): MeasuredFromView {
  const caution =
    'This plan is not proven to be the best: what is lost is measured from it as it stands, so a plan without somebody may even be better.';
  return { isProven, breaches, words: [...(isProven ? [] : [caution]), ...broken(breaches)] };
}

function broken(breaches: readonly string[]): string[] {
  if (breaches.length === 0) return [];
  const rules = breaches.length === 1 ? 'a rule' : 'rules';
  return [
    `This plan breaks ${rules}, which the plans it is compared with do not: ${breaches.join(' ')}`,
  ];
}
