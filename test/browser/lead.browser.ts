/** The page of a Lead Reviewer in a real browser: by keyboard, in each state, light and dark, wide and narrow. */
import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFindings } from './accessibility.js';
import { listenOn, untilTold } from './announcements.js';
import { inBrowser } from './in-browser.js';
import { primaryIn } from './primary-actions.js';
import { sideways, stub } from './stubbed-api.js';

const product = inBrowser();
const term = 'spring-2027';
const calendarOf = (lead: string): string => `/availability-rounds/${term}/calendar/${lead}`;

interface Calendar {
  answer: { id: string; said: string | null; recordedBy: string } | null;
  weeks: { windows: { gradeInWords: string }[] }[];
}

async function address(lead: string): Promise<string> {
  const { items } = await product.ask<{ items: { id: string }[] }>(`/terms/${term}/plans`);
  return `/terms/${term}/plans/${items[0]?.id ?? ''}/leads/${lead}`;
}

const says = (page: Page) => page.getByRole('textbox', { name: 'What they say' });
const cell = (page: Page, place: string) => page.locator(`[data-cell="${place}"]`);

describe('a Lead Reviewer', () => {
  it('is written down for by keyboard alone: words, a window, recorded, undone', async () => {
    const { page, faults } = await product.open();
    await listenOn(page);
    await page.goto(await address('LR-001'));
    await page.getByRole('heading', { level: 1, name: 'Harriet Bunting' }).waitFor();
    expect(await page.title()).toBe('Harriet Bunting - QA Review schedule');
    const before = await product.ask<Calendar>(calendarOf('LR-001'));
    await says(page).focus();
    await page.keyboard.type('never Tusedays');
    await untilTold(page, '“Tusedays” is not understood. Did you mean “Tuesdays”?');
    await page.getByText('Nothing is recorded until every word is understood.').waitFor();
    expect(
      await page
        .getByRole('button', { name: /^Record/u })
        .first()
        .isDisabled(),
    ).toBe(true);
    await says(page).fill('never Mondays, and not the week of 1 March');
    await untilTold(page, 'Not available on Mondays. Not available in the week of 1 March 2027.');
    await cell(page, '1 1').focus();
    await page.keyboard.press('p');
    await untilTold(page, 'Wednesday 13 to Friday 15 January 2027: preferred. Not recorded yet.');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('n');
    await untilTold(page, 'Wednesday 6 to Friday 8 January 2027 cannot be changed: Training day');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Only if needed' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    const record = page.getByRole('button', { name: /^Record \d+ changes$/u });
    await record.focus();
    await page.keyboard.press('Enter');
    await untilTold(page, 'You can undo it.');
    const recorded = await product.ask<Calendar>(calendarOf('LR-001'));
    expect(recorded.answer?.said).toBe('never Mondays, and not the week of 1 March');
    expect(recorded.weeks[1]?.windows.map(({ gradeInWords }) => gradeInWords)).toEqual([
      'Not available',
      'Preferred',
    ]);
    await page.getByText('“never Mondays, and not the week of 1 March”').first().waitFor();
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await untilTold(page, 'Undone: the answer is as it was.');
    const undone = await product.ask<Calendar>(calendarOf('LR-001'));
    expect(undone.weeks).toEqual(before.weeks);
    expect(faults).toEqual([]);
  });

  it('is answered for by two at once: the second is told what changed, and loses nothing', async () => {
    const { page } = await product.open({ dark: true });
    await listenOn(page);
    await page.goto(await address('LR-004'));
    await says(page).fill('never Fridays');
    await untilTold(page, 'Not available on Fridays.');
    const answers = `/api/v1/availability-rounds/${term}/answers/LR-004`;
    await fetch(`${product.url}${answers}`, {
      method: 'PUT',
      body: JSON.stringify({ default: 'AVAILABLE', said: 'free all term' }),
      headers: { 'content-type': 'application/json', 'qar-author': 'Sam%20Whitely' },
    });
    await page.getByRole('button', { name: /^Record \d+ changes$/u }).click();
    await untilTold(page, 'Sam Whitely recorded another answer on');
    const problem = page.getByRole('alert').filter({ hasText: 'There is a problem' });
    await problem.getByText('from no answer to available').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await says(page).inputValue()).toBe('never Fridays');
    expect(await primaryIn(page.locator('main'))).toEqual(['Put mine on top of it']);
    await page.getByRole('button', { name: 'Put mine on top of it' }).click();
    // What the other one recorded is asked for; a click in the middle of that says nothing.
    await page.waitForLoadState('networkidle');
    await page.getByRole('button', { name: /^Record \d+ changes$/u }).click();
    await untilTold(page, 'You can undo it.');
    const { answer } = await product.ask<Calendar>(calendarOf('LR-004'));
    expect(answer?.said).toBe('never Fridays');
    await page.getByText('“free all term”').first().waitFor();
  });

  it('has former homes, of which one entered by mistake is taken back and put back by keyboard', async () => {
    const person = '/lead-reviewers/LR-007';
    const homes = async (): Promise<unknown[]> =>
      (await product.ask<{ formerHomes: unknown[] }>(`${person}/facts`)).formerHomes;
    const { page, faults } = await product.open({ width: 390 });
    await listenOn(page);
    await page.goto(await address('LR-007'));
    await page.getByRole('heading', { name: 'Travel' }).waitFor();
    expect(await page.getByText('Former homes').count()).toBe(0);
    const home = { from: '1900-01-01', to: '2026-03-02', postcodeDistrict: 'LS6' };
    await product.ask(
      `${person}/facts`,
      { kind: 'FORMER_HOME', ...home },
      { from: `${person}/facts` },
    );
    await page.reload();
    const takeBack = page.getByRole('button', {
      name: /^Take back ?: Lived in LS6 until 2 March 2026$/u,
    });
    await takeBack.waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await takeBack.press('Enter');
    await untilTold(page, 'Taken back: Lived in LS6 until 2 March 2026. You can undo it.');
    await page.getByText('There is none on record.').first().waitFor();
    await page.locator('h3:focus', { hasText: 'Former homes' }).waitFor();
    expect(await homes()).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await untilTold(page, 'Undone: Taken back: Lived in LS6');
    await takeBack.waitFor();
    expect(await homes()).toEqual([home]);
    expect(faults).toEqual([]);
  });

  it('shows tables that say the same, forms for facts, and fits a telephone', async () => {
    const { page, faults } = await product.open({ width: 390 });
    await page.goto(`${await address('LR-020')}?calendar=table&travel=table&history=all`);
    await page.getByRole('columnheader', { name: 'In this plan', exact: true }).waitFor();
    await page.getByRole('columnheader', { name: 'Miles one way' }).waitFor();
    await page.getByText('DBS check: Runs out on 12 February 2027').first().waitFor();
    expect([await sideways(page), await axeFindings(page)]).toEqual([0, []]);
    await page.getByRole('link', { name: 'Correct the limits' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Travels at most, in miles by road').fill('-3');
    await dialog.getByRole('button', { name: 'Record it' }).click();
    await dialog.getByText('There is a problem').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByLabel('Travels at most, in miles by road').fill('80');
    await dialog.getByRole('button', { name: 'Record it' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('Travels at most 80 miles by road.').first().waitFor();
    expect(faults.filter((fault) => !fault.includes('400'))).toEqual([]);
  });

  it('has a check recorded, shortened where it was entered wrong, and says what is on record already', async () => {
    const { page, faults } = await product.open();
    await page.goto(await address('LR-078'));
    const dialog = page.getByRole('dialog');
    const record = async (days: [string, string], holds: RegExp): Promise<void> => {
      await dialog.getByRole('radio', { name: holds }).check();
      await dialog.getByLabel('First day').fill(days[0]);
      await dialog.getByLabel('Last day').fill(days[1]);
      await dialog.getByRole('button', { name: 'Record it' }).press('Enter');
    };
    const open = page.getByRole('link', { name: 'Record a check' });
    await page.getByText('Until 14 June 2029').waitFor();
    await open.press('Enter');
    await record(['2026-09-01', '2027-01-19'], /^they have it/u);
    await dialog.getByText('Nothing was changed: this is on record already.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await record(['2027-01-20', ''], /^they do not/u);
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('DBS check runs out on 19 January 2027').first().waitFor();
    await open.press('Enter');
    await record(['2027-01-20', '2029-06-14'], /^they have it/u);
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('Until 14 June 2029').waitFor();
    expect(faults).toEqual([]);
  });

  it('has contract, exception, employer and specialisms recorded, each tried first and taken back', async () => {
    const { page, faults } = await product.open();
    await listenOn(page);
    await page.goto(await address('LR-010'));
    const dialog = page.getByRole('dialog');
    const see = dialog.getByRole('button', { name: 'See what it would do' });
    const before = await product.ask<object>('/lead-reviewers/LR-010/commitments');
    await page.getByRole('link', { name: 'Record a contract' }).press('Enter');
    await dialog.getByText('A contract of 2026/27 lies within 1 September 2026').waitFor();
    await dialog.getByLabel('Last day').fill('2028-08-31');
    await see.press('Enter');
    await dialog.getByText(/lies within 1 September 2026 to 31 August 2027/u).waitFor();
    await dialog.getByText('Nothing would be changed, 1 refused').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Close' }).press('Enter');
    await page.getByRole('link', { name: 'End the contract' }).press('Enter');
    await dialog.getByLabel('First day without a contract').fill('2027-04-01');
    await see.press('Enter');
    await dialog.getByText('Contract of 2026/27: 1 September 2026 to 31 March 2027').waitFor();
    await dialog.getByRole('button', { name: 'Change 1 person' }).press('Enter');
    await page.getByText('1 person changed.').first().waitFor();
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await untilTold(page, 'Undone');
    expect(await product.ask<object>('/lead-reviewers/LR-010/commitments')).toEqual(before);
    await page.getByRole('link', { name: 'Agree an exception' }).press('Enter');
    await see.press('Enter');
    await dialog.getByRole('link', { name: /^Minimum: Enter how many/u }).press('Enter');
    await page.keyboard.type('2');
    await dialog.getByLabel('Reason').fill('Phased return');
    await see.press('Enter');
    await dialog.getByText('A minimum of 2 agreed for 2026/27: Phased return').waitFor();
    await dialog.getByRole('button', { name: 'Change 1 person' }).press('Enter');
    await page.getByText('2 to lead').waitFor();
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await page.getByText('2 to lead').waitFor({ state: 'detached' });
    expect(faults.filter((fault) => !fault.includes('422'))).toEqual([]);
  });

  it('has an employer found by name and specialisms chosen by name, on a telephone', async () => {
    const { page } = await product.open({ width: 390, height: 844, dark: true });
    await page.goto(`${await address('LR-011')}?correct=employer`);
    const dialog = page.getByRole('dialog');
    const see = dialog.getByRole('button', { name: 'See what it would do' });
    await see.click();
    await dialog.getByRole('link', { name: /Choose the school/u }).click();
    await page.keyboard.type('abbey green');
    await page.getByRole('option', { name: /Abbey Green Nursery School/u }).waitFor();
    expect([await sideways(page), await axeFindings(page)]).toEqual([0, []]);
    await page.getByRole('option', { name: /Abbey Green Nursery School/u }).click();
    await dialog.getByLabel('They are a serving leader there').check();
    await see.click();
    await dialog.getByText(/Abbey Green Nursery School, serving leader, from/u).waitFor();
    expect([await sideways(page), await axeFindings(page)]).toEqual([0, []]);
    await dialog.getByRole('button', { name: 'Change 1 person' }).click();
    await page.getByText('Abbey Green Nursery School, serving leader').first().waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page
      .getByText('Abbey Green Nursery School, serving leader')
      .first()
      .waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Correct the specialisms' }).click();
    await dialog.getByRole('checkbox', { name: 'Multi-sensory impairment' }).check();
    await see.click();
    await dialog.getByText(/Multi-sensory impairment/u).waitFor();
    await dialog.getByRole('button', { name: 'Change 1 person' }).click();
    await page.getByText('Multi-sensory impairment (MSI)').waitFor();
    expect([await sideways(page), await axeFindings(page)]).toEqual([0, []]);
  });

  it('is designed for loading, failing, no permission and very long names', async () => {
    const { page } = await product.open({ width: 1024, dark: true });
    const where = await address('LR-002');
    const api = where.replace(/^\/terms\/[^/]+(.*)\/leads\//u, '$1/lead-reviewers/');
    await stub(page, api, { never: true });
    await page.goto(where);
    await page.locator('[data-state="loading"]').getByText('Loading the Lead Reviewer…').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await stub(page, api, { refusal: 403 });
    await page.reload();
    await page.getByRole('heading', { name: 'You do not have permission to see this' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const long = `Maximiliana ${'von Oberwiesenbach-Unterhimmelreich '.repeat(3)}`;
    const lead = await product.ask<{ seats: object[] }>(api);
    await stub(page, api, { answer: { ...lead, name: long, notes: [long.repeat(3)], seats: [] } });
    await stub(page, calendarOf('LR-002'), { refusal: 500 });
    await page.reload();
    await page.getByRole('heading', { level: 1 }).getByText('Maximiliana').waitFor();
    await page.locator('[data-state="failed"]').first().waitFor();
    await page.getByText('This plan gives them no review.').waitFor();
    expect([await sideways(page), await axeFindings(page)]).toEqual([0, []]);
  });

  it('is reached from the board, by keyboard and by mouse', async () => {
    const { page } = await product.open();
    const board = (await address('LR-001')).replace(/\/leads\/.*$/u, '');
    await page.goto(board);
    const name = page.locator('[data-person]').first();
    const first = await name.innerText();
    await name.click();
    await page.getByRole('heading', { level: 1, name: first }).waitFor();
    await page.goBack();
    const second = page.locator('[role=rowheader]', { has: page.locator('[data-person]') }).nth(1);
    const called = await second.locator('[data-person]').innerText();
    await second.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: called }).waitFor();
  });
});
