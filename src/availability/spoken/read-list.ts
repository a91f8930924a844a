import { type Cursor } from './tokens.js';

const LAST = ['and', 'or', '&', '/', '+'];

/**
 * A list as it is said: "A, B and C". A comma alone ends it, as what follows may be about something else ("never Mondays,
 * Fridays if needed"), unless what was read so far needs it.
 *
 * @param isWhole whether so many items can stand without those that follow; left out: they can
 */
export function readList<Item extends object | number>(
  cursor: Cursor,
  readItem: () => Item | null,
  isWhole: (items: readonly Item[]) => boolean = () => true,
): Item[] | null {
  const first = readItem();
  if (first === null) return null;
  const items = [first];
  /** How many items there were, and where, when the list could last end. */
  let end = { count: 1, at: cursor.at };
  for (;;) {
    const next = cursor.try(() => readNext(cursor, readItem));
    if (next === null) break;
    const couldEnd = isWhole(items.slice(0, end.count));
    items.push(next.item);
    if (next.isLast || !couldEnd) end = { count: items.length, at: cursor.at };
  }
  cursor.at = end.at;
  return items.slice(0, end.count);
}

function readNext<Item extends object | number>(
  cursor: Cursor,
  readItem: () => Item | null,
): { item: Item; isLast: boolean } | null {
  const comma = cursor.takeOne([',']) !== null;
  const isLast = cursor.takeOne(LAST) !== null;
  if (!comma && !isLast) return null;
  const item = readItem();
  return item === null ? null : { item, isLast };
}
