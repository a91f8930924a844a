import type { CoverageSearch } from '../../api/coverage';
import { said } from '../../parts/search-params';

/** What the report is asked for, out of everything that the address says. */
export function shownOf({
  academicYear,
  asAt,
  knownAt,
  term,
  region,
  phase,
  by,
}: CoverageSearch): CoverageSearch {
  return said({ academicYear, asAt, knownAt, term, region, phase, by });
}

/** What the address no longer says once a dialog of reviews is closed. */
export const NO_FIGURE = {
  figure: undefined,
  group: undefined,
  span: undefined,
  causedBy: undefined,
  change: undefined,
} as const;
