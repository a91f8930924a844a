/** Every set of at most so many of the items, the empty one first: what searches for the cheapest are tried against. */
export function subsets<T>(items: readonly T[], most = items.length): T[][] {
  if (most === 0) return [[]];
  return [
    [],
    ...items.flatMap((first, i) =>
      subsets(items.slice(i + 1), most - 1).map((rest) => [first, ...rest]),
    ),
  ];
}
