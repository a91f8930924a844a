import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client';
import { hasEnded } from './run-ended';
import type { components } from './schema';

export type RunChoices = components['schemas']['RunChoices'];
export type PolicyChoice = components['schemas']['PolicyChoice'];
export type Run = components['schemas']['AllocationRun'];
export type RunState = Run['state'];
export type AimStanding = components['schemas']['AimStanding'];
export type CancelMode = components['schemas']['AllocationRunCancellation']['mode'];
export type PlanConflict = components['schemas']['Plan']['conflict'][number];

/** What can be chosen for a run of a term, and what it would be about now. */
export const runChoicesQuery = (term: string) =>
  queryOptions({
    queryKey: ['terms', term, 'run-choices'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/terms/{term}/run-choices', { params: { path: { term } }, signal })),
  });

/** The newest runs of a term; looked at again while one of them goes on. */
export const termRunsQuery = (term: string) =>
  queryOptions({
    queryKey: ['terms', term, 'runs'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/allocation-runs', { params: { query: { termId: term } }, signal })),
    refetchInterval: ({ state: { data } }) =>
      data?.items.some((run) => !hasEnded(run)) === true ? 5000 : false,
  });

export const runQuery = (run: string) =>
  queryOptions({
    queryKey: ['runs', run],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/allocation-runs/{id}', { params: { path: { id: run } }, signal })),
  });

/** The pins that cannot hold together, of a run that ended so. */
export const runConflictQuery = (run: string) =>
  queryOptions({
    queryKey: ['runs', run, 'conflict'],
    queryFn: async ({ signal }) => {
      const params = { path: { id: run } };
      const plan = await answerOf(api.GET('/api/v1/allocation-runs/{id}/plan', { params, signal }));
      return plan.conflict;
    },
    staleTime: Infinity,
  });

/** Where a run tells of its course. */
export function runEventsAddress(run: string): string {
  return `/api/v1/allocation-runs/${encodeURIComponent(run)}/events`;
}

export interface RunRequest {
  readonly term: string;
  readonly policy: string;
  /** Show the proven run of exactly the same, if there is one, instead of solving again. */
  readonly reuse: boolean;
  /** A plan of which more stays than must: what is pinned in it by hand, and these reviews. */
  readonly around?: { readonly plan: string; readonly reviews: readonly string[] } | undefined;
  /** The same request sent twice under the same key is one run. */
  readonly key: string;
}

/** Asks for a run. @returns the run, and whether it was there before */
export async function requestRun({ term, policy, reuse, around, key }: RunRequest) {
  const answer = await api.POST('/api/v1/allocation-runs', {
    params: { query: { reuse: reuse ? 'true' : 'false' }, header: { 'Idempotency-Key': key } },
    body: {
      termId: term,
      policy,
      ...(around && { around: { planId: around.plan, edits: [], reviews: [...around.reviews] } }),
    },
  });
  const run: Run = await answerOf(Promise.resolve(answer));
  return { run, isKnown: answer.response.status === 200 };
}

export function cancelRun({ run, mode }: { run: string; mode: CancelMode }): Promise<Run> {
  return answerOf(
    api.POST('/api/v1/allocation-runs/{id}/cancel', {
      params: { path: { id: run } },
      body: { mode },
    }),
  );
}
