import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { TermHomeView } from '../../src/allocations/home/term-home.schema.js';
import { axeFindings } from './accessibility.js';
import { type BoardAnswer, type Chip, columnNow, movable, someChip, walk } from './board-moves.js';
import { type PageSettings } from './chromium.js';
import { inBrowser } from './in-browser.js';
import { primaryIn } from './primary-actions.js';

const product = inBrowser();
let plan: string;

beforeAll(async () => {
  const { items } = await product.ask<{ items: { id: string }[] }>('/terms/spring-2027/plans');
  plan = items[0]?.id ?? '';
});

async function openBoard(
  settings: Omit<PageSettings, 'baseUrl'> = {},
  search = '',
): Promise<{ page: Page; faults: string[] }> {
  const opened = await product.open(settings);
  await opened.page.goto(`/terms/spring-2027/plans/${plan}${search}`);
  await opened.page.getByRole('heading', { level: 1, name: 'Plan board' }).waitFor();
  return opened;
}

const told = (page: Page, words: string | RegExp): Promise<void> =>
  page.locator('[data-live]').getByText(words).waitFor();
const cellAt = (page: Page, row: string, column: number): Locator =>
  page.locator(`[data-row="${row}"][data-column="${column}"]`);
const changes = (page: Page): Locator => page.getByRole('region', { name: 'Unsaved changes' });

describe('the plan board', () => {
  it('moves two reviews by keyboard alone, undoes, redoes after a reload, and saves', async () => {
    const [one, two] = await movable(product, plan);
    if (!one || !two) throw new Error('The sample has no two reviews that could be moved.');
    const { page, faults } = await openBoard({ reducedMotion: true });
    await page.getByRole('searchbox').or(page.getByLabel('Person or school')).first().focus();
    // The board is one stop on the way of the Tab key.
    for (let tabs = 0; tabs < 20; tabs += 1) {
      await page.keyboard.press('Tab');
      if ((await page.locator('[role=grid] :focus').count()) > 0) break;
    }
    for (const [count, { chip, row, name, place, column }] of [one, two].entries()) {
      await walk(page, chip.lead ?? '', await columnNow(product, plan, chip));
      await page.keyboard.press('Space');
      await told(page, new RegExp(`^${chip.school} picked up from `));
      await walk(page, row, column);
      await told(page, `${place.words} Press Enter to move.`.replace(/^.*?\./u, `${name}.`));
      await page.keyboard.press('Enter');
      await told(
        page,
        `Moved to ${name}. 148 of 153 reviews have a lead. ${count + 1} change${count === 0 ? '' : 's'} since version 1. Control Z to undo.`,
      );
      expect(await page.locator(':focus').getAttribute('aria-label')).toContain(chip.school);
    }
    await page.keyboard.press('Control+z');
    await told(page, `Undone: ${two.chip.school} to ${two.name}. 1 change since version 1.`);
    await page.reload();
    await changes(page).getByText('1 change since v1').waitFor();
    await page.locator('[role=grid] [tabindex="0"]').focus();
    await page.keyboard.press('Control+Shift+z');
    await told(page, `Done again: ${two.chip.school} to ${two.name}. 2 changes since version 1.`);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save as v2' }).press('Enter');
    await told(page, 'Saved as version 2.');
    await page.getByText('Draft, version 2').waitFor();
    plan = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const saved = await product.ask<BoardAnswer>(`/plans/${plan}/board`);
    for (const { chip, row } of [one, two]) {
      expect(saved.chips.find(({ review }) => review === chip.review)?.lead).toBe(row);
    }
    expect(await changes(page).count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it('begins at the review that a link names, with its row in sight and the next Tab there', async () => {
    const board = await product.ask<BoardAnswer>(`/plans/${plan}/board`);
    const lowest = board.groups
      .at(-1)
      ?.people.findLast((person) => board.chips.some(({ lead }) => lead === person));
    const chip = board.chips.find(({ lead }) => lead === lowest);
    const { page } = await openBoard({}, `?review=${chip?.review ?? ''}`);
    const row = page.locator(`[data-row="${lowest ?? ''}"]`).first();
    await row.waitFor();
    const [seen, frame] = [
      await row.boundingBox(),
      await page.locator('[data-board]').boundingBox(),
    ];
    expect(seen?.y).toBeGreaterThan(frame?.y ?? Infinity);
    expect(seen?.y).toBeLessThan((frame?.y ?? 0) + (frame?.height ?? 0));
    expect(await page.locator('[role=grid] [tabindex="0"]').getAttribute('aria-label')).toContain(
      chip?.school,
    );
  });

  it('says why a cell is blocked, refuses the drop, and puts back', async () => {
    const board = await product.ask<BoardAnswer>(`/plans/${plan}/board`);
    const chip = someChip(board);
    const { page } = await openBoard();
    const column = await columnNow(product, plan, chip);
    await cellAt(page, chip.lead, column).focus();
    await page.keyboard.press('Space');
    await told(page, /picked up from/);
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowDown');
    await told(page, 'Reviews without a lead. Press Enter to take the lead off.');
    await page.keyboard.press('PageDown');
    await page
      .locator('[data-live=assertive]')
      .getByText(/^Blocked\. /)
      .waitFor();
    // Those who see the board read what is told.
    await page.locator('[data-verdict]').getByText('Blocked. ').waitFor();
    await page.keyboard.press('Enter');
    expect(await changes(page).count()).toBe(0);
    await page.keyboard.press('Escape');
    await told(page, `${chip.school} put back.`);
    await page.locator('[data-verdict]').waitFor({ state: 'detached' });
    await page.locator(`[data-row="${chip.lead}"][data-column="${column}"]:focus`).waitFor();
  });

  it('moves by mouse, with prices where it can go, and takes a lead off', async () => {
    const [one] = await movable(product, plan);
    if (!one) throw new Error('The sample has no review that could be moved.');
    const { page, faults } = await openBoard({ height: 1400 });
    const chip = page.locator(
      `[data-row="${one.chip.lead ?? ''}"] [data-review="${one.chip.review}"]`,
    );
    await chip.scrollIntoViewIfNeeded();
    const target = cellAt(page, 'tray 0', await columnNow(product, plan, one.chip));
    const [start, end] = [await chip.boundingBox(), await target.boundingBox()];
    if (!start || !end) throw new Error('The chip or the tray is not in sight.');
    await page.mouse.move(start.x + 12, start.y + 10);
    await page.mouse.down();
    await page.mouse.move(start.x + 20, start.y + 16, { steps: 4 });
    await page
      .locator('[role=gridcell]')
      .getByText(/short|mi$/)
      .first()
      .waitFor();
    await page.mouse.move(end.x + 8, end.y + 8, { steps: 8 });
    await page.mouse.move(end.x + 9, end.y + 9);
    await target.and(page.locator('[data-aim]')).waitFor();
    await page.locator('[data-verdict]').getByText('Let go to take the lead off.').waitFor();
    await page.mouse.up();
    await told(
      page,
      /has no lead now\. 147 of 153 reviews have a lead\. 1 change since version 2\./,
    );
    await page.getByRole('button', { name: /^Undo: / }).click();
    await told(page, /^Undone: /);
    expect(faults).toEqual([]);
  });

  it('shows a review in hand with what each lead comes to, and moves it without dragging', async () => {
    const [one] = await movable(product, plan);
    if (!one) throw new Error('The sample has no review that could be moved.');
    const { page } = await openBoard({}, `?review=${one.chip.review}&tab=window`);
    await page.getByRole('heading', { level: 2, name: one.chip.school }).waitFor();
    await page
      .getByRole('radiogroup', { name: /^Leads who can take it/ })
      .first()
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Another window' }).press('ArrowLeft');
    expect(new URL(page.url()).searchParams.get('tab')).toBe('lead');
    await page.keyboard.press('Escape');
    expect(new URL(page.url()).searchParams.get('review')).toBeNull();
    await page.locator(`[data-row="${one.chip.lead ?? ''}"]:focus`).waitFor();
    await page.keyboard.press('m');
    const dialog = page.getByRole('dialog', { name: `Move ${one.chip.school} to…` });
    await dialog.getByRole('radio').first().check();
    await dialog.getByText('Commitment:', { exact: false }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Pin here' }).click();
    await told(page, /^Moved to .* 148 of 153 reviews have a lead\. 1 change since version 2\./);
    await dialog.waitFor({ state: 'hidden' });
  });

  it('names a school shorter by keyboard, told who was first, and takes it back', async () => {
    const chip = someChip(await product.ask<BoardAnswer>(`/plans/${plan}/board`));
    const { page } = await openBoard();
    await page.locator('[role=grid] [tabindex="0"]').focus();
    await walk(page, chip.lead, await columnNow(product, plan, chip));
    await page.keyboard.press('n');
    const dialog = page.getByRole('dialog', { name: `Short name of ${chip.school}` });
    await dialog.getByLabel('Short name').fill('Zed');
    expect(await axeFindings(page)).toEqual([]);
    await product.ask(
      `/schools/${chip.urn}`,
      { shortName: 'Wye' },
      { method: 'PATCH', from: `/schools/${chip.urn}` },
    );
    await dialog.getByRole('button', { name: 'Save the name' }).press('Enter');
    await dialog.getByText('Somebody else saved first').waitFor();
    await dialog.getByText('Short name: from nothing to Wye').waitFor();
    expect(await primaryIn(dialog)).toEqual(['Put mine on top']);
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Put mine on top' }).press('Enter');
    await told(page, `${chip.school} is called “Zed” on boards now.`);
    await page.locator(`[data-review="${chip.review}"]`).getByText('Zed').waitFor();
    await page.getByRole('region', { name: 'What was done' }).getByText('Undo').press('Enter');
    await told(page, /^Undone: /u);
    await page.locator(`[data-review="${chip.review}"]`).getByText('Wye').waitFor();
  });

  it('tells the second to save what changed, loses nothing, and goes on from the newer version', async () => {
    const found = await movable(product, plan);
    const [one, two] = found;
    if (!one || !two) throw new Error('The sample has no two reviews that could be moved.');
    const { page } = await openBoard();
    await cellAt(page, one.chip.lead ?? '', await columnNow(product, plan, one.chip)).focus();
    await page.keyboard.press('Delete');
    await told(page, /has no lead now/);
    const other = await product.ask<{ id: string }>(`/plans/${plan}/versions`, {
      edits: [{ kind: 'CLEAR', review: two.chip.review }],
    });
    await page.getByRole('button', { name: 'Save as v3' }).click();
    const dialog = page.getByRole('dialog', { name: 'Somebody else saved first' });
    await dialog
      .getByText('Sam Whitely saved version 3 while you worked.', { exact: false })
      .waitFor();
    await dialog.getByText(two.chip.school, { exact: false }).waitFor();
    await page
      .locator('[data-live=assertive]')
      .getByText(/Compare before you save\.$/)
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Put my changes on version 3' }).click();
    await changes(page).getByText('1 change since v3').waitFor();
    await page.getByRole('button', { name: 'Save as v4' }).click();
    await told(page, 'Saved as version 4.');
    plan = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const saved = await product.ask<BoardAnswer>(`/plans/${plan}/board`);
    const leads = [one, two].map(
      ({ chip }) => saved.chips.find(({ review }) => review === chip.review)?.lead,
    );
    expect(leads).toEqual([null, null]);
    expect(other.id).not.toBe(plan);
  });

  it('pins with one key unless these are turned off, helps, filters and finds the next problem', async () => {
    const board = await product.ask<BoardAnswer>(`/plans/${plan}/board`);
    const chip = someChip(board);
    const { page } = await openBoard();
    await cellAt(page, chip.lead, await columnNow(product, plan, chip)).focus();
    await page.keyboard.press('p');
    await told(page, new RegExp(`^${chip.school} pinned\\. .*1 change since version 4\\.`));
    await page.keyboard.press('Space');
    await page.locator('[data-verdict]').getByText('Press P to unpin it first.').waitFor();
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'The board by keyboard' });
    await help.getByRole('switch', { name: 'One-letter keys' }).press('Space');
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'hidden' });
    await page.keyboard.press('p');
    await page.keyboard.press('?');
    expect(await help.count()).toBe(0);
    await changes(page).getByText('1 change since v4').waitFor();
    await page.evaluate("localStorage.removeItem('qar.board.letters')");
    await page.reload();
    await page.locator('[role=grid] [tabindex="0"]').focus();
    await page.keyboard.press('f');
    await page.locator('[data-row^="tray"]:focus[aria-label*="No lead:"]').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('zzzz');
    await page.locator('[role=rowheader]').first().waitFor();
    expect(new URL(page.url()).searchParams.get('find')).toBe('zzzz');
  });

  it.each([
    [1440, false],
    [1440, true],
    [1024, false],
    [390, false],
    [390, true],
  ])('has no fault that axe finds at %i px, dark: %s', async (width, dark) => {
    const { page, faults } = await openBoard({ width, dark });
    await (
      width > 700
        ? page.getByRole('grid', { name: 'Plan board, Spring 2027' })
        : page.getByRole('heading', { level: 2, name: 'Without a lead' })
    ).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(
      await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      ),
    ).toBe(0);
    expect(faults).toEqual([]);
  });

  it.each([1440, 390])(
    'says at %i px which reviews wait for windows, each a link to ask',
    async (width) => {
      const { page } = await openBoard({ width });
      if (width > 700) {
        await page.locator('[data-row="tray 0"][data-column="-1"]').focus();
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
      }
      const waiting = page.getByRole('list', { name: 'Reviews that wait for windows' });
      await waiting.getByRole('link').first().waitFor();
      expect(await waiting.getByRole('link').count()).toBe(5);
      expect(await axeFindings(page)).toEqual([]);
      await waiting.getByRole('link', { name: 'Torpoint Community College' }).press('Enter');
      await page.waitForURL(/\/terms\/spring-2027\/reviews\?review=/);
    },
  );

  it('swaps the leads of two reviews as one step, seen before and undone as one', async () => {
    const board = await product.ask<BoardAnswer>(`/plans/${plan}/board`);
    let found: { chip: Chip; school: string; name: string } | undefined;
    for (const chip of board.chips.filter(({ lead }) => lead !== null)) {
      const { swaps } = await product.ask<{ swaps: { school: string; name: string }[] }>(
        `/plans/${plan}/swaps`,
        { review: chip.review },
      );
      const [best] = swaps;
      if (best) {
        found = { chip, ...best };
        break;
      }
    }
    const { page, faults } = await openBoard({}, `?review=${found?.chip.review ?? ''}`);
    await page.getByRole('tab', { name: 'Swap' }).press('Enter');
    const list = page.getByRole('radiogroup', { name: 'Reviews to swap the lead with' });
    await list.getByRole('radio').first().press('Space');
    await page.getByRole('heading', { name: `If it swaps with ${found?.school ?? ''}` }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: `Swap with ${found?.name ?? ''}` }).press('Enter');
    await told(page, `Swapped with ${found?.name ?? ''}, ${found?.school ?? ''}.`);
    await changes(page).getByText('1 swap').waitFor();
    await page.getByRole('button', { name: /^Undo: .* swapped$/ }).click();
    await told(page, /^Undone: .* swapped\. No changes since version \d+\./);
    expect(faults).toEqual([]);
  });

  it('says which seats facts recorded since forbid, and begins where cover is to be found', async () => {
    const { chips } = await product.ask<BoardAnswer>(`/plans/${plan}/board`);
    const lead = chips.find((chip) => chip.lead !== null)?.lead ?? '';
    const person = `/lead-reviewers/${lead}`;
    const { gates } = await product.ask<{ gates: { gate: string; to: string | null }[] }>(
      `${person}/facts`,
    );
    for (const { to } of gates.filter(({ gate }) => gate === 'DBS')) {
      const gone = { kind: 'GATE', gate: 'DBS', from: '2027-01-04', to };
      await product.ask(`${person}/facts/retractions`, gone, { from: `${person}/facts` });
    }
    const { attention } = await product.ask<TermHomeView>('/terms/spring-2027/home');
    const { title = '' } =
      attention.find(({ kind }) => kind === 'PERSON_CANNOT' || kind === 'GATE_RUNS_OUT') ?? {};
    const { page, faults } = await openBoard();
    const since = page.getByRole('region', { name: /^Facts have changed since/ });
    await since.getByText(title).first().waitFor();
    await page.getByText('By the facts it was made with, no rule is broken.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await since
      .getByRole('link', { name: /^Find cover/ })
      .first()
      .press('Enter');
    await page.waitForURL(/review=/);
    const panel = page.getByRole('complementary', { name: 'The review in hand' });
    await panel.getByText(title).waitFor();
    expect(faults).toEqual([]);
    // Narrower, the panel lies over the notice, says it too, and begins at its heading.
    const { page: narrow } = await product.open({ width: 390 });
    await narrow.goto(page.url());
    const drawer = narrow.getByRole('dialog', { name: 'The review in hand' });
    await drawer.getByText(title).waitFor();
    await drawer.locator('h2:focus').waitFor();
    expect(await axeFindings(narrow)).toEqual([]);
  });
});
