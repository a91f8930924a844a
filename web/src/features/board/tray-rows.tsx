import {
  IconAlertTriangle,
  IconCheck,
  IconChevronDown,
  IconChevronRight,
} from '@tabler/icons-react';
import { memo } from 'react';
import type { Board, BoardChip } from '../../api/board';
import { chipInWords, daysAloud } from './board-words';
import { ChipView } from './chip-view';
import type { Column } from './columns';
import classes from './grid.module.css';
import { HEAD, trayKey, trayLevels } from './grid-model';

export interface TrayRowsProps {
  readonly board: Board;
  readonly columns: readonly Column[];
  /** How many rows there are: one while it is folded. */
  readonly levels: number;
  readonly isOpen: boolean;
  readonly focused: { readonly row: string; readonly column: number } | null;
  readonly selected: string | null;
  readonly carried: string | null;
  readonly aim: { readonly row: string; readonly column: number } | null;
  readonly onToggle: () => void;
  readonly onShowWaiting: () => void;
}

/** Reviews without a lead, in the week that their schools prefer: the first rows of the grid, always in sight. */
export const TrayRows = memo(function TrayRows(props: TrayRowsProps) {
  const { board, columns, levels, focused, isOpen } = props;
  const chips = board.chips.filter(({ lead, week }) => lead === null && week !== null);
  const byLevel = trayLevels(board.chips);
  return (
    <div
      role="rowgroup"
      className={`${classes.tray} ${chips.length === 0 ? classes.trayEmpty : ''}`}
    >
      {Array.from({ length: levels }, (_, level) => {
        const row = trayKey(level);
        const here = isOpen ? chips.filter(({ review }) => byLevel.get(review) === level) : chips;
        return (
          <div
            key={row}
            role="row"
            aria-rowindex={2 + level}
            className={`${classes.row} ${level === 0 ? classes.first : ''}`}
          >
            <TrayHead {...props} row={row} level={level} count={chips.length} />
            {columns.map((column, number) => (
              <TrayCell
                key={`${column.week} ${column.window}`}
                {...props}
                row={row}
                column={column}
                number={number}
                chips={here}
                isFocused={focused?.row === row && focused.column === number}
              />
            ))}
          </div>
        );
      })}
    </div>
  );
});

function TrayHead(
  props: TrayRowsProps & { readonly row: string; readonly level: number; readonly count: number },
) {
  const { board, row, level, count, isOpen, focused, onToggle, onShowWaiting } = props;
  const isFocused = focused?.row === row && focused.column === HEAD;
  const attributes = {
    role: 'rowheader',
    className: classes.head,
    tabIndex: isFocused ? 0 : -1,
    'data-row': row,
    'data-column': HEAD,
  } as const;
  if (level > 0) {
    return (
      <div {...attributes}>
        <span className="sr">Reviews without a lead, continued</span>
      </div>
    );
  }
  const waits = board.waiting.length;
  const Fold = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <div {...attributes}>
      {count === 0 ? (
        <span className={`${classes.trayTitle} ${classes.covered}`}>
          <IconCheck size={14} aria-hidden />
          All have a lead
        </span>
      ) : (
        <button
          type="button"
          className={`${classes.fold} ${classes.trayTitle}`}
          tabIndex={-1}
          aria-expanded={isOpen}
          onClick={onToggle}
        >
          <Fold size={12} aria-hidden />
          <IconAlertTriangle size={14} aria-hidden />
          {count} without a lead
        </button>
      )}
      {waits > 0 && (
        <button
          type="button"
          className={`${classes.fold} ${classes.trayNote}`}
          // Enter on the cell folds the tray, so this is the next Tab from it, with an Enter of its own.
          tabIndex={isFocused ? 0 : -1}
          onKeyDown={(event) => {
            if (event.key === 'Enter' || event.key === ' ') event.stopPropagation();
          }}
          onClick={onShowWaiting}
        >
          {waits === 1 ? '1 waits' : `${waits} wait`} for windows
        </button>
      )}
    </div>
  );
}

interface TrayCellProps extends TrayRowsProps {
  readonly row: string;
  readonly column: Column;
  readonly number: number;
  readonly chips: readonly BoardChip[];
  readonly isFocused: boolean;
}

function TrayCell(props: TrayCellProps) {
  const { row, column, number, chips, isFocused, isOpen, selected, carried, aim } = props;
  const inWeek = chips.filter(({ week }) => week === column.week);
  const here = inWeek.filter(({ window }) => window === column.window);
  const [chip] = here;
  const isFirst = column.window === 'MON_WED';
  const label = isOpen
    ? chip
      ? `${chipInWords(chip, null)} Best on ${daysAloud(column.days)}.`
      : `No review waits for ${daysAloud(column.days)}.`
    : `${inWeek.length === 0 ? 'None' : inWeek.length} without a lead in the week of ${daysAloud(column.days)}. Press Enter to show them.`;
  const isAim = aim?.row === row && aim.column === number;
  return (
    <>
      {column.gapBefore !== null && <div className={classes.gap} aria-hidden />}
      <div
        role="gridcell"
        className={`${classes.cell} ${isFirst ? classes.monday : ''} ${isAim ? classes.aim : ''}`}
        tabIndex={isFocused ? 0 : -1}
        data-row={row}
        data-column={number}
        data-aim={isAim ? '' : undefined}
        aria-label={label}
      >
        {isOpen && chip && (
          <ChipView
            chip={chip}
            part="LEAD"
            isSelected={selected === chip.review}
            isCarried={carried === chip.review}
            since={0}
          />
        )}
        {!isOpen && isFirst && inWeek.length > 0 && (
          <span className={classes.many}>{inWeek.length}</span>
        )}
      </div>
    </>
  );
}
