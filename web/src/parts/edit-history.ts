import type { Edit } from '../api/plan-changes';

/** One thing that somebody did, which is undone as a whole. */
export interface Step {
  readonly edits: readonly Edit[];
  readonly kind: 'MOVE' | 'SWAP' | 'ASSIGN' | 'REMOVE' | 'PIN' | 'UNPIN' | 'ASKS' | 'RE_PLAN';
  /** Such as "Five Acre Wood School to Kwame Boateng": what it did, for undoing it by name. */
  readonly words: string;
}

/** What was done since the version that is open, and what was undone and can be done again. */
export interface History {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
}

export const nothingDone: History = { done: [], undone: [] };

/**
 * Whatever was undone before cannot be done again after something new. A pin that is taken back at once, or put back, is no change
 * at all: both steps are gone.
 */
export function withStep({ done }: History, step: Step): History {
  const last = done.at(-1);
  return {
    done: last !== undefined && takesBack(step, last) ? done.slice(0, -1) : [...done, step],
    undone: [],
  };
}

function takesBack(step: Step, last: Step): boolean {
  const kinds = [last.kind, step.kind].sort().join();
  return kinds === 'PIN,UNPIN' && step.edits[0]?.review === last.edits[0]?.review;
}

export function undo({ done, undone }: History): History {
  const last = done.at(-1);
  return last === undefined
    ? { done, undone }
    : { done: done.slice(0, -1), undone: [last, ...undone] };
}

export function redo({ done, undone }: History): History {
  const [next, ...rest] = undone;
  return next === undefined ? { done, undone } : { done: [...done, next], undone: rest };
}

/** All edits since the version, in their order. */
export function editsOf({ done }: History): Edit[] {
  return done.flatMap(({ edits }) => edits);
}

const COUNTED: readonly [Step['kind'], string, string][] = [
  ['MOVE', 'move', 'moves'],
  ['SWAP', 'swap', 'swaps'],
  ['ASSIGN', 'new lead', 'new leads'],
  ['REMOVE', 'taken off', 'taken off'],
  ['PIN', 'pin', 'pins'],
  ['UNPIN', 'unpinned', 'unpinned'],
  ['ASKS', 'try of asks', 'tries of asks'],
  ['RE_PLAN', 're-plan', 're-plans'],
];

/** "3 moves, 1 pin" */
export function countsInWords({ done }: History): string {
  return COUNTED.flatMap(([kind, one, many]) => {
    const count = done.filter((step) => step.kind === kind).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  }).join(', ');
}

/** "4 changes since version 3" */
export function changesInWords({ done }: History, version: number): string {
  const count = done.length === 1 ? '1 change' : `${done.length} changes`;
  return done.length === 0
    ? `No changes since version ${version}`
    : `${count} since version ${version}`;
}

/** Where the browser keeps what is not saved, so that a reload loses nothing. */
const historyKey = (plan: string): string => `qar.board.${plan}`;

/** Keeps what is not saved. */
export function keepHistory(plan: string, history: History): void {
  const key = historyKey(plan);
  const isEmpty = history.done.length === 0 && history.undone.length === 0;
  if (isEmpty) sessionStorage.removeItem(key);
  else sessionStorage.setItem(key, JSON.stringify(history));
}

/** What this browser has kept of a version. */
export function keptHistory(plan: string): History {
  return readHistory(sessionStorage.getItem(historyKey(plan)));
}

/** What was kept; nothing where it cannot be read. */
export function readHistory(kept: string | null): History {
  if (kept === null) return nothingDone;
  try {
    const read: unknown = JSON.parse(kept);
    return isHistory(read) ? read : nothingDone;
  } catch {
    return nothingDone;
  }
}

function isHistory(read: unknown): read is History {
  if (typeof read !== 'object' || read === null) return false;
  const { done, undone } = read as Partial<Record<keyof History, unknown>>;
  return [done, undone].every((steps) => Array.isArray(steps) && steps.every(isStep));
}

function isStep(read: unknown): read is Step {
  if (typeof read !== 'object' || read === null) return false;
  const { edits, kind, words } = read as Partial<Record<keyof Step, unknown>>;
  return Array.isArray(edits) && typeof kind === 'string' && typeof words === 'string';
}
