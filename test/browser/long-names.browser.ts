/** What every page has in common: it holds the longest names, and it can be put on paper. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { inBrowser } from './in-browser.js';
import { cutWords, lengthenNames, namesInUse } from './long-names.js';
import { sideways } from './stubbed-api.js';

const product = inBrowser();
const term = '/terms/spring-2027';
let plan: string;
let chip: { review: string; lead: string };

beforeAll(async () => {
  const { items } = await product.ask<{ items: { id: string }[] }>(`${term}/plans`);
  plan = items[0]?.id ?? '';
  const { chips } = await product.ask<{ chips: { review: string; lead: string | null }[] }>(
    `/plans/${plan}/board`,
  );
  chip = chips.find(({ lead }) => lead !== null) as typeof chip;
});

async function opened(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('h1').first().waitFor();
  await page.waitForTimeout(500);
  await page.locator('[data-state=loading]').first().waitFor({ state: 'detached' });
}

/** How many pixels of what it holds lie beyond its edge. */
async function hidden(part: Locator): Promise<number> {
  return part.evaluate<number, { scrollWidth: number; clientWidth: number }>(
    ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
  );
}

describe('every page', () => {
  it('holds names as long as they come on a phone: nothing goes sideways, nothing is cut for good', async () => {
    const { page } = await product.open({ width: 390, height: 844 });
    await lengthenNames(page, await namesInUse((address) => product.ask(address), 'spring-2027'));
    const inPlan = `${term}/plans/${plan}`;
    const found: string[] = [];
    for (const address of [
      `${term}/run`,
      `${inPlan}?review=${chip.review}`,
      `${inPlan}/reviews/${chip.review}`,
      `${inPlan}/leads/${chip.lead}`,
      `${inPlan}/unplaced`,
      `${term}/reviews`,
      `${term}/availability`,
      '/schools',
      '/settings?part=policies',
      '/reports/commitments',
      '/reports/fees/payroll',
    ]) {
      await opened(page, address);
      const tooWide = await sideways(page);
      if (tooWide > 0) found.push(`${address}: ${String(tooWide)} px too wide`);
      found.push(...(await cutWords(page)).map((words) => `${address}: cut: ${words}`));
    }
    expect(found).toEqual([]);
  });

  it.each([1440, 390])('holds them in its forms, at %d px', async (width) => {
    const { page } = await product.open({ width, height: 844 });
    await lengthenNames(page, await namesInUse((address) => product.ask(address), 'spring-2027'));
    // A serving leader: the name of their school is in the form and behind it.
    await page.goto(`${term}/plans/${plan}/leads/LR-020?correct=employer`);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('School', { exact: true }).fill('abbey gr');
    const option = page.getByRole('option', { name: /^Abbey Green Nursery School/u });
    await option.waitFor();
    expect([await sideways(page), await cutWords(page), await hidden(option)]).toEqual([0, [], 0]);
    await option.click();
    await dialog.getByRole('button', { name: 'See what it would do' }).click();
    await dialog.getByText('1 person would be changed').waitFor();
    expect([await sideways(page), await cutWords(page), await hidden(dialog)]).toEqual([0, [], 0]);
  });

  it('is whole on paper, light, and says where it is from', async () => {
    const { page } = await product.open({ dark: true });
    for (const address of [
      term,
      `${term}/leads`,
      `${term}/plans/${plan}`,
      `${term}/plans/${plan}/leads/${chip.lead}`,
      '/reports/coverage',
    ]) {
      await opened(page, address);
      await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
      await page.emulateMedia({ media: 'print' });
      // As wide as A4 within its margins.
      await page.setViewportSize({ width: 703, height: 1000 });
      await page.getByText(/^Printed on .* from http/u).waitFor();
      expect(await sideways(page)).toBe(0);
      expect(await page.locator('main .mantine-Button-root:visible').count()).toBe(0);
      const todo = /^(Show|Hide|See|Ask|Chase|Run|Open|What would) /u;
      expect(await page.getByRole('main').getByRole('link', { name: todo }).count()).toBe(0);
      expect(await page.getByRole('heading', { name: 'Write down' }).count()).toBe(0);
      expect(await page.evaluate('getComputedStyle(document.querySelector("h1")).color')).toBe(
        'rgb(24, 29, 42)',
      );
      if (address.endsWith('leads')) {
        expect(await page.locator('tbody tr[aria-rowindex]').count()).toBe(100);
      }
      if (address.endsWith(plan)) {
        await page
          .getByRole('heading', { name: /^Week of/u })
          .first()
          .waitFor();
      }
      await page.emulateMedia({ media: null });
      const paper = await page.pdf({ preferCSSPageSize: true });
      expect(paper.length).toBeGreaterThan(20_000);
      await page.setViewportSize({ width: 1440, height: 900 });
    }
  });
});
