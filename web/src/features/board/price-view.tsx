import { IconBan } from '@tabler/icons-react';
import type { CarriedPlace } from '../../api/board';
import classes from './grid.module.css';

const looks = {
  GAINS: classes.good,
  SAME: classes.same,
  PAYS: classes.pays,
  REFUSED: classes.blocked,
} as const;

export interface PriceViewProps {
  readonly place: CarriedPlace | undefined;
  /** Whether it is the second window of its week: prices of both stand one above the other. */
  readonly isLate: boolean;
  readonly isAim: boolean;
}

/** What dropping the carried review here would come to; undefined: it cannot be dropped here. */
export function PriceView({ place, isLate, isAim }: PriceViewProps) {
  if (place === undefined || place.tone === 'REFUSED') {
    return (
      <span className={`${classes.price} ${classes.blocked}`}>
        <IconBan size={13} aria-hidden />
      </span>
    );
  }
  return (
    <span
      className={`${classes.price} ${looks[place.tone]} ${isAim ? classes.aimed : ''} ${isLate ? classes.lower : classes.upper}`}
    >
      {place.short}
    </span>
  );
}
