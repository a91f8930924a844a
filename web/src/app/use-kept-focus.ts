import { useEffect } from 'react';

/** A page that says itself where the focus goes does so sooner. */
const PATIENCE_MS = 60;
const REMEMBERED = 20;

/**
 * When what has the focus goes, as a dialog that is closed or an Undo that was used, the focus goes back to where it was before, or
 * to what has come back in its place, as the button that opened a form does; else to the heading. Nobody starts again at the top of
 * the page. A new page begins with nothing to go back to.
 */
export function useKeptFocus(page: string): void {
  useEffect(() => {
    let been: HTMLElement[] = [];
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      been = [...been.filter((each) => each !== target), target].slice(-REMEMBERED);
    };
    const goBack = () => {
      const dialog = [...document.querySelectorAll<HTMLElement>('[aria-modal="true"]')].at(-1);
      const within = dialog ?? document;
      for (const each of been.toReversed()) {
        if (!isLost()) return;
        if (!each.isConnected) comeBack(each, within)?.focus();
        else if (within.contains(each)) each.focus({ preventScroll: true });
      }
      if (isLost()) within.querySelector('h1')?.focus({ preventScroll: true });
    };
    const watch = new MutationObserver(() => {
      if (!isLost() || been.at(-1)?.isConnected !== false) return;
      clearTimeout(waiting);
      waiting = setTimeout(goBack, PATIENCE_MS);
    });
    document.addEventListener('focusin', remember);
    watch.observe(document.body, { childList: true, subtree: true });
    return () => {
      clearTimeout(waiting);
      document.removeEventListener('focusin', remember);
      watch.disconnect();
    };
  }, [page]);
}

/** The one button or link that is called as one that is gone was. */
function comeBack(gone: HTMLElement, within: ParentNode): HTMLElement | undefined {
  const name = nameOf(gone);
  if (name === '') return undefined;
  const alike = [...within.querySelectorAll<HTMLElement>(gone.tagName)].filter(
    (each) => nameOf(each) === name,
  );
  return alike.length === 1 ? alike[0] : undefined;
}

function nameOf(element: HTMLElement): string {
  return element.getAttribute('aria-label') ?? element.textContent.trim();
}

function isLost(): boolean {
  return document.activeElement === document.body || document.activeElement === null;
}
