import { IconAlertTriangle } from '@tabler/icons-react';
import classes from './study-course.module.css';

export interface ComputedWhenProps {
  /** "21 December 2026, 10:42" */
  readonly computed: string;
  /** Facts have changed since. */
  readonly isStale: boolean;
  /** False: as at an earlier day, or as known earlier. */
  readonly isNow: boolean;
  /** Why it is no answer any more, whatever has happened to the facts; null: it is one. */
  readonly isOld?: string | null;
}

/** When something was computed, and whether it still holds. */
export function ComputedWhen({ computed, isStale, isNow, isOld = null }: ComputedWhenProps) {
  const warns = isStale || isOld !== null;
  return (
    <p className={classes.when} data-stale={warns || undefined}>
      {warns && <IconAlertTriangle size={16} aria-hidden />}
      <span>
        Computed {computed}
        {isOld ??
          (isStale
            ? '; facts have changed since: compute again.'
            : isNow
              ? '. No fact has changed since.'
              : ': the last one by then.')}
      </span>
    </p>
  );
}
