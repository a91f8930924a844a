import type { Locator } from 'playwright-core';

/** What the filled buttons within a part of a page say: it should ask for one thing at a time. */
export async function primaryIn(part: Locator): Promise<string[]> {
  return part.locator('button[data-variant="filled"]').allInnerTexts();
}
