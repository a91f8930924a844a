import { describe, expect, it } from '@jest/globals';
import type { Scenario, ScenarioList } from '../../src/reports/what-if/what-if.schema.js';
import { exampleComparison, exampleScenario } from '../../src/reports/what-if/what-if.examples.js';
import { axeFindings } from './accessibility.js';
import { listenOn, untilTold } from './announcements.js';
import { inBrowser } from './in-browser.js';
import { sideways, type Stub, stub } from './stubbed-api.js';

const product = inBrowser();
const address = '/reports/what-if';
const one = `${address}/${exampleScenario.id}`;

const example = exampleScenario as unknown as Scenario;
const long = `What if Philippa ${'Featherstonehaugh-'.repeat(3)}Cholmondeley leaves`;
const full: Scenario = { ...example, name: long };
const line: ScenarioList['items'][number] = {
  ...example,
  sentence: example.result?.sentence ?? '',
  computed: '21 December 2026, 10:42',
  isStale: true,
};

describe('what-if', () => {
  it('is built by keyboard, computed, opened to its reviews, renamed, duplicated, deleted and put back', async () => {
    const { page, faults } = await product.open();
    await listenOn(page);
    await page.goto('/reports');
    await page.getByRole('link', { name: 'What if' }).press('Enter');
    await page.getByRole('link', { name: 'Lead Reviewers join' }).press('Enter');
    await page.getByRole('button', { name: 'Save and compute' }).press('Enter');
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    await page.getByRole('link', { name: 'Change 1, phases' }).waitFor();
    await page.getByLabel('What changes').selectOption({ label: 'A Lead Reviewer leaves' });
    await page.locator('#what-if-0-person').pressSequentially('Harriet');
    await page.getByRole('option', { name: /^Harriet Bunting/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByLabel('First day without them').fill('2027-03-01');
    await page.getByRole('button', { name: 'Save and compute' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Harriet Bunting leaves' }).waitFor();
    await page.getByText('No fact has changed since.').waitFor({ timeout: 30_000 });
    await untilTold(page, 'Computed.');
    await page
      .getByRole('link', { name: /reviews with a Lead Reviewer without the changes/ })
      .press('Enter');
    await page
      .getByText(/\d+ reviews with a Lead Reviewer without the changes/)
      .last()
      .waitFor();
    expect(new URL(page.url()).searchParams.get('figure')).toBe('COVERED_BEFORE');
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Change or rename' }).press('Enter');
    await page.getByLabel('Name').fill('Harriet goes');
    await page.getByRole('button', { name: 'Save and compute' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Harriet goes' }).waitFor();
    await page.getByRole('link', { name: 'Duplicate' }).press('Enter');
    expect(await page.getByLabel('Name').inputValue()).toBe('Harriet goes (copy)');
    await page.getByRole('button', { name: 'Save and compute' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Harriet goes (copy)' }).waitFor();
    await page.getByRole('button', { name: 'Delete' }).press('Enter');
    await page.getByText('The what-if was deleted.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await page.getByRole('link', { name: 'Harriet goes (copy)' }).waitFor();
    expect(faults).toEqual([]);
  }, 90_000);

  it('shows in its tables what the address says', async () => {
    const { page } = await product.open();
    await stub(page, one, { answer: full });
    await page.goto(`${one}?reviews=GAINED`);
    await page.getByText('No review changes so.').waitFor();
    await page.getByLabel('Which reviews').selectOption({ label: 'All that change' });
    await page.getByRole('link', { name: 'Frank Barnes School for Deaf Children' }).waitFor();
    await page.getByRole('link', { name: '1 people short with the changes' }).press('Enter');
    expect(new URL(page.url()).searchParams.get('people')).toBe('SHORT_AFTER');
    await page
      .getByRole('link', { name: /^\d+ reviews due with the changes$/u })
      .first()
      .press('Enter');
    expect(new URL(page.url()).searchParams.get('figure')).toBe('DUE_AFTER');
  });
});

describe('every state of what-if', () => {
  const underWay = { done: 1, of: 2, words: 'Planning with the changes' };
  const gaps = ['With the changes coverage is 1; it is only proven that it cannot be better.'];
  const open = full.result && { ...full.result, gaps, isStale: true };
  const impossible = full.result && { ...full.result, isPossible: false };
  const states: [string, string, string, Stub, string][] = [
    ['full', one, one, { answer: full }, 'would fall short'],
    ['stale, not proven', one, one, { answer: { ...full, result: open } }, 'only proven'],
    ['impossible', one, one, { answer: { ...full, result: impossible } }, 'What this rests on'],
    ['under way', one, one, { answer: { ...full, result: null, underWay } }, 'Being computed.'],
    ['failed run', one, one, { answer: { ...full, failure: 'It broke off.' } }, 'broke off'],
    ['loading', one, one, { never: true }, 'Loading the what-if…'],
    ['missing', one, one, { refusal: 404 }, 'We cannot find it'],
    ['list', address, address, { answer: { items: [line, { ...line, id: 'x' }] } }, 'Compare two'],
    ['empty', address, address, { answer: { items: [] } }, 'Nothing has been asked yet'],
    ['no permission', address, address, { refusal: 403 }, 'You do not have permission'],
    ['form', `${address}/new?example=JOINS`, '/none', { never: true }, 'Specialisms'],
  ];
  const small = { width: 390, reducedMotion: true };
  const large = { width: 1440, dark: true };
  const lookedAtLarge = ['full', 'stale, not proven', 'list', 'form'];

  it.each(states)(
    '%s: no fault for axe, nothing beyond the edge',
    async (name, at, asked, how, words) => {
      for (const settings of lookedAtLarge.includes(name) ? [large, small] : [small]) {
        const { page } = await product.open(settings);
        await stub(page, asked, how);
        await page.goto(at);
        await page.getByText(words).first().waitFor();
        const looked = { axe: await axeFindings(page), tooWide: await sideways(page) };
        expect({ ...settings, ...looked }).toEqual({ ...settings, axe: [], tooWide: 0 });
        expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
        await page.context().close();
      }
    },
  );

  it('side by side: no fault for axe', async () => {
    const { page } = await product.open({ width: 390 });
    const items = [line, { ...line, id: exampleComparison.second.id, name: 'Other' }];
    await stub(page, address, { answer: { items } });
    await stub(page, '/comparison', { answer: exampleComparison });
    await page.goto(`${address}/compare`);
    await page.getByText('Reviews with a Lead Reviewer', { exact: true }).waitFor();
    expect({ axe: await axeFindings(page), tooWide: await sideways(page) }).toEqual({
      axe: [],
      tooWide: 0,
    });
    await page
      .getByRole('link', { name: '1 reviews with a lead reviewer, with the changes' })
      .press('Enter');
    await page.waitForURL(/figure=COVERED_AFTER/u);
    expect(new URL(page.url()).pathname).toBe(`${address}/${exampleComparison.first.id}`);
  });
});
