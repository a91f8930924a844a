/** Somebody put on the register in a real browser, and somebody whose home is elsewhere now. */
import { describe, expect, it } from '@jest/globals';
import { axeFindings } from './accessibility.js';
import { inBrowser } from './in-browser.js';

const product = inBrowser();

const term = '/terms/spring-2027';

describe('the register of Lead Reviewers', () => {
  it('takes somebody new, and says what is wrong beside the field', async () => {
    const { page } = await product.open();
    await page.goto(`${term}/leads`);
    await page.getByRole('button', { name: 'Add a Lead Reviewer' }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('button', { name: 'Add' }).click();
    await form.getByRole('link', { name: /Enter the person’s name/ }).click();
    await page.locator('#lead-name:focus').waitFor();
    await form.getByLabel('Reference').fill('LR-001');
    await form.getByLabel('Name', { exact: true }).fill('Ann Other');
    await form.getByLabel('Postcode district').fill('LS6');
    await form.getByRole('button', { name: 'Add' }).click();
    await form.getByRole('link', { name: /The reference LR-001 is taken/ }).waitFor();
    expect(await form.getByLabel('Name', { exact: true }).inputValue()).toBe('Ann Other');
    expect(await axeFindings(page)).toEqual([]);
    await form.getByLabel('Reference').fill('LR-901');
    await form.getByRole('button', { name: 'Add' }).click();
    await page.getByText('Ann Other was added.').first().waitFor();
    await page.getByText('101 Lead Reviewers').first().waitFor();
    await page.getByRole('heading', { level: 1 }).waitFor();
  });

  it('has its main button as large as a thumb on a phone', async () => {
    const { page } = await product.open({ width: 390, height: 844 });
    await page.goto('/terms/spring-2027/leads');
    const add = page.getByRole('button', { name: 'Add a Lead Reviewer' });
    expect((await add.boundingBox())?.height).toBeGreaterThanOrEqual(48);
  });

  it('asks of a home that is elsewhere whether they moved or it was wrong', async () => {
    const { page } = await product.open();
    await page.goto(`${term}/leads`);
    const row = page.getByRole('row').nth(1);
    const own = await row.getByRole('link').first().getAttribute('href');
    await row.getByRole('checkbox').press('Space');
    await page.getByRole('button', { name: /^Correct the entry of/ }).press('Enter');
    const form = page.getByRole('dialog');
    await form.getByLabel('Postcode district').fill('LS6');
    await form.getByRole('button', { name: 'Save' }).press('Enter');
    await form.getByRole('link', { name: /Say whether they moved/ }).press('Enter');
    await form.getByRole('radio', { name: 'They moved' }).check();
    await form.getByRole('button', { name: 'Save' }).press('Enter');
    await form.getByRole('link', { name: /Enter the first day in the new home/ }).waitFor();
    await form.getByLabel('First day in the new home').fill('2199-01-01');
    await form.getByRole('button', { name: 'Save' }).press('Enter');
    await form.getByRole('link', { name: /That day lies ahead/ }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await form.getByLabel('First day in the new home').fill('2026-10-05');
    await form.getByRole('button', { name: 'Save' }).press('Enter');
    await page
      .getByText(/ was saved\./)
      .first()
      .waitFor();
    await page.goto(own ?? '');
    await page
      .getByText(/Lived in \S+ until 4 October 2026/)
      .first()
      .waitFor();
  });
});
