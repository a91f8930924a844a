import { Menu } from '@mantine/core';
import { IconArrowBackUp, IconFlag } from '@tabler/icons-react';
import type { CalendarWindow, DraftWindow, Grade } from '../../api/lead-availability';
import type { LeadSeat } from '../../api/lead-panel';
import classes from './availability.module.css';
import type { Pressed } from './draft';
import { GradeIcon, GRADES, lookOf } from './grade-looks';

export interface WindowCellProps {
  readonly window: CalendarWindow | DraftWindow;
  /** Their seat in this plan in this very window. */
  readonly seat: LeadSeat | undefined;
  readonly pressed: Pressed | undefined;
  /** Row and column, for the grid to find it. */
  readonly cell: string;
  readonly isStop: boolean;
  readonly isChoosing: boolean;
  readonly onFocus: () => void;
  readonly onChoose: (isOpen: boolean) => void;
  /** Null: as they say, or as it stands. */
  readonly onGrade: (grade: Grade | null) => void;
}

/** One window: what they are then and why, their review in it, and the choice of a grade. */
export function WindowCell(props: WindowCellProps) {
  const { window, seat, cell, isStop, isChoosing, onFocus, onChoose } = props;
  const look = lookOf(window);
  const change = 'before' in window && window.isChanged ? window.before.gradeInWords : null;
  const word =
    look === 'CLOSED' ? 'Closed' : look === 'SHUT' ? 'Not possible' : window.gradeInWords;
  const why = window.closed ?? window.because;
  return (
    <div role="gridcell" className={classes.cell}>
      <Menu
        opened={isChoosing}
        onChange={onChoose}
        position="bottom-start"
        width={230}
        withinPortal
      >
        <Menu.Target>
          <button
            type="button"
            className={classes.window}
            data-look={look}
            data-changed={change !== null || undefined}
            data-cell={cell}
            tabIndex={isStop ? 0 : -1}
            onFocus={onFocus}
            title={`${window.days}: ${word}. ${why}`}
          >
            <span className={classes.days}>{window.label}</span>{' '}
            {change !== null && <span className={classes.was}>now {change.toLowerCase()}</span>}{' '}
            <span className={classes.grade}>
              <GradeIcon look={look} />
              {word}
            </span>{' '}
            {seat !== undefined ? (
              <SeatMark seat={seat} />
            ) : (
              isTelling(window) && <span className={classes.why}>{why}</span>
            )}
            <span className="sr">
              , {window.days}. {why}
            </span>
          </button>
        </Menu.Target>
        <Choice {...props} />
      </Menu>
    </div>
  );
}

function Choice({ window, pressed, onGrade }: WindowCellProps) {
  return (
    <Menu.Dropdown>
      <Menu.Label>{window.days}</Menu.Label>
      {GRADES.map(({ grade, words, letter }) => (
        <Menu.Item
          key={grade}
          leftSection={<GradeIcon look={grade} />}
          rightSection={<kbd>{letter}</kbd>}
          onClick={() => onGrade(grade)}
        >
          {words}
        </Menu.Item>
      ))}
      {pressed !== undefined && (
        <Menu.Item
          leftSection={<IconArrowBackUp size={15} aria-hidden />}
          onClick={() => onGrade(null)}
        >
          As they say, or as it stands
        </Menu.Item>
      )}
    </Menu.Dropdown>
  );
}

/** What holds unless something else is said, or was said of this very window, needs no reason beside it. */
function isTelling({ decidedBy, closed }: CalendarWindow): boolean {
  return closed !== null || !['DEFAULT', 'NO_ANSWER', 'WINDOW'].includes(decidedBy);
}

function SeatMark({ seat }: { seat: LeadSeat }) {
  return (
    <span className={classes.seat} data-state={seat.state.kind}>
      <IconFlag size={13} aria-hidden />
      <span className="sr">{seat.roleInWords} the review of </span>
      <span>{seat.school}</span>
      <span className="sr">, {seat.state.words.toLowerCase()}</span>
    </span>
  );
}
