/** What axe finds on a page, in words: WCAG 2.2 AA, what it builds on, and good practice. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

let source: string | undefined;

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Each finding as "rule: what is wrong: where"; empty: nothing is wrong. Dialogs and menus stand outside the landmarks
 * on purpose, so the rule `region` is left out.
 */
export async function axeFindings(page: Page): Promise<string[]> {
  source ??= await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
  // Evaluated by the browser's debugger, so the page's own rules for scripts stay as strict as they are.
  await page.evaluate(source);
  const results = await page.evaluate<AxeResults>(
    `axe.run(document, { runOnly: ${JSON.stringify(standards)}, rules: { region: { enabled: false } } })`,
  );
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, target }) => `${id}: ${help}: ${target.join(' ')} ${html.slice(0, 200)}`),
  );
}
