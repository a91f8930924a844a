import { IconX } from '@tabler/icons-react';
import classes from './register.module.css';
import type { SaidFilter } from './register-words';

export interface FilterChipsProps {
  readonly said: readonly SaidFilter[];
  readonly onDrop: (field: string) => void;
  readonly onDropAll: () => void;
}

/** Every filter in words, each to be taken out with one press. */
export function FilterChips({ said, onDrop, onDropAll }: FilterChipsProps) {
  if (said.length === 0) return null;
  return (
    <ul className={classes.chips} aria-label="Filters">
      {said.map(({ field, what, how }) => (
        <li key={field} className={classes.chip}>
          <span title={`${what}: ${how}`}>
            {what}: <b>{how}</b>
          </span>
          <button
            type="button"
            onClick={() => onDrop(field)}
            aria-label={`Take out the filter ${what}: ${how}`}
          >
            <IconX size={14} aria-hidden />
          </button>
        </li>
      ))}
      {said.length > 1 && (
        <li>
          <button type="button" className={classes.plain} onClick={onDropAll}>
            Take out all
          </button>
        </li>
      )}
    </ul>
  );
}
