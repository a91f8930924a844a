import type { YearCalendar } from '../../api/calendar';
import { Legend } from '../../parts/legend';
import { type Day, monthsOf } from './year-days';
import classes from './year-picture.module.css';

const letters = ['M', 'T', 'W', 'T', 'F', 'S', 'S'];

/** The year as twelve months: terms, review weeks, and every day on which nobody reviews. */
export function YearPicture({ year }: { year: YearCalendar }) {
  return (
    <>
      <div className={classes.months} role="img" aria-label={labelOf(year)}>
        {monthsOf(year.days).map((month) => (
          <div key={month.id} className={classes.month} aria-hidden>
            <p className={classes.name}>{month.name}</p>
            <div className={classes.week}>
              {letters.map((letter, place) => (
                <span key={`${letter} ${String(place)}`} className={classes.letter}>
                  {letter}
                </span>
              ))}
            </div>
            {month.weeks.map((week, index) => (
              <div key={String(index)} className={classes.week}>
                {week.map((day, place) => (
                  <DayCell key={String(place)} day={day} />
                ))}
              </div>
            ))}
          </div>
        ))}
      </div>
      <Legend
        items={[
          { swatch: classes.review, words: 'Review week' },
          { swatch: classes.legendSchool, words: 'School day outside the review weeks' },
          { swatch: classes.holiday, words: 'School holiday' },
          { swatch: classes.bank, words: 'Bank holiday' },
          { swatch: classes.inset, words: 'Pupil-free day' },
          { swatch: classes.training, words: 'Training day' },
          { swatch: classes.closed, words: 'Some school is closed' },
          { words: `School days of: ${year.calendar.name}` },
        ]}
      />
    </>
  );
}

function DayCell({ day }: { day: Day | undefined }) {
  if (day === undefined) return <span />;
  return (
    <span
      className={`${classes.day} ${classes[styleOf(day)]}`}
      data-training={day.isTrainingDay || undefined}
      data-closed={day.closures > 0 || undefined}
      title={day.inWords}
    >
      {Number(day.date.slice(-2))}
    </span>
  );
}

function styleOf({ is, isReviewWeek }: Day) {
  switch (is) {
    case 'SCHOOL_DAY':
      return isReviewWeek ? 'review' : 'school';
    case 'BANK_HOLIDAY':
      return 'bank';
    case 'INSET':
      return 'inset';
    case 'HOLIDAY':
      return 'holiday';
    case 'WEEKEND':
      return 'weekend';
  }
}

function labelOf({ academicYear, terms }: YearCalendar): string {
  const said = terms.map(
    ({ name, inWords, weeksInWords }) => `${name}: ${inWords}, ${weeksInWords}`,
  );
  return `The academic year ${academicYear} day by day. ${said.join('. ')}. Choose “Show as a table” for each week.`;
}
