import {
  type ColumnDef,
  type ColumnFiltersState,
  getCoreRowModel,
  getFilteredRowModel,
  getSortedRowModel,
  type Row as TableRow,
  type RowSelectionState,
  type Table,
  useReactTable,
} from '@tanstack/react-table';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { RegisterColumn } from '../../api/registers';
import {
  type CellValue,
  type ColumnFilter,
  compareValues,
  isFound,
  passes,
  plain,
  readColumns,
  readFilter,
  readSort,
  type RegisterSearch,
  wordsOf,
} from './register-state';

/** The value of a row in a column. Rows come typed from the API; columns name their fields. */
export function valueOf(row: object, key: string): CellValue {
  return ((row as Record<string, unknown>)[key] ?? null) as CellValue;
}

export type SetSearch = (next: RegisterSearch) => void;

/** The address of a register, and how to change it: going back leads to the page before, not to each letter typed. */
export function useRegisterSearch(): readonly [RegisterSearch, SetSearch] {
  const search: RegisterSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const set = (next: RegisterSearch) =>
    void navigate({ to: '.', search: next, replace: true, resetScroll: false });
  return [search, set];
}

/** What a row sorts and filters by; undefined: nothing is known, which sorts last whichever way. */
function known(value: CellValue): CellValue | undefined {
  return wordsOf(value).length === 0 ? undefined : value;
}

function columnDef<Row extends object>({ key }: RegisterColumn): ColumnDef<Row> {
  return {
    id: key,
    accessorFn: (row) => known(valueOf(row, key)),
    filterFn: (row, id, filter: ColumnFilter) =>
      passes(row.getValue<CellValue | undefined>(id) ?? null, filter),
    sortingFn: (one, other, id) =>
      compareValues(one.getValue<CellValue>(id), other.getValue<CellValue>(id)),
    sortUndefined: 'last',
  };
}

export interface RegisterTable<Row extends object> {
  readonly table: Table<Row>;
  readonly shownColumns: readonly RegisterColumn[];
  /** In order, those that pass every filter. */
  readonly shownRows: readonly TableRow<Row>[];
  /** Chosen and shown: what is chosen but filtered out is left alone. */
  readonly chosenRows: readonly Row[];
  /** Chosen, and not shown at the moment. */
  readonly hiddenChoices: number;
}

/** A register as its address says: filtered, ordered, with the columns that were chosen. */
export function useRegister<Row extends object>(
  columns: readonly RegisterColumn[],
  rows: readonly Row[],
  idOf: (row: Row) => string,
  search: RegisterSearch,
): RegisterTable<Row> {
  const [rowSelection, setRowSelection] = useState<RowSelectionState>({});
  const texts = useMemo(() => {
    const textOf = (row: Row) =>
      plain(columns.map(({ key }) => wordsOf(valueOf(row, key)).join(' ')).join('\n'));
    return new Map(rows.map((row) => [row, textOf(row)]));
  }, [columns, rows]);
  const state = useMemo(() => {
    const columnFilters: ColumnFiltersState = columns.flatMap((column) => {
      const value = readFilter(column, search);
      return value === undefined ? [] : [{ id: column.key, value }];
    });
    const sorting = readSort(columns, search).map(({ key, isDescending }) => ({
      id: key,
      desc: isDescending,
    }));
    return { columnFilters, sorting, globalFilter: search.find?.trim() ?? '' };
  }, [columns, search]);
  const defs = useMemo(() => columns.map((column) => columnDef<Row>(column)), [columns]);
  const data = useMemo(() => [...rows], [rows]);
  // eslint-disable-next-line react-hooks/incompatible-library -- what it returns is used while this renders, and never kept
  const table = useReactTable<Row>({
    data,
    columns: defs,
    state: { ...state, rowSelection },
    getRowId: idOf,
    onRowSelectionChange: setRowSelection,
    globalFilterFn: (row, _column, find: string) => isFound(texts.get(row.original) ?? '', find),
    // One column stands for all: the text of a row is looked through as a whole.
    getColumnCanGlobalFilter: ({ id }) => id === columns[0]?.key,
    getCoreRowModel: getCoreRowModel(),
    getFilteredRowModel: getFilteredRowModel(),
    getSortedRowModel: getSortedRowModel(),
  });
  const shownRows = table.getRowModel().rows;
  const chosenRows = shownRows.filter((row) => row.getIsSelected()).map(({ original }) => original);
  const chosenIds = rows.map(idOf).filter((id) => rowSelection[id] === true);
  return {
    table,
    shownColumns: useMemo(() => readColumns(columns, search), [columns, search]),
    shownRows,
    chosenRows,
    hiddenChoices: chosenIds.length - chosenRows.length,
  };
}
