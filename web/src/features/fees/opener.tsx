import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { said } from '../../parts/search-params';
import classes from './fees.module.css';

const route = getRouteApi('/reports/fees');

interface OpenerProps {
  readonly figure: 'DONE' | 'ACCEPTED' | 'OFFERED' | 'PLANNED' | 'all';
  readonly row: string | undefined;
  /** What the row is one of; left out: of what the table is by. */
  readonly rowOf?: 'terms';
  readonly seats: number;
  /** What stands there, for whoever does not see its column. */
  readonly said: string;
  readonly children: ReactNode;
}

/** What is shown opens the seats behind it; nothing lies behind none. */
export function Opener({ figure, row, rowOf, seats, said: words, children }: OpenerProps) {
  const search = route.useSearch();
  if (seats === 0) return <span className={classes.nothing}>–</span>;
  return (
    <Link
      to="."
      search={said({ ...search, figure, row, rowOf })}
      resetScroll={false}
      className={classes.figure}
    >
      {children}
      <span className="sr"> {words}: show the seats</span>
    </Link>
  );
}
