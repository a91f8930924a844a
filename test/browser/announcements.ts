/** What a screen reader is told on a page: everything, as one message may soon follow another. */
import type { Page } from 'playwright-core';

export interface Announcement {
  readonly text: string;
  /** Milliseconds since the page was opened. */
  readonly at: number;
}

const listen = `
  window.told = [];
  addEventListener('DOMContentLoaded', () => new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      const region = target.closest?.('[data-live]');
      const text = [...addedNodes].map((node) => node.textContent).join('');
      if (region && text !== '') window.told.push({ text, at: performance.now() });
    }
  }).observe(document.body, { childList: true, subtree: true }));`;

/** Keeps all messages from now on; call it before the page is opened. */
export async function listenOn(page: Page): Promise<void> {
  await page.addInitScript(listen);
}

export async function told(page: Page): Promise<Announcement[]> {
  return page.evaluate('window.told');
}

/** Messages may wait for ten seconds. @throws Error when these words are not among what is told */
export async function untilTold(page: Page, words: string): Promise<void> {
  for (let waited = 0; waited < 15_000; waited += 250) {
    if ((await told(page)).some(({ text }) => text.includes(words))) return;
    await page.waitForTimeout(250);
  }
  throw new Error(`A screen reader is never told “${words}”.`);
}
