import { answerOf, api } from './client';
import { tagOf } from './registers';
import type { components } from './schema';

export type NewFact = components['schemas']['NewReviewerFact'];
export type FactRetraction = components['schemas']['ReviewerFactRetraction'];
export type ReviewerEdit = components['schemas']['LeadReviewerEdit'];

/**
 * Records a dated fact; what it corrects is kept.
 *
 * @param revision of the person when it was thought of
 * @throws ProblemError with the faults beside their fields, or with what somebody else recorded meanwhile
 */
export function recordFact(
  code: string,
  revision: number,
  fact: NewFact,
): Promise<{ changed: boolean }> {
  return answerOf(
    api.POST('/api/v1/lead-reviewers/{code}/facts', {
      params: { path: { code }, header: { 'If-Match': tagOf(revision) } },
      body: fact,
    }),
  );
}

/**
 * Records that a fact never held; what was believed is kept.
 *
 * @param revision of the person when it was thought of
 * @throws ProblemError with what somebody else recorded meanwhile
 */
export function retractFact(
  code: string,
  revision: number,
  fact: FactRetraction,
): Promise<{ changed: boolean }> {
  return answerOf(
    api.POST('/api/v1/lead-reviewers/{code}/facts/retractions', {
      params: { path: { code }, header: { 'If-Match': tagOf(revision) } },
      body: fact,
    }),
  );
}

/** Changes what the register says of somebody. @throws ProblemError when they were changed since that version */
export async function editReviewer(
  code: string,
  version: number,
  edit: ReviewerEdit,
): Promise<void> {
  await answerOf(
    api.PATCH('/api/v1/lead-reviewers/{code}', {
      params: { path: { code }, header: { 'If-Match': tagOf(version) } },
      body: edit,
    }),
  );
}
