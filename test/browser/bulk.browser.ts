/** Many schools and many Lead Reviewers changed at once in a real browser: tried, refused, saved, taken back. */
import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFindings } from './accessibility.js';
import { listenOn, untilTold } from './announcements.js';
import { inBrowser } from './in-browser.js';
import { sideways } from './stubbed-api.js';

const product = inBrowser();

const term = '/terms/spring-2027';
const rows = (page: Page) => page.locator('tbody tr[aria-rowindex]');

describe('changing many schools', () => {
  it('is tried first, refuses what is so already, is saved and taken back, on a wide page and a telephone', async () => {
    const { page, faults } = await product.open();
    await listenOn(page);
    await page.goto('/schools?region=london');
    await rows(page).first().waitFor();
    await rows(page).first().getByRole('checkbox').press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Change 2 schools…' }).press('Enter');
    const dialog = page.getByRole('dialog');
    const see = dialog.getByRole('button', { name: 'See what it would do' });
    await see.press('Enter');
    await dialog.getByRole('link', { name: /Enter the first day/u }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByLabel('What to change').selectOption('Region');
    await dialog.getByLabel('Region of each of them').selectOption('London');
    await see.press('Enter');
    await dialog.getByText('Nothing would be changed, 2 refused').waitFor();
    await dialog.getByRole('button', { name: 'Back' }).press('Enter');
    await dialog.getByLabel('Region of each of them').selectOption('North East');
    await see.press('Enter');
    await untilTold(page, '2 schools would be changed, 0 refused. Nothing is saved yet.');
    await page.setViewportSize({ width: 390, height: 844 });
    expect([await sideways(page), await axeFindings(page)]).toEqual([0, []]);
    await page.setViewportSize({ width: 1440, height: 900 });
    const inLondon = async () =>
      (await product.ask<{ items: { region: string }[] }>('/registers/schools')).items.filter(
        ({ region }) => region === 'London',
      ).length;
    const before = await inLondon();
    await dialog.getByRole('button', { name: 'Change 2 schools' }).press('Enter');
    await untilTold(page, '2 schools changed.');
    expect(await inLondon()).toBe(before - 2);
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await untilTold(page, 'Undone');
    expect(await inLondon()).toBe(before);
    expect(faults.filter((fault) => !fault.includes('400'))).toEqual([]);
  });
});

describe('changing many Lead Reviewers', () => {
  it('changes many by keyboard: tried first, refused with reasons, saved, taken back', async () => {
    const { page, faults } = await product.open();
    await listenOn(page);
    await page.goto(`${term}/leads`);
    await rows(page).first().waitFor();
    const { items } = await product.ask<{ items: { lead: string; name: string }[] }>(
      `${term}/registers/lead-reviewers`,
    );
    await rows(page).first().getByRole('checkbox').press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    // Something else is recorded of the first of them meanwhile.
    const facts = `/lead-reviewers/${items[0]?.lead ?? ''}/facts`;
    const shadowed = { kind: 'INDUCTION', stage: 'SHADOWING', doneOn: '2020-06-18' };
    await product.ask(facts, shadowed, { from: facts });
    await page.getByRole('button', { name: 'Change 2 people…' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What to change').selectOption('Grade a region');
    await dialog.getByLabel('Region', { exact: true }).selectOption('London');
    await dialog.getByLabel('Each of them').selectOption('Does not go there');
    await dialog.getByRole('button', { name: 'See what it would do' }).press('Enter');
    await dialog.getByRole('link', { name: /Say why they do not go there/ }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByLabel('Last day').fill('2020-01-01');
    await dialog.getByLabel('Reason').fill('The tunnel is closed');
    await dialog.getByRole('button', { name: 'See what it would do' }).press('Enter');
    await dialog.getByRole('link', { name: /^Last day: Must not be before/u }).waitFor();
    await dialog.getByLabel('Last day').fill('');
    await dialog.getByRole('button', { name: 'See what it would do' }).press('Enter');
    await untilTold(page, '1 person would be changed, 1 refused. Nothing is saved yet.');
    await dialog.getByText('was changed by Sam Whitely meanwhile').waitFor();
    await dialog.getByText('London: does not go there, from 21 December 2026').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    // Theirs is seen, and this change is put on top of it on purpose.
    await dialog.getByRole('button', { name: /^See 1 person with this change/u }).press('Enter');
    await untilTold(page, '2 people would be changed, 0 refused. Nothing is saved yet.');
    await dialog.getByRole('button', { name: 'Change 2 people' }).press('Enter');
    await untilTold(page, '2 people changed.');
    const refusing = async () =>
      (
        await product.ask<{ items: { lead: string; refuses: string[] }[] }>(
          `${term}/registers/lead-reviewers`,
        )
      ).items.find(({ lead }) => lead === items[1]?.lead)?.refuses;
    expect(await refusing()).toContain('London');
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await untilTold(page, 'Undone');
    expect(await refusing()).not.toContain('London');
    expect(faults.filter((fault) => !fault.includes('400'))).toEqual([]);
  });

  it('adds specialisms chosen by name, and fits a telephone in the dark', async () => {
    const { page } = await product.open({ width: 1024, dark: true });
    await page.goto(`${term}/leads`);
    await rows(page).nth(2).getByRole('checkbox').check();
    await rows(page).nth(3).getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Change 2 people…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What to change').selectOption('Change phases and specialisms');
    await dialog.getByRole('button', { name: 'See what it would do' }).click();
    await dialog.getByRole('link', { name: /Choose at least one phase or need/ }).waitFor();
    for (const name of ['Nursery', 'Multi-sensory impairment'])
      await dialog.getByRole('checkbox', { name }).check();
    await page.setViewportSize({ width: 390, height: 844 });
    expect([await sideways(page), await axeFindings(page)]).toEqual([0, []]);
    await dialog.getByRole('button', { name: 'See what it would do' }).click();
    await dialog.getByText(/2 people would be changed/u).waitFor();
    expect([await sideways(page), await axeFindings(page)]).toEqual([0, []]);
    await dialog.getByRole('button', { name: 'Back' }).click();
    expect(await dialog.getByRole('checkbox', { name: 'Nursery' }).isChecked()).toBe(true);
  });
});
