import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { PreflightView } from '../../api/preflight';
import { Tag } from '../../parts/tag';
import classes from './verdict-card.module.css';

/** The most that any plan could do, in one sentence and one bar. */
export function VerdictCard({ found }: { found: PreflightView }) {
  const { words, coverage, pinsShort } = found;
  const { due, most } = coverage;
  const without = due.reviews - most.reviews;
  const [first, ...others] = words;
  return (
    <section className={classes.card} aria-labelledby="verdict">
      <div className={classes.words}>
        <h2 id="verdict" className={classes.first}>
          {first}
        </h2>
        {others.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {pinsShort === null && (
        <div className={classes.figure}>
          <p className={classes.count}>
            <b>{most.reviews}</b> of {due.reviews} reviews
          </p>
          <span className={classes.bar} aria-hidden>
            <i style={{ width: `${(most.reviews / due.reviews) * 100}%` }} />
          </span>
          {without === 0 ? (
            <p className={classes.note}>
              <IconCheck size={14} aria-hidden /> Nothing stands in the way of any of them
            </p>
          ) : (
            <p className={classes.note}>
              <IconAlertTriangle size={14} aria-hidden /> {without} cannot have a lead, whatever the
              plan
            </p>
          )}
        </div>
      )}
      {pinsShort !== null && <Tag tone="gap">No plan keeps all pins</Tag>}
    </section>
  );
}
