import type { Ranking } from '../../api/ranking';

/** How far the prices have come, beside the heading. */
export function progressInWords({ toPrice, permitted, impossible, isWhole }: Ranking): string {
  if (toPrice === null) return 'Looking who may lead it…';
  if (toPrice === 0) return 'Nobody may lead it as things stand.';
  const known = permitted.length + impossible.length;
  if (!isWhole) return `${known} of ${toPrice} priced. Cheapest first, as far as is known.`;
  return `${toPrice === 1 ? '1 lead' : `${toPrice} leads`}, cheapest first. Each price was worked out by solving the term again.`;
}

/** What is told to somebody who does not see the table grow. */
export function announcementOf(ranking: Ranking, present: string | null): string {
  if (ranking.toPrice === 0) return 'Nobody may lead it as things stand.';
  if (!ranking.isWhole) return progressInWords(ranking);
  const best = ranking.permitted.find(({ lead }) => lead !== present);
  const first = best?.alternative.price;
  const told = `All ${ranking.toPrice ?? 0} prices are known.`;
  return best && first ? `${told} ${best.name} comes first: ${first.headline}` : told;
}
