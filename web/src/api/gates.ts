import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, fileOf, type NamedFile } from './client';
import type { components, operations } from './schema';

export type GatesReport = components['schemas']['GatesReport'];
export type GateRow = components['schemas']['GateRow'];
export type GatesSearch = NonNullable<operations['gatesReport']['parameters']['query']>;
export type GatesBehindSearch = NonNullable<operations['gatesBehind']['parameters']['query']>;

const key = ['reports', 'gates'] as const;

/** What runs out or is missing, and the booked reviews concerned. */
export const gatesQuery = (query: GatesSearch) =>
  queryOptions({
    queryKey: [...key, 'all', query],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/reports/gates', { params: { query }, signal })),
  });

/** The booked reviews concerned. */
export const gatesBehindQuery = (query: GatesBehindSearch) =>
  queryOptions({
    queryKey: [...key, 'reviews', query],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/reports/gates/reviews', { params: { query }, signal })),
  });

/** The report as a file. */
export const gatesFile = (form: 'csv' | 'xlsx', query: GatesSearch): Promise<NamedFile> =>
  fileOf(
    api.GET('/api/v1/reports/gates/files/{form}', {
      params: { path: { form }, query },
      parseAs: 'blob',
    }),
    `contracts-and-checks.${form}`,
  );
