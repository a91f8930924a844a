import { Popover } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconFilter, IconFilterFilled } from '@tabler/icons-react';
import { useState } from 'react';
import type { RegisterColumn } from '../../api/registers';
import { announce } from '../announcer';
import { ColumnFilterForm } from './column-filter-form';
import classes from './register.module.css';
import {
  type CellValue,
  readFilter,
  readSort,
  type RegisterSearch,
  type SortKey,
  withFields,
  writtenSort,
} from './register-state';
import { orderSaid } from './register-words';
import type { SetSearch } from './use-register';

export interface ColumnHeadProps {
  readonly column: RegisterColumn;
  readonly search: RegisterSearch;
  readonly setSearch: SetSearch;
  readonly values: (key: string) => readonly CellValue[];
}

/** The heading of a column: press it to order by it, with Shift as well as by others; its filter beside it. */
export function ColumnHead({ column, search, setSearch, values }: ColumnHeadProps) {
  const sort = readSort([column], search)[0];
  const isFiltered = readFilter(column, search) !== undefined;
  const [isOpen, setIsOpen] = useState(false);
  const order = (isAdded: boolean) => {
    const next = withFields(search, { sort: nextSort(search, column, isAdded) });
    announce(orderSaid([column], next) ?? 'In the usual order');
    setSearch(next);
  };
  const direction = sort === undefined ? 'none' : sort.isDescending ? 'descending' : 'ascending';
  const Arrow = sort?.isDescending === true ? IconArrowDown : IconArrowUp;
  return (
    <th scope="col" aria-sort={direction} data-kind={column.kind}>
      <div className={classes.head}>
        <button
          type="button"
          className={classes.sort}
          onClick={(event) => order(event.shiftKey)}
          title={`Order by ${column.heading}`}
        >
          <span>{column.heading}</span>
          {sort !== undefined && <Arrow size={14} aria-hidden data-sorted />}
        </button>
        <Popover
          opened={isOpen}
          onChange={setIsOpen}
          position="bottom-start"
          trapFocus
          returnFocus
          withinPortal
          shadow="md"
        >
          <Popover.Target>
            <button
              type="button"
              className={classes.filterButton}
              data-on={isFiltered || undefined}
              aria-label={`Filter ${column.heading}${isFiltered ? ', is filtered' : ''}`}
              aria-expanded={isOpen}
              onClick={() => setIsOpen(!isOpen)}
            >
              {isFiltered ? (
                <IconFilterFilled size={14} aria-hidden />
              ) : (
                <IconFilter size={14} aria-hidden />
              )}
            </button>
          </Popover.Target>
          <Popover.Dropdown aria-label={`Filter ${column.heading}`}>
            <ColumnFilterForm
              column={column}
              search={search}
              setSearch={setSearch}
              values={values(column.key)}
            />
          </Popover.Dropdown>
        </Popover>
      </div>
    </th>
  );
}

/** First the usual way round, then the other, then not at all. Dates and numbers begin with the most. */
function nextSort(
  search: RegisterSearch,
  { key, kind }: RegisterColumn,
  isAdded: boolean,
): string | undefined {
  const before = (search.sort ?? '')
    .split(',')
    .filter((each) => each !== '')
    .map((each): SortKey => ({ key: each.replace(/^-/, ''), isDescending: each.startsWith('-') }));
  const own = before.find((each) => each.key === key);
  const isFirstDescending = kind === 'NUMBER' || kind === 'DATE';
  const next: SortKey | undefined =
    own === undefined
      ? { key, isDescending: isFirstDescending }
      : own.isDescending === isFirstDescending
        ? { key, isDescending: !isFirstDescending }
        : undefined;
  const others = isAdded ? before.filter((each) => each.key !== key) : [];
  return writtenSort(next === undefined ? others : [...others, next]);
}
