import { answerOf, api } from './client';
import type { components } from './schema';

export type ReviewChange = components['schemas']['BulkReviewChange'];
export type ReviewChangesResult = components['schemas']['BulkReviewChangesResult'];
export type WaiverChange = components['schemas']['WaiverChange'];
export type WaiverChangesResult = components['schemas']['WaiverChangesResult'];

/** What changes to many reviews would do; nothing is kept. */
export function tryReviewChanges(items: readonly ReviewChange[]): Promise<ReviewChangesResult> {
  return answerOf(api.POST('/api/v1/reviews/changes/preview', { body: { items: [...items] } }));
}

/** All of them in one transaction, or none. */
export function saveReviewChanges(items: readonly ReviewChange[]): Promise<ReviewChangesResult> {
  return answerOf(api.POST('/api/v1/reviews/changes', { body: { items: [...items] } }));
}

export function tryWaivers(
  term: string,
  items: readonly WaiverChange[],
): Promise<WaiverChangesResult> {
  return answerOf(
    api.POST('/api/v1/availability-rounds/{term}/waivers/changes/preview', {
      params: { path: { term } },
      body: { items: [...items] },
    }),
  );
}

export function saveWaivers(
  term: string,
  items: readonly WaiverChange[],
): Promise<WaiverChangesResult> {
  return answerOf(
    api.POST('/api/v1/availability-rounds/{term}/waivers/changes', {
      params: { path: { term } },
      body: { items: [...items] },
    }),
  );
}

/** One review for each member school of the year that has none; a term for each without one where they are spread. */
export function openReviews(
  academicYear: string,
  spread: boolean,
): Promise<components['schemas']['OpenedReviews']> {
  return answerOf(
    api.POST('/api/v1/reviews/openings', { body: { academicYear, asked: [], spread } }),
  );
}

/** Takes an opening back. @throws ProblemError when something has used one of the reviews since */
export function undoOpening(body: components['schemas']['OpeningUndone']): Promise<unknown> {
  return answerOf(api.POST('/api/v1/reviews/openings/undoings', { body }));
}
