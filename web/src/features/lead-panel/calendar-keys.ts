import type { Grade } from '../../api/lead-availability';

/** Where the focus is in the calendar: a week, and its first or second window. */
export interface CalendarPlace {
  readonly row: number;
  readonly column: number;
}

export type CalendarCommand =
  | { readonly kind: 'GO'; readonly to: CalendarPlace }
  | { readonly kind: 'CHOOSE' }
  | { readonly kind: 'GRADE'; readonly grade: Grade | null };

/** Letters give a grade at once; they work in the calendar only. */
const LETTERS: Readonly<Record<string, Grade>> = {
  p: 'PREFERRED',
  a: 'AVAILABLE',
  i: 'IF_NEEDED',
  n: 'UNAVAILABLE',
};

/** What a key does in the calendar; undefined: nothing of ours. */
export function commandOf(
  { key, ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  { row, column }: CalendarPlace,
  rows: number,
): CalendarCommand | undefined {
  if (metaKey || altKey) return undefined;
  const go = (toRow: number, toColumn: number): CalendarCommand => ({
    kind: 'GO',
    to: { row: Math.min(Math.max(toRow, 0), rows - 1), column: Math.min(Math.max(toColumn, 0), 1) },
  });
  switch (key) {
    case 'ArrowUp':
      return go(row - 1, column);
    case 'ArrowDown':
      return go(row + 1, column);
    case 'ArrowLeft':
      return go(row, column - 1);
    case 'ArrowRight':
      return go(row, column + 1);
    case 'Home':
      return go(ctrlKey ? 0 : row, 0);
    case 'End':
      return go(ctrlKey ? rows - 1 : row, 1);
    case 'Enter':
    case ' ':
      return { kind: 'CHOOSE' };
    case 'Delete':
    case 'Backspace':
      return { kind: 'GRADE', grade: null };
    default: {
      const grade = ctrlKey ? undefined : LETTERS[key.toLowerCase()];
      return grade === undefined ? undefined : { kind: 'GRADE', grade };
    }
  }
}
