import type { CommitmentsSearch } from '../../api/commitments';
import { said } from '../../parts/search-params';

/** What the report is asked for, out of everything that the address says. */
export function shownOf({
  academicYear,
  asAt,
  knownAt,
  region,
  standing,
  compareWith,
}: CommitmentsSearch): CommitmentsSearch {
  return said({ academicYear, asAt, knownAt, region, standing, compareWith });
}

/** What the address no longer says once a dialog of reviews or people is closed. */
export const NO_FIGURE = {
  figure: undefined,
  people: undefined,
  who: undefined,
  only: undefined,
} as const;
