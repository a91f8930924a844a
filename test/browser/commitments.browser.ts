import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFindings } from './accessibility.js';
import { listenOn, untilTold } from './announcements.js';
import { inBrowser } from './in-browser.js';
import { sideways, stub } from './stubbed-api.js';

interface CommitmentsReport {
  readonly rows: readonly { readonly lead: string; readonly name: string }[];
  readonly summary: {
    readonly figures: { readonly shortfall: number; readonly minimum: number };
    readonly causes: readonly { readonly cause: string; readonly reviews: number }[];
    readonly standings: readonly { readonly standing: string; readonly leads: number }[];
  };
}

const product = inBrowser();
const address = '/reports/commitments';
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

describe('the report of commitments', () => {
  it.each([
    { width: 1440, dark: false },
    { width: 390, dark: true },
  ])('says who stands how and why, at $width px', async (look) => {
    const { page, faults } = await product.open(look);
    await page.goto(address);
    await page.getByRole('heading', { name: 'Commitments, 2026 to 2027' }).waitFor();
    await page.getByText(/^\d+ reviews still to place: why$/u).waitFor();
    await page
      .getByText(/^Spring 2027: dates and rules looked at on/u)
      .waitFor({ timeout: 60_000 });
    expect(await axeFindings(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    expect(faults).toEqual([]);
  });

  it('opens the reviews behind a number by keyboard, and closes them again', async () => {
    const { page } = await product.open();
    await page.goto(address);
    await page
      .getByRole('link', { name: /^\d+ led, everybody: show the reviews$/u })
      .press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/^\d+ reviews led$/u).waitFor();
    expect(new URL(page.url()).searchParams.get('figure')).toBe('led');
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(new URL(page.url()).searchParams.get('figure')).toBeNull();
  });

  it('opens the people behind what is to place, behind each cause and each standing, who add up to it', async () => {
    const { page } = await product.open();
    const { summary } = await product.ask<CommitmentsReport>(address);
    await page.goto(address);
    const dialog = page.getByRole('dialog', { name: 'The people behind this number' });
    const partsOf = async (link: RegExp): Promise<number[]> => {
      await page.getByRole('link', { name: link }).first().press('Enter');
      const people = await dialog.getByText(/^\d+ (?:person|people): /u).textContent();
      const parts = await dialog.locator('li').allTextContents();
      expect(parts).toHaveLength(Number(/^\d+/u.exec(people ?? '')?.[0]));
      expect(await axeFindings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
      return parts.map((words) => Number(/(?:Minimum )?(\d+)(?::| )/u.exec(words)?.[1]));
    };
    const sum = (parts: readonly number[]): number => parts.reduce((all, part) => all + part, 0);
    expect(sum(await partsOf(/ to place, everybody: show the people$/u))).toBe(
      summary.figures.shortfall,
    );
    expect(sum(await partsOf(/ minimum, everybody: show the people$/u))).toBe(
      summary.figures.minimum,
    );
    const declined = summary.causes.find(({ cause }) => cause === 'DECLINED');
    expect(sum(await partsOf(/^\d+ declined: show the people$/u))).toBe(declined?.reviews);
    const onTrack = summary.standings.find(({ standing }) => standing === 'ON_TRACK');
    expect(await partsOf(/^\d+ on track: show the people$/u)).toHaveLength(onTrack?.leads ?? 0);
    await page
      .getByRole('link', { name: / minimum, .*: show why$/u })
      .first()
      .click();
    await dialog.getByText(/^Minimum \d: /u).waitFor();
  });

  it('keeps what is chosen in the address, and says where nobody fits', async () => {
    const { page } = await product.open();
    await page.goto(`${address}?region=London`);
    await heading(page).waitFor();
    expect(await page.getByLabel('Home region').inputValue()).toBe('London');
    await page.getByLabel('Standing').selectOption('EXCEEDED');
    await page.getByRole('heading', { name: 'Nothing fits what you chose' }).waitFor();
    expect(new URL(page.url()).searchParams.get('standing')).toBe('EXCEEDED');
    expect(await axeFindings(page)).toEqual([]);
  });
});

describe('with 400 Lead Reviewers', () => {
  const rows = (page: Page) => page.locator('tbody tr[data-index]');

  async function openMany(page: Page): Promise<void> {
    const report = await product.ask<CommitmentsReport>(address);
    await stub(page, address, { answer: fourfold(report) });
    await page.goto(address);
    await rows(page).first().waitFor();
  }

  it('has only the rows in sight on the page, reaches all by keyboard, and keeps the focus', async () => {
    const { page, faults } = await product.open();
    await openMany(page);
    expect(await page.locator('table').getAttribute('aria-rowcount')).toMatch(/^40\d$/u);
    expect(await rows(page).count()).toBeLessThan(50);
    await rows(page).first().getByRole('link').first().focus();
    await page.keyboard.press('End');
    const last = page.locator('tr[data-index="399"] th a:focus');
    await last.waitFor();
    expect(await rows(page).count()).toBeLessThan(50);
    await page.keyboard.press('PageUp');
    const tenBefore = page.locator('tr[data-index="389"] th a:focus');
    await tenBefore.waitFor();
    // However far somebody scrolls, they go on from where they were.
    await page.evaluate('scrollTo(0, 0)');
    await page.locator('tr[data-index="0"]').waitFor();
    await page.locator('tr[data-index="350"]').waitFor({ state: 'detached' });
    expect(await tenBefore.count()).toBe(1);
    expect(await axeFindings(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    expect(faults).toEqual([]);
  });

  it('prints all of them', async () => {
    const { page } = await product.open();
    await openMany(page);
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await rows(page).count()).toBe(400);
  });
});

/** Each person four times, under references and names of their own. */
function fourfold(report: CommitmentsReport): CommitmentsReport {
  const { rows, summary } = report;
  return {
    ...report,
    summary: {
      ...summary,
      standings: summary.standings.map((each) => ({ ...each, leads: 4 * each.leads })),
    },
    rows: rows.flatMap((row) =>
      [1, 2, 3, 4].map((time) => ({
        ...row,
        lead: `${row.lead}${String(time)}`,
        name: `${row.name} ${String(time)}`,
      })),
    ),
  };
}

it.each([
  [403, 'You do not have permission to see this'],
  [500, 'There is a problem'],
])('a report that is refused with %d says so', async (refusal, words) => {
  const { page } = await product.open();
  await stub(page, address, { refusal });
  await page.goto(address);
  await page.getByRole('heading', { name: words }).waitFor({ timeout: 30_000 });
  expect(await axeFindings(page)).toEqual([]);
});

describe('a person’s year', () => {
  it('is told fairly, and what happened is corrected with the old fact kept', async () => {
    const { page } = await product.open();
    await listenOn(page);
    await page.goto(`${address}/leads/LR-001`);
    await page.getByText(/^We offered you \d+\.$/u).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page
      .getByRole('link', { name: /^Correct.*: Offered on/u })
      .first()
      .press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('On which day').fill('2026-09-15');
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Correct it' }).press('Enter');
    await untilTold(page, 'Corrected. What was recorded before is kept.');
    await page.getByText(/^Was recorded as “Offered on 16 September 2026” until/u).waitFor();
    await page
      .getByText(/^Offered on 15 September 2026/u)
      .first()
      .waitFor();
  });

  it('forgets what never happened, and takes that back', async () => {
    const { page } = await product.open();
    await listenOn(page);
    await page.goto(`${address}/leads/LR-001`);
    const correct = page.getByRole('link', { name: /^Correct.*: Led on/u });
    const led = await page
      .getByText(/^Led on/u)
      .first()
      .textContent();
    await correct.first().waitFor();
    const count = await correct.count();
    await correct.first().press('Enter');
    await page.getByRole('button', { name: 'It never happened' }).press('Enter');
    const done = page.getByRole('region', { name: 'What was done' });
    await done.waitFor();
    await correct.nth(count - 1).waitFor({ state: 'detached' });
    expect(await axeFindings(page)).toEqual([]);
    await done.getByRole('button', { name: 'Undo' }).press('Enter');
    await untilTold(page, 'Undone: Taken back: Led on');
    await page.getByText(String(led)).first().waitFor();
    expect(await correct.count()).toBe(count);
  });

  it('says why something cannot be recorded, and loses nothing', async () => {
    const { page } = await product.open({ width: 390 });
    await page.goto(`${address}/leads/LR-001`);
    await page
      .getByRole('link', { name: /Record what happened/u })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('On which day').fill('');
    await dialog.getByRole('button', { name: 'Record it' }).click();
    await dialog.getByRole('link', { name: /^On which day: Must be a date/u }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('event-on');
    await dialog.getByLabel('On which day').fill('2026-12-18');
    await dialog.getByLabel('What happened').selectOption('CANCELLED');
    await dialog.getByLabel('Why').fill('Ofsted called');
    await dialog.getByRole('button', { name: 'Record it' }).click();
    await dialog.getByText('A seat that was led cannot be cancelled.').first().waitFor();
    expect(await dialog.getByLabel('Why').inputValue()).toBe('Ofsted called');
    expect(await axeFindings(page)).toEqual([]);
  });

  it('offers another review only where seats are left, and says what is wrong beside the field', async () => {
    const { page } = await product.open();
    await page.goto(`${address}/leads/LR-001`);
    await page.getByRole('link', { name: 'Record another review' }).click();
    const dialog = page.getByRole('dialog');
    const choice = dialog.getByLabel('Review', { exact: false }).first();
    await choice.waitFor();
    const { items } = (await (
      await page.request.get('/api/v1/terms/spring-2027/registers/reviews?scope=YEAR')
    ).json()) as { items: { review: string; takesSeats: boolean }[] };
    const listed = await choice.locator('option').allTextContents();
    const open = items.filter(({ takesSeats }) => takesSeats);
    expect(open.length).toBeLessThan(items.length);
    expect(listed).toHaveLength(open.length + 1);
    // Each says its term: a week of another one is refused.
    expect(listed.filter((words) => words.includes(', Spring 2027, ')).length).toBeGreaterThan(0);
    await choice.selectOption(open[0]?.review ?? '');
    await dialog.getByLabel('Monday of the week').fill('2027-01-12');
    await dialog.getByRole('button', { name: 'Record it' }).click();
    await dialog.getByRole('link', { name: /^Monday of the week: Must be a Monday/u }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('says that there is nobody of that reference', async () => {
    const { page } = await product.open();
    await page.goto(`${address}/leads/LR-999`);
    await page.getByText('There is no Lead Reviewer LR-999.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});
