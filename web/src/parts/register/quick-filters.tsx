import { Link } from '@tanstack/react-router';
import type { RegisterColumn } from '../../api/registers';
import classes from './register.module.css';
import { passes, readFilter, type RegisterSearch, withFields } from './register-state';
import { valueOf } from './use-register';

/** A filter that people use every day. */
export interface QuickFilter {
  readonly label: string;
  readonly search: RegisterSearch;
}

export interface QuickFiltersProps<Row extends object> {
  readonly columns: readonly RegisterColumn[];
  readonly rows: readonly Row[];
  readonly quick: readonly QuickFilter[];
  readonly search: RegisterSearch;
}

/** All rows, and what is looked for every day, each with how many there are. Links, so that each can be sent. */
export function QuickFilters<Row extends object>(props: QuickFiltersProps<Row>) {
  const { columns, rows, quick, search } = props;
  return (
    <nav className={classes.quick} aria-label="Everyday choices">
      {[{ label: 'All', search: {} }, ...quick].map((each) => {
        const count = rows.filter((row) =>
          columns.every((column) => {
            const filter = readFilter(column, each.search);
            return filter === undefined || passes(valueOf(row, column.key), filter);
          }),
        ).length;
        return (
          <Link
            key={each.label}
            to="."
            search={withFields(each.search, {
              scope: search.scope,
              columns: search.columns,
              sort: search.sort,
            })}
            replace
            resetScroll={false}
            activeOptions={{ exact: true, includeSearch: true }}
          >
            {each.label} <b>{count}</b>
          </Link>
        );
      })}
    </nav>
  );
}
