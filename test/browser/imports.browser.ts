import { describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { readSpreadsheet } from '../../src/exchange/reading/read-file.js';
import { axeFindings } from './accessibility.js';
import { listenOn, untilTold } from './announcements.js';
import { inBrowser } from './in-browser.js';
import { sideways, stub } from './stubbed-api.js';

const product = inBrowser();

const none = '11111111-1111-4111-8111-111111111111';

interface Listed {
  items: { urn: string; name: string }[];
}

async function someSchools(): Promise<Listed['items']> {
  return (await product.ask<Listed>('/schools?limit=4')).items;
}

/** Chooses a file made of these lines, as a person would with the system’s dialog. */
async function choose(page: Page, name: string, lines: readonly string[]): Promise<void> {
  await page.getByLabel('The spreadsheet to import').setInputFiles({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(lines.join('\n')),
  });
}

const longName =
  'The St Catherine and All Saints Voluntary Aided Church of England and Roman Catholic Primary Academy of the Metropolitan Borough';

describe('a spreadsheet', () => {
  it('is sent, understood, compared, saved and undone by keyboard', async () => {
    const [first, second] = await someSchools();
    const { page, faults } = await product.open();
    await listenOn(page);
    await page.goto('/imports');
    await page.getByRole('heading', { level: 1, name: 'Import a spreadsheet' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file' }).press('Enter');
    await (
      await chooser
    ).setFiles({
      name: 'finance return.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        [
          'School number,Name,Favourite colour',
          `${first?.urn ?? ''},${longName},blue`,
          `${second?.urn ?? ''},"${second?.name ?? ''}",red`,
          '12,Short School,green',
        ].join('\n'),
      ),
    });
    await page.getByRole('heading', { level: 1, name: 'Check the columns' }).waitFor();
    await page.getByText('We do not recognise this sheet.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('What it holds').selectOption('Schools');
    await page.getByText('URN is needed and was not found.').waitFor();
    await page.getByLabel('Which of our columns “School number” is').selectOption('URN (needed)');
    await page.getByText('You chose').waitFor();
    expect(new URL(page.url()).searchParams.get('kinds')).toBe('0:schools');
    await page.getByRole('button', { name: 'Show what it would change' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'finance return.csv' }).waitFor();
    await untilTold(page, 'Compared. Schools: 1 changed. 1 row to mend, left out.');
    await page.getByText(longName).first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('link', { name: '1 (Schools, to mend)' }).press('Enter');
    await page.getByText('which has six digits').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download 1 row to mend' }).press('Enter');
    const file = await (await download).path();
    const [sheet] = await readSpreadsheet({ name: 'mend.xlsx', bytes: await readFile(file) });
    expect(sheet?.rows[0]).toEqual(['What to mend', 'URN', 'Name']);
    await page.getByRole('button', { name: 'Save 1 change' }).press('Enter');
    await untilTold(page, 'Saved. Schools: 1 changed.');
    await page.getByText('1 change is saved').waitFor();
    await page
      .getByText(/^Saved by Ruth Ellison on /u)
      .first()
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Undo this import' }).press('Enter');
    await page.getByRole('dialog', { name: 'Undo this import?' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Undo 1 change' }).press('Enter');
    await untilTold(page, 'Undone. Everything is as it was before this import.');
    await page.getByText('This import was undone').waitFor();
    const after = await someSchools();
    expect(after[0]?.name).toBe(first?.name);
    await page.goto('/imports');
    await page.getByRole('listitem').filter({ hasText: 'finance return.csv' }).waitFor();
    expect(faults).toEqual([]);
  });

  it('is understood at once the next time', async () => {
    const { page } = await product.open({ width: 390, height: 844, dark: true });
    await page.goto('/imports');
    await choose(page, 'next month.csv', [
      'School number,Name,Favourite colour',
      '100091,Any School,blue',
    ]);
    await page.getByText('As you chose last time').waitFor();
    expect(await page.getByLabel('What it holds').inputValue()).toBe('schools');
    expect(await sideways(page)).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
  });

  it.each([
    ['empty.csv', '', 'The file is empty.'],
    ['picture.png', '\u0000\u0001\u0002', 'is neither a spreadsheet nor text'],
    ['broken.xlsx', 'PK\u0003\u0004', 'This workbook is damaged'],
  ])('that cannot be read is refused in words: %s', async (name, content, words) => {
    const { page } = await product.open();
    await listenOn(page);
    await page.goto('/imports');
    await choose(page, name, [content]);
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    // Said once.
    await page.getByRole('alert').getByText(words).waitFor();
    await untilTold(page, 'The file was not taken.');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Choose a file' }).waitFor();
  });

  it('can be dropped', async () => {
    const { page } = await product.open();
    await page.goto('/imports');
    await page.getByText('Drop a spreadsheet here').waitFor();
    await page.evaluate(`{
      const data = new DataTransfer();
      data.items.add(new File(['URN,Town\\n100091,Leeds'], 'schools.csv', { type: 'text/csv' }));
      const zone = document.querySelector('[data-over]');
      zone.dispatchEvent(new DragEvent('dragover', { bubbles: true, dataTransfer: data }));
      zone.dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer: data }));
    }`);
    await page.getByRole('heading', { level: 1, name: 'Check the columns' }).waitFor();
  });

  it('says so when somebody else saved meanwhile, and can be compared again', async () => {
    const [school] = await someSchools();
    const { page } = await product.open();
    await listenOn(page);
    await page.goto('/imports');
    await choose(page, 'schools.csv', ['URN,Town', `${school?.urn ?? ''},Here`]);
    await page.getByRole('button', { name: 'Show what it would change' }).click();
    await page.getByRole('button', { name: 'Save 1 change' }).waitFor();
    const sent = await fetch(`${product.url}/api/v1/imports?fileName=theirs.csv&kind=schools`, {
      method: 'POST',
      body: `URN,Town\n${school?.urn ?? ''},There`,
      headers: { 'content-type': 'text/csv', 'qar-author': 'Sam%20Whitely' },
    });
    const { id } = (await sent.json()) as { id: string };
    await product.ask(`/imports/${id}/apply`, {});
    await page.getByRole('button', { name: 'Save 1 change' }).click();
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    await page.getByText('The data has changed since the dry run').first().waitFor();
    await untilTold(page, 'Sam Whitely saved theirs.csv');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Compare again' }).first().click();
    await untilTold(page, 'Compared again. Schools: 1 changed.');
    await page.getByRole('deletion').filter({ hasText: 'There' }).waitFor();
    await product.ask(`/imports/${id}/undo`, {});
  });
});

describe('an import of a whole register', () => {
  it('is shown in pages and found by words', async () => {
    const { page } = await product.open();
    await page.goto('/imports');
    const rows = Array.from(
      { length: 25_000 },
      (_, i) => `${String(500_000 + i)},St Mary’s ${String(i)},Academy,London`,
    );
    await choose(page, 'schools.csv', ['URN,Name,Type,Region', ...rows]);
    await page.getByRole('button', { name: 'Show what it would change' }).click();
    await page.getByRole('heading', { name: 'Comparing with what is stored' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save 25,000 changes' }).waitFor({ timeout: 90_000 });
    await page.getByRole('link', { name: 'Last page' }).click();
    await page.getByText('24,951 to 25,000 of 25,000 changes', { exact: true }).waitFor();
    await page.getByLabel('Look for').fill('Mary’s 24999');
    await page.getByText('1 change', { exact: true }).waitFor();
    expect(new URL(page.url()).searchParams.get('text')).toBe('Mary’s 24999');
    expect(await page.getByRole('listitem').filter({ hasText: '524999' }).count()).toBe(1);
  }, 120_000);
});

describe('imports', () => {
  it('are designed for waiting, failure, no permission and what is not there', async () => {
    const { page } = await product.open({ dark: true, width: 1024 });
    await stub(page, '/imports', { never: true });
    await page.goto('/imports');
    await page.getByText('Loading earlier imports…').waitFor();
    await stub(page, '/imports', { refusal: 500 });
    await page.reload();
    await page.getByText('Something went wrong here. Try again.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await stub(page, '/imports', { answer: { items: [], next: null } });
    await page.reload();
    await page.getByRole('heading', { name: 'Nothing was imported yet' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await stub(page, `/imports/${none}`, { refusal: 403 });
    await page.goto(`/imports/${none}`);
    await page.getByRole('heading', { name: 'You do not have permission to see this' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.goto(`/imports?file=${none}`);
    await page.getByRole('heading', { name: 'We cannot find it' }).waitFor();
  });
});
