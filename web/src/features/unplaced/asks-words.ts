import type { Asks } from '../../api/plan-reviews';

/** How many reviews could be covered by asking, as far as it is known. */
export function outcomeInWords(asks: Asks | undefined, reviews: number): string {
  if (asks === undefined) return 'Working out what it would take, by solving the term again…';
  if (asks.state === 'WORKING') {
    return `${asks.done} of ${asks.of ?? reviews} reviews worked out. The rest follow as they are solved.`;
  }
  const coverable = asks.reviews.filter(({ sets }) => sets.length > 0).length;
  if (coverable === 0) {
    return reviews === 1
      ? 'It could not be covered by asking.'
      : `None of the ${reviews} could be covered by asking.`;
  }
  if (coverable === reviews) {
    return reviews === 1
      ? 'It could be covered by asking somebody.'
      : `Each of the ${reviews} could be covered by asking somebody.`;
  }
  return `${coverable} of the ${reviews} could be covered by asking somebody.`;
}
