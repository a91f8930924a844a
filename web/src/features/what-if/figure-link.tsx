import { getRouteApi, Link } from '@tanstack/react-router';
import { said } from '../../parts/search-params';
import classes from './what-if.module.css';

const route = getRouteApi('/reports/what-if/$scenario');

export interface FigureLinkProps {
  readonly count: number;
  /** What is counted, as a screen reader says it. */
  readonly about: string;
  /** What the address then says besides. */
  readonly opens: Readonly<Record<string, string | undefined>>;
  /** Whether a table on the page shows it, not a dialog. */
  readonly hash?: string;
}

/** A number that opens what is behind it; nothing is behind none. */
export function FigureLink({ count, about, opens, hash }: FigureLinkProps) {
  const search = route.useSearch();
  const { scenario } = route.useParams();
  if (count === 0) return <b className={classes.figure}>0</b>;
  return (
    <Link
      to="/reports/what-if/$scenario"
      params={{ scenario }}
      search={said({ ...search, ...opens })}
      replace
      resetScroll={false}
      {...(hash === undefined ? {} : { hash })}
      className={classes.figure}
    >
      {count}
      <span className="sr"> {about}</span>
    </Link>
  );
}
