import { useCallback, useMemo, useState } from 'react';
import {
  editsOf,
  type History,
  keepHistory,
  keptHistory,
  nothingDone,
  redo,
  type Step,
  undo,
  withStep,
} from '../../parts/edit-history';

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
  const [history, setHistory] = useState(() => keptHistory(plan));
  const change = useCallback(
    (next: History) => {
      keepHistory(plan, next);
      setHistory(next);
      return next;
    },
    [plan],
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
  keepHistory(to, { ...keptHistory(from), undone: [] });
  keepHistory(from, nothingDone);
}
