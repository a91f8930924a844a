import { aims } from '../aims/aims.js';
import { type AimName, AIMS } from '../plan.js';

/** What one aim of a plan loses when another plan takes its place. Integers, in the aim's own unit. */
export interface AimPrice {
  aim: AimName;
  given: number;
  alternative: number;
  /** Above 0: the alternative serves the aim worse by so much; below 0: better. */
  loss: number;
}

/**
 * What an alternative costs the given plan: all seven aims in their order. The first that differs decides, since each
 * outranks all that follow; the others only say what comes with it.
 */
export interface Price {
  aims: AimPrice[];
  /** The first aim whose value differs; null where the price is nothing. */
  firstAim: AimName | null;
  /** Whether the alternative is the worse plan, the better one, or as good. */
  verdict: 'LOSS' | 'GAIN' | 'NOTHING';
}

/** Values of the seven aims. */
export type AimValues = ReadonlyMap<AimName, number>;

const isWantedLarge: ReadonlySet<AimName> = new Set(
  aims.filter(({ sense }) => sense === 'MAX').map(({ name }) => name),
);

/** What each of the seven aims loses, in their order. */
export function aimPrices(given: AimValues, alternative: AimValues): AimPrice[] {
  return AIMS.map((aim): AimPrice => {
    const [before, after] = [given.get(aim) ?? 0, alternative.get(aim) ?? 0];
    const loss = isWantedLarge.has(aim) ? before - after : after - before;
    return { aim, given: before, alternative: after, loss };
  });
}

/** The price of having the alternative instead of the given plan. */
export function priceOf(given: AimValues, alternative: AimValues): Price {
  const prices = aimPrices(given, alternative);
  const first = prices.find(({ loss }) => loss !== 0);
  const verdict = first === undefined ? 'NOTHING' : first.loss > 0 ? 'LOSS' : 'GAIN';
  return { aims: prices, firstAim: first?.aim ?? null, verdict };
}

/** Below 0 when `a` is the cheaper: by the first aim in which they differ. */
export function comparePrices(a: readonly AimPrice[], b: readonly AimPrice[]): number {
  for (const [index, { loss }] of a.entries()) {
    const difference = loss - (b[index]?.loss ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
