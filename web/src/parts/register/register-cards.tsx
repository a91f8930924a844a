import { Checkbox } from '@mantine/core';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import type { Row as TableRow } from '@tanstack/react-table';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { RegisterColumn } from '../../api/registers';
import { Cell } from './cell';
import classes from './register.module.css';
import { wordsOf } from './register-state';
import { valueOf } from './use-register';

export interface RegisterCardsProps<Row extends object> {
  readonly rows: readonly TableRow<Row>[];
  readonly columns: readonly RegisterColumn[];
  readonly cells: Readonly<Record<string, (row: Row) => ReactNode>>;
  readonly labelOf: (row: Row) => string;
  readonly canChoose: boolean;
}

/** A register on a narrow screen: a card for each row, those in sight only. What is not known is left out. */
export function RegisterCards<Row extends object>({
  rows,
  columns,
  cells,
  labelOf,
  canChoose,
}: RegisterCardsProps<Row>) {
  const list = useRef<HTMLUListElement>(null);
  const [above, setAbove] = useState(0);
  useLayoutEffect(() => {
    setAbove(list.current?.offsetTop ?? 0);
  }, []);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => 150,
    overscan: 6,
    scrollMargin: above,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  const [first, ...others] = columns;
  return (
    <ul ref={list} className={classes.cards} style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ index, start, key }) => {
        const row = rows[index];
        if (row === undefined || first === undefined) return null;
        const known = others.filter(
          (column) => wordsOf(valueOf(row.original, column.key)).length > 0,
        );
        return (
          <li
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            aria-setsize={rows.length}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${String(start - above)}px)` }}
          >
            <div className={classes.card} data-chosen={row.getIsSelected() || undefined}>
              <div className={classes.cardHead}>
                {canChoose && (
                  <Checkbox
                    size="md"
                    checked={row.getIsSelected()}
                    onChange={row.getToggleSelectedHandler()}
                    aria-label={`Choose ${labelOf(row.original)}`}
                  />
                )}
                <b>
                  <Cell row={row.original} column={first} cells={cells} />
                </b>
              </div>
              <dl>
                {known.map((column) => (
                  <div key={column.key}>
                    <dt>{column.heading}</dt>
                    <dd>
                      <Cell row={row.original} column={column} cells={cells} />
                    </dd>
                  </div>
                ))}
              </dl>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
