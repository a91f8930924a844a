import { type AimName } from '../../solver/plan.js';
import { differenceInWords, type NamedAim, namedAims, valueInWords } from '../summary/aim-words.js';
import { listed } from '../summary/phrases.js';

/** An aim in one of the plans, against the first. */
export interface ComparedValue {
  value: number;
  /** `BASE`: the first plan itself. `NONE`: the plans cannot be compared number by number. */
  against: 'BASE' | 'BETTER' | 'WORSE' | 'ALIKE' | 'NONE';
  words: string;
}

export interface ComparedAim extends NamedAim {
  /** In the order of the plans. */
  values: ComparedValue[];
}

/**
 * All aims in their order, side by side.
 *
 * @param plans what each plan is worth
 * @param isComparable whether the plans go out from the same facts
 */
export function comparedAims(
  plans: readonly ReadonlyMap<AimName, number>[],
  isComparable: boolean,
): ComparedAim[] {
  return namedAims.map((named) => {
    const values = plans.map((plan) => plan.get(named.aim) ?? 0);
    const [base = 0] = values;
    return {
      ...named,
      values: values.map((value, index) => {
        const isBase = index === 0;
        const against = isBase ? 'BASE' : isComparable ? betterOf(named, value, base) : 'NONE';
        const isTold = isBase || !isComparable;
        return {
          value,
          against,
          words: isTold
            ? valueInWords(named.aim, value)
            : differenceInWords(named.aim, value, base),
        };
      }),
    };
  });
}

function betterOf({ sense }: NamedAim, value: number, base: number): ComparedValue['against'] {
  if (value === base) return 'ALIKE';
  return value > base === (sense === 'MAX') ? 'BETTER' : 'WORSE';
}

/**
 * Which plan serves the aims best: the first aim in which they differ decides.
 *
 * @param names of the plans, in their order
 */
export function verdictInWords(
  aims: readonly ComparedAim[],
  names: readonly string[],
  { isComparable, isOnePolicy }: { isComparable: boolean; isOnePolicy: boolean },
): string {
  if (!isComparable) {
    return 'The plans were made from different states of the registers, so their aims cannot be set against each other. What changes for schools and people can.';
  }
  const by = isOnePolicy ? '' : ' Fit and company are counted by the policy of the first plan.';
  let best = names.map((_, index) => index);
  let decided: ComparedAim | undefined;
  for (const aim of aims) {
    const values = best.map((index) => aim.values[index]?.value ?? 0);
    const top = aim.sense === 'MAX' ? Math.max(...values) : Math.min(...values);
    const left = best.filter((_, place) => values[place] === top);
    if (left.length === best.length) continue;
    best = left;
    decided ??= aim;
    if (best.length === 1) break;
  }
  if (decided === undefined) return `All serve the aims alike.${by}`;
  const which = listed(best.map((index) => names[index] ?? ''));
  const verb = best.length === 1 ? 'serves' : 'serve';
  return `${which} ${verb} the aims best: ${decided.name.toLowerCase()} decides, the first aim in which the plans differ.${by}`;
}
