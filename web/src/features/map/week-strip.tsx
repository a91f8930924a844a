import type { PlanMap } from '../../api/plan-map';
import classes from './week-strip.module.css';

export interface WeekStripProps {
  readonly weeks: PlanMap['weeks'];
  /** The region that they are counted in; undefined: England. */
  readonly where: string | undefined;
  readonly week: string | undefined;
  readonly onWeek: (week: string | undefined) => void;
}

/** The weeks of the term as bars to slide along: one stop for the Tab key, arrows go from week to week. */
export function WeekStrip({ weeks, where, week, onWeek }: WeekStripProps) {
  const most = Math.max(1, ...weeks.map(({ reviews }) => reviews));
  const chosen = weeks.find((each) => each.week === week);
  return (
    <fieldset className={classes.strip}>
      <legend className={classes.legend}>
        <b>{chosen?.name ?? 'Week'}</b>{' '}
        <span>
          {where === undefined ? '' : `${where}: `}
          {chosen?.words ?? 'The whole term'}
        </span>
      </legend>
      <div className={classes.weeks}>
        <label className={classes.whole}>
          <input
            type="radio"
            name="week"
            checked={chosen === undefined}
            onChange={() => onWeek(undefined)}
          />
          <span>Whole term</span>
        </label>
        {weeks.map((each) => (
          <label key={each.week} className={classes.week}>
            <input
              type="radio"
              name="week"
              checked={each.week === week}
              onChange={() => onWeek(each.week)}
              aria-label={`${each.name}: ${each.words}`}
            />
            <span aria-hidden title={`${each.name}: ${each.words}`}>
              <i style={{ height: `${(each.reviews / most) * 100}%` }} />
              <b>{each.reviews}</b>
              <em>{each.label}</em>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
