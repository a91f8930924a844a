import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { TermHomeView } from '../../src/allocations/home/term-home.schema.js';
import { axeFindings } from './accessibility.js';
import { type PageSettings } from './chromium.js';
import { inBrowser } from './in-browser.js';
import { sideways, type Stub, stub } from './stubbed-api.js';

const product = inBrowser();
let home: TermHomeView;

beforeAll(async () => {
  home = await product.ask('/terms/spring-2027/home');
});
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const said = (page: Page) => page.locator('[data-live="polite"]');

describe('the page of a term', () => {
  it('opens first, for the term being planned, and says how far it has come', async () => {
    const { page, faults } = await product.open();
    await page.goto('/');
    await heading(page, 'Spring term 2027').waitFor();
    expect(await page.title()).toBe('Spring term 2027 - QA Review schedule');
    const steps = page.getByRole('region', { name: 'How far the term has come' });
    expect(await steps.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/^Schools due\s+158\s+reviews this term/),
      expect.stringMatching(/^Windows known\s+153\s+of 158 schools/),
      expect.stringMatching(/^Availability answered\s+93\s+of 100 people/),
      expect.stringMatching(/^Have a lead\s+148\s+of 158 reviews/),
      expect.stringMatching(/^Published\s+Not in use yet$/),
      expect.stringMatching(/^Accepted\s+Not in use yet$/),
    ]);
    expect(faults).toEqual([]);
  });

  it('changes with the term', async () => {
    const { page } = await product.open();
    await page.goto('/');
    await page.getByRole('button', { name: 'Spring 2027' }).click();
    await page.getByRole('menuitem', { name: 'Summer 2027' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await heading(page, 'Summer term 2027').waitFor();
    expect(new URL(page.url()).pathname).toBe('/terms/summer-2027');
  });

  it('leads from each thing to where it can be done', async () => {
    const { page } = await product.open();
    await page.goto('/terms/spring-2027');
    await page
      .getByRole('heading', { name: '7 people have not sent their availability' })
      .waitFor();
    const plan = home.plan?.id;
    expect(
      await page.getByRole('link', { name: /^See what it would take/ }).getAttribute('href'),
    ).toBe(`/terms/spring-2027/plans/${plan}/unplaced`);
    const paths = await page.evaluate<string[]>(
      `[...document.querySelectorAll('main a')].map((link) => new URL(link.href).pathname)`,
    );
    for (const path of new Set(paths)) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await page.title()).not.toContain('not found');
    }
    await page.goto('/terms/spring-2027');
    await page.getByRole('link', { name: 'Check before a run' }).click();
    await heading(page, 'Pre-flight for Spring 2027').waitFor();
  });

  it('puts a thing aside by keyboard, tells so, keeps it, and brings it back', async () => {
    const { page } = await product.open();
    await page.goto('/terms/spring-2027');
    await page.getByText('6 things, 2 urgent').waitFor();
    await page
      .getByRole('button', { name: 'Snooze: 7 people have not sent their availability' })
      .focus();
    await page.keyboard.press('Enter');
    await page.getByText('5 things, 1 urgent').waitFor();
    expect(await said(page).innerText()).toBe(
      'Snoozed in this browser: 7 people have not sent their availability. It comes back when it changes.',
    );
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe(
      'Things to do',
    );
    await page.reload();
    const show = page.getByRole('link', { name: 'Show what is snoozed (1)' });
    await show.focus();
    await page.keyboard.press('Enter');
    const back = page.getByRole('button', { name: /^Bring back/ });
    await back.waitFor();
    expect(new URL(page.url()).searchParams.get('snoozed')).toBe('shown');
    expect(await axeFindings(page)).toEqual([]);
    await back.focus();
    await page.keyboard.press('Enter');
    await page.getByText('6 things, 2 urgent').waitFor();
    expect(await said(page).innerText()).toMatch(/^Brought back: 7 people/);
  });

  it('brings a snoozed thing back by itself when it is about others', async () => {
    const { page } = await product.open();
    await page.goto('/terms/spring-2027');
    await page.getByRole('button', { name: /^Snooze: 5 schools/ }).click();
    await page.getByText('5 things, 1 urgent').waitFor();
    const attention = home.attention.map((line) =>
      line.kind === 'WINDOWS_NOT_KNOWN' ? { ...line, id: 'windows-not-known-0123456789ab' } : line,
    );
    await stub(page, '/home', { answer: { ...home, attention } });
    await page.reload();
    await page.getByText('6 things, 2 urgent').waitFor();
  });

  it('shows each picture as a table, by keyboard, in its address', async () => {
    const { page } = await product.open();
    await page.goto('/terms/spring-2027');
    for (const [what, field, table] of [
      ['Reviews with a lead', 'regions', 'Reviews with a lead, by region'],
      ['Reviews against free leads', 'weeks', 'Reviews against people who could lead one, by week'],
    ] as const) {
      await page.getByRole('link', { name: `Show as a table (${what})` }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('table', { name: table }).waitFor();
      expect(new URL(page.url()).searchParams.get(field)).toBe('table');
      expect(await said(page).innerText()).toBe(`${what}, shown as a table`);
    }
    expect(await page.getByRole('row', { name: /^South West 6 4/ }).count()).toBe(1);
    expect(await page.getByRole('row', { name: /^Week of 11 January 2027/ }).count()).toBe(1);
    expect(await axeFindings(page)).toEqual([]);
    await page
      .getByRole('link', { name: 'Show as a picture (Reviews with a lead)' })
      .press('Enter');
    await page.getByRole('link', { name: /South West/ }).waitFor();
  });

  it('tries again after a failure', async () => {
    const { page } = await product.open();
    await stub(page, '/home', { refusal: 500 });
    await page.goto('/terms/spring-2027');
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    await stub(page, '/home', { answer: home });
    await page.getByRole('button', { name: 'Try again' }).press('Enter');
    await heading(page, 'Spring term 2027').waitFor();
  });

  it('tells of a run under way and of a term that is not there', async () => {
    const { page } = await product.open();
    const run = home.run && { ...home.run, state: 'SOLVING' };
    await stub(page, '/home', { answer: { ...home, run } });
    await page.goto('/terms/spring-2027');
    await page.getByRole('link', { name: 'Watch it' }).waitFor();
    await page.unrouteAll();
    await page.goto('/terms/spring-2099');
    await page.getByRole('heading', { name: 'We cannot find it' }).waitFor();
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  });
});

/** A term in which nothing has been done, one without leads, and one with names as long as they come. */
function changed(): Record<string, TermHomeView> {
  const nothing = { done: null, of: null, note: '', action: null };
  const long = `${'Saint Bartholomew-in-the-Meadow '.repeat(5)}Church of England Primary`;
  const [line] = home.attention;
  return {
    empty: {
      ...home,
      funnel: home.funnel.map((step) =>
        step.step === 'DUE'
          ? { ...step, done: 0, of: 0, note: 'None yet' }
          : { ...step, ...nothing, state: 'NOT_BEGUN' as const, unit: 'No round is open' },
      ),
      attention: home.attention.slice(0, 1),
      regions: home.regions.map((tile) => ({
        ...tile,
        reviews: 0,
        withLead: null,
        standing: 'NO_REVIEWS' as const,
        words: 'No reviews',
      })),
      plan: null,
      run: null,
    },
    withoutLeads: {
      ...home,
      attention: [],
      regions: home.regions.map((tile) => ({
        ...tile,
        withLead: null,
        standing: 'NO_PLAN' as const,
        words: 'No plan yet',
      })),
      weeks: home.weeks.map((week) => ({
        ...week,
        planned: null,
        waiting: null,
        people: 0,
        most: 0,
        standing: 'SHORT' as const,
      })),
      plan: null,
    },
    long: {
      ...home,
      attention: Array.from({ length: 40 }, (_, index) => ({
        ...line!,
        id: `no-plan-${String(index).padStart(12, '0')}`,
        title: `${index} ${long}`,
        detail: `${long}; ${long} and 400 others.`,
        actions: [line!.actions[0]!, { ...line!.actions[0]!, label: `See ${long}` }],
      })),
      regions: home.regions.map((tile) => ({ ...tile, isPriority: true, reviews: 1400 })),
      weeks: home.weeks.map((week) => ({ ...week, standing: 'PINCH' as const, people: 400 })),
    },
  };
}

describe('every state of the page of a term', () => {
  const states: [string, () => Stub, string][] = [
    ['full', () => ({ answer: home }), 'Needs attention'],
    ['empty', () => ({ answer: changed().empty }), 'How a term begins'],
    ['without leads', () => ({ answer: changed().withoutLeads }), 'Nothing stands in the way'],
    ['long', () => ({ answer: changed().long }), '40 things'],
    ['loading', () => ({ never: true }), 'Loading the term…'],
    ['failed', () => ({ refusal: 500 }), 'There is a problem'],
    ['no permission', () => ({ refusal: 403 }), 'You do not have permission to see this'],
  ];
  const windows: Omit<PageSettings, 'baseUrl'>[] = [
    { width: 1440 },
    { width: 1024, dark: true },
    // 1440 at 200 %.
    { width: 720, height: 450, reducedMotion: true },
    { width: 390, dark: true },
    { width: 390 },
  ];

  it.each(states)('%s: no fault for axe, nothing beyond the edge', async (_, how, words) => {
    for (const settings of windows) {
      const { page } = await product.open(settings);
      await stub(page, '/home', how());
      await page.goto('/terms/spring-2027');
      await page.getByText(words).first().waitFor();
      const found = { axe: await axeFindings(page), tooWide: await sideways(page) };
      expect({ ...settings, ...found }).toEqual({ ...settings, axe: [], tooWide: 0 });
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
      await page.context().close();
    }
  });
});
