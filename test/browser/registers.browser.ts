import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFindings } from './accessibility.js';
import { listenOn, untilTold } from './announcements.js';
import { inBrowser } from './in-browser.js';
import { primaryIn } from './primary-actions.js';
import { sideways, stub } from './stubbed-api.js';

const product = inBrowser();

const term = '/terms/spring-2027';
const pages = [
  { address: '/schools', api: '/registers/schools', heading: 'Schools' },
  { address: `${term}/reviews`, api: '/registers/reviews', heading: 'Reviews, Spring 2027' },
  { address: `${term}/leads`, api: '/registers/lead-reviewers', heading: 'Lead Reviewers' },
  {
    address: `${term}/availability`,
    api: '/registers/availability',
    heading: 'Availability, Spring 2027',
  },
];

const rows = (page: Page) => page.locator('tbody tr[aria-rowindex]');
const field = (page: Page, name: string): string | null =>
  new URL(page.url()).searchParams.get(name);
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** What the API says of a register, with other rows. */
async function otherRows(api: string, items: (given: object[]) => object[]): Promise<object> {
  const of = api === '/registers/schools' ? api : `${term}${api}`;
  const register = await product.ask<{ items: object[] }>(of);
  return { ...register, items: items(register.items) };
}

const longName =
  'The Archbishop Bartholomew of Constantinople and Saint Scholastica Church of England and Roman Catholic Voluntary Aided Primary Academy and Nursery School of Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch';

describe.each(pages)('the register at $address', ({ address, api, heading: name }) => {
  it('is whole for everybody, in the light and in the dark, wide and narrow', async () => {
    for (const settings of [{}, { dark: true, width: 1024 }, { width: 390, height: 844 }]) {
      const { page, faults } = await product.open(settings);
      await page.goto(address);
      await page.getByRole('heading', { level: 1, name }).waitFor();
      const isNarrow = 'height' in settings;
      await (isNarrow ? page.locator('li[aria-setsize]') : rows(page)).first().waitFor();
      expect(await axeFindings(page)).toEqual([]);
      expect(await sideways(page)).toBe(0);
      expect(faults).toEqual([]);
      await page.context().close();
    }
  });

  it('has a state of its own for waiting, failing, forbidding, nothing there and nothing found', async () => {
    const { page } = await product.open({ dark: true, width: 1024 });
    await stub(page, api, { never: true });
    await page.goto(address);
    await heading(page).waitFor();
    await page.locator('[data-state="loading"]').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await stub(page, api, { refusal: 500 });
    await page.goto(address);
    await page.getByText('Something went wrong here.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await stub(page, api, { refusal: 403 });
    await page.goto(address);
    await page.locator('[data-state="no-permission"]').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await stub(page, api, { answer: await otherRows(api, () => []) });
    await page.goto(address);
    await page.locator('[data-state="empty"]').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await stub(page, api, { answer: await otherRows(api, (given) => given.slice(0, 3)) });
    await page.goto(`${address}?find=nobodyiscalledthis`);
    await page.locator('[data-state="no-match"]').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Take out all filters' }).click();
    await rows(page).nth(2).waitFor();
    expect(field(page, 'find')).toBeNull();
  });
});

describe('the register of schools', () => {
  it('is found, filtered, ordered and gone through by keyboard alone, and its address keeps it all', async () => {
    const { page, faults } = await product.open();
    await listenOn(page);
    await page.goto('/schools');
    await rows(page).first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('primary');
    await untilTold(page, 'of 480 schools shown.');
    expect(field(page, 'find')).toBe('primary');
    await page.getByRole('button', { name: 'Filter Region' }).press('Enter');
    await page.getByRole('checkbox', { name: /^North East/ }).press('Space');
    await page.getByRole('checkbox', { name: /^London/ }).press('Space');
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByText('Region: North East or London').first().waitFor();
    await page.getByRole('button', { name: 'Last reviewed', exact: true }).press('Enter');
    await untilTold(page, 'Ordered by Last reviewed, latest first');
    const sorted = page.getByRole('columnheader', { name: /Last reviewed/ });
    expect(await sorted.getAttribute('aria-sort')).toBe('descending');
    const count = await rows(page).count();
    const table = page.getByRole('table');
    const all = Number(await table.getAttribute('aria-rowcount'));
    expect(all).toBeGreaterThan(count);
    await rows(page).first().getByRole('link').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await page.locator(`tr[aria-rowindex="${String(all)}"] a:focus`).waitFor();
    await page.keyboard.press('Home');
    await page.locator('tr[aria-rowindex="2"] a:focus').waitFor();
    const first = await rows(page).first().getByRole('link').innerText();
    const address = page.url();
    const { page: other } = await product.open();
    await other.goto(address);
    expect(await rows(other).first().getByRole('link').innerText()).toBe(first);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: first }).waitFor();
    expect(faults).toEqual([]);
  });

  it('stays quick with 5,000 schools and very long names', async () => {
    const answer = await otherRows('/registers/schools', (given) =>
      Array.from({ length: 5000 }, (_, i) => ({
        ...given[i % given.length],
        urn: String(200_000 + i),
        name: i % 7 === 0 ? `${longName} ${String(i)}` : `Oak School ${String(i)}`,
        trust: longName,
      })),
    );
    const { page } = await product.open();
    await stub(page, '/registers/schools', { answer });
    await page.goto('/schools?columns=name,trust,region');
    await rows(page).first().waitFor();
    expect(await page.getByRole('table').getAttribute('aria-rowcount')).toBe('5001');
    expect(await rows(page).count()).toBeLessThan(80);
    const began = Date.now();
    await page.getByRole('searchbox').fill('oak school 4999');
    await page.getByText('1 of 5,000 schools', { exact: true }).waitFor();
    expect(Date.now() - began).toBeLessThan(3000);
    await page.getByRole('searchbox').fill('');
    await page.getByText('5,000 schools', { exact: true }).waitFor();
    await rows(page).first().getByRole('link').focus();
    await page.keyboard.press('End');
    await page.locator('tr[aria-rowindex="5001"] a:focus').waitFor();
    await page.keyboard.press('Home');
    await page.locator('tr[aria-rowindex="2"] a:focus').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const { page: phone } = await product.open({ width: 390, height: 844 });
    await stub(phone, '/registers/schools', { answer });
    await phone.goto('/schools');
    await phone.locator('li[aria-setsize="5000"]').first().waitFor();
    expect(await phone.locator('li[aria-setsize]').count()).toBeLessThan(40);
    expect(await sideways(phone)).toBe(0);
    await phone.getByRole('button', { name: /^Filter and order/ }).click();
    await phone.getByRole('dialog').getByLabel('Order by').selectOption('-name');
    await phone.getByRole('button', { name: 'Phase' }).click();
    await phone.getByRole('checkbox', { name: /^Primary/ }).check();
    expect(await axeFindings(phone)).toEqual([]);
    await phone.getByRole('button', { name: /^Show [\d,]+ of/ }).click();
    expect(field(phone, 'phase')).toBe('primary');
  });

  it('is downloaded exactly as it is shown', async () => {
    const { page } = await product.open();
    await page.goto('/schools?region=north-east&sort=-name&columns=name,town');
    await rows(page).first().waitFor();
    const shown = await rows(page).first().getByRole('link').innerText();
    await page.getByRole('button', { name: 'Download this view' }).click();
    const [csv] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'CSV' }).click(),
    ]);
    expect(csv.suggestedFilename()).toBe('schools-2026-12-21.csv');
    const text = await readFile(await csv.path(), 'utf8');
    const lines = text.trim().split('\r\n');
    expect(lines[0]).toContain('Schools');
    expect(lines).toContain('Region: North East');
    expect(text).toContain('Made on 21 December 2026');
    const head = lines.indexOf('School,Town');
    expect(head).toBeGreaterThan(3);
    expect(lines[head + 1]).toContain(shown);
    expect(lines[1]).toBe(`Schools: ${lines.length - head - 1} of 480`);
    await page.getByRole('button', { name: 'Download this view' }).click();
    const [workbook] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: /^Excel/ }).click(),
    ]);
    expect(workbook.suggestedFilename()).toBe('schools-2026-12-21.xlsx');
    expect((await readFile(await workbook.path())).subarray(0, 2).toString()).toBe('PK');
  });

  it('has views that the office shares, which can be changed and deleted, each with undo', async () => {
    const { page } = await product.open();
    await page.goto('/schools?phase=special&sort=-lastReviewed');
    await rows(page).first().waitFor();
    const menu = page.getByRole('button', { name: /^(Views|Special schools)/ });
    await menu.click();
    await page.getByRole('menuitem', { name: 'Save this view as…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: /Enter a name for the view/ }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('dialog').getByLabel('Name').fill('Special schools');
    await page.keyboard.press('Enter');
    await page.getByText('was saved for the whole office').first().waitFor();
    // The menu item that opened the dialog is gone with its menu: reading goes on at the menu's button.
    await page.locator('button[aria-haspopup="menu"]:focus').getByText('Special schools').waitFor();
    const { page: other } = await product.open();
    await other.goto('/schools');
    await other.getByRole('button', { name: 'Views' }).click();
    await other.getByRole('menuitem', { name: 'Special schools' }).click();
    await other.getByText('Phase: Special').first().waitFor();
    expect(field(other, 'sort')).toBe('-lastReviewed');
    await page.getByRole('button', { name: /Take out the filter/ }).click();
    await menu.click();
    await page.getByRole('menuitem', { name: /^Save the changes/ }).click();
    await page.getByText('The view “Special schools” was changed.').first().waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await menu.click();
    await page.getByRole('menuitem', { name: 'Special schools' }).first().click();
    await page.getByText('Phase: Special').first().waitFor();
    await menu.click();
    await page.getByRole('menuitem', { name: /^Delete/ }).click();
    await page.getByText('The view “Special schools” was deleted.').first().waitFor();
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await menu.click();
    await page.getByRole('menuitem', { name: 'Special schools' }).waitFor();
    const { items } = await product.ask<{ items: { action: string }[] }>(
      '/audit-entries?subject=saved_view',
    );
    expect(items.map(({ action }) => action)).toEqual([
      'view put back',
      'view deleted',
      'view changed',
      'view changed',
      'view saved',
    ]);
  });
});

describe('the page of a school', () => {
  const school = '/schools/107188';

  it('is corrected by a form that loses nothing, says what is wrong where it is, and can be taken back', async () => {
    const { page, faults } = await product.open();
    await listenOn(page);
    await page.goto(school);
    await page.getByRole('heading', { level: 1, name: 'Abbey Green Nursery School' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Correct these facts' }).press('Enter');
    await page.getByLabel('Postcode').fill('BD8 8HT and much more');
    await page.getByLabel('Town').fill('Saltaire');
    await page.getByLabel('Latitude').fill('');
    await page.getByRole('button', { name: 'Save' }).press('Enter');
    const problem = page.locator('[data-state="problem"]');
    await problem.getByRole('link', { name: /^Postcode/ }).press('Enter');
    await page.locator('#school-postcode:focus').waitFor();
    expect(await page.getByLabel('Town').inputValue()).toBe('Saltaire');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('Postcode').fill('BD8 8HT');
    await page.getByRole('button', { name: 'Save' }).press('Enter');
    await problem.getByRole('link', { name: /^Latitude: lat and lon belong together/i }).waitFor();
    await page.getByLabel('Latitude').fill('53.8');
    await page.getByRole('button', { name: 'Save' }).press('Enter');
    await untilTold(page, 'Saved: Town, Latitude.');
    await page.getByText('Saltaire').first().waitFor();
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await page.getByText(/nursery school, Bradford/u).waitFor();
    expect(faults.filter((fault) => !fault.includes('400') && !fault.includes('422'))).toEqual([]);
  });

  it('has a short name that can be given, is refused when another school has it, and derived again', async () => {
    const { page } = await product.open({ width: 390 });
    await listenOn(page);
    await page.goto(school);
    await page.getByText('Abbey Green (derived from its name)').waitFor();
    const edit = page.getByRole('button', { name: 'Correct these facts' });
    const short = page.getByRole('textbox', { name: 'Short name' });
    const save = page.getByRole('button', { name: 'Save' });
    await edit.press('Enter');
    await short.fill('Acorn Academy');
    await save.press('Enter');
    const problem = page.locator('[data-state="problem"]');
    await problem
      .getByRole('link', { name: /^Short name: .* is called “Acorn Academy” already/u })
      .press('Enter');
    await page.locator('#school-shortName:focus').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await short.fill('Abbey Green Nursery, Manningham');
    expect(await short.inputValue()).toBe('Abbey Green Nursery, Manningha');
    await short.fill('Abbey Gr.');
    await save.press('Enter');
    await untilTold(page, 'Saved: Short name.');
    await page.getByText('Abbey Gr.', { exact: true }).waitFor();
    await edit.press('Enter');
    await page.getByRole('button', { name: 'Use the derived' }).press('Enter');
    expect(await short.inputValue()).toBe('');
    await save.press('Enter');
    await page.getByText('Abbey Green (derived from its name)').waitFor();
  });

  it('tells the second of two people what the first changed, and overwrites nothing', async () => {
    const { page } = await product.open();
    const { page: other } = await product.open();
    for (const each of [page, other]) {
      await each.goto(school);
      await each.getByRole('button', { name: 'Correct these facts' }).click();
    }
    await other.getByLabel('Town').fill('Shipley');
    await other.getByRole('button', { name: 'Save' }).click();
    await other.getByText('Saved: Town.').first().waitFor();
    await page.getByLabel('Postcode').fill('BD9 9ZZ');
    await page.getByRole('button', { name: 'Save' }).click();
    const meanwhile = page.locator('[data-state="changed-meanwhile"]');
    await meanwhile.getByText('Town: from Bradford to Shipley').waitFor();
    expect(await meanwhile.innerText()).toContain('Ruth Ellison saved this school');
    expect(await primaryIn(page.locator('main'))).toEqual(['Put my changes on top']);
    expect(await axeFindings(page)).toEqual([]);
    await meanwhile.getByRole('button', { name: 'Put my changes on top' }).click();
    expect(await page.getByLabel('Town').inputValue()).toBe('Shipley');
    expect(await page.getByLabel('Postcode').inputValue()).toBe('BD9 9ZZ');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved: Postcode.').first().waitFor();
    await page.getByText('Shipley').first().waitFor();
  });

  it('keeps closures and memberships, each with undo', async () => {
    const { page } = await product.open({ width: 390, height: 844, dark: true });
    await page.goto(school);
    await page.getByRole('button', { name: 'Declare a closure' }).click();
    await page.getByRole('button', { name: 'Declare the closure' }).click();
    await page.getByRole('link', { name: /Say why the school is closed/ }).waitFor();
    await page.locator('#closure-from').fill('2027-01-13');
    await page.locator('#closure-reason').fill('Boiler');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Declare the closure' }).click();
    await page.getByText('The closure of 13 January 2027 was declared.').first().waitFor();
    await page
      .getByText(/Boiler/u)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await page.getByRole('button', { name: 'Take away the closure of 13 January 2027' }).click();
    await page.getByText('No days are declared as closed.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: /^Take away the closure/ }).waitFor();
    await page.getByRole('button', { name: 'Record an end' }).click();
    await page.locator('#member-from').fill('2027-09-01');
    await page.getByRole('button', { name: 'Record the end' }).click();
    await page.getByText('1 September 2017 to 31 August 2027').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('1 September 2017 until further notice').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
  });

  it('says when there is no such school', async () => {
    const { page } = await product.open();
    await page.goto('/schools/999999');
    await page.getByText('There is no school 999999.').waitFor();
    await page.goto('/schools?school=107188');
    await page.waitForURL('**/schools/107188');
  });
});

describe('changing many at once', () => {
  it('shows what would become of each review, refuses some with the reason, saves the rest and takes it back', async () => {
    const { page, faults } = await product.open();
    await listenOn(page);
    await page.goto(`${term}/reviews`);
    await rows(page).first().waitFor();
    await rows(page).first().getByRole('checkbox').press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.getByText('2 reviews chosen').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    // Somebody else changes the first of them meanwhile.
    const { items } = await product.ask<{ items: { review: string; version: number }[] }>(
      `${term}/registers/reviews`,
    );
    const [first] = items;
    const change = { kind: 'PRIORITY', override: { priority: 3, reason: 'Promised' } };
    await product.ask('/reviews/changes', { items: [{ ...pick(first), change }] });
    await page.getByRole('button', { name: 'Change 2 reviews…' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'See what it would do' }).press('Enter');
    await dialog.getByRole('link', { name: /Enter a priority from 1 to 9/ }).waitFor();
    await dialog.getByLabel('Priority', { exact: true }).fill('12');
    await dialog.getByLabel('Reason').fill('The trust asked');
    await dialog.getByRole('button', { name: 'See what it would do' }).press('Enter');
    await dialog.getByRole('link', { name: /^Priority/ }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByLabel('Priority', { exact: true }).fill('7');
    await dialog.getByRole('button', { name: 'See what it would do' }).press('Enter');
    await untilTold(page, '1 review would be changed, 1 refused. Nothing is saved yet.');
    await dialog.getByText(/was changed by .+ meanwhile/).waitFor();
    await dialog.getByText('Priority 7: set by operations: The trust asked').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Change 1 review' }).press('Enter');
    await untilTold(page, '1 review changed.');
    await page
      .getByRole('button', { name: /^Change \d review/ })
      .and(page.locator(':focus'))
      .waitFor();
    const priorities = async () =>
      (
        await product.ask<{ items: { priority: number }[] }>(`${term}/registers/reviews`)
      ).items.filter(({ priority }) => priority === 7).length;
    expect(await priorities()).toBe(1);
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await untilTold(page, 'Undone');
    expect(await priorities()).toBe(0);
    expect(faults.filter((fault) => !fault.includes('400'))).toEqual([]);
  });

  it('can be opened for a year, and the opening taken back until something uses them', async () => {
    const { page } = await product.open();
    await listenOn(page);
    await page.goto(`${term}/reviews`);
    const undo = { academicYear: '2026/27', reviews: [{ review: 'QAR-2026-9001', version: 2 }] };
    await stub(page, '/reviews/openings', {
      answer: { reviews: ['QAR-2026-9001'], reviewsByTerm: { 'spring-2027': 1 }, undo },
    });
    await page.getByRole('button', { name: /^Open reviews of / }).press('Enter');
    await page.getByRole('button', { name: 'Open the reviews' }).press('Enter');
    await untilTold(page, '1 review opened; 1 was given a term.');
    const done = page.getByRole('region', { name: 'What was done' });
    // There is no such review, so the real service refuses to take it back, with why.
    await done.getByRole('button', { name: 'Undo' }).press('Enter');
    await page.getByText('so the opening stays and nothing was taken back').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('records the windows that a host names', async () => {
    const { page } = await product.open({ width: 1024 });
    await page.goto(`${term}/reviews?windows=not-known`);
    await rows(page).first().getByRole('button', { name: 'Record the answer of' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'These windows' }).check();
    await dialog
      .getByLabel('Monday 11 to Wednesday 13 January 2027')
      .selectOption({ label: 'Preferred' });
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'See what it would do' }).click();
    await dialog.getByText('1 preferred, 0 acceptable').waitFor();
    await dialog.getByRole('button', { name: 'Change 1 review' }).click();
    await page.getByText('1 review changed.').first().waitFor();
    await page.getByText('4 of 158 reviews', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('5 of 158 reviews', { exact: true }).waitFor();
    // Of many hosts who have not answered, too, the answer is what is most likely to be recorded.
    await page.getByRole('checkbox', { name: 'Choose all 5 that are shown' }).check();
    await page.getByRole('button', { name: 'Change 5 reviews…' }).click();
    await dialog.getByRole('radio', { name: 'Any usable window is acceptable' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it.each([1024, 390])('shows the windows of a term in one line at %d pixels', async (width) => {
    const { page } = await product.open({ width, height: 844 });
    await page.goto(`${term}/availability?answer=answered`);
    const lane = await page
      .getByRole('img', { name: /^Windows: / })
      .first()
      .boundingBox();
    expect(lane?.height).toBeLessThan(30);
  });

  it('counts people who have not answered as available, with a reason', async () => {
    const { page } = await product.open();
    await page.goto(`${term}/availability?answer=none`);
    await page.getByText('7 of 100 Lead Reviewers', { exact: true }).waitFor();
    await page.getByRole('checkbox', { name: 'Choose all 7 that are shown' }).press('Space');
    await page.getByRole('button', { name: /^Count as available/ }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'See what it would do' }).press('Enter');
    await dialog.getByRole('link', { name: /Say why/ }).waitFor();
    await dialog.getByLabel('Reason').fill('Said so on the telephone');
    await dialog.getByRole('button', { name: 'See what it would do' }).press('Enter');
    await dialog.getByText('7 people would be changed').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Change 7 people' }).press('Enter');
    await page.getByText('0 of 100 Lead Reviewers', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await page.getByText('7 of 100 Lead Reviewers', { exact: true }).waitFor();
  });
});

function pick(review: { review: string; version: number } | undefined): object {
  return { review: review?.review, version: review?.version };
}
