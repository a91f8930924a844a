import type { CalendarWeek, CalendarWindow, DraftWindow } from '../../api/lead-availability';
import type { LeadSeat } from '../../api/lead-panel';
import { Figures } from '../../parts/figures';

export interface CalendarTableProps {
  readonly weeks: readonly (Omit<CalendarWeek, 'windows'> & {
    readonly windows: readonly (CalendarWindow | DraftWindow)[];
  })[];
  readonly seats: readonly LeadSeat[];
}

/** The calendar as a table, window by window. */
export function CalendarTable({ weeks, seats }: CalendarTableProps) {
  const rows = weeks.flatMap(({ week, windows }) =>
    windows.map((window) => {
      const seat = seats.find((each) => each.week === week && each.window === window.window);
      const was =
        'before' in window && window.isChanged ? ` (now ${window.before.gradeInWords})` : '';
      return {
        key: `${week} ${window.window}`,
        cells: [
          window.days,
          window.closed === null ? `${window.gradeInWords}${was}` : 'Closed to everybody',
          window.closed ?? window.because,
          seat === undefined ? '' : `${seat.school}: ${seat.roleInWords.toLowerCase()}`,
        ],
      };
    }),
  );
  return (
    <Figures
      caption="The windows of the term"
      head={['Window', 'They are', 'Because', 'In this plan']}
      rows={rows}
    />
  );
}
