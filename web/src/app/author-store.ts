import { useSyncExternalStore } from 'react';
import { authorName, keepAuthorName } from '../api/author';

const listeners = new Set<() => void>();

/** Keeps the name in this browser and tells the parts that show it. */
export function changeAuthor(name: string): void {
  keepAuthorName(name);
  for (const listener of listeners) listener();
}

/** The name under which changes are recorded; undefined until it was given. */
export function useAuthor(): string | undefined {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, authorName);
}
