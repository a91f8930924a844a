import { useCallback, useMemo, useState } from 'react';
import {
  editsOf,
  type History,
  historyKey,
  nothingDone,
  readHistory,
  redo,
  type Step,
  undo,
  withStep,
} from './edit-history';

/** What was done to a version and is not saved yet. */
export interface Edits {
  readonly history: History;
  readonly edits: ReturnType<typeof editsOf>;
  readonly add: (step: Step) => History;
  readonly undo: () => History;
  readonly redo: () => History;
  readonly forget: () => void;
}

/** The unsaved edits of a version; the browser keeps them until they are saved or given up. Give it the plan as its key. */
export function useEdits(plan: string): Edits {
  const key = historyKey(plan);
  const [history, setHistory] = useState(() => readHistory(sessionStorage.getItem(key)));
  const change = useCallback(
    (next: History) => {
      keepHistory(key, next);
      setHistory(next);
      return next;
    },
    [key],
  );
  const edits = useMemo(() => editsOf(history), [history]);
  return useMemo(
    () => ({
      history,
      edits,
      add: (step: Step) => change(withStep(history, step)),
      undo: () => change(undo(history)),
      redo: () => change(redo(history)),
      forget: () => void change(nothingDone),
    }),
    [history, edits, change],
  );
}

/** Puts edits that were made to one version on another, where somebody saved meanwhile. */
export function takeAlong(from: string, to: string): void {
  const kept = readHistory(sessionStorage.getItem(historyKey(from)));
  keepHistory(historyKey(to), { ...kept, undone: [] });
  sessionStorage.removeItem(historyKey(from));
}

function keepHistory(key: string, history: History): void {
  const isEmpty = history.done.length === 0 && history.undone.length === 0;
  if (isEmpty) sessionStorage.removeItem(key);
  else sessionStorage.setItem(key, JSON.stringify(history));
}
