import type { ReactNode } from 'react';
import { isLong, LongRows } from './rows/long-rows';
import classes from './figures.module.css';

export interface FiguresProps {
  /** What the table says, for whoever hears it first. */
  readonly caption: string;
  readonly head: readonly string[];
  /** The first cell of a row is its heading. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
  /** Heads of columns that hold words; the others hold numbers. */
  readonly words?: readonly string[];
  /** The keys of rows that a link led to, or that are chosen elsewhere on the page. */
  readonly marked?: readonly string[];
}

/**
 * The numbers of a picture as a table, which scrolls by itself where it is too wide; on a phone rows with several columns of
 * words are cards. Many rows are drawn as they come into sight.
 */
export function Figures({ caption, head, rows, words = [], marked = [] }: FiguresProps) {
  const isCards = words.length > 1;
  const lookOf = (index: number) => {
    if (index === 0) return undefined;
    return words.includes(head[index] ?? '') ? classes.words : classes.number;
  };
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={caption}>
      <table
        className={classes.table}
        data-long={isLong(rows.length) || undefined}
        data-cards={isCards || undefined}
        aria-rowcount={rows.length + 1}
      >
        <caption className="sr">{caption}</caption>
        <thead>
          <tr aria-rowindex={1}>
            {head.map((title, index) => (
              <th key={title} scope="col" className={lookOf(index)}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <LongRows
          groups={[{ key: 'all', rows }]}
          keyOf={({ key }) => key}
          above={1}
          height={41}
          cardHeight={isCards ? 24 * head.length + 28 : 41}
        >
          {({ key, cells: [first, ...others] }, place) => (
            <tr {...place} data-marked={marked.includes(key) || undefined}>
              <th scope="row">{first}</th>
              {others.map((cell, index) => (
                <td
                  key={head[index + 1]}
                  className={lookOf(index + 1)}
                  data-label={head[index + 1]}
                >
                  {isCards ? <div>{cell}</div> : cell}
                </td>
              ))}
            </tr>
          )}
        </LongRows>
      </table>
    </div>
  );
}
