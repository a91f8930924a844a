import type { Asks } from '../../api/plan-reviews';

/** How many reviews could be covered, by asking or without, as far as it is known. */
export function outcomeInWords(asks: Asks | undefined, reviews: number): string {
  if (asks === undefined) return 'Working out what it would take, by solving the term again…';
  if (asks.state === 'WORKING') {
    return `${asks.done} of ${asks.of ?? reviews} reviews worked out. The rest follow as they are solved.`;
  }
  const coverable = asks.reviews.filter(({ sets }) => sets.length > 0);
  const unasked = coverable.filter(({ sets }) => sets.some((set) => set.asks.length === 0)).length;
  const asked = coverable.length - unasked;
  if (unasked === 0) return byAsking(asked, reviews);
  const free = `${howMany(unasked, reviews)} could be covered as things stand, with nobody asked`;
  return asked === 0 ? `${free}.` : `${free}, and ${asked} more by asking somebody.`;
}

function byAsking(asked: number, reviews: number): string {
  if (asked > 0) return `${howMany(asked, reviews)} could be covered by asking somebody.`;
  return reviews === 1
    ? 'It could not be covered by asking.'
    : `None of the ${reviews} could be covered by asking.`;
}

function howMany(some: number, reviews: number): string {
  if (reviews === 1) return 'It';
  return some === reviews ? `Each of the ${reviews}` : `${some} of the ${reviews}`;
}
