import { IconBan } from '@tabler/icons-react';
import type { CarriedPlace } from '../../api/board';
import classes from './grid.module.css';

const looks = {
  GAINS: classes.good,
  SAME: classes.same,
  PAYS: classes.pays,
  REFUSED: classes.blocked,
} as const;

/** What dropping the carried review here would come to; undefined: it cannot be dropped here. */
export function PriceView({ place, isAim }: { place: CarriedPlace | undefined; isAim: boolean }) {
  if (place === undefined || place.tone === 'REFUSED') {
    return (
      <span className={`${classes.price} ${classes.blocked}`}>
        <IconBan size={13} aria-hidden />
      </span>
    );
  }
  return (
    <span className={`${classes.price} ${looks[place.tone]} ${isAim ? classes.aimed : ''}`}>
      {place.isNow ? 'now' : place.short}
    </span>
  );
}
