import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client';
import type { Edit } from './plan-changes';
import type { components } from './schema';

export type Board = components['schemas']['PlanBoard'];
export type BoardChip = Board['chips'][number];
export type BoardPerson = Board['people'][number];
export type BoardWeek = Board['weeks'][number];
export type Carry = components['schemas']['PlanCarry'];
export type Swaps = components['schemas']['PlanSwaps'];
export type Swap = Swaps['swaps'][number];
export type CarriedPerson = Carry['people'][number];
export type CarriedPlace = CarriedPerson['places'][number];

/** A plan as a board, with edits that are not saved yet. What is shown stays until the next answer is there. */
export const boardQuery = (plan: string, edits: readonly Edit[]) =>
  queryOptions({
    queryKey: ['plans', plan, 'board', edits],
    queryFn: () => {
      const params = { path: { id: plan } };
      return edits.length === 0
        ? answerOf(api.GET('/api/v1/plans/{id}/board', { params }))
        : answerOf(api.POST('/api/v1/plans/{id}/board', { params, body: { edits: [...edits] } }));
    },
    placeholderData: keepPreviousData,
    // Somebody else may save: it is noticed within half a minute.
    refetchInterval: 30_000,
  });

/**
 * What one review would cost everywhere. A version never changes, so answers for the same edits are kept. Nor is the
 * question taken back when a review is dropped before the answer is there: the drop waits for it.
 */
export const carryQuery = (plan: string, review: string, edits: readonly Edit[]) =>
  queryOptions({
    queryKey: ['plans', plan, 'carry', review, edits],
    queryFn: () =>
      answerOf(
        api.POST('/api/v1/plans/{id}/carry', {
          params: { path: { id: plan } },
          body: { review, edits: [...edits] },
        }),
      ),
    staleTime: Infinity,
  });

/** With which reviews a review could swap its lead. A version never changes, so answers for the same edits are kept. */
export const swapsQuery = (plan: string, review: string, edits: readonly Edit[]) =>
  queryOptions({
    queryKey: ['plans', plan, 'swaps', review, edits],
    queryFn: ({ signal }) =>
      answerOf(
        api.POST('/api/v1/plans/{id}/swaps', {
          params: { path: { id: plan } },
          body: { review, edits: [...edits] },
          signal,
        }),
      ),
    staleTime: Infinity,
  });

/** Asks for a run of the term in which what is pinned and what the edits put somewhere stays. */
export function runAround(term: string, plan: string, edits: readonly Edit[]) {
  return answerOf(
    api.POST('/api/v1/allocation-runs', {
      body: { termId: term, around: { planId: plan, edits: [...edits], reviews: [] } },
    }),
  );
}
