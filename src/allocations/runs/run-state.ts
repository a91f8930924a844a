/** `QUEUED → SOLVING → SOLVED | INFEASIBLE | FAILED | CANCELLED`; see docs/architecture.md, "The run". */
export const RUN_STATES = [
  'QUEUED',
  'SOLVING',
  'SOLVED',
  'INFEASIBLE',
  'FAILED',
  'CANCELLED',
] as const;
export type RunState = (typeof RUN_STATES)[number];

/** A run in one of these never changes again. */
export function hasEnded(state: RunState): boolean {
  return state !== 'QUEUED' && state !== 'SOLVING';
}

/** `USE_BEST`: end with the best plan so far. `DISCARD`: end without a plan. */
export const CANCEL_MODES = ['USE_BEST', 'DISCARD'] as const;
export type CancelMode = (typeof CANCEL_MODES)[number];
