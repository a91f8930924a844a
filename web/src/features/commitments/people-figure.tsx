import { getRouteApi, Link } from '@tanstack/react-router';
import type { CommitmentRow, CommitmentsReport } from '../../api/commitments';
import { said as filled } from '../../parts/search-params';
import classes from './commitments-table.module.css';
import { NO_FIGURE } from './shown';

const route = getRouteApi('/reports/commitments');

/** What people have their parts in: all minimums, all that is to place, a cause of it, or a standing. */
export type PeopleFigureName =
  | 'minimum'
  | 'shortfall'
  | CommitmentsReport['summary']['causes'][number]['cause']
  | CommitmentRow['standing'];

export interface PeopleFigureProps {
  readonly people: PeopleFigureName;
  readonly count: number;
  /** What the number counts, for whoever does not see its column. */
  readonly said: string;
  /** Whose it is; left out: everybody’s. */
  readonly who?: string;
}

/** A number that opens the people behind it; nobody is behind a 0. */
export function PeopleFigure({ people, count, said, who }: PeopleFigureProps) {
  const search = route.useSearch();
  if (count === 0) return <span className={classes.nothing}>0</span>;
  return (
    <Link
      to="."
      search={filled({ ...search, ...NO_FIGURE, people, who })}
      resetScroll={false}
      className={classes.figure}
    >
      {count}
      <span className="sr">
        {' '}
        {said}: show {who === undefined ? 'the people' : 'why'}
      </span>
    </Link>
  );
}
