import type { Edit } from '../../api/plan-changes';
import type { ChangeKind, ComparedReview, SideBySide } from '../../api/plan-comparison';

export interface ChangeFilter {
  readonly region?: string | undefined;
  readonly kind?: string | undefined;
}

/** The reviews that fit the filter: of the region, and changed in that way in any of the other plans. */
export function reviewsShown(
  reviews: readonly ComparedReview[],
  { region, kind }: ChangeFilter,
): ComparedReview[] {
  return reviews.filter(
    (review) =>
      (region === undefined || review.region === region) &&
      (kind === undefined ||
        review.others.some(({ kinds }) => kinds.some((each) => each === kind))),
  );
}

/** What to take over from one of the other plans: everything that differs, or that of some regions. */
export interface Takeover {
  /** Which of the plans after the first, from 0. */
  readonly from: number;
  /** Undefined: all. */
  readonly regions: readonly string[] | undefined;
}

/** The edits of a takeover, and why some of it cannot be taken over. */
export function takeover(
  reviews: readonly ComparedReview[],
  { from, regions }: Takeover,
): { edits: Edit[]; obstacles: string[] } {
  const differing = reviews.filter(
    ({ region, others }) =>
      (others[from]?.kinds.length ?? 0) > 0 && (regions === undefined || regions.includes(region)),
  );
  const parts = differing.flatMap(({ others }) => others[from] ?? []);
  return {
    edits: parts.flatMap(({ edit }) => edit ?? []),
    obstacles: parts.flatMap(({ obstacle }) => obstacle ?? []),
  };
}

/** Regions in which one of the other plans differs, with how many reviews do. */
export function regionsOf(
  { regions, reviews }: Pick<SideBySide, 'regions' | 'reviews'>,
  from: number,
): { region: string; count: number }[] {
  return regions.flatMap(({ region }) => {
    const count = reviews.filter(
      (review) => review.region === region && (review.others[from]?.kinds.length ?? 0) > 0,
    ).length;
    return count === 0 ? [] : [{ region, count }];
  });
}

/** The title of a kind of change. */
export function titleOfKind(kinds: SideBySide['kinds'], kind: ChangeKind): string {
  return kinds.find((each) => each.kind === kind)?.title ?? kind;
}

/** Plans are A, B and C wherever their names would be long. */
export function letterOf(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}
