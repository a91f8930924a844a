import { append } from '../grouping.js';
import type { Lead, Location, Problem, Review } from '../problem.js';
import type { TypicalWish } from './typical-lead.js';

/** What a review asks of its lead: one of its SEND needs, or its phase. */
export interface Specialism {
  kind: 'NEED' | 'PHASE';
  code: string;
}

/** Reviews of a region that ask for the same specialism; a review counts under its phase and under each of its needs. */
export interface Niche {
  region: string;
  specialism: Specialism;
  /** Indexes into the problem's reviews, ascending. */
  reviews: number[];
}

/** Every region × specialism that some review asks for: by region, phases before needs, in code-point order. */
export function nichesOf({ reviews }: Problem): Niche[] {
  const found = new Map<string, Niche>();
  reviews.forEach((review, index) => {
    for (const specialism of askedBy(review)) {
      const { region } = review;
      const key = JSON.stringify([region, specialism.kind === 'NEED', specialism.code]);
      const niche = found.get(key) ?? { region, specialism, reviews: [] };
      niche.reviews.push(index);
      found.set(key, niche);
    }
  });
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, niche]) => niche);
}

export function askedBy({ phase, needs }: Review): Specialism[] {
  return [
    { kind: 'PHASE', code: phase },
    ...[...new Set(needs)].map((code): Specialism => ({ kind: 'NEED', code })),
  ];
}

/**
 * Whom one would look for to fill a niche *(decided)*: somebody who lives in the middle of the region's reviews, and
 *
 * - for a need: who knows that need and no other, and reviews the phases of the niche's reviews, so that what they add is
 *   what that specialism adds;
 * - for a phase: who reviews that phase and no other, and knows as many needs as the middle lead of that phase, those that
 *   most of them know (ties: code-point order); without such a lead all that the niche's reviews need.
 */
export function wishFor(problem: Problem, niche: Niche, id: string): TypicalWish {
  const { region, specialism } = niche;
  const asking = niche.reviews.map((index) => problem.reviews[index] as Review);
  const inRegion = problem.reviews.filter((review) => review.region === region);
  const { code } = specialism;
  const skills =
    specialism.kind === 'NEED'
      ? { phases: distinct(asking.map(({ phase }) => phase)), needs: [code] }
      : { phases: [code], needs: usualNeeds(problem, code, asking) };
  return { id, home: middleOf(inRegion), region, ...skills };
}

function distinct(all: readonly string[]): string[] {
  return [...new Set(all)].sort();
}

/** Degrees to four decimals, some ten metres. */
function middleOf(places: readonly Location[]): Location {
  const mean = (of: (place: Location) => number): number =>
    Math.round((places.reduce((sum, place) => sum + of(place), 0) / places.length) * 1e4) / 1e4;
  return { lat: mean(({ lat }) => lat), lon: mean(({ lon }) => lon) };
}

function usualNeeds({ leads }: Problem, phase: string, asking: readonly Review[]): string[] {
  const theirs = leads
    .filter(({ roles, phases }) => roles.includes('LEAD') && phases.includes(phase))
    .map(({ needs }) => needs);
  if (theirs.length === 0) return distinct(asking.flatMap(({ needs }) => needs));
  const counts = theirs.map((needs) => needs.length).sort((a, b) => a - b);
  const middle = counts[Math.floor((counts.length - 1) / 2)] ?? 0;
  const holders = new Map<string, Lead['needs'][]>();
  for (const needs of theirs) for (const need of needs) append(holders, need, needs);
  return [...holders]
    .sort(([a, those], [b, others]) => others.length - those.length || (a < b ? -1 : 1))
    .slice(0, middle)
    .map(([need]) => need)
    .sort();
}
