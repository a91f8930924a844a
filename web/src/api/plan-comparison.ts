import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client';
import type { components } from './schema';

export type SideBySide = components['schemas']['PlansSideBySide'];
export type SidePlan = SideBySide['plans'][number];
export type ComparedAim = SideBySide['aims'][number];
export type ComparedReview = SideBySide['reviews'][number];
export type ChangeKind = ComparedReview['others'][number]['kinds'][number];
export type Edit = NonNullable<ComparedReview['others'][number]['edit']>;
export type Effect = components['schemas']['PlanEffect'];
export type Plan = components['schemas']['Plan'];

/** Two or three plans, the first of them against the others. */
export const sideBySideQuery = (plans: readonly string[]) => {
  const [first = '', ...others] = plans;
  return queryOptions({
    queryKey: ['plans', first, 'side-by-side', ...others],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/plans/{id}/side-by-side', {
          params: { path: { id: first }, query: { with: others.join(',') } },
          signal,
        }),
      ),
  });
};

/** What edits would make of a plan; nothing is saved. */
export const effectQuery = (plan: string, edits: readonly Edit[]) =>
  queryOptions({
    queryKey: ['plans', plan, 'effect', edits],
    queryFn: ({ signal }) =>
      answerOf(
        api.POST('/api/v1/plans/{id}/effect', {
          params: { path: { id: plan } },
          body: { after: [], edits: [...edits] },
          signal,
        }),
      ),
  });

export interface VersionToSave {
  readonly plan: string;
  readonly edits: readonly Edit[];
  readonly note: string;
}

/** Saves the plan with the edits as its next version. */
export function saveVersion({ plan, edits, note }: VersionToSave): Promise<Plan> {
  return answerOf(
    api.POST('/api/v1/plans/{id}/versions', {
      params: { path: { id: plan } },
      body: { edits: [...edits], ...(note === '' ? {} : { note }) },
    }),
  );
}
