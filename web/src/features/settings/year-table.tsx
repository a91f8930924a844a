import type { YearCalendar } from '../../api/calendar';
import figures from '../../parts/figures.module.css';
import { shortDate } from '../../parts/short-dates';
import { schoolWeeks } from './year-days';

/** The same as the picture, week by week. */
export function YearTable({ year }: { year: YearCalendar }) {
  const names = new Map(year.terms.map(({ id, name }) => [id, name]));
  const caption = `The weeks of ${year.academicYear}`;
  return (
    <div className={figures.scroll} tabIndex={0} role="region" aria-label={caption}>
      <table className={figures.table}>
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Week of</th>
            <th scope="col">Term</th>
            <th scope="col">Reviews</th>
            <th scope="col">What is lost</th>
          </tr>
        </thead>
        <tbody>
          {schoolWeeks(year.days).map(({ monday, days }) => {
            const term = days.find((day) => day.term !== null)?.term;
            const lost = days.filter(
              ({ is, isTrainingDay, closures }) =>
                is !== 'SCHOOL_DAY' || isTrainingDay || closures > 0,
            );
            const isHoliday = days.every(({ is }) => is === 'HOLIDAY');
            return (
              <tr key={monday}>
                <th scope="row">{shortDate(monday)}</th>
                <td>{term === undefined || term === null ? '–' : names.get(term)}</td>
                <td>{days.some(({ isReviewWeek }) => isReviewWeek) ? 'Review week' : 'No'}</td>
                <td>
                  {isHoliday ? 'School holiday' : lost.map(({ inWords }) => inWords).join('; ')}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
