import { Button } from '@mantine/core';
import { IconLayoutBoard } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import type { Edit } from '../../api/plan-changes';
import { useTryOnBoard } from '../../parts/try-on-board';

const route = getRouteApi('/terms/$term/plans/$plan/unplaced');

export interface TryAsksProps {
  /** What the plan would hold with the asks granted. */
  readonly edits: readonly Edit[];
  readonly requests: readonly string[];
  /** Of which review, said to screen readers only; undefined: of all of them. */
  readonly of?: string;
}

/**
 * Puts what asks would come to on the board as one step that can be undone. It is not saved, and the rules that the asks
 * are about read as broken until the answers are in the registers.
 */
export function TryAsks({ edits, requests, of }: TryAsksProps) {
  const { plan, term } = route.useParams();
  const tryOnBoard = useTryOnBoard(term, plan);
  if (edits.length === 0) return null;
  const many = requests.length;
  const tryThem = () => {
    const asked = many === 1 ? '1 ask' : `${String(many)} asks`;
    const words = many === 0 ? 'A better plan, tried' : `${asked} tried: ${requests.join('; ')}`;
    tryOnBoard(
      { kind: 'ASKS', edits, words },
      many === 0
        ? 'Tried on the board. Nothing is saved.'
        : `${asked} tried on the board. Nothing is saved, and rules read as broken until they are granted.`,
    );
  };
  return (
    <Button size="xs" leftSection={<IconLayoutBoard size={14} aria-hidden />} onClick={tryThem}>
      Try {many > 2 ? `all ${String(many)}` : many === 2 ? 'both' : 'it'} in the plan
      {of !== undefined && <span className="sr"> ({of})</span>}
    </Button>
  );
}
