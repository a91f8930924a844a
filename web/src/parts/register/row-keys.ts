import type { KeyboardEvent } from 'react';

/** So many rows are a page. */
const PAGE = 10;

/** Where a key leads from a row; undefined: it is none of ours. */
export function rowAfter(key: string, from: number, count: number): number | undefined {
  const last = count - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, from + 1);
    case 'ArrowUp':
      return Math.max(0, from - 1);
    case 'PageDown':
      return Math.min(last, from + PAGE);
    case 'PageUp':
      return Math.max(0, from - PAGE);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

const focusable = 'a[href], button, input';

/** Goes from row to row, staying with the same thing in it: from checkbox to checkbox, from link to link. */
export function rowKeys(
  active: number,
  count: number,
  goTo: (index: number, find: (row: HTMLElement) => HTMLElement | null) => void,
) {
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = rowAfter(event.key, active, count);
    const row = (event.target as HTMLElement).closest('tr');
    if (next === undefined || row === null) return;
    event.preventDefault();
    const place = [...row.querySelectorAll(focusable)].indexOf(event.target as HTMLElement);
    goTo(next, (target) => {
      const parts = target.querySelectorAll<HTMLElement>(focusable);
      return parts[Math.max(0, place)] ?? parts[0] ?? null;
    });
  };
}
