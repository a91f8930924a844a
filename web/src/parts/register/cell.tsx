import type { ReactNode } from 'react';
import type { RegisterColumn } from '../../api/registers';
import { fullDate, shortDateOfYear } from '../short-dates';
import classes from './register.module.css';
import { valueOf } from './use-register';

export interface CellProps<Row extends object> {
  readonly row: Row;
  readonly column: RegisterColumn;
  readonly cells: Readonly<Record<string, (row: Row) => ReactNode>>;
}

/** What a row says in a column: as its screen draws it, else the words as they are. */
export function Cell<Row extends object>({ row, column, cells }: CellProps<Row>) {
  const draw = cells[column.key];
  if (draw !== undefined) return draw(row);
  const value = valueOf(row, column.key);
  if (value === null || (typeof value === 'object' && value.length === 0)) return <Nothing />;
  if (typeof value === 'number') return value;
  if (typeof value === 'object') return <Cut words={value.join(', ')} />;
  if (column.kind !== 'DATE') return <Cut words={value} />;
  return (
    <time dateTime={value} title={fullDate(value)}>
      {shortDateOfYear(value)}
    </time>
  );
}

/** Words on at most two lines, the whole of them on hover. */
export function Cut({ words, children }: { words: string; children?: ReactNode }) {
  return (
    <span className={classes.cut} title={words}>
      {children ?? words}
    </span>
  );
}

/** Nothing is known there. */
export function Nothing() {
  return (
    <>
      <span aria-hidden className={classes.nothing}>
        –
      </span>
      <span className="sr">Not known</span>
    </>
  );
}
