import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client';
import type { components, operations } from './schema';

export type TermlyReport = components['schemas']['TermlyReport'];
export type TermlySection = components['schemas']['TermlySection'];
export type TermlyPicture = TermlySection['pictures'][number];
type Search = NonNullable<operations['termlyReportsReport']['parameters']['query']>;

/** A term on two pages. */
export const termlyQuery = (query: Search) =>
  queryOptions({
    queryKey: ['reports', 'termly', query],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/reports/termly', { params: { query }, signal })),
  });
