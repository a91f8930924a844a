import type { Board, BoardChip, BoardPerson } from '../../api/board';
import { changesInWords, type History } from '../../parts/edit-history';

/** What the board says of its cells and of what was done: sentences put together from the server's words. */

const LANE = {
  PREFERRED: 'preferred',
  AVAILABLE: 'free',
  IF_NEEDED: 'only if needed',
  UNAVAILABLE: 'not available',
  NO_ANSWER: 'no answer',
  CLOSED: 'closed',
} as const;

export const STATE = {
  NO_LEAD: 'No lead',
  DRAFT: 'Draft',
  OFFERED: 'Offered',
  ACCEPTED: 'Accepted',
  LED: 'Led',
} as const;

/** What a person does on a review. */
export type Part = 'LEAD' | 'QUALITY_ASSURER' | 'SHADOW';

const PART = { LEAD: '', QUALITY_ASSURER: 'Assures quality. ', SHADOW: 'Shadows. ' } as const;

export function partOf(chip: BoardChip, person: string): Part {
  if (chip.lead === person) return 'LEAD';
  return chip.qualityAssurer === person ? 'QUALITY_ASSURER' : 'SHADOW';
}

/** What stands on a chip, below the school: its need, or what the person does there. */
export function doingOf({ tag }: BoardChip, part: Part): string {
  return part === 'LEAD' ? tag : part === 'SHADOW' ? 'Shadows' : 'Assures';
}

/** "Five Acre Wood SLD. Draft: Five Acre Wood School, SLD. Pinned." What is seen comes first, for those who speak to it. */
export function chipInWords(chip: BoardChip, person: string | null): string {
  const does = person === null ? 'LEAD' : partOf(chip, person);
  const part = PART[does];
  return [
    `${chip.short} ${doingOf(chip, does)}.`,
    `${part}${STATE[chip.state]}: ${chip.school}, ${chip.tag}.`,
    ...(chip.pin === 'HAND' ? ['Pinned.'] : chip.pin === 'HELD' ? ['Held.'] : []),
    ...(chip.isUnsaved ? ['Changed, not saved.'] : []),
    ...chip.warnings.map((warning) => `${warning}.`),
  ].join(' ');
}

/** "Helen Marsh, Monday 18 to Wednesday 20 January: free." and the chip that is there. */
export function cellInWords(
  person: BoardPerson,
  days: string,
  grade: BoardPerson['lane'][number] | undefined,
  chip: BoardChip | undefined,
): string {
  const lane = `${person.name}, ${daysAloud(days)}: ${LANE[grade ?? 'UNAVAILABLE']}.`;
  return chip ? `${chipInWords(chip, person.person)} ${lane}` : lane;
}

/** Without the year, which goes without saying within a term. */
export function daysAloud(days: string): string {
  return days.replace(/ \d{4}$/u, '');
}

/** Told once a step is done and the server has said what it means. */
export function doneInWords(what: string, board: Board, history: History): string {
  const broken = board.breaches.length === 0 ? '' : ` ${board.standing}`;
  const changes = changesInWords(history, board.plan.version);
  const undo = history.done.length === 0 ? '' : ' Control Z to undo.';
  return `${what} ${board.words}${broken} ${changes}.${undo}`;
}
