import { setTimeout as pause } from 'node:timers/promises';
import { say, type Surroundings } from './surroundings.js';

/** How a study stands: while it is computed, how far it is. */
interface Standing {
  underWay: { words: string } | null;
}

/**
 * Says how far a study is until it has ended, each step once, on standard error.
 *
 * @param look how it stands now
 * @param paceMs how often it is looked
 * @returns how it ended
 * @throws the reason of an interruption
 */
export async function followStudy<Found extends Standing>(
  look: () => Promise<Found>,
  { stderr, interrupted }: Surroundings,
  paceMs: number,
): Promise<Found> {
  let told = '';
  for (;;) {
    const found = await look();
    if (found.underWay === null) return found;
    if (found.underWay.words !== told) await say(stderr, `${found.underWay.words}\n`);
    told = found.underWay.words;
    await pause(paceMs, undefined, { signal: interrupted });
  }
}
