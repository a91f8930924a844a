import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { memo } from 'react';
import type { Board } from '../../api/board';
import { Tag } from '../../parts/tag';
import classes from './grid.module.css';
import { HEAD } from './grid-model';

export interface RegionRowProps {
  readonly group: Board['groups'][number];
  readonly row: string;
  readonly rowIndex: number;
  readonly top: number;
  readonly columns: number;
  readonly isFocused: boolean;
  readonly isFolded: boolean;
  readonly onToggle: (region: string) => void;
}

/** The people of a region follow; how they stand together. */
export const RegionRow = memo(function RegionRow(props: RegionRowProps) {
  const { group, row, rowIndex, top, columns, isFocused, isFolded, onToggle } = props;
  const Fold = isFolded ? IconChevronRight : IconChevronDown;
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      className={`${classes.row} ${classes.region}`}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div role="rowheader" className={classes.head}>
        <button
          type="button"
          className={classes.fold}
          tabIndex={isFocused ? 0 : -1}
          data-row={row}
          data-column={HEAD}
          aria-expanded={!isFolded}
          onClick={() => onToggle(group.region)}
        >
          <Fold size={12} aria-hidden />
          {group.region}
        </button>
      </div>
      <div role="gridcell" className={classes.summary} aria-colspan={columns}>
        <span>
          {group.words}, {group.shortBy === 0 ? group.target : <b>{group.target}</b>}
        </span>
        {group.isPriority && <Tag tone="priority">Priority region</Tag>}
      </div>
    </div>
  );
});
