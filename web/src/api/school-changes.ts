import { answerOf, api } from './client';
import type { components } from './schema';

export type SchoolChange = components['schemas']['BulkSchoolChange'];
export type SchoolChangesResult = components['schemas']['BulkSchoolChangesResult'];

/** What changes to many schools would do; nothing is kept. */
export function trySchoolChanges(items: readonly SchoolChange[]): Promise<SchoolChangesResult> {
  return answerOf(api.POST('/api/v1/schools/changes/preview', { body: { items: [...items] } }));
}

/** All of them in one transaction, or none. */
export function saveSchoolChanges(items: readonly SchoolChange[]): Promise<SchoolChangesResult> {
  return answerOf(api.POST('/api/v1/schools/changes', { body: { items: [...items] } }));
}
