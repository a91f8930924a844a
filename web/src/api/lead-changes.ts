import { answerOf, api } from './client';
import type { components } from './schema';

export type LeadChange = components['schemas']['LeadChange'];
export type LeadChangesResult = components['schemas']['LeadChangesResult'];
export type LeadFactChange = LeadChange['changes'][number];

/** What changes to many Lead Reviewers would do; nothing is kept. */
export function tryLeadChanges(items: readonly LeadChange[]): Promise<LeadChangesResult> {
  return answerOf(
    api.POST('/api/v1/lead-reviewers/changes/preview', { body: { items: [...items] } }),
  );
}

/** All of them in one transaction, or none. */
export function saveLeadChanges(items: readonly LeadChange[]): Promise<LeadChangesResult> {
  return answerOf(api.POST('/api/v1/lead-reviewers/changes', { body: { items: [...items] } }));
}
