import type { Ranking } from '../../api/ranking';

/** How far the prices have come, beside the heading. */
export function progressInWords(ranking: Ranking, isLed: boolean): string {
  const { toPrice, permitted, impossible, isWhole } = ranking;
  if (toPrice === null) return 'Looking who may lead it…';
  if (toPrice === 0) return `${nobodyInWords(isLed)}.`;
  const known = permitted.length + impossible.length;
  if (!isWhole) return `${known} of ${toPrice} priced. Cheapest first, as far as is known.`;
  if (permitted.length === 0) {
    const whom = toPrice === 1 ? 'the one lead whom' : `any of the ${toPrice} leads whom`;
    return `No plan can have ${whom} the rules permit. Found by solving the term again.`;
  }
  return `${toPrice === 1 ? '1 lead' : `${toPrice} leads`}, cheapest first. Each price was worked out by solving the term again.`;
}

/** @param isLed whether somebody leads it now, who is not among them */
export function nobodyInWords(isLed: boolean): string {
  return `Nobody ${isLed ? 'else ' : ''}may lead it as things stand`;
}

/** What is told to somebody who does not see the table grow. */
export function announcementOf(ranking: Ranking, isLed: boolean): string {
  if (ranking.toPrice === 0 || !ranking.isWhole) return progressInWords(ranking, isLed);
  const [best] = ranking.permitted;
  if (best === undefined) return progressInWords(ranking, isLed);
  const first = best.alternative.price;
  const told =
    ranking.toPrice === 1 ? 'The price is known.' : `All ${ranking.toPrice ?? 0} prices are known.`;
  return first ? `${told} ${best.name} comes first: ${first.headline}` : told;
}
