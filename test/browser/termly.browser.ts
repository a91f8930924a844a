import { expect, it } from '@jest/globals';
import { axeFindings } from './accessibility.js';
import { inBrowser } from './in-browser.js';
import { sideways, stub } from './stubbed-api.js';

const product = inBrowser();
const address = '/reports/termly';

it.each([
  { width: 1440, dark: false },
  { width: 390, dark: true },
])('shows a term on two sheets, at $width px', async (look) => {
  const { page, faults } = await product.open(look);
  await page.goto(address);
  await page.getByRole('heading', { name: 'Spring 2027: termly report' }).waitFor();
  await page.getByRole('table', { name: 'Reviews by region' }).first().waitFor();
  expect(await page.getByRole('article').count()).toBe(2);
  expect(await axeFindings(page)).toEqual([]);
  expect(await sideways(page)).toBe(0);
  expect(faults).toEqual([]);
});

it('prints as two pages of A4, light also where the screen is dark', async () => {
  const { page } = await product.open({ dark: true });
  await page.goto(`${address}?term=autumn-2026`);
  await page.getByRole('heading', { name: 'Autumn 2026: termly report' }).waitFor();
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/gu)).toHaveLength(2);
  await page.emulateMedia({ media: 'print' });
  expect(await page.evaluate<string>('getComputedStyle(document.body).color')).toBe(
    'rgb(24, 29, 42)',
  );
  expect(await page.getByRole('button', { name: 'Print or save as PDF' }).isVisible()).toBe(false);
});

it.each([
  [403, 'You do not have permission to see this'],
  [500, 'There is a problem'],
])('a report that is refused with %d says so', async (refusal, words) => {
  const { page } = await product.open();
  await stub(page, address, { refusal });
  await page.goto(address);
  await page.getByRole('heading', { name: words }).waitFor({ timeout: 30_000 });
});
