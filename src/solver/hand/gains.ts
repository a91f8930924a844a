import { aims } from '../aims/aims.js';
import type { AimName } from '../plan.js';

/** How much better an aim is served: positive is gained, negative is paid, whichever way the aim runs. */
export interface Gain {
  aim: AimName;
  gain: number;
}

/** What each aim gains when its value goes from one to the other, in the order of the aims. */
export function gainsBetween(
  before: ReadonlyMap<AimName, number>,
  after: ReadonlyMap<AimName, number>,
): Gain[] {
  return aims.map(({ name, sense }) => {
    const more = (after.get(name) ?? 0) - (before.get(name) ?? 0);
    return { aim: name, gain: gainOf(more, sense) };
  });
}

/** @param more by how much the value grows */
export function gainOf(more: number, sense: 'MAX' | 'MIN'): number {
  // Never -0, which is another number to whoever compares.
  return sense === 'MAX' || more === 0 ? more : -more;
}

/**
 * Which of two ways is better: by the first aim in which they differ. Negative when `one` is, positive
 * when `other` is, 0 when they are worth the same: sorts the best first.
 */
export function compareGains(one: readonly Gain[], other: readonly Gain[]): number {
  for (const [index, { gain }] of one.entries()) {
    const difference = (other[index]?.gain ?? 0) - gain;
    if (difference !== 0) return difference;
  }
  return 0;
}
