import { Button } from '@mantine/core';
import { IconLayoutBoard } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import type { DropOut, Named } from '../../api/drop-outs';
import { useTryOnBoard } from '../../parts/try-on-board';

const route = getRouteApi('/terms/$term/plans/$plan/drop-outs/$lead');

export interface TryRePlanProps {
  readonly edits: DropOut['edits'];
  readonly gone: Named;
  /** Most people that it disturbs, or the best of all. */
  readonly how: number | 'best';
}

/** Puts a re-plan on the board as one step that can be undone; there it can be changed further and saved. */
export function TryRePlan({ edits, gone, how }: TryRePlanProps) {
  const { term, plan } = route.useParams();
  const tryOnBoard = useTryOnBoard(term, plan);
  if (edits.length === 0) return null;
  const which = how === 'best' ? 'the best re-plan' : `disturbing ${peopleIn(how)}`;
  const tryIt = () =>
    tryOnBoard(
      { kind: 'RE_PLAN', edits: [...edits], words: `Without ${gone.name}, ${which}` },
      `The re-plan without ${gone.name} is tried on the board. Nothing is saved.`,
    );
  return (
    <Button
      size="xs"
      leftSection={<IconLayoutBoard size={14} aria-hidden />}
      onClick={tryIt}
      data-unprinted
    >
      Try it on the board<span className="sr"> ({which})</span>
    </Button>
  );
}

function peopleIn(count: number): string {
  if (count === 0) return 'nobody';
  return count === 1 ? '1 person' : `${String(count)} people`;
}
