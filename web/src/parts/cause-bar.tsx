import { type ReactNode } from 'react';
import classes from './cause-bar.module.css';

interface CausePart {
  readonly cause: string;
  readonly reviews: number;
  readonly name: string;
}

export interface CauseBarProps<Of extends CausePart> {
  readonly parts: readonly Of[];
  /** Whether each part says its name below. */
  readonly named?: boolean;
  /** Says number and name of a part, where the number leads to what is behind it. */
  readonly linked?: (part: Of) => ReactNode;
}

/** Where a shortfall comes from: parts as wide as they count, each with its number and a pattern besides its colour. */
export function CauseBar<Of extends CausePart>({
  parts,
  named = false,
  linked,
}: CauseBarProps<Of>) {
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
        {shown.map((part) => (
          <li key={part.cause}>
            <i data-cause={part.cause} className={classes.swatch} aria-hidden />
            {linked?.(part) ?? (
              <>
                <b>{part.reviews}</b> {part.name}
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
