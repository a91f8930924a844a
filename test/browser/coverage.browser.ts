import { expect, it } from '@jest/globals';
import { axeFindings } from './accessibility.js';
import { listenOn, untilTold } from './announcements.js';
import { inBrowser } from './in-browser.js';
import { sideways, stub } from './stubbed-api.js';

const product = inBrowser();
const address = '/reports/coverage';

/** Runs in the page: what its tables are called that are to be scrolled sideways. */
const tooWideTables = `[...document.querySelectorAll('[role=region]')]
  .filter((e) => e.scrollWidth > e.clientWidth)
  .map((e) => e.ariaLabel)`;

it.each([
  { width: 1440, dark: false },
  { width: 1024, dark: false },
  { width: 390, dark: true },
])('says how far the reviews have come, at $width px', async (look) => {
  const { page, faults } = await product.open(look);
  await page.goto(address);
  await page.getByRole('heading', { name: 'Coverage, 2026 to 2027' }).waitFor();
  await page.getByText(/^\d+ of 480 reviews due have a lead: North East \d+ of \d+/u).waitFor();
  await page.getByText(/^Half of the \d+ reviews published had/u).waitFor();
  await page.getByRole('link', { name: 'Show all 322' }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect(await sideways(page)).toBe(0);
  expect(await page.evaluate(tooWideTables)).toEqual([]);
  expect(faults).toEqual([]);
});

it('keeps what is chosen in the address, and opens the reviews behind a number by keyboard', async () => {
  const { page } = await product.open();
  await listenOn(page);
  await page.goto('/reports');
  await page.getByRole('link', { name: 'Coverage' }).press('Enter');
  await page.getByLabel('Cut by').selectOption('TRUST');
  await page.getByText(/^The 25 with most reviews without a lead are shown/u).waitFor();
  await page.getByLabel('Cut by').selectOption('PHASE');
  await page.getByLabel('Term').selectOption('autumn-2026');
  await page.getByRole('heading', { name: 'Coverage, Autumn 2026' }).waitFor();
  expect(new URL(page.url()).searchParams.get('by')).toBe('PHASE');
  await page.getByRole('link', { name: /^\d+ done, Special: show the reviews$/u }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/^\d+ reviews? done$/u).waitFor();
  await dialog
    .getByText(/offered on \d+ \w+ 2026, accepted on .*, led on/u)
    .first()
    .waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  expect(new URL(page.url()).searchParams.get('figure')).toBeNull();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).first().press('Enter');
  expect((await download).suggestedFilename()).toBe('coverage-2026-12-21.csv');
  await untilTold(page, 'coverage-2026-12-21.csv was downloaded.');
});

it('opens the member schools behind their number', async () => {
  const { page } = await product.open({ width: 390 });
  await page.goto(address);
  const { members } = await product.ask<{ members: number }>(address);
  await page
    .getByRole('link', { name: `${String(members)} member schools, in all: show the schools` })
    .press('Enter');
  const dialog = page.getByRole('dialog', { name: 'The schools behind this number' });
  await dialog.getByText(`${String(members)} member schools`).waitFor();
  await dialog
    .getByText(/, Primary\. Without a lead, Spring 2027\.$/u)
    .first()
    .waitFor();
  await dialog.getByRole('button', { name: `Show 100 more of ${String(members)}` }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  expect(new URL(page.url()).searchParams.get('figure')).toBeNull();
});

it.each([
  [403, 'You do not have permission to see this'],
  [500, 'There is a problem'],
])('says so where it is refused with %d', async (refusal, words) => {
  const { page } = await product.open();
  await stub(page, address, { refusal });
  await page.goto(address);
  await page.getByRole('heading', { name: words }).waitFor({ timeout: 30_000 });
  expect(await axeFindings(page)).toEqual([]);
});

it('says where nothing fits', async () => {
  const { page } = await product.open();
  await page.goto(`${address}?region=North%20East&phase=POST_16`);
  await page.getByRole('heading', { name: 'Nothing fits what you chose' }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
});
