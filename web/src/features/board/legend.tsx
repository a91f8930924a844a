import { IconLock, IconPin } from '@tabler/icons-react';
import { Tag } from '../../parts/tag';
import classes from './board.module.css';
import grid from './grid.module.css';

/** What the signs on the board mean. */
export function Legend({ version }: { version: number }) {
  return (
    <div className={classes.legend}>
      <b>Reviews</b>
      <Tag tone="draft">Draft</Tag>
      <Tag tone="offered">Offered</Tag>
      <Tag tone="accepted">Accepted</Tag>
      <Tag tone="gap">No lead</Tag>
      <span>
        <i className={classes.footEarly} />
        Mon–Wed
      </span>
      <span>
        <i className={classes.footLate} />
        Wed–Fri
      </span>
      <span>
        <IconPin size={12} aria-hidden />
        Pinned
      </span>
      <span>
        <IconLock size={12} aria-hidden />
        Held
      </span>
      <span>
        <i className={classes.corner} />
        Changed in or since v{version}
      </span>
      <b>Availability</b>
      <span>
        <i className={`${classes.swatch} ${grid.preferredSwatch}`}>+</i>Preferred
      </span>
      <span>
        <i className={classes.swatch} />
        Free
      </span>
      <span>
        <i className={`${classes.swatch} ${grid.ifNeededSwatch}`}>~</i>If needed
      </span>
      <span>
        <i className={`${classes.swatch} ${grid.unavailable}`} />
        Not available
      </span>
      <span>
        <i className={classes.swatch}>?</i>No answer
      </span>
      <span>
        <i className={`${classes.swatch} ${grid.closed}`} />
        Closed
      </span>
    </div>
  );
}
