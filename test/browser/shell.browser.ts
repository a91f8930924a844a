import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFindings } from './accessibility.js';
import { listenOn, untilTold } from './announcements.js';
import { inBrowser } from './in-browser.js';

const product = inBrowser('NOTHING');

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

describe('the pages’ common parts', () => {
  it('open at the term being planned, also where there is nothing yet', async () => {
    const { page, faults } = await product.open();
    await page.goto('/');
    await heading(page).waitFor();
    await page.waitForFunction(
      '/^(Autumn|Spring|Summer) 20\\d\\d - QA Review schedule$/.test(document.title)',
    );
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

  it('say in words what is missing where there is nothing yet, with the way to mend it', async () => {
    const { page, faults } = await product.open({ width: 390 });
    await page.goto('/');
    await heading(page).waitFor();
    const term = new URL(page.url()).pathname;
    const found: string[] = [];
    for (const address of [
      ...['/preflight', '/run', '/plan', '/unplaced', '/map', '/compare'].map((at) => term + at),
      ...['/reviews', '/leads', '/availability'].map((at) => term + at),
      ...['/schools', '/reports/commitments', '/reports/coverage', '/reports/fairness'],
      ...['/reports/fees', '/reports/gates', '/reports/what-if', '/reports/what-if/compare'],
    ]) {
      await page.goto(address);
      const empty = page.locator('[data-state=empty]');
      await empty.waitFor();
      if ((await empty.locator('a, button').count()) === 0) found.push(`${address}: no way on`);
      const words = await page.getByRole('main').innerText();
      if (/\b0 of 0\b|NaN|0 reviews|what you chose|Every booked/u.test(words))
        found.push(`${address}: ${words}`);
      if ((await page.locator('main table').count()) > 0) found.push(`${address}: a table`);
    }
    expect(found).toEqual([]);
    await page.goto('/reports/commitments?region=London');
    await page.getByRole('link', { name: 'Show everything as it is today' }).click();
    await page.getByRole('heading', { name: 'Nobody has a commitment yet' }).waitFor();
    expect(faults).toEqual([]);
  });

  it.each([
    [1440, false],
    [390, true],
  ])('lead to any page by a few letters, %i pixels wide', async (width, dark) => {
    const { page, faults } = await product.open({ width, dark });
    await listenOn(page);
    await page.goto('/');
    await heading(page).waitFor();
    await page.keyboard.press('Control+k');
    const field = page.getByRole('combobox', { name: 'Page, school, Lead Reviewer or reference' });
    await field.waitFor();
    await page.getByRole('option', { name: 'Term', selected: true }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.type('no such place');
    await page.getByText('Nothing has this in its name.').waitFor();
    await untilTold(page, '0 places to go.');
    expect(await axeFindings(page)).toEqual([]);
    await field.fill('pre');
    await page.getByRole('option', { name: 'Pre-flight', selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/preflight');
    await page.getByRole('button', { name: 'Go to…' }).press('Enter');
    await field.and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Escape');
    await field.waitFor({ state: 'hidden' });
    expect(await page.locator(':focus').textContent()).toContain('Go to…');
    expect(faults.filter((fault) => !fault.includes('422'))).toEqual([]);
  });
});
