import type { Board, BoardChip } from '../../api/board';
import type { Edit } from '../../api/plan-changes';

/**
 * The chips as edits leave them, so that a chip is where it was dropped before the server has answered. Only places
 * change: what it means for rules, targets and states comes with the answer.
 */
export function movedLocally(board: Board, edits: readonly Edit[]): Board {
  if (edits.length === 0) return board;
  const chips = new Map(board.chips.map((chip) => [chip.review, chip]));
  const names = new Map(board.people.map(({ person, name }) => [person, name]));
  for (const edit of edits) {
    const chip = chips.get(edit.review);
    if (chip) chips.set(edit.review, chipAfter(chip, edit, names));
  }
  return { ...board, chips: board.chips.map((chip) => chips.get(chip.review) ?? chip) };
}

function chipAfter(chip: BoardChip, edit: Edit, names: ReadonlyMap<string, string>): BoardChip {
  switch (edit.kind) {
    case 'PUT': {
      const { lead, week, window } = edit;
      const isThere = chip.lead === lead && chip.week === week && chip.window === window;
      if (isThere) return chip;
      return {
        ...chip,
        lead,
        leadName: names.get(lead) ?? lead,
        week,
        window,
        state: 'DRAFT',
        isUnsaved: true,
      };
    }
    case 'CLEAR':
      return chip.lead === null
        ? chip
        : { ...chip, lead: null, leadName: null, state: 'NO_LEAD', isUnsaved: true };
    case 'PIN':
      return { ...chip, pin: chip.pin ?? 'HAND' };
    case 'UNPIN':
      return { ...chip, pin: null };
    case 'SEAT':
      return chip;
  }
}
