import { useSyncExternalStore } from 'react';

/**
 * Lines of attention that were put aside in this browser. A line's id is another as soon as it is about other people or
 * reviews, so that it comes back then.
 */
const key = 'qar.snoozed';
const listeners = new Set<() => void>();
let known: { text: string; ids: ReadonlySet<string> } | undefined;

function snoozed(): ReadonlySet<string> {
  const text = localStorage.getItem(key) ?? '';
  if (known?.text !== text) known = { text, ids: readIds(text) };
  return known.ids;
}

/** What somebody else wrote there counts as nothing. */
export function readIds(text: string): ReadonlySet<string> {
  return new Set(text.split(' ').filter((id) => /^[a-z-]+-[0-9a-f]{12}$/.test(id)));
}

function keep(ids: Iterable<string>): void {
  localStorage.setItem(key, [...ids].join(' '));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

export function snooze(id: string): void {
  keep([...snoozed(), id]);
}

export function bringBack(id: string): void {
  keep([...snoozed()].filter((each) => each !== id));
}

export function useSnoozed(): ReadonlySet<string> {
  return useSyncExternalStore(subscribe, snoozed);
}
