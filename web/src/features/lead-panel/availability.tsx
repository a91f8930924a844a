import { getRouteApi } from '@tanstack/react-router';
import { type AvailabilityCalendar, calendarQuery } from '../../api/lead-availability';
import type { PlanLead } from '../../api/lead-panel';
import { Loaded } from '../../parts/loaded';
import { AnswersSoFar } from './answers-so-far';
import classes from './availability.module.css';
import { CalendarCard } from './calendar-card';
import { EntryCard } from './entry-card';
import { useDraft } from './use-draft';
import { useRecording } from './use-recording';

const route = getRouteApi('/terms/$term/plans/$plan/leads/$lead');

/** When somebody can: the calendar, and beside it the way to write down what they say. */
export function Availability({ lead }: { lead: PlanLead }) {
  const { term } = route.useParams();
  return (
    <Loaded query={calendarQuery(term, lead.person)} what="the calendar">
      {(calendar) => <CalendarAndEntry lead={lead} calendar={calendar} />}
    </Loaded>
  );
}

function CalendarAndEntry({ lead, calendar }: { lead: PlanLead; calendar: AvailabilityCalendar }) {
  const { term } = route.useParams();
  const state = useDraft(term, lead.person, calendar);
  const recording = useRecording(term, lead, calendar, state);
  return (
    <div className={classes.side}>
      <CalendarCard calendar={calendar} seats={lead.seats} state={state} />
      <div className={classes.stick}>
        <EntryCard lead={lead} calendar={calendar} state={state} recording={recording} />
        <AnswersSoFar term={term} code={lead.person} state={state} />
      </div>
    </div>
  );
}
