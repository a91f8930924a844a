import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client';
import { tagOf } from './registers';
import type { components } from './schema';

export type YearCalendar = components['schemas']['YearCalendar'];
export type CalendarTerm = YearCalendar['terms'][number];
export type TrainingDay = components['schemas']['TrainingDay'];
export type NewYear = components['schemas']['NewAcademicYear'];
export type SchoolCalendarYear = components['schemas']['SchoolCalendarYear'];

export const yearsQuery = queryOptions({
  queryKey: ['academic-years'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/academic-years', { signal })),
});

export const schoolCalendarsQuery = queryOptions({
  queryKey: ['school-calendars'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/school-calendars', { signal })),
});

/** A year day by day, as a school calendar has it; left out: the programme’s own. */
export const yearCalendarQuery = (year: string, calendar?: string) =>
  queryOptions({
    queryKey: ['academic-years', year, 'calendar', calendar],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/academic-years/{year}/calendar', {
          params: {
            path: { year: inAddress(year) },
            query: calendar === undefined ? {} : { calendar },
          },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** A stroke cannot stand in an address. */
export function inAddress(year: string): string {
  return year.replace('/', '-');
}

export function openYear(year: NewYear): Promise<unknown> {
  return answerOf(api.POST('/api/v1/academic-years', { body: year }));
}

/** @throws ProblemError also where somebody changed the term meanwhile */
export function changeTermDates({
  id,
  version,
  startsOn,
  endsOn,
}: Pick<CalendarTerm, 'id' | 'version' | 'startsOn' | 'endsOn'>): Promise<unknown> {
  return answerOf(
    api.PATCH('/api/v1/terms/{id}', {
      params: { path: { id }, header: { 'If-Match': `"${String(version)}"` } },
      body: { startsOn, endsOn },
    }),
  );
}

export function addTrainingDay(day: TrainingDay): Promise<unknown> {
  return answerOf(api.POST('/api/v1/training-days', { body: day }));
}

export function removeTrainingDay(date: string): Promise<unknown> {
  return answerOf(api.DELETE('/api/v1/training-days/{date}', { params: { path: { date } } }));
}

/** @throws ProblemError also with what somebody else changed of the calendar meanwhile */
export function storeCalendarYear({
  id,
  version,
  year,
  dates,
}: {
  id: string;
  /** Of the calendar when the change was thought of; 0: it is new. */
  version: number;
  year: string;
  dates: SchoolCalendarYear;
}): Promise<unknown> {
  return answerOf(
    api.PUT('/api/v1/school-calendars/{id}/years/{year}', {
      params: { path: { id, year: inAddress(year) }, header: { 'If-Match': tagOf(version) } },
      body: dates,
    }),
  );
}
