/** Two ways to work with a page: by keyboard alone, as somebody without a mouse must, and by mouse. */
import type { Locator, Page } from 'playwright-core';
import { type Move, walk } from './board-moves.js';

export interface Hand {
  /** Follows a link or presses a button. */
  use(target: Locator): Promise<void>;
  /** Carries a review to somebody's place on the plan board. */
  move(page: Page, move: Move, fromColumn: number): Promise<void>;
  undo(page: Page): Promise<void>;
}

const MOST_TABS = 200;

/** What of a page's globals is used here; these tests know no types of the browser. */
interface PageGlobals {
  document: { activeElement: { compareDocumentPosition(other: unknown): number } | null };
  Node: { DOCUMENT_POSITION_PRECEDING: number };
}

/** Runs in the page. */
function wayFromFocus(element: unknown): 'HERE' | 'ON' | 'BACK' {
  const { document, Node } = globalThis as unknown as PageGlobals;
  const { activeElement } = document;
  if (activeElement === element) return 'HERE';
  const place = activeElement?.compareDocumentPosition(element) ?? 0;
  return (place & Node.DOCUMENT_POSITION_PRECEDING) === 0 ? 'ON' : 'BACK';
}

export const byKeyboard: Hand = {
  async use(target) {
    await tabTo(target);
    // A page that is still loading may take the focus to its heading meanwhile.
    await target.press('Enter');
  },
  async move(page, { chip, row, column }, fromColumn) {
    if ((await page.locator('[role=grid] :focus').count()) === 0) {
      await tabTo(page.locator('[role=grid] [tabindex="0"]'));
    }
    await walk(page, chip.lead ?? '', fromColumn);
    await page.keyboard.press('Space');
    await page.locator('[data-live]').getByText(`${chip.school} picked up from`).waitFor();
    await walk(page, row, column);
    await page.keyboard.press('Enter');
  },
  undo: (page) => page.keyboard.press('Control+z'),
};

export const byMouse: Hand = {
  use: (target) => target.click(),
  async move(page, { chip, row, column }) {
    const held = page.locator(`[data-row="${chip.lead ?? ''}"] [data-review="${chip.review}"]`);
    const place = page.locator(`[data-row="${row}"][data-column="${column}"]`);
    await held.scrollIntoViewIfNeeded();
    const start = await middle(held);
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move(start.x + 8, start.y + 8, { steps: 4 });
    const end = await middle(place);
    await page.mouse.move(end.x, end.y, { steps: 8 });
    await page.mouse.move(end.x + 1, end.y + 1);
    await place.and(page.locator('[data-aim]')).waitFor();
    await page.mouse.up();
  },
  undo: (page) => page.getByRole('button', { name: /^Undo: / }).click(),
};

/** Presses Tab, or Shift and Tab, until the target has the focus. @throws Error where no such keys lead to it */
async function tabTo(target: Locator): Promise<void> {
  await target.waitFor();
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    const way = await target.evaluate(wayFromFocus);
    if (way === 'HERE') return;
    await target.page().keyboard.press(way === 'ON' ? 'Tab' : 'Shift+Tab');
  }
  throw new Error(`The Tab key does not lead to ${String(target)}.`);
}

async function middle(of: Locator): Promise<{ x: number; y: number }> {
  const box = await of.boundingBox();
  if (!box) throw new Error(`${String(of)} is not in sight.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
