import { getRouteApi, Link } from '@tanstack/react-router';
import type { CoverageBehindSearch } from '../../api/coverage';
import { said as filled } from '../../parts/search-params';
import classes from './coverage.module.css';
import { NO_FIGURE } from './shown';

const route = getRouteApi('/reports/coverage');

/** A number that opens the reviews behind it, or the schools; nothing lies behind a 0. */
export function Figure({
  count,
  words,
  said,
  figure,
  ...opens
}: {
  readonly count: number;
  /** What is shown instead of the number. */
  readonly words?: string;
  readonly figure: CoverageBehindSearch['figure'] | 'members';
  /** What the number counts, for whoever does not see its column. */
  readonly said: string;
} & Partial<Pick<CoverageBehindSearch, 'group' | 'span' | 'causedBy' | 'change'>>) {
  const search = route.useSearch();
  if (count === 0) return <span className={classes.nothing}>0</span>;
  return (
    <Link
      to="."
      search={filled({ ...search, ...NO_FIGURE, figure, ...opens })}
      resetScroll={false}
      className={classes.figure}
    >
      {words ?? count}
      <span className="sr">
        {' '}
        {said}: show the {figure === 'members' ? 'schools' : 'reviews'}
      </span>
    </Link>
  );
}
