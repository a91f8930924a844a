import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import {
  type SchoolCalendarYear,
  storeCalendarYear,
  type YearCalendar,
  yearCalendarQuery,
} from '../../api/calendar';
import { Card } from '../../parts/card';
import { onTopOf } from '../../parts/meanwhile';
import { ProblemSummary } from '../../parts/problem-summary';
import { SubmitButton } from '../../parts/submit-button';
import { faultOf } from './field-fault';
import { HalfTermFields } from './half-term-fields';
import { InsetDayFields } from './inset-day-fields';
import classes from './settings.module.css';
import { useChange } from './use-change';

const usualNames = ['Autumn 1', 'Autumn 2', 'Spring 1', 'Spring 2', 'Summer 1', 'Summer 2'];

/** The half-terms and pupil-free days of a calendar in one year, to be corrected or entered. */
export function CalendarForm({ year, known }: { year: string; known?: YearCalendar }) {
  const navigate = useNavigate();
  const [id, setId] = useState(known?.calendar.id ?? '');
  const [begun, setBegun] = useState(known);
  const [dates, setDates] = useState<SchoolCalendarYear>(() => datesOf(known));
  const queries = useQueryClient();
  const fresh = () => queries.fetchQuery({ ...yearCalendarQuery(year, id), staleTime: 0 });
  const set = (more: Partial<SchoolCalendarYear>) => setDates((before) => ({ ...before, ...more }));
  const change = useChange({
    question: `Change the dates of ${dates.name} in ${year}?`,
    confirm: 'Save the calendar',
    done: `The dates of ${dates.name} in ${year} were saved.`,
    onDone: () =>
      void navigate({ to: '/settings', search: { part: 'calendars', calendar: id, year } }),
    onTheirs: async () => {
      const now = await fresh();
      setBegun(now);
      setDates(datesOf(now));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const halfTerms = dates.halfTerms.map(({ startsOn, endsOn }) => ({ startsOn, endsOn }));
    const { insetDays } = dates;
    change.make(
      { kind: 'SCHOOL_CALENDAR', calendar: id, year, halfTerms, insetDays },
      async (onTop) => {
        const version = begun?.calendar.version ?? 0;
        if (onTop === undefined) return storeCalendarYear({ id, version, year, dates });
        const now = await fresh();
        const merged = onTopOf(datesOf(begun), dates, datesOf(now)) as SchoolCalendarYear;
        return storeCalendarYear({ id, version: now.calendar.version, year, dates: merged });
      },
    );
  };
  return (
    <Card title={known === undefined ? 'A new calendar' : 'Correct these dates'} aside={year}>
      <form className={classes.form} onSubmit={submit}>
        {change.error !== null && <ProblemSummary error={change.error} ways={change.ways} />}
        <div className={classes.fields}>
          {known === undefined && (
            <TextInput
              label="Short name for spreadsheets"
              description="Lower-case letters, digits and hyphens, such as leeds"
              required
              value={id}
              error={faultOf(change.error, 'calendar')}
              onChange={({ currentTarget }) => setId(currentTarget.value)}
            />
          )}
          <TextInput
            label="Name"
            required
            value={dates.name}
            error={faultOf(change.error, 'name')}
            onChange={({ currentTarget }) => set({ name: currentTarget.value })}
          />
          <TextInput
            label="Where the dates come from"
            required
            value={dates.source}
            error={faultOf(change.error, 'source')}
            onChange={({ currentTarget }) => set({ source: currentTarget.value })}
          />
        </div>
        <HalfTermFields
          halfTerms={dates.halfTerms}
          error={change.error}
          onChange={(halfTerms) => set({ halfTerms })}
        />
        <InsetDayFields days={dates.insetDays} onChange={(insetDays) => set({ insetDays })} />
        <div className={classes.buttons}>
          <SubmitButton error={change.error} isPending={change.isPending}>
            Save the calendar
          </SubmitButton>
        </div>
        {change.dialog}
      </form>
    </Card>
  );
}

function datesOf(known: YearCalendar | undefined): SchoolCalendarYear {
  const halfTerms = known?.halfTerms.map(({ number, name, startsOn, endsOn }) => ({
    number,
    name,
    startsOn,
    endsOn,
  }));
  const empty = usualNames.map((name, index) => ({
    number: index + 1,
    name,
    startsOn: '',
    endsOn: '',
  }));
  return {
    name: known?.calendar.name ?? '',
    source: known?.calendar.source ?? '',
    halfTerms: halfTerms === undefined || halfTerms.length === 0 ? empty : halfTerms,
    insetDays: known?.insetDays.map(({ date }) => date) ?? [],
  };
}
