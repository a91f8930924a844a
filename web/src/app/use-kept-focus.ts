import { useEffect } from 'react';

/** A page that says itself where the focus goes does so sooner. */
const PATIENCE_MS = 60;
const REMEMBERED = 20;

/**
 * When what has the focus goes, as a dialog that is closed or an Undo that was used, the focus goes back to where it was before, so
 * that nobody starts again at the top of the page. A new page begins with nothing to go back to.
 */
export function useKeptFocus(page: string): void {
  useEffect(() => {
    let been: HTMLElement[] = [];
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      been = [...been.filter((each) => each !== target && each.isConnected), target].slice(
        -REMEMBERED,
      );
    };
    const goBack = () => {
      const dialog = [...document.querySelectorAll<HTMLElement>('[aria-modal="true"]')].at(-1);
      for (const each of been.toReversed()) {
        if (!isLost()) return;
        if (each.isConnected && (dialog?.contains(each) ?? true))
          each.focus({ preventScroll: true });
      }
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

function isLost(): boolean {
  return document.activeElement === document.body || document.activeElement === null;
}
