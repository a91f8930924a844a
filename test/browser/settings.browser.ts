import { describe, expect, it } from '@jest/globals';
import { axeFindings } from './accessibility.js';
import { listenOn, untilTold } from './announcements.js';
import { inBrowser } from './in-browser.js';
import { primaryIn } from './primary-actions.js';
import { sideways, stub } from './stubbed-api.js';

const product = inBrowser();

describe('years and terms', () => {
  it('are shown as a picture and as a table', async () => {
    const { page, faults } = await product.open();
    await page.goto('/settings');
    await page.getByRole('img', { name: /^The academic year 2026\/27 day by day/u }).waitFor();
    await page.getByText('11 review weeks, 20 windows').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('link', { name: /^Show as a table/u }).press('Enter');
    await page.getByRole('rowheader', { name: '11 Jan' }).waitFor();
    expect(new URL(page.url()).searchParams.get('shown')).toBe('table');
    expect(await axeFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('take a training day, and say first what it affects; it is removed after a question', async () => {
    const { page } = await product.open();
    await listenOn(page);
    await page.goto('/settings');
    await page.getByLabel('New training day').fill('2027-02-04');
    await page.getByLabel('Title').fill('Extra training');
    await page.getByRole('button', { name: 'Add the training day' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Add this training day?' });
    await dialog.getByText('Spring 2027 is being planned').waitFor();
    await dialog.getByText(/schools have named a window that would be lost/u).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Add the training day' }).press('Enter');
    await untilTold(page, 'The training day was added.');
    await page.getByText('Extra training, in person').waitFor();
    await page
      .getByRole('button', { name: 'Remove the training day on Thursday 4 February 2027' })
      .press('Enter');
    await page.getByRole('button', { name: 'Take it away' }).press('Enter');
    await untilTold(page, 'is no training day any more.');
    await page.getByText('Extra training, in person').waitFor({ state: 'detached' });
  });

  it('tell the server’s rules beside the form, and lose nothing', async () => {
    const { page } = await product.open({ width: 390, height: 844, dark: true });
    await listenOn(page);
    await page.goto('/settings?edit=spring-2027');
    const save = page.getByRole('button', { name: 'Save the dates' });
    const last = page.locator('form').filter({ has: save }).getByLabel('Last day');
    await last.fill('2028-01-01');
    await save.press('Enter');
    await page.getByRole('button', { name: 'Change the dates' }).press('Enter');
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    await page.getByText('must lie inside the academic year 2026/27').first().waitFor();
    await untilTold(page, 'Nothing was saved.');
    expect(await last.inputValue()).toBe('2028-01-01');
    expect(await sideways(page)).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
  });
});

describe('school calendars', () => {
  it('are shown and corrected year by year', async () => {
    const { page } = await product.open();
    await listenOn(page);
    await page.goto('/settings?part=calendars&calendar=typical-two-week-october&year=2026%2F27');
    await page.getByRole('heading', { name: 'Correct these dates' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('Another pupil-free day').fill('2027-06-11');
    await page.getByRole('button', { name: 'Put it in' }).press('Enter');
    await page.getByRole('button', { name: 'Take out Fri 11 Jun' }).waitFor();
    await page.getByRole('button', { name: 'Save the calendar' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog
      .getByRole('button', { name: 'Save the calendar' })
      .press('Enter', { timeout: 5_000 })
      .catch(() => undefined); // it is asked only where a term that is planned is touched
    await untilTold(page, 'were saved.');
    await page.getByText('Fri 11 Jun').waitFor();
  });
});

describe('rules', () => {
  it('are changed with a reason, kept, and put back', async () => {
    const { page, faults } = await product.open();
    await listenOn(page);
    await page.goto('/settings?part=rules');
    const change = page.getByRole('button', { name: 'Change Rest' });
    await change.press('Enter');
    await page.getByRole('button', { name: 'Cancel', exact: true }).press('Enter');
    // Another button than before stands there now.
    await change.and(page.locator(':focus')).waitFor();
    await change.press('Enter');
    await page.getByLabel('At most').fill('0.5');
    await page.getByLabel('Why').fill('A trial');
    await page.getByRole('button', { name: 'Save the change' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Change “Rest”?' });
    await dialog.getByText('A plan stays as it is until the term is run again.').first().waitFor();
    await dialog.getByRole('button', { name: 'Save the change' }).press('Enter');
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    expect(await page.getByLabel('At most').getAttribute('aria-invalid')).toBe('true');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('At most').fill('2');
    await page.getByRole('button', { name: 'Save the change' }).press('Enter');
    await dialog.getByRole('button', { name: 'Save the change' }).press('Enter');
    await untilTold(page, 'Rest: saved.');
    await page.getByText('by Ruth Ellison: A trial').waitFor();
    await page.getByRole('button', { name: 'Change Rest' }).press('Enter');
    await page.getByLabel('Why').fill('The trial has ended');
    await page.getByRole('button', { name: 'Back to the default' }).press('Enter');
    await dialog.getByRole('button', { name: 'Save the change' }).press('Enter');
    await page.getByText('by Ruth Ellison: A trial').waitFor({ state: 'detached' });
    await page.goto('/settings?part=rules&history=rest');
    const earlier = 'At most 2 reviews, in any 4 school weeks of a term';
    await page.getByText(earlier).first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: `Put it back (${earlier})` }).press('Enter');
    await page.getByRole('button', { name: 'Put it back from today' }).press('Enter');
    await untilTold(page, 'The earlier value holds again from today.');
    expect(faults.filter((fault) => !fault.includes('400'))).toEqual([]);
  });
});

describe('two people at once', () => {
  it('are told who was first and what they changed, and lose and overwrite nothing', async () => {
    const { page } = await product.open();
    await listenOn(page);
    await page.goto('/settings?part=rules&edit=minimum');
    const [first, second] = [page.getByRole('textbox').nth(0), page.getByRole('textbox').nth(1)];
    const theirs = Number(await second.inputValue()) + 1;
    await first.fill('9');
    await page.getByLabel('Why').fill('More schools');
    const { settings } = await product.ask<{ settings: { minimum: object } }>('/settings');
    await product.ask(
      '/settings/minimum',
      { value: { ...settings.minimum, servingLeader: theirs }, reason: 'Agreed' },
      { method: 'PUT', from: '/settings/minimum/history' },
    );
    await page.getByRole('button', { name: 'Save the change' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Save the change' }).press('Enter');
    const told = page.getByRole('alert').filter({ hasText: 'Somebody else saved first' });
    await told.getByText(/^Setting changed by Sam Whitely/u).waitFor();
    await told.getByText(new RegExp(`Serving leader: from \\d+ to ${theirs}`, 'u')).waitFor();
    expect(await first.inputValue()).toBe('9');
    expect(await primaryIn(page.locator('main'))).toEqual(['Put mine on top']);
    expect(await axeFindings(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await sideways(page)).toBe(0);
    await told.getByRole('button', { name: 'Put mine on top' }).press('Enter');
    await untilTold(page, 'Minimum commitment: saved.');
    const after = await product.ask<{ settings: { minimum: object } }>('/settings');
    expect(after.settings.minimum).toMatchObject({ lead: 9, servingLeader: theirs });
  });
});

describe('policies', () => {
  it('say what each number does, and are changed, added and taken away', async () => {
    const { page } = await product.open();
    await listenOn(page);
    await page.goto('/settings?part=policies');
    await page.getByText('Every number, and what it does').first().click();
    await page.getByText('More points: fewer nights away.').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('Name of the new policy').fill('No nights away');
    await page.getByRole('button', { name: 'Add the policy' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Add the policy' }).press('Enter');
    await untilTold(page, 'The policy No nights away was added.');
    await page.getByRole('button', { name: 'Change No nights away' }).press('Enter');
    await page.getByLabel('Each night away').fill('200');
    await page.getByLabel('Why').fill('Budgets');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save the change' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Save the change' }).press('Enter');
    await page.getByText('Nights away count 10 times as much as usual.').waitFor();
    await page.getByLabel('Policy to take away').selectOption('No nights away');
    await page.getByRole('button', { name: 'Take it away' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Take it away' }).press('Enter');
    await untilTold(page, 'The policy No nights away was taken away.');
  });
});

describe('settings', () => {
  it('say who changed what, and where headings come from', async () => {
    const { page } = await product.open({ width: 390, height: 844 });
    await page.goto('/settings?part=changes');
    await page.getByText('Training day added: 24 September 2026').waitFor();
    expect(await sideways(page)).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('About').selectOption('Training days');
    await page.getByText('Academic year opened').waitFor({ state: 'detached' });
    await page.goto('/settings?part=columns');
    await page.getByRole('heading', { name: 'No headings are kept yet' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('are designed for nothing, waiting, failure and no permission', async () => {
    const { page } = await product.open({ dark: true, width: 1024 });
    await stub(page, '/academic-years', { answer: { items: [] } });
    await page.goto('/settings');
    await page.getByRole('heading', { name: 'Open the first academic year' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await stub(page, '/academic-years', { never: true });
    await page.reload();
    await page.getByText('Loading the years…').waitFor();
    await stub(page, '/settings/described', { refusal: 500 });
    await page.goto('/settings?part=rules');
    await page.getByText('Something went wrong here. Try again.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await stub(page, '/settings/described', { refusal: 403 });
    await page.reload();
    await page.getByRole('heading', { name: 'You do not have permission to see this' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});
