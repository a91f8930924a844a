import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { CalendarWeek, CalendarWindow, DraftWindow, Grade } from '../../api/lead-availability';
import type { LeadSeat } from '../../api/lead-panel';
import { alert, announce } from '../../parts/announcer';
import classes from './availability.module.css';
import { type CalendarPlace, commandOf } from './calendar-keys';
import { withPressed } from './draft';
import { GRADES, lookOf } from './grade-looks';
import type { DraftState } from './use-draft';
import { WindowCell } from './window-cell';

type Week = Omit<CalendarWeek, 'windows'> & {
  readonly windows: readonly (CalendarWindow | DraftWindow)[];
};

export interface CalendarGridProps {
  /** What it is a calendar of, for whoever hears it first. */
  readonly name: string;
  readonly weeks: readonly Week[];
  readonly seats: readonly LeadSeat[];
  readonly state: DraftState;
}

/** Weeks and their two windows as one grid with one tab stop. */
export function CalendarGrid({ name, weeks, seats, state }: CalendarGridProps) {
  const grid = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<CalendarPlace>({ row: 0, column: 0 });
  const [choosing, setChoosing] = useState<string | null>(null);
  const focusOn = ({ row, column }: CalendarPlace) =>
    grid.current
      ?.querySelector<HTMLElement>(`[data-cell="${String(row)} ${String(column)}"]`)
      ?.focus();
  const wasChoosing = useRef(false);
  useEffect(() => {
    if (choosing === null && wasChoosing.current) focusOn(place);
    wasChoosing.current = choosing !== null;
  });
  const give = (window: CalendarWindow, grade: Grade | null) => {
    if (isShut(window)) return tellShut(window);
    state.change((draft) =>
      withPressed(draft, { week: window.week, window: window.window }, grade),
    );
    announce(
      grade === null
        ? `${window.days}: as they say, or as it stands`
        : `${window.days}: ${GRADES.find((each) => each.grade === grade)?.words.toLowerCase() ?? ''}. Not recorded yet.`,
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // The choice of a grade lies elsewhere on the page, though it belongs to a window.
    if (!(event.target instanceof Node) || !event.currentTarget.contains(event.target)) return;
    const command = commandOf(event, place, weeks.length);
    const window = weeks[place.row]?.windows[place.column];
    if (command === undefined || window === undefined) return;
    event.preventDefault();
    if (command.kind === 'GO') {
      setPlace(command.to);
      focusOn(command.to);
    } else if (command.kind === 'GRADE') give(window, command.grade);
    else if (isShut(window)) tellShut(window);
    else setChoosing(keyOf(window));
  };
  return (
    <div
      role="grid"
      ref={grid}
      aria-label={`Windows of ${name}. P, A, I and N give a grade; Enter shows all grades.`}
      className={classes.grid}
      onKeyDown={onKeyDown}
    >
      {weeks.map((week, row) => (
        <WeekRow key={week.week} week={week}>
          {week.windows.map((window, column) => (
            <WindowCell
              key={window.window}
              window={window}
              seat={seats.find((each) => each.week === week.week && each.window === window.window)}
              pressed={state.draft.pressed.find(
                (each) => each.week === week.week && each.window === window.window,
              )}
              cell={`${String(row)} ${String(column)}`}
              isStop={place.row === row && place.column === column}
              isChoosing={choosing === keyOf(window)}
              onFocus={() => setPlace({ row, column })}
              onChoose={(isOpen) => {
                if (isOpen && isShut(window)) tellShut(window);
                else setChoosing(isOpen ? keyOf(window) : null);
              }}
              onGrade={(grade) => {
                setChoosing(null);
                give(window, grade);
              }}
            />
          ))}
        </WeekRow>
      ))}
    </div>
  );
}

function WeekRow({ week, children }: { week: Week; children: React.ReactNode }) {
  return (
    <>
      {week.gapBefore !== null && (
        <div role="row" className={classes.gap}>
          <div role="gridcell" aria-colspan={3}>
            {week.gapBefore}
          </div>
        </div>
      )}
      <div role="row" className={classes.week}>
        <div role="rowheader" className={classes.weekName} aria-label={week.name}>
          {week.label}
        </div>
        {children}
      </div>
    </>
  );
}

function keyOf({ week, window }: CalendarWindow): string {
  return `${week} ${window}`;
}

/** Nothing that anybody says lifts it. */
function isShut(window: CalendarWindow): boolean {
  const look = lookOf(window);
  return look === 'CLOSED' || look === 'SHUT';
}

function tellShut({ days, closed, because }: CalendarWindow): void {
  alert(`${days} cannot be changed: ${closed ?? because}.`);
}
