import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { RegisterColumn, RegisterName } from '../../api/registers';
import { announce } from '../announcer';
import { usePrinting } from '../printing';
import { FilterChips } from './filter-chips';
import classes from './register.module.css';
import { type QuickFilter, QuickFilters } from './quick-filters';
import { RegisterBar } from './register-bar';
import { RegisterCards } from './register-cards';
import { RegisterGrid } from './register-grid';
import { withoutFilters } from './register-state';
import { countSaid, filtersSaid, type Noun } from './register-words';
import { useRegister, useRegisterSearch, valueOf } from './use-register';

export interface RegisterProps<Row extends object> {
  readonly name: RegisterName;
  readonly noun: Noun;
  readonly columns: readonly RegisterColumn[];
  readonly rows: readonly Row[];
  readonly idOf: (row: Row) => string;
  /** The name of a row, for whoever hears it. */
  readonly labelOf: (row: Row) => string;
  /** How cells look that are more than words, by the key of their column. */
  readonly cells?: Readonly<Record<string, (row: Row) => ReactNode>>;
  /** Which term's register it is, for the file. */
  readonly of?: { readonly term?: string; readonly scope?: 'TERM' | 'YEAR' };
  /** Fields of the address besides those of a register, which saved views keep as well. */
  readonly fields?: readonly string[];
  /** What can be done with rows that were chosen; left out: rows cannot be chosen. */
  readonly bulk?: (chosen: readonly Row[], done: () => void) => ReactNode;
  /** Choices that people make every day, beside "all": each a filter with the number of rows that pass it. */
  readonly quick?: readonly QuickFilter[];
  /** Shown instead where the register has no rows at all. */
  readonly empty: ReactNode;
}

const NO_CELLS = {};

/**
 * A register as a table: filtered, ordered and with the columns that its address says, so that each view of it can be sent
 * as a link; on narrow screens a list of cards. However many rows, only those in sight are on the page.
 */
export function Register<Row extends object>(props: RegisterProps<Row>) {
  const { columns, rows, idOf, labelOf, noun, cells = NO_CELLS, bulk } = props;
  const [search, setSearch] = useRegisterSearch();
  const register = useRegister(columns, rows, idOf, search);
  const { shownRows, shownColumns, chosenRows, hiddenChoices, table } = register;
  const isPhone = useMediaQuery('(max-width: 760px)', false, { getInitialValueInEffect: false });
  const isPrinting = usePrinting();
  const isNarrow = isPhone && !isPrinting;
  const values = useMemo(() => (key: string) => rows.map((row) => valueOf(row, key)), [rows]);
  const said = useMemo(() => filtersSaid(columns, search, values), [columns, search, values]);
  const count = countSaid(shownRows.length, rows.length, noun);
  useSaid(count);
  if (rows.length === 0) return props.empty;
  const rest = { cells, labelOf, idOf, canChoose: bulk !== undefined };
  return (
    <section className={classes.register} aria-label={noun.many}>
      {props.quick !== undefined && (
        <QuickFilters columns={columns} rows={rows} quick={props.quick} search={search} />
      )}
      <RegisterBar
        {...props}
        search={search}
        setSearch={setSearch}
        values={values}
        count={count}
        said={said}
        shownColumns={shownColumns}
        shownIds={() => shownRows.map(({ id }) => id)}
        isNarrow={isNarrow}
      />
      <FilterChips
        said={said}
        onDrop={(field) => setSearch(withoutField(search, field))}
        onDropAll={() => setSearch(withoutFilters(columns, search))}
      />
      {shownRows.length === 0 ? (
        <NoMatch noun={noun} onDropAll={() => setSearch(withoutFilters(columns, search))} />
      ) : isNarrow ? (
        <RegisterCards rows={shownRows} columns={shownColumns} {...rest} />
      ) : (
        <RegisterGrid
          {...rest}
          isWhole={isPrinting}
          table={table}
          rows={shownRows}
          columns={shownColumns}
          all={rows.length}
          search={search}
          setSearch={setSearch}
          values={values}
          caption={`${noun.many}: ${count}`}
        />
      )}
      {bulk !== undefined && chosenRows.length + hiddenChoices > 0 && (
        <div className={classes.bulk} role="region" aria-label="What was chosen">
          <p>
            <b>{countSaid(chosenRows.length, chosenRows.length, noun)} chosen</b>
            {hiddenChoices > 0 && (
              <span>
                {' '}
                {hiddenChoices} more {hiddenChoices === 1 ? 'is' : 'are'} not shown and will be left
                alone.
              </span>
            )}
          </p>
          <div className={classes.bulkActions}>
            {bulk(chosenRows, () => table.resetRowSelection(true))}
            <button
              type="button"
              className={classes.plain}
              onClick={() => {
                table.resetRowSelection(true);
                announce('Nothing is chosen any more.');
              }}
            >
              Choose none
            </button>
          </div>
        </div>
      )}
    </section>
  );
}

function withoutField(search: Readonly<Record<string, string>>, field: string) {
  return Object.fromEntries(Object.entries(search).filter(([key]) => key !== field));
}

/** Tells how many are shown once it has settled, but not when the page opens. */
function useSaid(count: string): void {
  const before = useRef(count);
  useEffect(() => {
    if (before.current === count) return undefined;
    const timer = setTimeout(() => {
      before.current = count;
      announce(`${count} shown.`);
    }, 500);
    return () => clearTimeout(timer);
  }, [count]);
}

function NoMatch({ noun, onDropAll }: { noun: Noun; onDropAll: () => void }) {
  return (
    <div className={classes.none} data-state="no-match">
      <h2>No {noun.one} fits all of this</h2>
      <p>Take out one of the filters above, or all of them.</p>
      <button type="button" className={classes.plain} onClick={onDropAll}>
        Take out all filters
      </button>
    </div>
  );
}
