/** What axe finds on a page, in words: WCAG 2.2 AA, what it builds on, and good practice. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

let source: string | undefined;

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Good practice that Mantine's dialogs do not follow: they stand outside the landmarks and have a header of their own. */
const leftOut = Object.fromEntries(
  ['region', 'landmark-no-duplicate-banner', 'landmark-unique'].map((rule) => [
    rule,
    { enabled: false },
  ]),
);

/** Waits for what moves to arrive; what turns for ever, as a loader does, is not waited for. */
const settled = `Promise.allSettled(
  document.getAnimations()
    .filter(({ effect }) => Number.isFinite(effect.getComputedTiming().endTime))
    .map(({ finished }) => finished),
).then(() => undefined)`;

/** Each finding as "rule: what is wrong: where"; empty: nothing is wrong. */
export async function axeFindings(page: Page): Promise<string[]> {
  source ??= await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
  // What still fades in has colours of its own.
  await page.evaluate(settled);
  // Evaluated by the browser's debugger, so the page's own rules for scripts stay as strict as they are.
  await page.evaluate(source);
  const results = await page.evaluate<AxeResults>(
    `axe.run(document, { runOnly: ${JSON.stringify(standards)}, rules: ${JSON.stringify(leftOut)} })`,
  );
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, target }) => `${id}: ${help}: ${target.join(' ')} ${html.slice(0, 200)}`),
  );
}
