import { getRouteApi, Link } from '@tanstack/react-router';
import { said } from '../../parts/search-params';
import classes from './balance.module.css';

const route = getRouteApi('/reports/balance');

export interface FigureProps {
  readonly figure: 'demand' | 'canBeLed' | 'short' | 'without' | 'added' | 'led';
  readonly count: number;
  /** Of what, for whoever hears it. */
  readonly of: string;
  readonly region?: string;
  readonly specialism?: string;
  /** What is shown instead of the number. */
  readonly words?: string;
}

const NAMES = {
  demand: 'due',
  canBeLed: 'can be led',
  short: 'short',
  without: 'without a lead',
  added: 'more with one more lead',
  led: 'led by one more lead',
} as const;

/** A figure that opens the reviews behind it; nothing lies behind a 0. */
export function Figure({ figure, count, of, region, specialism, words }: FigureProps) {
  const search = route.useSearch();
  if (count === 0) return <span className={classes.nothing}>{words ?? 0}</span>;
  return (
    <Link
      to="/reports/balance"
      search={said({ ...search, figure, inRegion: region, inNeed: specialism })}
      replace
      resetScroll={false}
      className={classes.figure}
    >
      {words ?? count}
      <span className="sr">
        {' '}
        {NAMES[figure]}, {of}: show the reviews
      </span>
    </Link>
  );
}
