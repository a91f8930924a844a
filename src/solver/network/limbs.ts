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

/** Whether costs that are proven, in levels, are those of a plan in every level but the last. */
export function isLastInDoubt(least: readonly number[], best: readonly number[]): boolean {
  return best.every((cost, level) => level === best.length - 1 || cost === least[level]);
}
