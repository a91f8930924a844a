import { oneOf, type RawSearch, said, text } from '../../parts/search-params';

/** What a link to the review panel can say. */
export interface ReviewSearch {
  /** Only people whose name or place holds this. */
  who?: string;
  /** Whether the numbers behind the reason are shown. */
  numbers?: 'shown';
  /** Everybody who could lead it, not only the cheapest. */
  ranked?: 'all';
  /** Everybody who cannot lead it, not only the nearest. */
  refused?: 'all';
}

export function reviewSearch(raw: RawSearch): ReviewSearch {
  return said({
    who: text(raw.who),
    numbers: oneOf(raw.numbers, ['shown']),
    ranked: oneOf(raw.ranked, ['all']),
    refused: oneOf(raw.refused, ['all']),
  });
}

/** Whether somebody is looked for: each word of what was typed is in their name or place. */
export function isSought(who: string | undefined, ...texts: readonly (string | null)[]): boolean {
  const plain = (words: string): string =>
    words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const found = plain(texts.join(' '));
  return plain(who ?? '')
    .split(/\s+/u)
    .every((word) => found.includes(word));
}
