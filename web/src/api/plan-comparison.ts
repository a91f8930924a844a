import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client';
import type { components } from './schema';

export type SideBySide = components['schemas']['PlansSideBySide'];
export type SidePlan = SideBySide['plans'][number];
export type ComparedAim = SideBySide['aims'][number];
export type ComparedReview = SideBySide['reviews'][number];
export type ChangeKind = ComparedReview['others'][number]['kinds'][number];

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
