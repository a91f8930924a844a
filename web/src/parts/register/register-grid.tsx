import { Checkbox } from '@mantine/core';
import type { Row as TableRow, Table } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef, useState } from 'react';
import type { RegisterColumn } from '../../api/registers';
import { rowKeys } from '../rows/row-keys';
import { AfterGap, drawnRows, inSightWith } from '../rows/rows-in-sight';
import { Cell } from './cell';
import { ColumnHead } from './column-head';
import classes from './register.module.css';
import type { CellValue, RegisterSearch } from './register-state';
import type { SetSearch } from './use-register';

export interface RegisterGridProps<Row extends object> {
  readonly table: Table<Row>;
  readonly rows: readonly TableRow<Row>[];
  readonly columns: readonly RegisterColumn[];
  readonly cells: Readonly<Record<string, (row: Row) => ReactNode>>;
  readonly labelOf: (row: Row) => string;
  readonly canChoose: boolean;
  /** Rows of the register, shown or not. */
  readonly all: number;
  readonly search: RegisterSearch;
  readonly setSearch: SetSearch;
  readonly values: (key: string) => readonly CellValue[];
  readonly caption: string;
  /** With all rows, in sight or not, as on paper. */
  readonly isWhole: boolean;
}

/** Room in pixels for so many characters. */
function roomFor({ width, kind }: RegisterColumn): number {
  const [least, most] = kind === 'NUMBER' ? [108, 108] : [88, 300];
  return Math.min(most, Math.max(least, width * 7 + 28));
}

/**
 * The rows in sight as a table, which says to a screen reader how many there are in all. One row can be reached with Tab; the
 * arrows go from row to row, Home and End to the ends, Space chooses, Shift and Space chooses all between.
 */
export function RegisterGrid<Row extends object>(props: RegisterGridProps<Row>) {
  const { table, rows, columns, canChoose, search, setSearch, values } = props;
  const scroll = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState(0);
  const active = Math.min(place, rows.length - 1);
  // eslint-disable-next-line react-hooks/incompatible-library -- what it returns is used while this renders, and never handed on
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => 41,
    overscan: 12,
    getItemKey: (index) => rows[index]?.id ?? index,
    rangeExtractor: inSightWith(active),
  });
  const items = virtual.getVirtualItems();
  const drawn = props.isWhole
    ? rows.map(({ id: key }, index) => ({ key, index, gap: 0 }))
    : drawnRows(items);
  const goTo = (index: number) => {
    setPlace(index);
    virtual.scrollToIndex(index);
  };
  const width = columns.reduce((sum, column) => sum + roomFor(column), canChoose ? 44 : 0);
  return (
    <div
      className={classes.scroll}
      ref={scroll}
      tabIndex={0}
      role="region"
      aria-label={props.caption}
    >
      <table
        className={classes.table}
        style={{ minWidth: width }}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + Number(canChoose)}
      >
        <caption className="sr">{props.caption}</caption>
        <colgroup>
          {canChoose && <col style={{ width: 44 }} />}
          {columns.map((column) => (
            <col key={column.key} style={{ width: roomFor(column) }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {canChoose && (
              <th scope="col" className={classes.box}>
                <Checkbox
                  size="xs"
                  checked={table.getIsAllRowsSelected()}
                  indeterminate={table.getIsSomeRowsSelected()}
                  onChange={table.getToggleAllRowsSelectedHandler()}
                  aria-label={`Choose all ${String(rows.length)} that are shown`}
                />
              </th>
            )}
            {columns.map((column) => (
              <ColumnHead
                key={column.key}
                column={column}
                search={search}
                setSearch={setSearch}
                values={values}
              />
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={rowKeys(active, rows.length, goTo)}>
          {drawn.map(({ index, gap, key }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <AfterGap key={key} gap={gap}>
                <GridRow
                  {...props}
                  row={row}
                  index={index}
                  isActive={index === active}
                  onActive={() => setPlace(index)}
                  measure={virtual.measureElement}
                />
              </AfterGap>
            );
          })}
          {!props.isWhole && <AfterGap gap={virtual.getTotalSize() - (items.at(-1)?.end ?? 0)} />}
        </tbody>
      </table>
    </div>
  );
}

interface GridRowProps<Row extends object> extends RegisterGridProps<Row> {
  readonly row: TableRow<Row>;
  readonly index: number;
  readonly isActive: boolean;
  readonly onActive: () => void;
  readonly measure: (row: HTMLElement | null) => void;
}

function GridRow<Row extends object>({
  row,
  rows,
  index,
  columns,
  cells,
  labelOf,
  canChoose,
  isActive,
  table,
  measure,
  onActive,
}: GridRowProps<Row>) {
  const choose = (isShift: boolean) => {
    const isChosen = !row.getIsSelected();
    const from = isShift ? lastChosen(rows, index) : index;
    const between = rows.slice(Math.min(from, index), Math.max(from, index) + 1);
    table.setRowSelection((before) => ({
      ...before,
      ...Object.fromEntries(between.map(({ id }) => [id, isChosen])),
    }));
  };
  return (
    <tr
      ref={measure}
      data-index={index}
      data-chosen={row.getIsSelected() || undefined}
      data-active={isActive || undefined}
      aria-rowindex={index + 2}
      onFocus={onActive}
    >
      {canChoose && (
        <td className={classes.box}>
          <Checkbox
            size="xs"
            checked={row.getIsSelected()}
            tabIndex={isActive ? 0 : -1}
            onClick={(event) => choose(event.shiftKey)}
            onChange={() => undefined}
            aria-label={`Choose ${labelOf(row.original)}`}
          />
        </td>
      )}
      {columns.map((column, at) => {
        const content = <Cell row={row.original} column={column} cells={cells} />;
        return at === 0 ? (
          <th key={column.key} scope="row">
            {content}
          </th>
        ) : (
          <td key={column.key} data-kind={column.kind}>
            {content}
          </td>
        );
      })}
    </tr>
  );
}

/** The nearest chosen row above, else the row itself: from there on rows are chosen with Shift. */
function lastChosen<Row extends object>(rows: readonly TableRow<Row>[], index: number): number {
  for (let at = index - 1; at >= 0; at -= 1) if (rows[at]?.getIsSelected() === true) return at;
  return index;
}
