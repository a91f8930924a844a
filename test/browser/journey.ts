/** The whole term in the browser, from spreadsheets to a plan that can be taken along. */
import { readFile } from 'node:fs/promises';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { readSpreadsheet } from '../../src/exchange/reading/read-file.js';
import { columnNow, movable, type Move } from './board-moves.js';
import type { Hand } from './hands.js';
import type { InBrowser } from './in-browser.js';
import { sampleWorkbook } from './sample-workbook.js';

/** What takes seconds on a quiet machine. */
const patience = { timeout: 180_000 };

export class Journey {
  constructor(
    private readonly product: InBrowser,
    private readonly page: Page,
    private readonly hand: Hand,
  ) {}

  async run(): Promise<void> {
    await this.page.goto('/');
    await this.importSheets();
    await this.checkBefore();
    await this.solve();
    await this.understandGap();
    const kept = await this.changePlan();
    await this.compare(kept);
    await this.download(kept);
  }

  private async importSheets(): Promise<void> {
    const { page, hand } = this;
    await this.goTo('Import', 'Import a spreadsheet');
    const chooser = page.waitForEvent('filechooser');
    await hand.use(page.getByRole('button', { name: 'Choose a file' }));
    const file = { name: 'our term.xlsx', mimeType: '', buffer: await sampleWorkbook() };
    await (await chooser).setFiles(file);
    await this.heading('Check the columns', patience);
    await hand.use(page.getByRole('button', { name: 'Show what it would change' }));
    await this.heading('our term.xlsx', patience);
    await hand.use(page.getByRole('button', { name: /^Save [\d,]+ changes$/ }));
    await page.getByText(/^[\d,]+ changes are saved$/).waitFor(patience);
  }

  private async checkBefore(): Promise<void> {
    const { page } = this;
    await this.goTo('Pre-flight', 'Pre-flight for Spring 2027');
    await page
      .getByRole('heading', { name: /^No plan covers more than 148 of 153 reviews/ })
      .waitFor(patience);
  }

  private async solve(): Promise<void> {
    const { page, hand } = this;
    await hand.use(page.getByRole('link', { name: 'Run the allocation' }));
    await hand.use(page.getByRole('button', { name: /^Start the run for 153 reviews/ }));
    await page.getByRole('heading', { name: 'The best plan there is' }).waitFor(patience);
    await page.getByText('148 of 153 reviews have a lead.').first().waitFor();
  }

  private async understandGap(): Promise<void> {
    const { page, hand } = this;
    await this.goTo('Unplaced', 'Reviews without a lead');
    await page
      .getByText(/^Checked by solving again, \d/u)
      .first()
      .waitFor(patience);
    await hand.use(page.getByRole('button', { name: 'Go to…' }));
    await page.getByRole('combobox', { name: /^Page, school/ }).fill('priestley');
    await page
      .getByRole('option', { name: /^Priestley Smith School.*Reviews of the term/ })
      .waitFor(patience);
    await page.keyboard.press('Enter');
    const reasons = page.getByRole('heading', { name: 'Who cannot, and what would mend it' });
    await reasons.waitFor(patience);
  }

  /** Moves two reviews, takes one move back, and saves. @returns the move that stays */
  private async changePlan(): Promise<Move> {
    const { page, hand, product } = this;
    await this.goTo('Plan', 'Plan board');
    const plan = this.planShown();
    const [kept, undone] = await movable(product, plan);
    if (!kept || !undone) throw new Error('The sample has no two reviews that could be moved.');
    for (const move of [kept, undone]) {
      await hand.move(page, move, await columnNow(product, plan, move.chip));
      await this.told(`Moved to ${move.name}. 148 of 153 reviews have a lead.`);
    }
    await hand.undo(page);
    await this.told(`Undone: ${undone.chip.school} to ${undone.name}. 1 change since version 1.`);
    await hand.use(page.getByRole('button', { name: 'Save as v2' }));
    await page.getByText('Draft, version 2').waitFor(patience);
    return kept;
  }

  private async compare({ chip, name }: Move): Promise<void> {
    const { page, hand } = this;
    await hand.use(page.getByRole('link', { name: 'Compare', exact: true }));
    await this.heading('Compare plans', patience);
    const change = page
      .getByRole('listitem')
      .filter({ hasText: chip.school })
      .filter({ hasText: name });
    await change.first().waitFor(patience);
  }

  private async download({ chip, name }: Move): Promise<void> {
    const { page, hand } = this;
    await this.goTo('Plan', 'Plan board');
    const download = page.waitForEvent('download');
    await hand.use(page.getByRole('link', { name: 'Download this plan' }));
    const bytes = await readFile(await (await download).path());
    const sheets = await readSpreadsheet({ name: 'plan.xlsx', bytes });
    const rows = sheets.flatMap(({ rows: each }) => each.map((cells) => cells.join(' | ')));
    expect(rows.filter((row) => row.includes(chip.school) && row.includes(name))).not.toEqual([]);
  }

  private planShown(): string {
    return new URL(this.page.url()).pathname.split('/').at(-1) ?? '';
  }

  private async goTo(place: string, title: string): Promise<void> {
    const bar = this.page.getByRole('navigation', { name: 'Pages' });
    await this.hand.use(bar.getByRole('link', { name: place, exact: true }));
    await this.heading(title, patience);
  }

  private heading(title: string, waiting: { timeout?: number } = {}): Promise<void> {
    return this.page.getByRole('heading', { level: 1, name: title }).waitFor(waiting);
  }

  private told(words: string): Promise<void> {
    return this.page.locator('[data-live]').getByText(words).waitFor();
  }
}
