import { day } from '../../calendar/civil-date.js';
import { weekInWords } from '../../calendar/words.js';
import { type Lead, type Problem } from '../../solver/problem.js';
import { counted } from '../summary/phrases.js';
import { type LeadSeat } from './lead-seats.js';
import { type PlanLeadView } from './plan-lead.schema.js';

/** What a plan asks of somebody week by week, against their limits as they were when it was made. */
export function leadLoad(
  { limits }: Lead,
  { weeks }: Pick<Problem, 'weeks'>,
  seats: readonly LeadSeat[],
): PlanLeadView['load'] {
  const shown = weeks.map((week) => {
    const here = seats.filter((seat) => seat.week === week);
    return {
      week,
      label: day(week).toFormat('d LLL'),
      name: weekInWords(week),
      seats: here.length,
      school: here[0]?.school ?? null,
    };
  });
  const { term, restReviews, restWeeks } = limits;
  const busiest = Math.max(
    0,
    ...shown.map((_, index) =>
      shown.slice(index, index + restWeeks).reduce((sum, week) => sum + week.seats, 0),
    ),
  );
  return {
    seats: seats.length,
    termLimit: term,
    weeks: shown,
    words: [
      `${counted(seats.length, 'review')} of at most ${term} this term`,
      `${busiest} in the busiest ${counted(restWeeks, 'school week')} in a row, of at most ${restReviews}`,
      'At most one in a week',
    ],
  };
}
