import type { FairnessSearch } from '../../api/fairness';
import { said } from '../../parts/search-params';

/** What the report is asked for, out of everything that the address says. */
export function shownOf({
  academicYear,
  asAt,
  knownAt,
  term,
  years,
  region,
}: Omit<FairnessSearch, 'years'> & { years?: string }): FairnessSearch {
  return said({
    academicYear,
    asAt,
    knownAt,
    term,
    years: years === undefined ? undefined : Number(years),
    region,
  });
}

/** What the address no longer says once a dialog of reviews is closed. */
export const NO_FIGURE = { figure: undefined, who: undefined, kind: undefined } as const;
