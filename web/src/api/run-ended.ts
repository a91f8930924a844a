import type { components } from './schema';

/** Whether nothing will happen to a run any more. */
export function hasEnded({
  state,
}: Pick<components['schemas']['AllocationRun'], 'state'>): boolean {
  return state !== 'QUEUED' && state !== 'SOLVING';
}
