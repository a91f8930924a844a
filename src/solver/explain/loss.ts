import { aims, valueOf } from '../aims/aims.js';
import type { AimName } from '../plan.js';
import type { Problem, SeatRow } from '../problem.js';
import { seatsOf } from '../rules/plan-rule.js';

/** What an aim loses from one plan to another: positive where it is served worse, whatever its sense. */
export interface AimLoss {
  aim: AimName;
  before: number;
  after: number;
  lost: number;
}

/** @param before and `after` the values of all aims */
export function lossesOf(
  before: ReadonlyMap<AimName, number>,
  after: ReadonlyMap<AimName, number>,
): AimLoss[] {
  return aims.map(({ name, sense }) => {
    const [was, is] = [before.get(name) as number, after.get(name) as number];
    return { aim: name, before: was, after: is, lost: sense === 'MAX' ? was - is : is - was };
  });
}

/** Lexicographic: below 0 when `a` loses less in the first aim in which they differ. */
export function compareLosses(a: readonly AimLoss[], b: readonly AimLoss[]): number {
  for (const [i, { lost }] of a.entries()) {
    const difference = lost - (b[i]?.lost ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * The aims of a plan as the others see it when somebody goes: all but that person's own shortfall of commitment, which nobody
 * makes up for.
 */
export function valuesForOthers(
  problem: Problem,
  rows: readonly SeatRow[],
  gone: string,
): Map<AimName, number> {
  const values = valueOf(problem, rows);
  const person = problem.leads.find(({ id }) => id === gone);
  if (!person?.roles.includes('LEAD')) return values;
  const led = rows.filter(({ lead }) => lead === gone).length;
  const short = Math.max(0, person.commitment.target - led);
  return values.set('commitment', (values.get('commitment') as number) - short);
}

/** The people whose seats (review, seat, slot) differ between two plans, in code-point order. */
export function peopleWhoseSeatsDiffer(
  before: readonly SeatRow[],
  after: readonly SeatRow[],
): string[] {
  const [was, is] = [seatKeys(before), seatKeys(after)];
  const differing = new Set<string>();
  for (const [key, person] of was) if (!is.has(key)) differing.add(person);
  for (const [key, person] of is) if (!was.has(key)) differing.add(person);
  return [...differing].sort();
}

function seatKeys(rows: readonly SeatRow[]): Map<string, string> {
  return new Map(
    rows.flatMap(seatsOf).map(({ row, role, person }) => {
      const { review, week, window } = row;
      return [JSON.stringify([review, role, week, window, person]), person];
    }),
  );
}
