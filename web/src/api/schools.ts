import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client';
import { tagOf } from './registers';
import type { components } from './schema';

export type School = components['schemas']['School'];
export type SchoolEdit = components['schemas']['SchoolEdit'];
export type Membership = components['schemas']['Membership'];
export type Closure = components['schemas']['SchoolClosure'];
export type SchoolReview = components['schemas']['SchoolReviews']['items'][number];
export type SchoolWindow = components['schemas']['SchoolWindowList']['items'][number];

const path = (urn: string) => ({ params: { path: { urn } } });

export const schoolQuery = (urn: string) =>
  queryOptions({
    queryKey: ['schools', urn],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/schools/{urn}', { ...path(urn), signal })),
  });

/** When the school is and was a member of the partnership. */
export const membershipsQuery = (urn: string) =>
  queryOptions({
    queryKey: ['schools', urn, 'memberships'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/schools/{urn}/memberships', { ...path(urn), signal })),
  });

export const closuresQuery = (urn: string) =>
  queryOptions({
    queryKey: ['schools', urn, 'closures'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/schools/{urn}/closures', { ...path(urn), signal })),
  });

export const schoolReviewsQuery = (urn: string) =>
  queryOptions({
    queryKey: ['schools', urn, 'reviews'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/schools/{urn}/reviews', { ...path(urn), signal })),
  });

/** Every window of a term for a school, usable or with the reason why not. */
export const schoolWindowsQuery = (urn: string, term: string) =>
  queryOptions({
    queryKey: ['schools', urn, 'windows', term],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/schools/{urn}/windows', {
          params: { path: { urn }, query: { term } },
          signal,
        }),
      ),
  });

/** Who changed a thing last, the newest first. */
export const changesQuery = (subject: string, subjectId: string) =>
  queryOptions({
    queryKey: ['changes', subject, subjectId],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/audit-entries', {
          params: { query: { subject, subjectId, limit: 20 } },
          signal,
        }),
      ),
  });

/** @throws ProblemError with what is wrong field by field, or that somebody changed the school meanwhile */
export function editSchool(urn: string, version: number, body: SchoolEdit): Promise<School> {
  return answerOf(
    api.PATCH('/api/v1/schools/{urn}', {
      params: { path: { urn }, header: { 'If-Match': tagOf(version) } },
      body,
    }),
  );
}

const from = (urn: string, version: number) => ({
  params: { path: { urn }, header: { 'If-Match': tagOf(version) } },
});

/** The school is a member throughout the period. @throws ProblemError when its membership was changed since */
export function admitSchool(urn: string, version: number, body: Membership) {
  return answerOf(api.POST('/api/v1/schools/{urn}/memberships', { ...from(urn, version), body }));
}

/** The school is no member throughout the period. @throws ProblemError when its membership was changed since */
export function dismissSchool(urn: string, version: number, body: Membership) {
  return answerOf(
    api.POST('/api/v1/schools/{urn}/memberships/end', { ...from(urn, version), body }),
  );
}

/** Makes the memberships those that were believed before. @throws ProblemError when they were changed since that version */
export async function restoreMemberships(
  urn: string,
  version: number,
  before: readonly Membership[],
) {
  let now = await dismissSchool(urn, version, { from: '1000-01-01', to: null });
  for (const period of before) now = await admitSchool(urn, now.version, period);
}

export function declareClosure(urn: string, body: Closure) {
  return answerOf(api.POST('/api/v1/schools/{urn}/closures', { ...path(urn), body }));
}

/** @throws ProblemError when the closures of the school were changed since that version */
export function withdrawClosure(urn: string, version: number, firstDay: string) {
  return answerOf(
    api.DELETE('/api/v1/schools/{urn}/closures/{from}', {
      params: { path: { urn, from: firstDay }, header: { 'If-Match': tagOf(version) } },
    }),
  );
}
