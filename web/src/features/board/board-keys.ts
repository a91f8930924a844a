import type { Key } from './grid-model';

/** What a key asks of the board. */
export type Command =
  | { readonly kind: 'MOVE'; readonly key: Key }
  | {
      readonly kind:
        | 'OPEN'
        | 'CARRY'
        | 'ESCAPE'
        | 'MOVE_TO'
        | 'PIN'
        | 'WHY'
        | 'NAME'
        | 'REMOVE'
        | 'UNDO'
        | 'REDO'
        | 'NEXT_PROBLEM'
        | 'FILTER'
        | 'HELP';
    };

export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const ARROWS: Readonly<Record<string, Key>> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
};

const LETTERS: Readonly<Record<string, Exclude<Command, { kind: 'MOVE' }>['kind']>> = {
  m: 'MOVE_TO',
  p: 'PIN',
  w: 'WHY',
  n: 'NAME',
  f: 'NEXT_PROBLEM',
  '/': 'FILTER',
  '?': 'HELP',
};

/**
 * What is asked by a key on the board; null: nothing.
 *
 * @param letters whether keys that are one character count: they can be turned off (WCAG 2.1.4)
 */
export function commandOf(pressed: Pressed, letters: boolean): Command | null {
  const { key, shiftKey, altKey } = pressed;
  const isControl = pressed.ctrlKey || pressed.metaKey;
  if (altKey) return null;
  if (isControl) {
    if (key === 'Home') return { kind: 'MOVE', key: 'Start' };
    if (key === 'End') return { kind: 'MOVE', key: 'Last' };
    if (key.toLowerCase() === 'z') return { kind: shiftKey ? 'REDO' : 'UNDO' };
    return key.toLowerCase() === 'y' ? { kind: 'REDO' } : null;
  }
  const arrow = ARROWS[key];
  if (arrow !== undefined) return { kind: 'MOVE', key: arrow };
  switch (key) {
    case 'Enter':
      return { kind: 'OPEN' };
    case ' ':
      return { kind: 'CARRY' };
    case 'Escape':
      return { kind: 'ESCAPE' };
    case 'Delete':
    case 'Backspace':
      return { kind: 'REMOVE' };
  }
  const letter = LETTERS[key.toLowerCase()];
  return letters && letter !== undefined ? { kind: letter } : null;
}

const KEY = 'qar.board.letters';

/** Whether one-letter keys are on; kept in the browser. */
export function lettersAreOn(): boolean {
  return localStorage.getItem(KEY) !== 'off';
}

export function keepLetters(areOn: boolean): void {
  localStorage.setItem(KEY, areOn ? 'on' : 'off');
}

/** The keys and what they do, for the help. */
export const KEYS_IN_WORDS: readonly (readonly [string, string])[] = [
  ['Arrow keys', 'Move by window and by lead'],
  ['Home, End', 'First and last window'],
  ['Ctrl Home, Ctrl End', 'First and last cell'],
  ['Page Up, Page Down', 'Region before and after'],
  ['Enter', 'Open the review; on a name, the page of that Lead Reviewer'],
  [
    'Space',
    'Pick up the review; arrow keys carry it, Enter or Space puts it down, Escape puts it back',
  ],
  ['Delete', 'Take the lead off the review'],
  ['Ctrl Z, Ctrl Shift Z', 'Undo, redo'],
];

export const LETTERS_IN_WORDS: readonly (readonly [string, string])[] = [
  ['M', 'Move to…'],
  ['P', 'Pin or unpin'],
  ['W', 'Why this lead'],
  ['N', 'Short name of the school'],
  ['F', 'Next problem'],
  ['/', 'Filter'],
  ['?', 'This help'],
];
