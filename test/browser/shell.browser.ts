import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFindings } from './accessibility.js';
import { inBrowser } from './in-browser.js';

const product = inBrowser('NOTHING');

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

describe('the pages’ common parts', () => {
  it('open at the term being planned, also where there is nothing yet', async () => {
    const { page, faults } = await product.open();
    await page.goto('/');
    await heading(page).waitFor();
    expect(await page.title()).toMatch(/^(Autumn|Spring|Summer) 20\d\d - QA Review schedule$/);
    expect(await axeFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('ask once who is there, and keep the answer', async () => {
    const { page } = await product.open({ author: null });
    await page.goto('/');
    const dialog = page.getByRole('dialog', { name: 'Who are you?' });
    await dialog.waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await dialog.getByText('Enter your name').waitFor();
    await page.keyboard.type('Siân Bowen');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await page.reload();
    await page.getByRole('button', { name: 'Siân Bowen' }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('tell an address that is no page, with a way on', async () => {
    const { page } = await product.open({ width: 390, dark: true });
    await page.goto('/no/such/page');
    await heading(page).getByText('Page not found').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
  });

  it('lead past the bar by keyboard', async () => {
    const { page } = await product.open();
    await page.goto('/no/such/page');
    await heading(page).waitFor();
    await page.getByRole('link', { name: 'Skip to the page' }).press('Enter');
    await page.locator('#main:focus').waitFor();
  });
});
