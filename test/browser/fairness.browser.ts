import { expect, it } from '@jest/globals';
import { axeFindings } from './accessibility.js';
import { inBrowser } from './in-browser.js';
import { sideways, stub } from './stubbed-api.js';

const product = inBrowser();
const address = '/reports/fairness';

it.each([
  { width: 1440, dark: false },
  { width: 390, dark: true },
])(
  'says in a sentence, a number and a picture how even the load is, at $width px',
  async (look) => {
    const { page, faults } = await product.open(look);
    await page.goto(address);
    await page.getByRole('heading', { name: 'Fairness, 2026 to 2027' }).waitFor();
    const sentence =
      /^Load is spread .*: \d+ of 100 people carry within one review of their share\.$/u;
    await page.getByText(sentence).waitFor();
    await page
      .getByRole('link', {
        name: /^\d+% of people carry within one review of their fair share: show the people$/u,
      })
      .waitFor();
    await page.getByRole('img', { name: /^Load is spread / }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    expect(faults).toEqual([]);
  },
);

it('opens the reviews behind a number by keyboard, and leads to a person’s commitments', async () => {
  const { page } = await product.open();
  await page.goto('/reports');
  await page.getByRole('link', { name: 'Fairness' }).press('Enter');
  await page.getByLabel('Period').selectOption('autumn-2026');
  await page.getByRole('heading', { name: 'Fairness, Autumn 2026' }).waitFor();
  await page.getByLabel('Order of people').selectOption('awkward');
  expect(new URL(page.url()).searchParams.get('order')).toBe('awkward');
  await page
    .getByRole('link', { name: /^\d+ awkward, .*: show the reviews$/u })
    .first()
    .press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/^\d+ reviews? in an awkward week$/u).waitFor();
  await dialog
    .getByText(/^(First or last week of the term|Week beside half-term)/u)
    .first()
    .waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  expect(new URL(page.url()).searchParams.get('figure')).toBeNull();
  await page
    .getByRole('table')
    .first()
    .getByRole('rowheader')
    .first()
    .getByRole('link')
    .press('Enter');
  await page.getByText(/^We offered you \d+\.$/u).waitFor();
});

it('says where nothing can be compared, and where it is refused', async () => {
  const { page } = await product.open();
  await page.goto(`${address}?term=summer-2027`);
  await page.getByRole('heading', { name: 'Nothing fits what you chose' }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  for (const [refusal, words] of [
    [403, 'You do not have permission to see this'],
    [500, 'There is a problem'],
  ] as const) {
    await stub(page, address, { refusal });
    await page.goto(`${address}?refused=${refusal}`);
    await page.getByRole('heading', { name: words }).waitFor({ timeout: 30_000 });
    expect(await axeFindings(page)).toEqual([]);
  }
});
it('opens the miles, the people within their share, and a term by itself', async () => {
  const { page } = await product.open({ width: 390 });
  const { total, number } = await product.ask<{
    total: { miles: number };
    number: { percent: number };
  }>(address);
  await page.goto(address);
  const dialog = page.getByRole('dialog');
  const miles = total.miles.toLocaleString('en-GB');
  await page
    .getByRole('link', { name: `${miles} miles, everybody: show the reviews` })
    .press('Enter');
  await dialog.getByText(`reviews at a known distance: ${miles} miles in all`).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await page
    .getByRole('link', { name: new RegExp(`^${String(number.percent)}%.*show the people$`, 'u') })
    .press('Enter');
  await dialog
    .getByText(/^Carries \d+, fair share [\d.]+\.$/u)
    .first()
    .waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await page
    .getByRole('link', { name: /^Autumn 2026 ?: show the term by itself$/u })
    .first()
    .press('Enter');
  await page.getByRole('heading', { name: 'Fairness, Autumn 2026' }).waitFor();
});
