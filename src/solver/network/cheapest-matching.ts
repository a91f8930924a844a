/** A way to match a row: to this column, at this cost. */
export interface Match {
  column: number;
  cost: number;
}

/**
 * Matches so many of the rows to one column each, no column twice, at least cost: by augmenting along shortest paths
 * (Ahuja, Magnanti and Orlin 1993, chapter 9). Costs are integers of either sign. Made for few rows.
 *
 * @param rows for each row its ways
 * @returns for each row the number of its way, −1 where it has none; null where so many cannot be matched
 */
export function cheapestMatching<M extends Match>(
  rows: readonly (readonly M[])[],
  count: number,
): number[] | null {
  const way = rows.map(() => NONE);
  const holder = new Map<number, number>();
  for (let matched = 0; matched < count; matched++) {
    const path = shortestPath(rows, way, holder);
    if (!path) return null;
    let { row, number } = path;
    for (;;) {
      const given = way[row] as number;
      way[row] = number;
      holder.set((rows[row]?.[number] as M).column, row);
      const before =
        given === NONE ? undefined : path.reached.get((rows[row]?.[given] as M).column);
      if (!before) break;
      ({ row, number } = before);
    }
  }
  return way;
}

const NONE = -1;

/** A column as it was reached last: from this row, by this of its ways, at this distance. */
interface Reached {
  row: number;
  number: number;
  distance: number;
}

/** From any row without a column to the nearest column without a row; null where there is none. */
function shortestPath(
  rows: readonly (readonly Match[])[],
  way: readonly number[],
  holder: ReadonlyMap<number, number>,
): (Reached & { reached: Map<number, Reached> }) | null {
  const reached = new Map<number, Reached>();
  const distance = way.map((number) => (number === NONE ? 0 : Infinity));
  const open = way.flatMap((number, row) => (number === NONE ? [row] : []));
  let nearest: Reached | null = null;
  for (let row = open.shift(); row !== undefined; row = open.shift()) {
    const from = distance[row] as number;
    for (const [number, { column, cost }] of (rows[row] ?? []).entries()) {
      if (number === way[row]) continue;
      const now: Reached = { row, number, distance: from + cost };
      if (now.distance >= (reached.get(column)?.distance ?? Infinity)) continue;
      reached.set(column, now);
      const next = holder.get(column);
      if (next === undefined) {
        if (now.distance < (nearest?.distance ?? Infinity)) nearest = now;
        continue;
      }
      // Whoever holds the column gives it back.
      distance[next] = now.distance - (rows[next]?.[way[next] as number] as Match).cost;
      if (!open.includes(next)) open.push(next);
    }
  }
  return nearest && { ...nearest, reached };
}
