import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, fileOf, type NamedFile } from './client';
import type { components, operations } from './schema';

export type FeesReport = components['schemas']['FeesReport'];
export type CostRow = components['schemas']['CostRow'];
export type CostAmounts = components['schemas']['CostAmounts'];
export type CostMismatch = components['schemas']['CostMismatch'];
export type FeesSearch = NonNullable<operations['feesReport']['parameters']['query']>;
export type CostsBehindSearch = operations['feesBehind']['parameters']['query'];
type FileSearch = NonNullable<operations['feesFile']['parameters']['query']>;

const key = ['reports', 'fees'] as const;

/** What reviews cost. */
export const feesQuery = (query: FeesSearch) =>
  queryOptions({
    queryKey: [...key, 'all', query],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/reports/fees', { params: { query }, signal })),
  });

/** The seats behind one figure. */
export const costsBehindQuery = (query: CostsBehindSearch) =>
  queryOptions({
    queryKey: [...key, 'reviews', query],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/reports/fees/reviews', { params: { query }, signal })),
  });

/** One table of the report as a file. */
export const feesFile = (form: 'csv' | 'xlsx', query: FileSearch): Promise<NamedFile> =>
  fileOf(
    api.GET('/api/v1/reports/fees/files/{form}', {
      params: { path: { form }, query },
      parseAs: 'blob',
    }),
    `fees.${form}`,
  );
