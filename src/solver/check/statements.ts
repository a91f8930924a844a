import { AIMS, type AimName, type AimResult, type Plan } from '../plan.js';
import type { Problem } from '../problem.js';
import type { AimValues } from './aim-values.js';
import { quoted } from './words.js';

const MAXIMISED: ReadonlySet<AimName> = new Set(['coverage', 'shadowing']);

/** "All seven aims in order, always" (problem-format.md, Plan). */
export function aimOrderFaults(stated: readonly AimResult[]): string[] {
  if (stated.length === AIMS.length && stated.every(({ aim }, index) => aim === AIMS[index])) {
    return [];
  }
  const found = stated.map(({ aim }) => aim).join(', ') || 'none';
  return [`The aims must be ${AIMS.join(', ')}, each once and in this order; found: ${found}.`];
}

/** What a plan with seats says about its aims, beside what they come to. */
export function valueFaults(plan: Plan, values: AimValues): string[] {
  return plan.aims.flatMap(({ aim, value, bound }) => {
    const computed = values[aim];
    const faults: string[] = [];
    if (value === null) {
      faults.push(`Aim ${aim}: the value is null, which only an INFEASIBLE plan may state.`);
    } else if (computed !== null && value !== computed) {
      faults.push(`Aim ${aim}: the plan states ${value}, and it comes to ${computed}.`);
    }
    faults.push(...boundFaults(plan, { aim, value, bound }, computed));
    return faults;
  });
}

function boundFaults(
  plan: Plan,
  { aim, value, bound }: AimResult,
  computed: number | null,
): string[] {
  if (bound === null) {
    return [`Aim ${aim}: the bound is null, which only an INFEASIBLE plan may state.`];
  }
  const faults: string[] = [];
  if (!Number.isSafeInteger(bound)) {
    faults.push(`Aim ${aim}: the bound ${bound} is not a whole number.`);
  }
  // A plan that attains more than the bound refutes it, whatever value the plan states.
  const attained = computed ?? value;
  if (attained !== null && (MAXIMISED.has(aim) ? bound < attained : bound > attained)) {
    const side = MAXIMISED.has(aim) ? 'below' : 'above';
    faults.push(`Aim ${aim}: the bound ${bound} is on the wrong side, ${side} ${attained}.`);
  }
  if (plan.status === 'OPTIMAL' && bound !== value) {
    faults.push(
      `Aim ${aim}: the plan says OPTIMAL, but its bound ${bound} is not its value ${value ?? 'null'}.`,
    );
  }
  return faults;
}

/** A plan with seats keeps every pin, so it states no conflict. */
export function needlessConflictFaults(plan: Plan): string[] {
  if (plan.conflict.length === 0) return [];
  return [`The plan says ${plan.status}, so its conflict must be empty.`];
}

/**
 * The shape of an `INFEASIBLE` plan (problem-format.md, Plan): no seats, no values, and indices
 * into the pins. Without pins the empty plan always holds, so the conflict names at least one.
 */
export function infeasibleFaults(problem: Problem, plan: Plan): string[] {
  const faults: string[] = [];
  for (const row of plan.reviews) {
    for (const field of ['week', 'window', 'lead', 'qualityAssurer', 'shadow'] as const) {
      if (row[field] !== null) {
        faults.push(
          `Review ${quoted(row.review)}: the plan says INFEASIBLE, so ${field} must be null, not ${quoted(row[field])}.`,
        );
      }
    }
  }
  for (const { aim, value, bound } of plan.aims) {
    for (const [what, number] of Object.entries({ value, bound })) {
      if (number !== null) {
        faults.push(
          `Aim ${aim}: the plan says INFEASIBLE, so the ${what} must be null, not ${number}.`,
        );
      }
    }
  }
  return [...faults, ...conflictFaults(problem, plan)];
}

function conflictFaults(problem: Problem, plan: Plan): string[] {
  if (plan.conflict.length === 0) {
    return ['The plan says INFEASIBLE, but its conflict names no pin.'];
  }
  const seen = new Set<number>();
  return plan.conflict.flatMap(({ pin }, index) => {
    if (!Number.isSafeInteger(pin) || pin < 0 || pin >= problem.pins.length) {
      return [`conflict[${index}]: ${pin} is not an index into the ${problem.pins.length} pins.`];
    }
    if (seen.has(pin)) return [`conflict[${index}]: pin ${pin} is named already.`];
    seen.add(pin);
    return [];
  });
}
