import { IconAlertTriangle } from '@tabler/icons-react';
import { memo } from 'react';
import type { BoardWeek } from '../../api/board';
import classes from './grid.module.css';

/** The weeks with their windows, and how each stands: reviews with a lead of those that would best be in it. */
export const TitleRow = memo(function TitleRow({ weeks }: { weeks: readonly BoardWeek[] }) {
  return (
    <div role="row" aria-rowindex={1} className={`${classes.row} ${classes.titles}`}>
      <div role="columnheader" className={classes.head}>
        <span>Lead Reviewer</span>
        <span className={classes.year}>This year</span>
      </div>
      {weeks.map((week) => (
        <WeekTitle key={week.week} week={week} />
      ))}
    </div>
  );
});

function WeekTitle({ week }: { week: BoardWeek }) {
  const { label, placed, wanted, isTight, gapBefore, words, windows } = week;
  const count = wanted === 0 ? 'none' : placed === wanted ? `${placed}` : `${placed} of ${wanted}`;
  return (
    <>
      {gapBefore !== null && (
        <div className={classes.gapName}>
          <span>{gapBefore}</span>
        </div>
      )}
      <div className={classes.week} title={words}>
        <b>{label}</b>
        <span className={classes.count}>
          {isTight ? (
            <span className={classes.tight}>
              <IconAlertTriangle size={11} aria-hidden />
              {count} tight
            </span>
          ) : (
            count
          )}
          <span className="sr">. {words}</span>
        </span>
        {windows.map(({ window, label: short, days, closed }) => (
          <span
            key={window}
            role="columnheader"
            className={`${classes.window} ${closed === null ? '' : classes.shut}`}
            title={closed === null ? days : `${days}: closed, ${closed}`}
          >
            <span aria-hidden>{closed === null ? short : 'shut'}</span>
            <span className="sr">{closed === null ? days : `${days}, closed: ${closed}`}</span>
          </span>
        ))}
      </div>
    </>
  );
}
