import type { ReactNode } from 'react';
import classes from './figures.module.css';

export interface FiguresProps {
  /** What the table says, for whoever hears it first. */
  readonly caption: string;
  readonly head: readonly string[];
  /** The first cell of a row is its heading. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
  /** The key of a row that a link led to. */
  readonly marked?: string | undefined;
}

/** The numbers of a picture as a table, which scrolls by itself where it is too wide. */
export function Figures({ caption, head, rows, marked }: FiguresProps) {
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={caption}>
      <table className={classes.table}>
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>
            {head.map((words, index) => (
              <th key={words} scope="col" className={index === 0 ? undefined : classes.number}>
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [first, ...others] }) => (
            <tr key={key} data-marked={key === marked || undefined}>
              <th scope="row">{first}</th>
              {others.map((cell, index) => (
                <td key={head[index + 1]} className={classes.number}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
