import { NO_ANSWER } from './problem-leads.js';
import { type SnapshotContext } from './snapshot-input.js';

/** Who had not answered the availability round when the problem was made: they stand in it as never available. */
export function silentPeople({ leftOut = [] }: Partial<SnapshotContext>): ReadonlySet<string> {
  return new Set(
    leftOut.flatMap(({ lead, reason }) =>
      lead !== undefined && reason.startsWith(NO_ANSWER) ? [lead] : [],
    ),
  );
}
