import type { AimStanding, Run, RunState } from '../../api/runs';
import type { Tone } from '../../parts/tag';

/** A state in the words of the screen, and its colour. */
export const stateTags: Readonly<Record<RunState, { tone: Tone; word: string }>> = {
  QUEUED: { tone: 'draft', word: 'Waiting to start' },
  SOLVING: { tone: 'offered', word: 'Running' },
  SOLVED: { tone: 'accepted', word: 'Finished' },
  INFEASIBLE: { tone: 'gap', word: 'No plan possible' },
  FAILED: { tone: 'declined', word: 'Failed' },
  CANCELLED: { tone: 'plain', word: 'Discarded' },
};

/** Where an aim stands, as a tag. */
export function aimTag(
  { phase, gap }: Pick<AimStanding, 'phase' | 'gap'>,
  isOver: boolean,
): { tone: Tone; word: string } {
  if (phase === 'SETTLED') {
    return gap === 0 ? { tone: 'ok', word: 'Proven' } : { tone: 'warn', word: 'Not proven' };
  }
  if (isOver) return { tone: 'plain', word: phase === 'WAITING' ? 'Not begun' : 'Broken off' };
  return phase === 'WAITING'
    ? { tone: 'plain', word: 'Waiting' }
    : { tone: 'offered', word: 'Working' };
}

/** What a run that goes on is doing. */
export function atThisMoment({
  state,
  cancelMode,
  aims,
}: Pick<Run, 'state' | 'cancelMode'> & {
  readonly aims: readonly Pick<AimStanding, 'name' | 'phase'>[];
}): string {
  if (cancelMode === 'USE_BEST') return 'Ending with the best plan so far.';
  if (state === 'QUEUED') return 'Waiting for its turn.';
  if (aims.every(({ phase }) => phase === 'WAITING')) {
    return 'Getting ready: working out who could take which seat.';
  }
  // Between two aims none is at work.
  const at =
    aims.find(({ phase }) => phase === 'SOLVING') ?? aims.find(({ phase }) => phase === 'WAITING');
  return at === undefined ? 'Checking the plan.' : `Working on ${at.name.toLowerCase()}.`;
}

/** What a run has come to, in a line of a list. */
export function runOutcome({ state, outcome, failure, policy }: Run): string {
  switch (state) {
    case 'SOLVED':
      return outcome?.words ?? 'A plan was found.';
    case 'INFEASIBLE':
      return 'Not all that is pinned can hold together.';
    case 'FAILED':
      return failure ?? 'It could not be finished.';
    case 'CANCELLED':
      return 'Ended without a plan.';
    default:
      return `Under the policy “${policy}”.`;
  }
}
