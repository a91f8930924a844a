import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { ForecastView } from '../../src/reports/forecast/forecast.schema.js';
import { axeFindings } from './accessibility.js';
import { type PageSettings } from './chromium.js';
import { inBrowser } from './in-browser.js';
import { sideways, type Stub, stub } from './stubbed-api.js';

const product = inBrowser();
const address = '/reports/forecast';
const said = (page: Page) => page.locator('[data-live="polite"]');

type Forecast = NonNullable<ForecastView['forecast']>;
type Lead = Forecast['leads'][number];

const lead = (name: string, changes: Partial<Lead> = {}): Lead => ({
  lead: `LR-${name}`,
  name,
  minimum: 6,
  minimumReason: 'Lead Reviewer, whole year',
  led: 2,
  confirmed: 1,
  waiting: 0,
  best: 9,
  inPlan: 6,
  chance: 'CAN',
  limits: [],
  why: null,
  availability: 'Answered for Spring 2027; Summer 2027 as they answered for Spring 2027',
  isAssumed: true,
  reviews: [
    {
      review: 'R1',
      urn: '100001',
      school: 'Vale School',
      when: 'Monday 11 to Wednesday 13 January 2027',
    },
  ],
  ...changes,
});

const long = `Philippa ${'Featherstonehaugh-'.repeat(6)}Cholmondeley`;
const leads = [
  lead('Ada Example', { chance: 'REACHED', led: 6, confirmed: 0 }),
  lead('Ben Example', { chance: 'BOOKED', confirmed: 4 }),
  lead('Cy Example'),
  lead('Di Example', { chance: 'NOT_TOGETHER', inPlan: 5 }),
  lead(long, {
    chance: 'CANNOT',
    best: 4,
    inPlan: 4,
    reviews: [],
    limits: [{ limit: 'DATES', words: 'Too few dates declared', best: 8 }],
    why: 'Too few dates declared. Were that otherwise, 8 could reach them.',
  }),
];
const forecast: Forecast = {
  asAt: '2026-12-21',
  knownAt: '2026-12-21T10:41:12.345Z',
  computed: '21 December 2026, 10:42',
  isStale: false,
  sentence: `4 of 5 Lead Reviewers have reached their minimum or still can. 1 cannot: ${long}.`,
  more: [
    'The best plan of Spring 2027 and Summer 2027 leaves 3 reviews short of the minimums of all together.',
    'A cap counts over all terms ahead together, and rest runs across the breaks.',
  ],
  short: { inPlan: 3, fewest: 3 },
  leads,
};
const full: ForecastView = {
  year: '2026/27',
  isNow: true,
  forecast,
  underWay: null,
  failure: null,
};
const none: ForecastView = { ...full, forecast: null };
const underWay = { done: 40, of: 100, words: '39 of 99 people looked at' };

let latest: ForecastView;
beforeAll(async () => {
  latest = await product.ask(address);
});

describe('the forecast', () => {
  it('is computed from nothing, with progress, and told when it is there', async () => {
    expect(latest.forecast).toBeNull();
    const { page, faults } = await product.open();
    await page.goto('/reports');
    await page.getByRole('link', { name: 'Forecast' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Forecast for 2026/27' }).waitFor();
    await page.getByRole('button', { name: 'Compute the forecast' }).press('Enter');
    await page.getByRole('progressbar', { name: 'Forecast' }).waitFor();
    expect(await said(page).innerText()).toBe('The forecast is being computed.');
    await stub(page, address, { answer: full });
    await page.getByText('Computed 21 December 2026, 10:42').waitFor();
    await said(page).getByText('The forecast has been computed.').waitFor();
    expect(faults).toEqual([]);
  });

  it('is filtered by keyboard, in the address, and opened to the reviews behind it', async () => {
    const { page } = await product.open();
    await stub(page, address, { answer: full });
    await page.goto(address);
    await page.getByRole('link', { name: '1 cannot be reached' }).press('Enter');
    await page.getByText('1 of 5', { exact: true }).waitFor();
    expect(new URL(page.url()).searchParams.get('chance')).toBe('CANNOT');
    await page.goto(`${address}?find=cy`);
    const name = page.getByRole('button', { name: 'Cy Example', exact: true });
    await name.press('Enter');
    await page.getByText('Monday 11 to Wednesday 13 January 2027').waitFor();
    expect(await name.getAttribute('aria-expanded')).toBe('true');
    expect(new URL(page.url()).searchParams.get('lead')).toBe('LR-Cy Example');
    await page.goto(`${address}?find=nobody`);
    await page.getByRole('button', { name: 'Show everybody' }).press('Enter');
    await page.getByText('5 of 5', { exact: true }).waitFor();
    expect(await said(page).innerText()).toBe('5 of 5 people shown.');
  });

  it('opens what was a fact in the report of commitments as it was then, what was computed in its row', async () => {
    const { page } = await product.open();
    await stub(page, address, { answer: full });
    await page.goto(`${address}?find=cy`);
    await page
      .getByRole('button', { name: '6 in the plan of all, Cy Example: show the reviews' })
      .press('Enter');
    await page.getByText('In the plan of all they lead 6: 2 led already, and this one.').waitFor();
    await page.getByText('Looked at alone they could lead 9 this year.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('link', { name: '2 led, Cy Example: show the reviews' }).press('Enter');
    await page.waitForURL(/\/reports\/commitments\?/u);
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
      academicYear: '2026/27',
      asAt: forecast.asAt,
      knownAt: forecast.knownAt,
      figure: 'led',
      who: 'LR-Cy Example',
    });
  });

  it('tells why it could not be computed', async () => {
    const { page } = await product.open();
    await stub(page, address, { answer: full });
    await page.goto(address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await stub(page, address, { refusal: 500 });
    await page.getByRole('button', { name: 'Compute again' }).press('Enter');
    await page.getByText('The forecast could not be computed. Something went wrong').waitFor();
    // What was there stays.
    await page.getByRole('button', { name: 'Ada Example', exact: true }).waitFor();
  });
});

describe('with 400 people', () => {
  const rows = (page: Page) => page.locator('tbody tr[data-index]');
  const names = Array.from({ length: 400 }, (_, at) => `Person ${String(at).padStart(3, '0')}`);

  async function openMany(search: string, settings: Partial<PageSettings> = {}) {
    const { page, faults } = await product.open(settings);
    const many = names.map((name) => lead(name));
    await stub(page, address, { answer: { ...full, forecast: { ...forecast, leads: many } } });
    await page.goto(`${address}${search}`);
    await rows(page).first().waitFor();
    return { page, faults };
  }
  const personIn = (page: Page, number: string) =>
    page.getByRole('button', { name: `Person ${number}`, exact: true });

  it('has only the rows in sight on the page, reaches all by keyboard, and keeps the focus', async () => {
    const { page, faults } = await openMany('');
    expect(await page.getByRole('table').getAttribute('aria-rowcount')).toBe('401');
    expect(await rows(page).count()).toBeLessThan(60);
    await personIn(page, '000').focus();
    await page.keyboard.press('End');
    await page.locator('tr[aria-rowindex="401"] button:focus').waitFor();
    expect(await rows(page).count()).toBeLessThan(60);
    await page.keyboard.press('PageUp');
    await page.locator('tr[aria-rowindex="391"] button:focus').waitFor();
    // However far somebody scrolls, they go on from where they were.
    await page.evaluate('scrollTo(0, 0)');
    await personIn(page, '000').waitFor();
    await personIn(page, '380').waitFor({ state: 'detached' });
    expect(await page.locator('tr[aria-rowindex="391"] button:focus').count()).toBe(1);
    expect(await axeFindings(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    expect(faults).toEqual([]);
  });

  it('is opened row by row: arrows go from person to person, Tab to what lies behind', async () => {
    const { page } = await openMany('');
    await personIn(page, '003').press('Enter');
    await page.getByText('Vale School').waitFor();
    expect(await page.getByRole('table').getAttribute('aria-rowcount')).toBe('402');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('ArrowDown');
    await page.locator('button:focus', { hasText: 'Person 004' }).waitFor();
    // What was open above closes; the focus is where it was.
    await page.keyboard.press('Enter');
    await page.locator('th button[aria-expanded=true]', { hasText: 'Person 004' }).waitFor();
    await page.keyboard.press('ArrowUp');
    await page.locator('button:focus', { hasText: 'Person 003' }).waitFor();
    await page.keyboard.press('ArrowDown');
    // Past the five figures of the row, each of which opens what is behind it.
    for (let figure = 0; figure <= 5; figure += 1) await page.keyboard.press('Tab');
    await page.locator('a:focus', { hasText: 'Vale School' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.locator('button:focus', { hasText: 'Person 005' }).waitFor();
  });

  it('fits a telephone, and paper has all of them with what is open', async () => {
    const { page } = await openMany('?lead=LR-Person%20002', { width: 390, height: 844 });
    expect(await rows(page).count()).toBeLessThan(40);
    const name = await personIn(page, '000').boundingBox();
    expect(name?.height).toBeLessThan(50);
    expect([await sideways(page), await axeFindings(page)]).toEqual([0, []]);
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await rows(page).count()).toBe(401);
  });
});

describe('every state of the forecast', () => {
  const stale = { ...full, forecast: { ...forecast, isStale: true } };
  const states: [string, Stub, string, string][] = [
    ['full', { answer: full }, 'No fact has changed since', ''],
    ['opened', { answer: full }, 'Vale School', '?lead=LR-Cy%20Example'],
    ['stale', { answer: stale }, 'facts have changed since: compute again', ''],
    ['empty', { answer: none }, 'No forecast of this year yet', ''],
    ['under way', { answer: { ...stale, underWay } }, '39 of 99 people looked at', ''],
    ['failed run', { answer: { ...full, failure: 'The solver broke off.' } }, 'broke off', ''],
    ['nobody', { answer: full }, 'Nobody is like that.', '?limit=REST'],
    ['loading', { never: true }, 'Loading the forecast…', ''],
    ['failed', { refusal: 500 }, 'There is a problem', ''],
    ['no permission', { refusal: 403 }, 'You do not have permission to see this', ''],
  ];
  const windows: Omit<PageSettings, 'baseUrl'>[] = [
    { width: 1440, dark: true },
    { width: 720, height: 450, reducedMotion: true },
    { width: 390 },
  ];

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

  it('stands in a list of reports that axe has nothing against', async () => {
    const { page } = await product.open({ width: 390 });
    await page.goto('/reports');
    await page.getByRole('heading', { level: 1, name: 'Reports' }).waitFor();
    expect({ axe: await axeFindings(page), tooWide: await sideways(page) }).toEqual({
      axe: [],
      tooWide: 0,
    });
  });
});
