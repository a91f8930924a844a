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

/** Where to stop instead of at a row that is passed over: behind it on the way down, or above it, where there is always one. */
export function stopNear(
  to: number,
  from: number,
  count: number,
  isPassed: (index: number) => boolean,
): number {
  let at = to;
  while (to > from && at < count && isPassed(at)) at += 1;
  if (at === count) at = to;
  while (at > 0 && isPassed(at)) at -= 1;
  return at;
}

const focusable = 'a[href], button, input';

/**
 * Goes from row to row, staying in the same column where there is something to go to: from checkbox to checkbox, from link to
 * link.
 *
 * @param goTo brings a row into sight, which has to carry its index (`data-index`)
 * @param isPassed of a row where keys do not stop
 */
export function rowKeys(
  active: number,
  count: number,
  goTo: (index: number) => void,
  isPassed: (index: number) => boolean = () => false,
) {
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const target = event.target as HTMLElement;
    const to = rowAfter(event.key, active, count);
    const row = target.closest('tr');
    const table = target.closest('table');
    if (to === undefined || row === null || table === null) return;
    const next = stopNear(to, active, count, isPassed);
    event.preventDefault();
    const column = [...row.children].findIndex((cell) => cell.contains(target));
    const focus = (): boolean => {
      const found = table.querySelector(`tr[data-index="${String(next)}"]`);
      const part =
        found?.children[column]?.querySelector<HTMLElement>(focusable) ??
        found?.querySelector<HTMLElement>(focusable);
      part?.focus();
      return part instanceof HTMLElement;
    };
    goTo(next);
    // A row out of sight comes to the page with the next frame; one that is there must not miss the next key.
    if (!focus()) requestAnimationFrame(focus);
  };
}
