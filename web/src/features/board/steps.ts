import type { BoardChip, CarriedPlace, Swap } from '../../api/board';
import type { Step } from '../../parts/edit-history';

/** What somebody does to a review, as a step that can be undone. */

export function moveStep(
  chip: BoardChip,
  to: { readonly person: string; readonly name: string },
  place: Pick<CarriedPlace, 'week' | 'window'>,
  andPin = false,
): Step {
  const { review, school } = chip;
  const { week, window } = place;
  return {
    kind: chip.lead === null ? 'ASSIGN' : 'MOVE',
    words: `${school} to ${to.name}`,
    edits: [
      { kind: 'PUT', review, lead: to.person, week, window },
      ...(andPin ? [{ kind: 'PIN' as const, review }] : []),
    ],
  };
}

export function swapStep({ school }: BoardChip, swap: Swap): Step {
  return {
    kind: 'SWAP',
    words: `${school} and ${swap.school} swapped`,
    edits: swap.edits,
  };
}

export function removeStep({ review, school }: BoardChip): Step {
  return { kind: 'REMOVE', words: `${school} without a lead`, edits: [{ kind: 'CLEAR', review }] };
}

export function pinStep({ review, school, pin }: BoardChip): Step {
  return pin === null
    ? { kind: 'PIN', words: `${school} pinned`, edits: [{ kind: 'PIN', review }] }
    : { kind: 'UNPIN', words: `${school} unpinned`, edits: [{ kind: 'UNPIN', review }] };
}

/** Why a review stays where it is; null: it can be moved. */
export function whyItStays({ school, pin, state }: BoardChip): string | null {
  if (pin === 'HELD') {
    return `${school} cannot be moved here: the seat was ${state === 'LED' ? 'led' : 'accepted'}. Withdraw it first.`;
  }
  return pin === 'HAND' ? `${school} is pinned. Press P to unpin it first.` : null;
}
