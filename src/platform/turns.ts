import { setImmediate as othersFirst } from 'node:timers/promises';

/** How long others may be kept waiting, in milliseconds. */
const TURN_MS = 10;

/** Maps items one after another as they come, and lets whatever else the process has to do come between them. */
export async function inTurns<Item, Result>(
  items: Iterable<Item>,
  map: (item: Item) => Result,
): Promise<Result[]> {
  const results: Result[] = [];
  let begun = performance.now();
  for (const item of items) {
    results.push(map(item));
    if (performance.now() - begun < TURN_MS) continue;
    await othersFirst();
    begun = performance.now();
  }
  return results;
}
