/** Groups indexes by a key; the groups stand in the order of their first member. */
export function groupBy<T, K>(
  items: readonly T[],
  keyOf: (item: T, index: number) => K | null,
): Map<K, number[]> {
  const groups = new Map<K, number[]>();
  items.forEach((item, index) => {
    const key = keyOf(item, index);
    if (key !== null) append(groups, key, index);
  });
  return groups;
}

/** Adds to a list of a map, which is made where there is none. */
export function append<K, T>(lists: Map<K, T[]>, key: K, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
