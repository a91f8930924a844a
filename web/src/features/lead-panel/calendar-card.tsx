import { getRouteApi } from '@tanstack/react-router';
import type { AvailabilityCalendar } from '../../api/lead-availability';
import type { LeadSeat } from '../../api/lead-panel';
import { AsTable } from '../../parts/as-table';
import { Card } from '../../parts/card';
import classes from './availability.module.css';
import { CalendarGrid } from './calendar-grid';
import { CalendarTable } from './calendar-table';
import { GradeIcon, GRADES } from './grade-looks';
import type { DraftState } from './use-draft';

const route = getRouteApi('/terms/$term/plans/$plan/leads/$lead');

export interface CalendarCardProps {
  readonly calendar: AvailabilityCalendar;
  readonly seats: readonly LeadSeat[];
  readonly state: DraftState;
}

/** The term's windows as they stand, or as they would be with what is being written down. */
export function CalendarCard({ calendar, seats, state }: CalendarCardProps) {
  const { calendar: how } = route.useSearch();
  const { view } = state;
  const weeks = view?.weeks ?? calendar.weeks;
  const counts = view?.counts ?? calendar.counts;
  const isTable = how === 'table';
  return (
    <Card
      title="When they can"
      aside={calendar.termName}
      end={<AsTable field="calendar" isTable={isTable} what="When they can" />}
      flush
    >
      <p className={classes.standing}>
        {view === undefined ? calendar.answeredInWords : 'As it would be: nothing is recorded yet'}.{' '}
        {counts.words}.
        {calendar.waiver !== null &&
          ` Operations counts them as available (${calendar.waiver.recordedBy}: ${calendar.waiver.reason}).`}
      </p>
      {isTable ? (
        <CalendarTable weeks={weeks} seats={seats} />
      ) : (
        <>
          <ul className={classes.key} aria-label="Signs">
            {GRADES.map(({ grade, words, letter }) => (
              <li key={grade}>
                <GradeIcon look={grade} /> {words} <kbd>{letter}</kbd>
              </li>
            ))}
          </ul>
          <CalendarGrid
            name={`${calendar.name}, ${calendar.termName}`}
            weeks={weeks}
            seats={seats}
            state={state}
          />
        </>
      )}
    </Card>
  );
}
