import { type ReactNode } from 'react';
import classes from './cause-bar.module.css';

export interface CauseBarProps {
  readonly parts: readonly {
    readonly cause: string;
    readonly reviews: number;
    readonly name: string;
  }[];
  /** Whether each part says its name below. */
  readonly named?: boolean;
  /** Makes words of a named part lead to what is behind it; null: nothing is. */
  readonly linked?: (cause: string, words: string) => ReactNode;
}

/** Where a shortfall comes from: parts as wide as they count, each with its number and a pattern besides its colour. */
export function CauseBar({ parts, named = false, linked }: CauseBarProps) {
  const shown = parts.filter(({ reviews }) => reviews > 0);
  if (shown.length === 0) return null;
  const label = shown.map(({ name, reviews }) => `${name}: ${String(reviews)}`).join(', ');
  if (!named) {
    return (
      <span className={classes.small} role="img" aria-label={label}>
        {shown.map(({ cause, reviews }) => (
          <Part key={cause} cause={cause} reviews={reviews} />
        ))}
      </span>
    );
  }
  return (
    <>
      <div className={classes.bar} aria-hidden>
        {shown.map(({ cause, reviews }) => (
          <Part key={cause} cause={cause} reviews={reviews} />
        ))}
      </div>
      <ul className={classes.names}>
        {shown.map(({ cause, reviews, name }) => (
          <li key={cause}>
            <i data-cause={cause} className={classes.swatch} aria-hidden />
            {linked?.(cause, `${String(reviews)} ${name}`) ?? (
              <>
                <b>{reviews}</b> {name}
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Part({ cause, reviews }: { cause: string; reviews: number }) {
  return (
    <i data-cause={cause} className={classes.part} style={{ flexGrow: reviews }}>
      {reviews}
    </i>
  );
}
