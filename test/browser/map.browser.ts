import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFindings } from './accessibility.js';
import { listenOn, untilTold } from './announcements.js';
import { inBrowser } from './in-browser.js';
import { sideways, stub } from './stubbed-api.js';

const product = inBrowser();
const address = '/terms/spring-2027/map';

interface MapAnswer {
  words: string;
  schools: { review: string; school: string; state: string; week: string | null }[];
  homes: { person: string; name: string; home: string | null }[];
  journeys: { review: string; person: string; week: string; seat: string }[];
  weeks: WeekAnswer[];
  regions: { region: string; weeks: WeekAnswer[] }[];
}

interface WeekAnswer {
  week: string;
  name: string;
  words: string;
  reviews: number;
}

let plan: string;
let map: MapAnswer;

beforeAll(async () => {
  const { items } = await product.ask<{ items: { id: string }[] }>('/terms/spring-2027/plans');
  plan = items[0]?.id ?? '';
  map = await product.ask<MapAnswer>(`/plans/${plan}/map`);
});

const options = (page: Page) => page.getByRole('listbox').getByRole('option');
const focused = (page: Page): Promise<string> =>
  page.evaluate<string>('document.activeElement?.getAttribute("aria-label") ?? ""');
const param = (page: Page, name: string): string | null =>
  new URL(page.url()).searchParams.get(name);

describe('the map', () => {
  it('is reached from the bar, and says the same as its tables', async () => {
    const { page, faults } = await product.open();
    await page.goto('/terms/spring-2027');
    await page.getByRole('link', { name: 'Map', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Map' }).waitFor();
    await page.getByText(map.words).waitFor();
    await options(page).first().waitFor();
    const keys = await page.evaluate<string[]>(
      `[...document.querySelectorAll('[data-places]')].flatMap((mark) => mark.dataset.places.split(' '))`,
    );
    const all = [...map.schools.map((s) => s.review), ...map.homes.map((h) => h.person)];
    expect(keys.toSorted()).toEqual(all.toSorted());
    await page.getByRole('button', { name: `Show all ${map.schools.length} schools` }).click();
    // Of many rows only those in sight are on the page; how many there are the table says.
    const table = page.getByRole('table', { name: 'Schools on the map' });
    await page.locator(`table[aria-rowcount="${map.schools.length + 1}"]`).waitFor();
    await table.getByRole('row').nth(30).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('is gone through by keyboard: from mark to mark, into a school and back, on to its review', async () => {
    const { page, faults } = await product.open();
    await listenOn(page);
    const week = map.weeks.find(({ reviews }) => reviews > 0);
    await page.goto(address);
    await page.getByRole('radio', { name: 'Whole term' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/week=2027-01-11/u);
    expect(week?.week).toBe('2027-01-11');
    const inWeek = map.schools.filter((school) => school.week === week?.week).length;
    const ways = map.journeys.filter((journey) => journey.week === week?.week).length;
    await untilTold(
      page,
      `${week?.name ?? ''}. ${String(inWeek)} of ${String(map.schools.length)} schools and ${String(ways)} ways shown.`,
    );
    await page.keyboard.press('Tab');
    await page.keyboard.press('End');
    const last = await focused(page);
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe(last);
    await untilTold(page, 'No place on that side.');
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).not.toBe(last);
    // One stop for the Tab key: the next is past the map.
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.getAttribute("role")')).not.toBe('option');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Home');
    const first = await focused(page);
    await page.keyboard.press('Enter');
    const close = page.getByRole('button', { name: 'Close', exact: true });
    await close.waitFor();
    expect(param(page, 'at')).not.toBeNull();
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H2');
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await close.waitFor({ state: 'hidden' });
    expect(await focused(page)).toBe(first);
    expect(faults).toEqual([]);
  });

  it('opens a school by mouse, with its review one step away', async () => {
    const { page } = await product.open();
    const placed = map.schools.find(({ state }) => state === 'DRAFT');
    await page.goto(`${address}?at=${placed?.review ?? ''}`);
    await page.getByRole('heading', { level: 2, name: placed?.school ?? '' }).waitFor();
    const selected = page.getByRole('listbox').getByRole('option', { selected: true });
    expect(await selected.getAttribute('data-places')).toContain(placed?.review ?? 'none');
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    const single = page.locator(`[role="option"][aria-label*="leads it on"]`).first();
    await single.hover();
    const tip = (await single.getAttribute('aria-label')) ?? '';
    await page.getByText(tip.split('. ').slice(1).join('. ')).first().waitFor();
    await single.click();
    await page.getByRole('link', { name: 'Open the review' }).click();
    await page.waitForURL(/\/reviews\/QAR-/u);
  });

  it.each([1440, 1024, 390])('names every region beside the marks at %d pixels', async (width) => {
    const { page } = await product.open({ width });
    await page.goto(address);
    await options(page).first().waitFor();
    const [names, covered] = await page.evaluate<[number, string[]]>(`(() => {
      const boxOf = (of) => of.getBoundingClientRect();
      const marks = [...document.querySelectorAll('[data-mark]')].map(boxOf);
      const names = [...document.querySelectorAll('[data-region-name]')];
      const isUnder = (name, mark) =>
        Math.min(name.right, mark.right) - Math.max(name.left, mark.left) > 2 &&
        Math.min(name.bottom, mark.bottom) - Math.max(name.top, mark.top) > 2;
      const covered = names.filter((name) => marks.some((mark) => isUnder(boxOf(name), mark)));
      return [names.length, covered.map((name) => name.textContent)];
    })()`);
    expect(names).toBe(9);
    expect(covered).toEqual([]);
  });

  it('looks closer at a region, where what lay together comes apart', async () => {
    const { page } = await product.open({ dark: true });
    await listenOn(page);
    await page.goto(address);
    await page.getByLabel('Region').selectOption('London');
    await page.waitForURL(/region=London/u);
    await page.getByText(/^London, in the whole term:/u).waitFor();
    const weeks = map.regions.find(({ region }) => region === 'London')?.weeks ?? [];
    const bars = page.getByRole('group', { name: /^Week/u });
    const counts = bars.locator('span > b');
    expect(await counts.allInnerTexts()).toEqual(weeks.map(({ reviews }) => String(reviews)));
    expect(weeks.map(({ reviews }) => reviews)).not.toEqual(map.weeks.map((all) => all.reviews));
    const busy = weeks.find(({ reviews }) => reviews > 0);
    await bars.getByLabel(`${busy?.name ?? ''}: ${busy?.words ?? ''}`).check({ force: true });
    await page.getByText(`London, ${busy?.name ?? ''}: ${busy?.words ?? ''}.`).waitFor();
    await bars.getByLabel('Whole term').check({ force: true });
    // What the signs count in the whole plan is not what is shown here.
    await page.getByRole('list', { name: 'Legend' }).getByText('Draft', { exact: true }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'All of England' }).press('Enter');
    await untilTold(page, 'All of England.');
    expect(param(page, 'region')).toBeNull();
  });

  it('is narrowed by status, phase, specialism and person, and says so where nothing fits', async () => {
    const { page } = await product.open({ width: 390, height: 844, dark: true });
    await page.goto(`${address}?state=NO_LEAD`);
    const without = map.schools.filter(({ state }) => state === 'NO_LEAD').length;
    await page.getByText(`${without} of ${map.schools.length} on the map`).waitFor();
    expect(await sideways(page)).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    const idle = map.homes.find(({ person }) => map.journeys.every((j) => j.person !== person));
    await page.getByLabel('Lead Reviewer', { exact: true }).selectOption(idle?.person ?? '');
    await page.getByText('No school fits.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Show all', exact: true }).click();
    await page.getByText(`${map.schools.length} of ${map.schools.length} on the map`).waitFor();
  });

  it('holds very long names, and 400 homes', async () => {
    const { page, faults } = await product.open({ width: 1024 });
    const long = `${'Saint Bartholomew-the-Great '.repeat(6)}School`;
    const homes = Array.from({ length: 400 }, (_, index) => ({
      ...map.homes[index % map.homes.length],
      person: `LR-${index}`,
      name: `${long} ${index}`,
      lat: 50.5 + ((index * 37) % 400) / 90,
      lon: -3.5 + ((index * 53) % 400) / 90,
    }));
    const schools = map.schools.map((school) => ({ ...school, school: long }));
    await stub(page, '/map', { answer: { ...map, homes, schools } });
    await page.goto(`/terms/spring-2027/plans/${plan}/map`);
    await options(page).first().waitFor();
    await options(page).first().focus();
    await page.keyboard.press('Enter');
    expect(await sideways(page)).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('says so while it loads, where there is nothing, and where it cannot be shown', async () => {
    const { page } = await product.open();
    const here = `/terms/spring-2027/plans/${plan}/map`;
    await stub(page, '/map', { never: true });
    await page.goto(here);
    await page.getByText('Loading the map…').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await stub(page, '/map', { refusal: 403 });
    await page.reload();
    await page.getByRole('heading', { name: 'You do not have permission to see this' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await stub(page, '/map', { refusal: 500 });
    await page.reload();
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await stub(page, '/map', { answer: { ...map, schools: [], homes: [], journeys: [] } });
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'There is no school in this plan' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.goto('/terms/summer-2027/map');
    await page.getByRole('heading', { name: 'There is no plan of this term yet' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});

describe('plans on maps side by side', () => {
  it('show who travels where, mark a place in all of them, and say the same in a table', async () => {
    const { page, faults } = await product.open();
    await listenOn(page);
    const placed = map.schools.find(({ state }) => state === 'DRAFT');
    const { id } = await product.ask<{ id: string }>(`/plans/${plan}/versions`, {
      edits: [{ kind: 'CLEAR', review: placed?.review }],
    });
    await page.goto(`/terms/spring-2027/compare?plans=${plan},${id}`);
    const maps = page.getByRole('listbox', { name: /^Plan [AB], map of England/u });
    await maps.nth(1).waitFor();
    const option = maps
      .first()
      .getByRole('option')
      .filter({ has: page.locator('circle') })
      .first();
    await option.focus();
    await page.keyboard.press('Enter');
    await untilTold(page, 'Marked in all plans: ');
    const row = page.getByRole('row').filter({ hasText: placed?.school ?? '' });
    expect(await row.getAttribute('data-marked')).toBe('true');
    await row.getByRole('cell', { name: 'Nobody travels' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('say so where a map cannot be shown', async () => {
    const { page } = await product.open({ width: 390, dark: true });
    const { items } = await product.ask<{ items: { id: string }[] }>('/terms/spring-2027/plans');
    await stub(page, '/map', { refusal: 500 });
    await page.goto(`/terms/spring-2027/compare?plans=${items.map(({ id }) => id).join(',')}`);
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
  });
});
