import classes from './marks.module.css';
import { type Fate, fatesInWords } from './fates';

/** More would not be counted by eye. */
const MOST = 12;

/** The reviews that are at stake with somebody, one segment each: colour and pattern say what becomes of it. */
export function ReviewMarks({ fates }: { fates: readonly Fate[] }) {
  if (fates.length === 0) return null;
  return (
    <span className={classes.marks} role="img" aria-label={fatesInWords(fates)}>
      {fates.slice(0, MOST).map((fate, index) => (
        <i key={`${fate} ${String(index)}`} data-fate={fate} />
      ))}
      {fates.length > MOST && <small>+{fates.length - MOST}</small>}
    </span>
  );
}

/** What the segments stand for. */
export function FateMark({ fate }: { fate: Fate }) {
  return <i className={classes.swatch} data-fate={fate} aria-hidden />;
}
