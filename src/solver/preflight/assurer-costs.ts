import type { Problem } from '../problem.js';
import { type LeadSupply, leadSupply } from './lead-supply.js';
import { coverageOf, type Weighed } from './review-findings.js';
import type { SeatOptions } from './seat-options.js';
import { findShortages, type Shortage } from './short-sets.js';

/** Reviews that too few assurers leave without a lead, whoever of the new leads is assured. */
export interface AssurerCost {
  reviews: string[];
  /** The most of them that can have a lead. */
  most: number;
}

/** More ways to choose who is assured are not tried: then nothing is said of reviews. */
const MOST_CHOICES = 100;

/**
 * What it costs in reviews that only `most` of some new leads can lead anything. Whichever of them a plan does without, it
 * covers no more than could be covered without those; so the best of all choices bounds every plan.
 *
 * @param base what there is while all of them count
 * @param newLeads as indexes into the problem's leads
 * @returns null where no review need be lost, as far as can be seen from here
 */
export function costOfAssurers(
  problem: Problem,
  seats: SeatOptions,
  { base, never }: { base: LeadSupply; never: readonly number[] },
  { newLeads, most }: { newLeads: readonly number[]; most: number },
): { cost: AssurerCost; most: Weighed } | null {
  const choices = subsets(newLeads, newLeads.length - most, MOST_CHOICES);
  if (choices === null) return null;
  const known = findShortages(base.supply, base.options);
  const without = choices.map((left) => {
    const supply = leadSupply(problem, seats, [...never, ...left]);
    return {
      coverage: coverageOf(problem, supply),
      shortages: findShortages(supply.supply, supply.options),
    };
  });
  const fewest = Math.min(...without.map(({ shortages }) => lacking(shortages)));
  if (fewest <= lacking(known)) return null;
  const before = new Set(known.map(nameOf));
  const reviews = new Set(
    without.flatMap(({ shortages }) =>
      shortages.filter((each) => !before.has(nameOf(each))).flatMap(({ demands }) => demands),
    ),
  );
  const within = without.map(({ shortages }) =>
    lacking(shortages.filter(({ demands }) => demands.every((review) => reviews.has(review)))),
  );
  const inOrder = [...reviews].sort((a, b) => a - b);
  return {
    cost: {
      reviews: inOrder.map((review) => problem.reviews[review]?.id ?? ''),
      most: reviews.size - Math.min(...within),
    },
    most: {
      reviews: Math.max(...without.map(({ coverage }) => coverage.reviews)),
      priority: Math.max(...without.map(({ coverage }) => coverage.priority)),
    },
  };
}

function lacking(shortages: readonly Shortage[]): number {
  return shortages.reduce((sum, { demands, most }) => sum + demands.length - most, 0);
}

function nameOf({ demands }: Shortage): string {
  return demands.join(' ');
}

/** Every way to choose so many of them; null where there are more than `limit` ways. */
export function subsets<Item>(
  items: readonly Item[],
  size: number,
  limit: number,
): Item[][] | null {
  let found: Item[][] = [[]];
  for (const [index, item] of items.entries()) {
    const left = items.length - index - 1;
    found = found.flatMap((chosen) => [
      ...(chosen.length < size ? [[...chosen, item]] : []),
      ...(chosen.length + left >= size ? [chosen] : []),
    ]);
    if (found.length > limit) return null;
  }
  return found;
}
