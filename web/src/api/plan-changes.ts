import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client';
import type { components } from './schema';

export type Edit = components['schemas']['PlanEdit'];
export type Effect = components['schemas']['PlanEffect'];
export type Plan = components['schemas']['Plan'];

/** What edits would make of a plan, measured from the plan with those made before; nothing is saved. */
export const effectQuery = (
  plan: string,
  edits: readonly Edit[],
  { after = [] }: { after?: readonly Edit[] } = {},
) =>
  queryOptions({
    queryKey: ['plans', plan, 'effect', after, edits],
    queryFn: ({ signal }) =>
      answerOf(
        api.POST('/api/v1/plans/{id}/effect', {
          params: { path: { id: plan } },
          body: { edits: [...edits], after: [...after] },
          signal,
        }),
      ),
    staleTime: Infinity,
  });

/**
 * Saves a plan with edits as its next version.
 *
 * @throws ProblemError when rules are broken or somebody saved meanwhile
 */
export function saveEdits(plan: string, edits: readonly Edit[], note = ''): Promise<Plan> {
  const said = note.trim();
  return answerOf(
    api.POST('/api/v1/plans/{id}/versions', {
      params: { path: { id: plan } },
      body: { edits: [...edits], ...(said === '' ? {} : { note: said }) },
    }),
  );
}

/** Makes a plan as an earlier version of it was, as its next version: undo. */
export function saveAsVersion(plan: string, version: number): Promise<Plan> {
  return answerOf(
    api.POST('/api/v1/plans/{id}/versions', {
      params: { path: { id: plan } },
      body: { asVersion: version },
    }),
  );
}
