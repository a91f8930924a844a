import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { PreflightView } from '../../src/allocations/preflight/preflight.schema.js';
import { axeFindings } from './accessibility.js';
import { type PageSettings } from './chromium.js';
import { inBrowser } from './in-browser.js';
import { sideways, type Stub, stub } from './stubbed-api.js';

const product = inBrowser();
let found: PreflightView;

const address = '/terms/spring-2027/preflight';

beforeAll(async () => {
  found = await product.ask(address);
});
const said = (page: Page) => page.locator('[data-live="polite"]');

describe('the pre-flight', () => {
  it('says what no run could cover, who is concerned and what can be done', async () => {
    const { page, faults } = await product.open();
    await page.goto(address);
    await page.getByRole('heading', { level: 1, name: 'Pre-flight for Spring 2027' }).waitFor();
    await page
      .getByRole('heading', {
        name: 'No plan covers more than 148 of 153 reviews: at least 5 go without a lead.',
      })
      .waitFor();
    const shortages = page.getByRole('region', { name: 'What no plan could cover' });
    expect(await shortages.getByRole('heading', { level: 3 }).count()).toBe(5);
    await shortages
      .getByText('Ask the school for another window, or one of 26 people')
      .first()
      .waitFor();
    const leftOut = page.getByRole('region', { name: /^Left out/ });
    await leftOut.getByText('Chase them, or enter what they said for them.').waitFor();
    expect(await leftOut.locator('ul ul li').count()).toBe(12);
    expect(faults).toEqual([]);
  });

  it('holds supply against demand by each cut, by keyboard, as picture and table', async () => {
    const { page } = await product.open();
    await page.goto(address);
    const cuts = page.getByRole('navigation', { name: 'Supply against demand by' });
    for (const [label, by, row] of [
      ['Windows', 'windows', /^Monday 11 to Wednesday 13 January 2027/],
      ['Regions', 'regions', /^North East/],
      ['Phases', 'phases', /^Special/],
      ['Specialisms', 'needs', /^Autistic spectrum disorder \(ASD\)/],
      ['Weeks', 'weeks', /^Week of 11 January 2027/],
    ] as const) {
      await cuts.getByRole('link', { name: label }).press('Enter');
      await cuts.locator('[aria-current]', { hasText: label }).waitFor();
      expect(new URL(page.url()).searchParams.get('by')).toBe(by);
      expect(await said(page).innerText()).toMatch(/^Supply against demand by/);
      expect(await axeFindings(page)).toEqual([]);
      await page
        .getByRole('link', { name: 'Show as a table (Supply against demand)' })
        .press('Enter');
      await page.getByRole('rowheader', { name: row }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page
        .getByRole('link', { name: 'Show as a picture (Supply against demand)' })
        .press('Enter');
    }
    await page.getByRole('link', { name: 'Show as a table (By seat)' }).press('Enter');
    await page.getByRole('row', { name: /^Quality assurer 10 9/ }).waitFor();
  });

  it('opens at the week that a link meant', async () => {
    const { page } = await product.open({ height: 600 });
    await page.goto(`${address}?week=2027-03-08#supply`);
    const marked = page.locator('[data-marked]');
    await marked.getByText('Week of 8 March 2027').waitFor();
    expect(await marked.count()).toBe(1);
    // The week comes after the page, and its place is found none the less.
    await page.locator('[data-marked]:focus').waitFor();
    const { y = 0, height = 600 } = (await marked.boundingBox()) ?? {};
    expect([y > 0, y + height < 600]).toEqual([true, true]);
  });

  it('names beside a short week the schools that could be led in no other', async () => {
    const { page } = await product.open();
    await stub(page, '/preflight', { answer: changed().scarce });
    await page.goto(address);
    const week = page.getByRole('listitem').filter({ hasText: /^Week of 11 January 2027/u });
    await week.getByText('Short', { exact: true }).waitFor();
    expect(await week.getByRole('link').count()).toBe(8);
    await week.getByText('12 more').waitFor();
  });

  it('tries again after a failure', async () => {
    const { page } = await product.open();
    await stub(page, '/preflight', { refusal: 500 });
    await page.goto(address);
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    await stub(page, '/preflight', { answer: found });
    await page.getByRole('button', { name: 'Try again' }).press('Enter');
    await page.getByText('What no plan could cover').waitFor();
  });
});

const room = (
  index: number,
  name: string,
): PreflightView['shortages'][number]['people'][number] => ({
  lead: `LR-${index}`,
  name: `${name} ${index}`,
  weeks: ['2027-01-11'],
  most: 1,
  limit: 'WEEKS',
  pinnedSeats: 0,
});

/** Findings that the sample has not: pins that cannot hold, shortages in parts, tight weeks, names as long as they come. */
function changed(): Record<'empty' | 'scarce' | 'withoutLeads', PreflightView> {
  const long = `${'Saint Bartholomew-in-the-Meadow '.repeat(5)}Church of England Primary`;
  const school = (index: number) => ({
    review: `R${index}`,
    school: `${long} ${index}`,
    region: 'North East',
    priority: 2,
    isPinned: true,
  });
  const part = {
    words: [
      `At least 1 of 20 reviews goes without a lead: ${long}.`,
      'Only 9 people could lead any of them, and together at most 19.',
    ],
    reviews: Array.from({ length: 20 }, (_, index) => school(index)),
    most: 19,
    people: Array.from({ length: 9 }, (_, index) => room(index, 'Philippa Featherstonehaugh')),
  };
  const tight = <Row extends { words: string[]; standing: 'SHORT' | 'PINCH' | 'ENOUGH' }>(
    row: Row,
    index: number,
  ): Row => ({
    ...row,
    standing: index % 2 === 0 ? 'PINCH' : 'SHORT',
    onlyHere: index % 2 === 0 ? [] : part.reviews,
    words: ['Schools that can move should be asked before a run.'],
  });
  const noPeople = <Row extends { people: number; most: number }>(row: Row): Row => ({
    ...row,
    people: 0,
    most: 0,
  });
  return {
    empty: {
      ...found,
      words: ['There is no review to allocate.'],
      coverage: { due: { reviews: 0, priority: 0 }, most: { reviews: 0, priority: 0 } },
    },
    scarce: {
      ...found,
      pinsShort: part,
      shortages: [
        {
          ...part,
          priorityLost: 2,
          smallest: [part],
          whatHelps: ['Ask one of the schools for another week.'],
        },
      ],
      weeks: found.weeks.map(tight),
      slots: found.slots.map(tight),
      leftOut: Array.from({ length: 400 }, (_, index) => ({
        ...found.leftOut[0]!,
        who: `Philippa Featherstonehaugh-Cholmondeley ${index}`,
        reference: `LR-${index}`,
      })),
    },
    withoutLeads: {
      ...found,
      words: ['No plan covers more than 0 of 153 reviews: at least 153 go without a lead.'],
      coverage: { ...found.coverage, most: { reviews: 0, priority: 0 } },
      weeks: found.weeks.map(noPeople),
      slots: found.slots.map(noPeople),
      regions: found.regions.map(noPeople),
      phases: found.phases.map(noPeople),
      needs: [],
      seats: {
        leads: { reviews: 153, people: 0, most: 0 },
        assurers: {
          words: [],
          whatHelps: [],
          newLeads: 0,
          people: 0,
          most: 0,
          nobody: [],
          shortages: [],
        },
        shadows: {
          words: [],
          whatHelps: [],
          people: 0,
          reviews: 0,
          most: 0,
          nowhere: [],
          shortages: [],
        },
      },
    },
  };
}

describe('every state of the pre-flight', () => {
  const states: [string, () => Stub, string, string][] = [
    ['full', () => ({ answer: found }), 'What no plan could cover', ''],
    ['full, windows', () => ({ answer: found }), 'What no plan could cover', '?by=windows'],
    ['empty', () => ({ answer: changed().empty }), 'There is no review to allocate yet', ''],
    ['scarce', () => ({ answer: changed().scarce }), 'Blocks every run', ''],
    ['without leads', () => ({ answer: changed().withoutLeads }), 'None is needed', ''],
    ['no needs', () => ({ answer: changed().withoutLeads }), 'No review names one.', '?by=needs'],
    ['loading', () => ({ never: true }), 'Loading the pre-flight…', ''],
    ['failed', () => ({ refusal: 500 }), 'There is a problem', ''],
    ['no permission', () => ({ refusal: 403 }), 'You do not have permission to see this', ''],
  ];
  const windows: Omit<PageSettings, 'baseUrl'>[] = [
    { width: 1440, dark: true },
    { width: 1024 },
    // 1440 at 200 %.
    { width: 720, height: 450, reducedMotion: true },
    { width: 390 },
    { width: 390, dark: true },
  ];

  it.each(states)(
    '%s: no fault for axe, nothing beyond the edge',
    async (_, how, words, search) => {
      for (const settings of windows) {
        const { page } = await product.open(settings);
        await stub(page, '/preflight', how());
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
