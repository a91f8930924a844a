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
  return {
    isProven,
    breaches,
    words: [
      ...(isProven
        ? []
        : [
            'This plan is not proven to be the best: prices are measured from it as it stands, so some may be gains.',
          ]),
      ...(breaches.length === 0
        ? []
        : [
            `This plan breaks ${breaches.length === 1 ? 'a rule' : 'rules'}, which the plans it is compared with do not: ${breaches.join(' ')}`,
          ]),
    ],
  };
}
