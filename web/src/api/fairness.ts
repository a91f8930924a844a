import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, fileOf, type NamedFile } from './client';
import type { components, operations } from './schema';

export type FairnessReport = components['schemas']['FairnessReport'];
export type PersonFairness = components['schemas']['PersonFairness'];
export type FairnessSearch = NonNullable<
  operations['fairnessReportsReport']['parameters']['query']
>;
export type FairnessBehindSearch = operations['fairnessReportsBehind']['parameters']['query'];

const key = ['reports', 'fairness'] as const;

/** What everybody carries, beside what would be even. */
export const fairnessQuery = (query: FairnessSearch) =>
  queryOptions({
    queryKey: [...key, 'all', query],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/reports/fairness', { params: { query }, signal })),
  });

/** The reviews behind one figure. */
export const carriedReviewsQuery = (query: FairnessBehindSearch) =>
  queryOptions({
    queryKey: [...key, 'reviews', query],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/reports/fairness/reviews', { params: { query }, signal })),
  });

/** The people of the report as a file. */
export const fairnessFile = (form: 'csv' | 'xlsx', query: FairnessSearch): Promise<NamedFile> =>
  fileOf(
    api.GET('/api/v1/reports/fairness/files/{form}', {
      params: { path: { form }, query },
      parseAs: 'blob',
    }),
    `fairness.${form}`,
  );
