import { answerOf, api } from './client';
import { tagOf } from './registers';
import type { components } from './schema';

export type Round = components['schemas']['AvailabilityRound'];

/** Opens the availability round of a term. */
export function openRound(body: components['schemas']['NewAvailabilityRound']): Promise<Round> {
  return answerOf(api.POST('/api/v1/availability-rounds', { body }));
}

/** @throws ProblemError when somebody else moved it meanwhile */
export function moveDeadline(
  { termId, version }: Pick<Round, 'termId' | 'version'>,
  deadline: string,
): Promise<Round> {
  return answerOf(
    api.PATCH('/api/v1/availability-rounds/{term}', {
      params: { path: { term: termId }, header: { 'If-Match': tagOf(version) } },
      body: { deadline },
    }),
  );
}
