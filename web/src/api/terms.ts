import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client';
import type { components } from './schema';

/** Today, the terms there are, and the one that is being planned. */
export const todayQuery = queryOptions({
  queryKey: ['today'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/today', { signal })),
  staleTime: 5 * 60_000,
});

/** The plans of a term, the newest first. */
export const termPlansQuery = (term: string) =>
  queryOptions({
    queryKey: ['terms', term, 'plans'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/terms/{term}/plans', { params: { path: { term } }, signal })),
  });

export type TermPlan = components['schemas']['TermPlan'];

/** Those that have seats: a proof that there is no plan has none. */
export function plansWithSeats(plans: readonly TermPlan[]): TermPlan[] {
  return plans.filter(({ status }) => status !== 'INFEASIBLE');
}
