import { useEffect } from 'react';

/** What somebody does who would rather read on where they are. */
const READING_ON = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;

/**
 * A link to a place on a page arrives there though the page is still loading what it shows: the place is waited for, brought into
 * sight, and the next Tab goes on from it. Where a row of it is marked, that is the place. Whoever reads on meanwhile stays where
 * they are; a place that is there at once is the router's to find, which knows where somebody who comes back had been.
 */
export function usePlaceInSight(page: string, hash: string): void {
  useEffect(() => {
    if (hash === '' || document.getElementById(hash) !== null) return;
    const watch = new MutationObserver(() => {
      const part = document.getElementById(hash);
      if (part === null) return;
      stop();
      const place = part.querySelector<HTMLElement>('[data-marked]') ?? part;
      place.scrollIntoView({ block: place === part ? 'start' : 'center' });
      place.tabIndex = -1;
      place.focus({ preventScroll: true });
    });
    const stop = () => {
      watch.disconnect();
      for (const kind of READING_ON) document.removeEventListener(kind, stop);
    };
    watch.observe(document.body, { childList: true, subtree: true });
    for (const kind of READING_ON) document.addEventListener(kind, stop, { passive: true });
    return stop;
  }, [page, hash]);
}
