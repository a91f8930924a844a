/** Lexicographic order of tuples; a missing number counts as less than any. */
export function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? -Infinity) - (b[i] ?? -Infinity);
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
  }
  return 0;
}

export function larger(a: readonly number[], b: readonly number[]): readonly number[] {
  return compare(a, b) < 0 ? b : a;
}

/** The tuple, or zeros where it is less. */
export function atLeastNothing(tuple: readonly number[]): readonly number[] {
  return larger(
    tuple,
    tuple.map(() => 0),
  );
}

/**
 * How much of the last level is in doubt between costs that are proven, in levels, and those of a plan; `Infinity` where they
 * differ in a level before.
 */
export function lastInDoubt(least: readonly number[], best: readonly number[]): number {
  const last = best.length - 1;
  const isAlike = best.every((cost, level) => level === last || cost === least[level]);
  return isAlike ? (best[last] as number) - (least[last] as number) : Infinity;
}
