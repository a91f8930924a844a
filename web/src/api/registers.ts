import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, fileOf, type NamedFile } from './client';
import type { components } from './schema';

export type RegisterColumn = components['schemas']['RegisterColumn'];
export type RegisterName = 'schools' | 'lead-reviewers' | 'availability' | 'reviews';
export type SavedView = components['schemas']['SavedView'];
export type RegisterChoices = components['schemas']['RegisterChoices'];
export type SchoolsRegister = components['schemas']['SchoolsRegister'];
export type SchoolRow = components['schemas']['SchoolRow'];
export type ReviewRow = components['schemas']['ReviewRow'];
export type ReviewsRegister = components['schemas']['ReviewsRegister'];
export type LeadRow = components['schemas']['LeadRow'];
export type LeadsRegister = components['schemas']['LeadsRegister'];
export type AvailabilityRow = components['schemas']['AvailabilityRow'];
export type AvailabilityRegister = components['schemas']['AvailabilityRegister'];

/** Every school with all columns. */
export const schoolsRegisterQuery = queryOptions({
  queryKey: ['registers', 'schools'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/registers/schools', { signal })),
});

/** The reviews of a term and those of its year without one, or all of its year. */
export const reviewsRegisterQuery = (term: string, scope: 'TERM' | 'YEAR') =>
  queryOptions({
    queryKey: ['registers', 'reviews', term, scope],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/terms/{term}/registers/reviews', {
          params: { path: { term }, query: { scope } },
          signal,
        }),
      ),
  });

/** Every Lead Reviewer as a term looks at them. */
export const leadsRegisterQuery = (term: string) =>
  queryOptions({
    queryKey: ['registers', 'lead-reviewers', term],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/terms/{term}/registers/lead-reviewers', {
          params: { path: { term } },
          signal,
        }),
      ),
  });

/** Who answered the availability round of a term, and what it comes to. */
export const availabilityRegisterQuery = (term: string) =>
  queryOptions({
    queryKey: ['registers', 'availability', term],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/terms/{term}/registers/availability', {
          params: { path: { term } },
          signal,
        }),
      ),
  });

/** What forms offer to choose from. */
export const registerChoicesQuery = queryOptions({
  queryKey: ['registers', 'choices'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/registers/choices', { signal })),
  staleTime: 5 * 60_000,
});

/** The views of a register that the office shares. */
export const savedViewsQuery = (register: RegisterName) =>
  queryOptions({
    queryKey: ['registers', register, 'views'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/registers/{register}/views', { params: { path: { register } }, signal }),
      ),
  });

type ViewInput = components['schemas']['SavedViewInput'];

/** @throws ProblemError when the name is taken */
export function saveView(register: RegisterName, body: ViewInput): Promise<SavedView> {
  return answerOf(
    api.POST('/api/v1/registers/{register}/views', { params: { path: { register } }, body }),
  );
}

/** @throws ProblemError when the name is taken, or somebody changed or deleted the view meanwhile */
export function changeView(
  register: RegisterName,
  view: Pick<SavedView, 'id' | 'version'>,
  body: ViewInput,
): Promise<SavedView> {
  return answerOf(
    api.PUT('/api/v1/registers/{register}/views/{view}', {
      params: {
        path: { register, view: view.id },
        header: { 'If-Match': tagOf(view.version) },
      },
      body,
    }),
  );
}

/** It can be put back. */
export function deleteView(register: RegisterName, view: SavedView): Promise<unknown> {
  return answerOf(
    api.DELETE('/api/v1/registers/{register}/views/{view}', {
      params: { path: { register, view: view.id }, header: { 'If-Match': tagOf(view.version) } },
    }),
  );
}

export function restoreView(register: RegisterName, view: string): Promise<SavedView> {
  return answerOf(
    api.POST('/api/v1/registers/{register}/views/{view}/restorations', {
      params: { path: { register, view } },
    }),
  );
}

/** The version of a thing as `If-Match` names it. */
export function tagOf(version: number): string {
  return `"${String(version)}"`;
}

export interface FileWish {
  readonly register: RegisterName;
  readonly form: 'csv' | 'xlsx';
  readonly request: components['schemas']['RegisterFileRequest'];
}

/** A view of a register as a file. */
export const registerFile = ({ register, form, request }: FileWish): Promise<NamedFile> =>
  fileOf(
    api.POST('/api/v1/registers/{register}/files/{form}', {
      params: { path: { register, form } },
      body: request,
      parseAs: 'blob',
    }),
    `${register}.${form}`,
  );
