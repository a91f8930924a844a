import { answerOf, api } from './client';
import type { components } from './schema';

/** Begins a plan of a term by hand, with no run. */
export function beginPlan(term: string): Promise<components['schemas']['Plan']> {
  return answerOf(api.POST('/api/v1/terms/{term}/plans', { params: { path: { term } }, body: {} }));
}
