/** How evenly reviews are spread over people: docs/fairness.md. Plain arithmetic on counts. */

/** What one person carries, and by what it is measured. */
export interface Carried {
  /** Whole reviews. */
  load: number;
  /** The part of the commitment that falls into the period, in reviews; 0: none. */
  commitment: number;
}

/**
 * Each person's fair share of all that is carried, in proportion to commitment, in the order of `people`: load in all ×
 * commitment ÷ commitment of all. They add up to the load. Nobody has a commitment: everybody's share is the same.
 */
export function fairShares(people: readonly Carried[]): number[] {
  const load = sumOf(people, (person) => person.load);
  const commitment = sumOf(people, (person) => person.commitment);
  return people.map((person) =>
    commitment === 0 ? load / people.length : (load * person.commitment) / commitment,
  );
}

export const SIDES = ['WITHIN', 'ABOVE', 'BELOW'] as const;
export type Side = (typeof SIDES)[number];

/** A share or a difference as it is shown: to a tenth of a review. */
export const tenths = (value: number): number => Math.round(value * 10) / 10;

/**
 * Reviews are whole: as close as one review to the share is as fair as can be asked for. Judged is the difference as it is
 * shown, so that nobody reads "+1" and "more than one" side by side.
 */
export function sideOf(load: number, share: number): Side {
  const difference = tenths(load - share);
  if (Math.abs(difference) <= 1) return 'WITHIN';
  return difference > 0 ? 'ABOVE' : 'BELOW';
}

/** How many of these people are within one of their share. */
export function withinOne(pairs: readonly (readonly [load: number, share: number])[]): number {
  return pairs.filter(([load, share]) => sideOf(load, share) === 'WITHIN').length;
}

/** From which part of the people on a spread is called even, and fairly even *(decided)*. */
const EVEN = 0.8;
const FAIRLY_EVEN = 0.6;

export function verdictOf(within: number, people: number): 'EVEN' | 'FAIRLY_EVEN' | 'UNEVEN' {
  if (within >= EVEN * people) return 'EVEN';
  return within >= FAIRLY_EVEN * people ? 'FAIRLY_EVEN' : 'UNEVEN';
}

function sumOf(people: readonly Carried[], of: (person: Carried) => number): number {
  return people.reduce((sum, person) => sum + of(person), 0);
}
