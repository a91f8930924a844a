import { getRouteApi, Link } from '@tanstack/react-router';
import type { CoverageBehindSearch } from '../../api/coverage';
import { said as filled } from '../../parts/search-params';
import classes from './coverage.module.css';
import { NO_FIGURE } from './shown';

const route = getRouteApi('/reports/coverage');

/** A number that opens the reviews behind it; nothing lies behind a 0. */
export function Figure({
  count,
  said,
  ...opens
}: {
  readonly count: number;
  /** What the number counts, for whoever does not see its column. */
  readonly said: string;
} & Partial<Pick<CoverageBehindSearch, 'figure' | 'group' | 'span' | 'causedBy' | 'change'>>) {
  const search = route.useSearch();
  if (count === 0) return <span className={classes.nothing}>0</span>;
  return (
    <Link
      to="."
      search={filled({ ...search, ...NO_FIGURE, ...opens })}
      resetScroll={false}
      className={classes.figure}
    >
      {count}
      <span className="sr"> {said}: show the reviews</span>
    </Link>
  );
}
