import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client';
import type { components } from './schema';

export type AvailabilityCalendar = components['schemas']['AvailabilityCalendar'];
export type CalendarWeek = AvailabilityCalendar['weeks'][number];
export type CalendarWindow = CalendarWeek['windows'][number];
export type AvailabilityDraft = components['schemas']['AvailabilityDraft'];
export type DraftWindow = AvailabilityDraft['weeks'][number]['windows'][number];
export type DraftRequest = components['schemas']['AvailabilityDraftRequest'];
export type Answer = components['schemas']['AvailabilityAnswer'];
export type AnswerInput = components['schemas']['AvailabilityAnswerInput'];
export type Grade = CalendarWindow['grade'];

export const availabilityKey = (term: string, lead: string) =>
  ['availability', term, lead] as const;

/** Somebody's windows of a term as they stand, with what decided each. */
export const calendarQuery = (term: string, lead: string) =>
  queryOptions({
    queryKey: [...availabilityKey(term, lead), 'calendar'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/availability-rounds/{term}/calendar/{lead}', {
          params: { path: { term, lead } },
          signal,
        }),
      ),
  });

/** What an answer would come to; nothing is recorded. What is shown stays until the next is there. */
export const draftQuery = (
  term: string,
  lead: string,
  request: DraftRequest,
  standing: string | null,
) =>
  queryOptions({
    queryKey: [...availabilityKey(term, lead), 'draft', standing, request],
    queryFn: ({ signal }) =>
      answerOf(
        api.POST('/api/v1/availability-rounds/{term}/answers/{lead}/draft', {
          params: { path: { term, lead } },
          body: request,
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

/** Everything that somebody answered to the round of a term, the latest first. */
export const answersQuery = (term: string, lead: string) =>
  queryOptions({
    queryKey: [...availabilityKey(term, lead), 'answers'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/availability-rounds/{term}/answers/{lead}/history', {
          params: { path: { term, lead } },
          signal,
        }),
      ),
  });

/**
 * Makes this the answer of somebody.
 *
 * @throws ProblemError when another answer stands by now than the one it follows, with what that one changed
 */
export function recordAnswer(term: string, lead: string, answer: AnswerInput): Promise<Answer> {
  return answerOf(
    api.PUT('/api/v1/availability-rounds/{term}/answers/{lead}', {
      params: { path: { term, lead } },
      body: answer,
    }),
  );
}

/** Takes an answer back, as if they had not answered. */
export async function withdrawAnswer(term: string, lead: string, follows: string): Promise<void> {
  await answerOf(
    api.DELETE('/api/v1/availability-rounds/{term}/answers/{lead}', {
      params: { path: { term, lead }, query: { follows } },
    }),
  );
}
