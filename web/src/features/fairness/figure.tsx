import { getRouteApi, Link } from '@tanstack/react-router';
import type { FairnessBehindSearch } from '../../api/fairness';
import { said as filled } from '../../parts/search-params';
import classes from './fairness.module.css';
import { NO_FIGURE } from './shown';

const route = getRouteApi('/reports/fairness');

/** A number that opens the reviews behind it, or the people; nothing lies behind a 0. */
export function Figure({
  count,
  words,
  said,
  ...opens
}: {
  readonly count: number;
  /** What the number counts, for whoever does not see its column. */
  readonly said: string;
  readonly figure: FairnessBehindSearch['figure'] | 'within';
  /** What is shown instead of the number. */
  readonly words?: string | number;
  readonly who?: string;
} & Pick<FairnessBehindSearch, 'kind'>) {
  const search = route.useSearch();
  if (count === 0) return <span className={classes.nothing}>{words ?? 0}</span>;
  return (
    <Link
      to="."
      search={filled({ ...search, ...NO_FIGURE, ...opens })}
      resetScroll={false}
      className={classes.figure}
    >
      {words ?? count.toLocaleString('en-GB')}
      <span className="sr">
        {' '}
        {said}: show the {opens.figure === 'within' ? 'people' : 'reviews'}
      </span>
    </Link>
  );
}
