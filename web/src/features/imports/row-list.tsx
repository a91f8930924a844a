import { Link } from '@tanstack/react-router';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { Fragment, type ReactNode, useEffect, useRef } from 'react';
import { ROWS_ON_PAGE } from '../../api/imports';
import { announce } from '../../parts/announcer';
import go from '../../parts/go.module.css';
import { counted } from './import-words';
import classes from './import-rows.module.css';

export interface RowListProps<Row extends { readonly kind: string }> {
  readonly id: string;
  readonly page: { readonly items: readonly Row[]; readonly total: number };
  /** How many rows come before this page. */
  readonly from: number;
  readonly titles: ReadonlyMap<string, string>;
  /** What a row is, as in "change". */
  readonly what: readonly [one: string, many: string];
  readonly none: string;
  readonly keyOf: (row: Row) => string;
  readonly children: (row: Row) => ReactNode;
}

/** One page of rows under the names of their kinds, with the way to the next. */
export function RowList<Row extends { readonly kind: string }>({
  page: { items, total },
  from,
  titles,
  what,
  none,
  keyOf,
  children,
  ...pages
}: RowListProps<Row>) {
  const range =
    total <= ROWS_ON_PAGE
      ? counted(total, ...what)
      : `${(from + 1).toLocaleString('en-GB')} to ${(from + items.length).toLocaleString('en-GB')} of ${counted(total, ...what)}`;
  useAnnounced(items.length === 0 ? none : `${range}.`);
  if (items.length === 0) return <p className={classes.none}>{none}</p>;
  return (
    <>
      <p className={classes.range}>{range}</p>
      <ul>
        {items.map((row, index) => (
          <Fragment key={keyOf(row)}>
            {row.kind !== items[index - 1]?.kind && (
              <li className={classes.group}>
                <h3>{titles.get(row.kind) ?? row.kind}</h3>
              </li>
            )}
            {children(row)}
          </Fragment>
        ))}
      </ul>
      {total > ROWS_ON_PAGE && <Pager {...pages} from={from} total={total} />}
    </>
  );
}

/** The first look is announced by the page itself. */
function useAnnounced(words: string): void {
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) announce(words);
    isFirst.current = false;
  }, [words]);
}

function Pager({ id, from, total }: { id: string; from: number; total: number }) {
  const last = Math.floor((total - 1) / ROWS_ON_PAGE) * ROWS_ON_PAGE;
  const link = (to: number, words: ReactNode) => (
    <Link
      to="/imports/$import"
      params={{ import: id }}
      search={(before) => ({ ...before, from: to === 0 ? undefined : String(to) }) as object}
      hash="rows"
      className={go.link}
    >
      {words}
    </Link>
  );
  return (
    <nav className={classes.pager} aria-label="Pages of rows">
      {from > ROWS_ON_PAGE && link(0, 'First page')}
      {from > 0 &&
        link(
          Math.max(0, from - ROWS_ON_PAGE),
          <>
            <IconChevronLeft size={14} aria-hidden />
            Previous page
          </>,
        )}
      <span className={classes.where}>
        Page {Math.floor(from / ROWS_ON_PAGE) + 1} of {Math.floor(last / ROWS_ON_PAGE) + 1}
      </span>
      {from < last &&
        link(
          from + ROWS_ON_PAGE,
          <>
            Next page
            <IconChevronRight size={14} aria-hidden />
          </>,
        )}
      {from < last - ROWS_ON_PAGE && link(last, 'Last page')}
    </nav>
  );
}
