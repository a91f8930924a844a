import classes from './legend.module.css';

export interface LegendProps {
  /** What each colour of a picture stands for; the swatch is the class that paints it there. Without one: a remark. */
  readonly items: readonly { readonly swatch?: string | undefined; readonly words: string }[];
}

/** The key of a picture. A screen reader is told the numbers instead. */
export function Legend({ items }: LegendProps) {
  return (
    <ul className={classes.legend} aria-hidden>
      {items.map(({ swatch, words }) => (
        <li key={words}>
          {swatch !== undefined && <i className={swatch} />} {words}
        </li>
      ))}
    </ul>
  );
}
