import type { RunChoices } from '../../api/runs';

export type KeepableReview = NonNullable<RunChoices['plan']>['reviews'][number];

/** Reviews with every word that was typed in their school, their people or their region; chosen by nobody's accents. */
export function reviewsFound(
  reviews: readonly KeepableReview[],
  sought: string,
): readonly KeepableReview[] {
  const words = plain(sought)
    .split(/\s+/u)
    .filter((word) => word !== '');
  return reviews.filter(({ school, region, words: who }) => {
    const text = plain(`${school} ${region} ${who}`);
    return words.every((word) => text.includes(word));
  });
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
