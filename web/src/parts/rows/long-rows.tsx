import { useMediaQuery } from '@mantine/hooks';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type FocusEvent, memo, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { usePrinting } from '../printing';
import { rowKeys } from './row-keys';
import { AfterGap, drawnRows, inSightWith } from './rows-in-sight';

/** Up to so many rows are all on the page, where the search of the browser finds them. */
const FEW = 150;

/** What a row of the table is given, whatever else it holds. */
export interface RowPlace {
  readonly ref: (row: HTMLElement | null) => void;
  readonly 'data-index': number;
  readonly 'aria-rowindex': number;
}

export interface RowGroup<Row> {
  readonly key: string;
  /** The cell that heads it. */
  readonly head?: ReactNode;
  readonly rows: readonly Row[];
}

export interface LongRowsProps<Row> {
  readonly groups: readonly RowGroup<Row>[];
  readonly keyOf: (row: Row) => string;
  /** Rows of the table's head. */
  readonly above: number;
  /** About how high a row is in pixels, as a row and as the card that it is on a phone. */
  readonly height: number;
  readonly cardHeight: number;
  /** Whether a row only says more of the one above it: Tab goes into it, the keys from row to row pass over it. */
  readonly isBehind?: (row: Row) => boolean;
  readonly children: (row: Row, place: RowPlace) => ReactNode;
}

export function isLong(rows: number): boolean {
  return rows > FEW;
}

/**
 * The body of a table that scrolls with its page: however many rows, only those in sight are on the page, and all of them on
 * paper. The arrows, Page Up and Down, Home and End go from row to row. Say the number of all rows on the table
 * (`aria-rowcount`), and give columns a width of their own: rows that come into sight must not move them.
 */
export function LongRows<Row>(props: LongRowsProps<Row>) {
  const { groups, keyOf, above, height, cardHeight, isBehind, children } = props;
  const rows = groups.flatMap((group) => group.rows);
  const isWhole = usePrinting() || !isLong(rows.length);
  const isPhone = useMediaQuery('(max-width: 700px)', false, { getInitialValueInEffect: false });
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);
  // By its key: what opens or closes above it does not take the focus elsewhere.
  const [focused, setFocused] = useState<string>();
  const active = Math.max(
    0,
    rows.findIndex((row) => keyOf(row) === focused),
  );
  const virtual = useWindowVirtualizer({
    count: rows.length,
    enabled: !isWhole,
    estimateSize: () => (isPhone ? cardHeight : height),
    overscan: isPhone ? 4 : 12,
    scrollMargin: top,
    getItemKey: (index) => keyOf(rows[index] as Row),
    rangeExtractor: inSightWith(active),
  });
  // What stands above the table changes its height as well, and asks nobody.
  // eslint-disable-next-line react-hooks/exhaustive-deps -- settles at once: the same number is no change
  useLayoutEffect(() => {
    setTop(Math.round((body.current?.getBoundingClientRect().top ?? 0) + scrollY));
  });
  const drawn = isWhole
    ? rows.map((row, index) => ({ key: keyOf(row), index, gap: 0 }))
    : drawnRows(virtual.getVirtualItems(), top);
  const end = virtual.getVirtualItems().at(-1)?.end ?? top;
  const setActive = (index: number) => {
    const row = rows[index];
    if (row !== undefined) setFocused(keyOf(row));
  };
  const onKeyDown = rowKeys(
    active,
    rows.length,
    (index) => {
      setActive(index);
      if (!isWhole) virtual.scrollToIndex(index);
    },
    (index) => isBehind?.(rows[index] as Row) ?? false,
  );
  const onFocus = ({ target }: FocusEvent) => {
    const index = target.closest('tr')?.dataset.index;
    if (index !== undefined) setActive(Number(index));
  };
  return groups.map((group, number) => {
    const from = groups.slice(0, number).reduce((sum, before) => sum + before.rows.length, 0);
    const heads = groups.slice(0, number + 1).filter(({ head }) => head !== undefined).length;
    const isIn = (index: number) => from <= index && index < from + group.rows.length;
    return (
      <tbody
        key={group.key}
        ref={number === 0 ? body : null}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
      >
        {group.head !== undefined && (
          <tr data-group aria-rowindex={above + from + heads}>
            {group.head}
          </tr>
        )}
        {drawn
          .filter(({ index }) => isIn(index))
          .map(({ key, index, gap }) => (
            <AfterGap key={key} gap={gap}>
              <DrawnRow
                row={rows[index] as Row}
                index={index}
                rowIndex={above + heads + index + 1}
                measure={virtual.measureElement}
              >
                {children}
              </DrawnRow>
            </AfterGap>
          ))}
        {number === groups.length - 1 && !isWhole && (
          <AfterGap gap={virtual.getTotalSize() - (end - top)} />
        )}
      </tbody>
    );
  });
}

interface DrawnRowProps<Row> extends Pick<LongRowsProps<Row>, 'children'> {
  readonly row: Row;
  readonly index: number;
  readonly rowIndex: number;
  readonly measure: (row: HTMLElement | null) => void;
}

/** A row that stays in sight while others come is not drawn again. */
const DrawnRow = memo(function DrawnRow<Row>({
  row,
  index,
  rowIndex,
  measure,
  children,
}: DrawnRowProps<Row>) {
  return children(row, { ref: measure, 'data-index': index, 'aria-rowindex': rowIndex });
}) as <Row>(props: DrawnRowProps<Row>) => ReactNode;
