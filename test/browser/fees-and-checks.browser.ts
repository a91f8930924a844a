import { describe, expect, it } from '@jest/globals';
import { axeFindings } from './accessibility.js';
import { listenOn, untilTold } from './announcements.js';
import { inBrowser } from './in-browser.js';
import { sideways, stub } from './stubbed-api.js';

const product = inBrowser();
const address = '/reports/fees';
const checks = '/reports/gates';

describe('the report of costs', () => {
  it('says what is done and what lies ahead, and opens the seats behind an amount by keyboard', async () => {
    const { page, faults } = await product.open();
    await page.goto(address);
    await page.getByText(/^£[\d,.]+ for \d+ paid seats done, and £[\d,.]+ forecast/u).waitFor();
    await page.getByText(/^These fees are invented, for demonstration\./u).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('link', { name: 'By region' }).click();
    const autumn = page.getByRole('link', { name: /in all, Autumn 2026: show the seats$/u });
    const [amount = ''] = (await autumn.innerText()).split('\n');
    await autumn.press('Enter');
    const sum = page.getByRole('dialog').getByText(/^\d+ paid seats, £/u);
    await sum.waitFor();
    expect(amount).toMatch(/^£[\d,.]+/u);
    expect(await sum.innerText()).toContain(/^£[\d,.]+/u.exec(amount)?.[0]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('columnheader', { name: 'Region of the school' }).waitFor();
    await page.getByRole('link', { name: /done, North East: show the seats$/u }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Supplement, North East: £75.00').first().waitFor();
    expect(new URL(page.url()).searchParams.get('row')).toBe('North East');
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(faults).toEqual([]);
  });

  it('keeps what is chosen in the address, on a phone in the dark, and says where nothing fits', async () => {
    const { page } = await product.open({ width: 390, dark: true });
    await page.goto(`${address}?term=spring-2027&by=leads`);
    await page.getByLabel('Term').waitFor();
    expect(await page.getByLabel('Term').inputValue()).toBe('spring-2027');
    expect(await axeFindings(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    await page.getByLabel('Term').selectOption('summer-2027');
    await page.getByRole('heading', { name: 'Nothing fits what you chose' }).waitFor();
  });
});

it.each([
  [address, 403, 'You do not have permission to see this'],
  [address, 500, 'There is a problem'],
  [checks, 403, 'You do not have permission to see this'],
])('%s, refused with %d, says so', async (report, refusal, words) => {
  const { page } = await product.open();
  await stub(page, report, { refusal });
  await page.goto(report);
  await page.getByRole('heading', { name: words }).waitFor({ timeout: 30_000 });
});

it('payroll shows the first lines, and all when asked', async () => {
  const { page } = await product.open();
  await page.goto(`${address}/payroll`);
  const table = page.getByRole('region', { name: 'Lines that are due' }).getByRole('table');
  await page.getByText('The first 100 of 161.').waitFor();
  expect(await table.getAttribute('aria-rowcount')).toBe('101');
  await page.getByText(/^161 lines, £/u).waitFor();
  await page.getByRole('link', { name: 'Show all' }).press('Enter');
  await page.getByText('The first 100 of 161.').waitFor({ state: 'detached' });
  expect(await table.getAttribute('aria-rowcount')).toBe('162');
});

it('payroll is made, taken back with the undo, made again, and marked as sent', async () => {
  const { page } = await product.open();
  await listenOn(page);
  await page.goto(`${address}/payroll?upTo=2026-10-09`);
  const make = page.getByRole('button', { name: 'Make this batch' });
  await make.press('Enter');
  await untilTold(page, 'Payroll 1: reviews up to 9 October 2026: made.');
  await page.getByText('Nothing is due.').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Taken back at once').waitFor();
  await make.click();
  await page.getByRole('button', { name: 'Mark as sent payroll 2' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Mark as sent' }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Mark as sent' }).click();
  await untilTold(page, 'Payroll 2: marked as sent.');
  await page.getByRole('link', { name: 'Show the lines payroll 2' }).click();
  await page.getByRole('region', { name: 'Lines of payroll 2' }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.getByRole('button', { name: /^Take back/u }).count()).toBe(0);
});

describe('the report of contracts and checks', () => {
  it('shows what booked reviews outlast, and opens the reviews behind a row by keyboard', async () => {
    const { page, faults } = await product.open();
    await page.goto(`${checks}?asAt=2027-01-20&region=South West`);
    await page.getByText(/^\d+ people are booked for \d+ reviews that their contract/u).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page
      .getByRole('link', { name: /not covered, .*, Training day: show them$/u })
      .first()
      .press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog
      .getByText('Training day of 7 January 2027 neither attended nor caught up')
      .first()
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(new URL(page.url()).searchParams.get('row')).toBeNull();
    expect(faults).toEqual([]);
  });

  it('keeps what is chosen in the address, on a phone in the dark, and says where nothing fits', async () => {
    const { page } = await product.open({ width: 390, dark: true });
    await page.goto(`${checks}?kind=DBS`);
    await page
      .getByText(/^DBS check runs out on/u)
      .first()
      .waitFor();
    expect(await page.getByLabel('What', { exact: true }).inputValue()).toBe('DBS');
    expect(await axeFindings(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    await page.getByLabel('What', { exact: true }).selectOption('STANDING');
    await page.getByRole('heading', { name: 'Nothing fits what you chose' }).waitFor();
  });
});
