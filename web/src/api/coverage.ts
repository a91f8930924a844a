import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, fileOf, type NamedFile } from './client';
import type { components, operations } from './schema';

export type CoverageReport = components['schemas']['CoverageReport'];
export type CoverageFigures = components['schemas']['CoverageFigures'];
export type CoverageGroup = components['schemas']['CoverageGroup'];
export type CoverageSearch = NonNullable<
  operations['coverageReportsReport']['parameters']['query']
>;
export type CoverageBehindSearch = operations['coverageReportsBehind']['parameters']['query'];
type MembersSearch = NonNullable<operations['coverageReportsMembers']['parameters']['query']>;
type LeftSearch = NonNullable<operations['coverageReportsSchools']['parameters']['query']>;
type FileSearch = NonNullable<operations['coverageReportsFile']['parameters']['query']>;

const key = ['reports', 'coverage'] as const;

/** How far the reviews of a year or term have come. */
export const coverageQuery = (query: CoverageSearch) =>
  queryOptions({
    queryKey: [...key, 'all', query],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/reports/coverage', { params: { query }, signal })),
  });

/** The reviews behind one figure. */
export const coveredReviewsQuery = (query: CoverageBehindSearch) =>
  queryOptions({
    queryKey: [...key, 'reviews', query],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/reports/coverage/reviews', { params: { query }, signal })),
  });

/** The member schools of all that is shown or of one group. */
export const memberSchoolsQuery = (query: MembersSearch) =>
  queryOptions({
    queryKey: [...key, 'members', query],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/reports/coverage/members', { params: { query }, signal })),
  });

/** The schools without anybody to lead a review. */
export const leftSchoolsQuery = (query: LeftSearch) =>
  queryOptions({
    queryKey: [...key, 'schools', query],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/reports/coverage/schools', { params: { query }, signal })),
  });

/** A table of the report as a file. */
export const coverageFile = (form: 'csv' | 'xlsx', query: FileSearch): Promise<NamedFile> =>
  fileOf(
    api.GET('/api/v1/reports/coverage/files/{form}', {
      params: { path: { form }, query },
      parseAs: 'blob',
    }),
    `coverage.${form}`,
  );
