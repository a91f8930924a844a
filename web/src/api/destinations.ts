import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client';
import type { components } from './schema';

export type Destinations = components['schemas']['Destinations'];

/** Schools and people by what somebody types; what was found before stays until more is known. */
export const destinationsQuery = (term: string, text: string) =>
  queryOptions({
    queryKey: ['terms', term, 'destinations', text],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/terms/{term}/destinations', {
          params: { path: { term }, query: { text } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
