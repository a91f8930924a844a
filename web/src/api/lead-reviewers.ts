import { answerOf, api } from './client';
import { tagOf } from './registers';
import type { components } from './schema';

export type LeadReviewer = components['schemas']['LeadReviewer'];
export type NewLeadReviewer = components['schemas']['NewLeadReviewer'];
export type LeadReviewerEdit = components['schemas']['LeadReviewerEdit'];

/** What the register says of somebody, with the version to change it from. */
export function leadReviewer(code: string): Promise<LeadReviewer> {
  return answerOf(api.GET('/api/v1/lead-reviewers/{code}', { params: { path: { code } } }));
}

/** @throws ProblemError with what is wrong field by field */
export function addLeadReviewer(body: NewLeadReviewer): Promise<LeadReviewer> {
  return answerOf(api.POST('/api/v1/lead-reviewers', { body }));
}

/** @throws ProblemError with what is wrong field by field, or that somebody changed the entry meanwhile */
export function editLeadReviewer(
  code: string,
  version: number,
  body: LeadReviewerEdit,
): Promise<LeadReviewer> {
  return answerOf(
    api.PATCH('/api/v1/lead-reviewers/{code}', {
      params: { path: { code }, header: { 'If-Match': tagOf(version) } },
      body,
    }),
  );
}
