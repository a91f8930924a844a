import { listed } from '../../summary/phrases.js';

/** So many are named; of more the rest is counted. */
const NAMED = 3;

/** "Ann, Ben and Cy", "Ann, Ben, Cy and 4 others" */
export function namedFew(names: readonly string[]): string {
  if (names.length <= NAMED + 1) return listed(names);
  return listed([...names.slice(0, NAMED), `${names.length - NAMED} others`]);
}
