import { type PlanStatus } from '../../solver/plan.js';
import { breachesOf } from '../../solver/rules/plan-rules.js';
import { type MeasuredFromView } from './explanation-parts.schema.js';
import { type Teller } from './teller.js';

/** What prices are measured from: a plan that is proven best, or one that may be improved. */
export function measuredFrom(status: PlanStatus, teller: Teller): MeasuredFromView {
  const breaches = breachesOf(teller.problem, teller.rows).map((each) =>
    teller.names.inWords(each),
  );
  return told(
    { isProven: status === 'OPTIMAL' && breaches.length === 0, breaches },
    'prices are measured from it as it stands, so some may be gains.',
  );
}

/** The same, of what is lost without somebody or gained by disturbing people. */
export function lossesMeasuredFrom(from: MeasuredFromView): MeasuredFromView {
  return told(
    from,
    'what is lost is measured from it as it stands, so a plan without somebody may even be better.',
  );
}

/** @param caution what follows where the plan is not proven */
function told(
  { isProven, breaches }: Pick<MeasuredFromView, 'isProven' | 'breaches'>,
  caution: string,
): MeasuredFromView {
  const unproven = `This plan is not proven to be the best: ${caution}`;
  return { isProven, breaches, words: [...(isProven ? [] : [unproven]), ...broken(breaches)] };
}

function broken(breaches: readonly string[]): string[] {
  if (breaches.length === 0) return [];
  const rules = breaches.length === 1 ? 'a rule' : 'rules';
  return [
    `This plan breaks ${rules}, which the plans it is compared with do not: ${breaches.join(' ')}`,
  ];
}
