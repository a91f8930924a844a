import { describe, expect, it } from '@jest/globals';
import { exampleView } from '../../src/reports/balance/balance.examples.js';
import type { BalanceView } from '../../src/reports/balance/balance.schema.js';
import { axeFindings } from './accessibility.js';
import { listenOn, untilTold } from './announcements.js';
import { type PageSettings } from './chromium.js';
import { inBrowser } from './in-browser.js';
import { sideways, type Stub, stub } from './stubbed-api.js';

const product = inBrowser();
const address = '/reports/balance';

describe('supply and demand', () => {
  it('are compared from nothing with a keyboard, and every number opens its reviews', async () => {
    const { page, faults } = await product.open();
    await listenOn(page);
    await page.goto('/reports');
    await page.getByRole('link', { name: 'Supply and demand' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Supply and demand, Spring 2027' }).waitFor();
    await page.getByRole('button', { name: 'Compare supply and demand' }).press('Enter');
    await page.getByRole('progressbar', { name: 'The comparison' }).waitFor();
    await untilTold(page, 'Supply and demand are being compared.');
    await page.getByText(/^Computed 21 December 2026/u).waitFor({ timeout: 120_000 });
    await untilTold(page, 'The comparison has been computed.');
    await page
      .getByText(/would let 1 more review go ahead/u)
      .first()
      .waitFor();
    await page.getByText('46 of 46', { exact: true }).waitFor();
    await page.getByLabel('Only where some have no lead').press('Space');
    await page.getByText('10 of 46', { exact: true }).waitFor();
    await page.getByRole('link', { name: /^1 of 12 without a lead, London/u }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('1 of 12 reviews in London has no lead in the best plan').waitFor();
    await dialog.getByRole('link', { name: /Frank Barnes School/u }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    const { searchParams } = new URL(page.url());
    expect([searchParams.get('only'), searchParams.get('figure')]).toEqual(['WITHOUT', null]);
    expect(faults).toEqual([]);
  });
});

describe('every state of supply and demand', () => {
  const view: BalanceView = exampleView;
  const { balance } = exampleView;
  const none: BalanceView = { ...view, balance: null };
  const long = `Social, ${'emotional-'.repeat(30)}health (SEMH)`;
  const [row] = balance.rows;
  const rows = row === undefined ? [] : [{ ...row, specialism: { ...row.specialism, name: long } }];
  const stale = { ...view, balance: { ...balance, isStale: true, sentence: long, rows } };
  const underWay = { done: 3, of: 48, words: '2 of 46 regions and specialisms' };
  const states: [string, Stub, string, string][] = [
    ['full', { answer: view }, 'No fact has changed since', ''],
    ['stale, with long names', { answer: stale }, 'facts have changed since', '?region=North East'],
    ['empty', { answer: none }, 'Not compared yet for Spring 2027', ''],
    ['under way', { answer: { ...none, underWay } }, '2 of 46 regions', ''],
    ['failed run', { answer: { ...view, failure: 'The solver broke off.' } }, 'broke off', ''],
    [
      'nothing fits',
      { answer: { ...view, balance: { ...balance, rows: [] } } },
      'Nothing fits what you chose.',
      '?specialism=HI',
    ],
    ['failed', { refusal: 500 }, 'There is a problem', ''],
    ['no permission', { refusal: 403 }, 'You do not have permission to see this', ''],
  ];
  const windows: Omit<PageSettings, 'baseUrl'>[] = [{ width: 1440, dark: true }, { width: 390 }];

  it.each(states)(
    '%s: no fault for axe, nothing beyond the edge',
    async (_, how, words, search) => {
      for (const settings of windows) {
        const { page } = await product.open(settings);
        await stub(page, address, how);
        await page.goto(`${address}${search}`);
        await page.getByText(words).first().waitFor();
        const looked = { axe: await axeFindings(page), tooWide: await sideways(page) };
        expect({ ...settings, ...looked }).toEqual({ ...settings, axe: [], tooWide: 0 });
        expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
        await page.context().close();
      }
    },
  );
});
