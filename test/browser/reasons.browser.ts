import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFindings } from './accessibility.js';
import { listenOn, untilTold } from './announcements.js';
import { inBrowser } from './in-browser.js';
import { sideways, stub } from './stubbed-api.js';

const product = inBrowser();
let plan: string;
/** A review that has a lead, and one that has none. */
let placed: string;
let unplaced: string;

interface Row {
  review: string;
  lead: string | null;
}

async function newestPlan(): Promise<string> {
  const { items } = await product.ask<{ items: { id: string }[] }>('/terms/spring-2027/plans');
  return items[0]?.id ?? '';
}

beforeAll(async () => {
  plan = await newestPlan();
  const { reviews } = await product.ask<{ reviews: Row[] }>(`/plans/${plan}`);
  placed = reviews.find(({ lead }) => lead !== null)?.review ?? '';
  unplaced = reviews.find(({ lead }) => lead === null)?.review ?? '';
});

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const said = (page: Page) => page.locator('[data-live="polite"]');
const panel = (review: string, of = plan): string =>
  `/terms/spring-2027/plans/${of}/reviews/${review}`;

async function whenPriced(page: Page): Promise<void> {
  await page.getByText(/Each price was worked out/u).waitFor({ timeout: 120_000 });
}

describe('the panel of a review', () => {
  it('tells why its lead leads it, who else could and at what price, and who cannot', async () => {
    const { page, faults } = await product.open();
    await page.goto(panel(placed));
    await page.getByRole('heading', { name: /^Why / }).waitFor();
    await page.getByRole('button', { name: 'Show the numbers' }).click();
    await page.getByRole('columnheader', { name: 'This plan' }).waitFor();
    expect(new URL(page.url()).searchParams.get('numbers')).toBe('shown');
    await whenPriced(page);
    await said(page)
      .getByText(/^All \d+ prices are known/u)
      .waitFor();
    await page.getByRole('heading', { name: 'Who cannot, and what would mend it' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('finds people by name, and says so where nobody matches', async () => {
    const { page } = await product.open({ width: 390, dark: true });
    await page.goto(panel(placed));
    await whenPriced(page);
    await page.getByLabel('Look for a Lead Reviewer').fill('zzz');
    await page.getByText('Nobody among them matches').first().waitFor();
    expect(new URL(page.url()).searchParams.get('who')).toBe('zzz');
    expect(await axeFindings(page)).toEqual([]);
  });

  it('tells what would mend a no, and what it would cost then', async () => {
    const { page } = await product.open();
    await page.goto(panel(unplaced));
    await page.getByRole('heading', { name: 'Who could lead it' }).waitFor();
    await page.getByRole('heading', { name: 'Who cannot, and what would mend it' }).waitFor();
    expect(await page.getByRole('heading', { name: /^Why / }).count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('says why no plan can have somebody, in the sentences of the service', async () => {
    const { page, faults } = await product.open();
    const whyNone = [
      'Pins rule it out. These cannot hold together:',
      'Vale School, Leeds is to be led by Ada Skylark.',
      'The rule against it: “A review has one lead”.',
    ];
    const none = { isPossible: false, price: null, moves: [], people: [], conflict: [] };
    const candidate = {
      ...{ review: placed, school: 'Vale School, Leeds', lead: 'LR-001', name: 'Ben Linnet' },
      ...{ isPresent: false, slots: [], facts: null, alternative: { ...none, whyNone } },
    };
    const measuredFrom = { isProven: true, breaches: [], words: [] };
    const whole = { measuredFrom, permitted: [], impossible: [candidate], refused: [] };
    await page.route('**/candidates/events', (route) =>
      route.fulfill({
        contentType: 'text/event-stream',
        body: `event: ended\ndata: ${JSON.stringify(whole)}\n\n`,
      }),
    );
    await page.goto(panel(placed));
    const row = page.getByRole('row').filter({ hasText: 'Ben Linnet' });
    for (const sentence of whyNone) await row.getByText(sentence).waitFor();
    const card = page.getByRole('region', { name: 'Who else could lead it' });
    await card.getByText(/^No plan can have the one lead whom the rules permit\./u).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('makes a choice as the next version, undoes it, and loses nothing when somebody was first', async () => {
    const { page } = await product.open();
    await listenOn(page);
    await page.goto(panel(placed));
    await whenPriced(page);
    const choose = page.getByRole('button', { name: /^Choose and re-plan around/u });
    await choose.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Every rule is kept.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save as version 2' }).press('Enter');
    await page.getByText('Saved as version 2. Nobody has been told.').waitFor();
    await untilTold(page, 'Saved as version 2.');

    // Somebody else still looks at version 1.
    const { page: other } = await product.open({ author: 'Sam Whitely' });
    await other.goto(panel(placed));
    await other.getByText('Changes are made to the newest version').waitFor();
    expect(await axeFindings(other)).toEqual([]);

    await page.getByRole('button', { name: 'Undo, back to version 1' }).press('Enter');
    await untilTold(page, 'Undone: version 3 is as version 1 was.');
    await heading(page).waitFor();
  });

  it('tells who saved meanwhile, and makes the same change to their version', async () => {
    const mine = await newestPlan();
    const { page } = await product.open();
    await page.goto(panel(placed, mine));
    await whenPriced(page);
    await page.getByRole('button', { name: /^Choose and re-plan around/u }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Every rule is kept.').waitFor();
    const { reviews } = await product.ask<{ reviews: Row[] }>(`/plans/${mine}`);
    const last = reviews.filter(({ lead, review }) => lead !== null && review !== placed).at(-1);
    await product.ask(`/plans/${mine}/versions`, {
      edits: [{ kind: 'CLEAR', review: last?.review }],
    });
    await dialog.getByRole('button', { name: /^Save as version \d+$/u }).click();
    await dialog
      .getByRole('heading', { name: /^Sam Whitely saved version \d+ meanwhile$/u })
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: /^Make the same change to version/u }).click();
    await dialog.getByRole('button', { name: /^Save as version \d+$/u }).waitFor();
  });

  it.each([
    [403, 'You do not have permission to see this'],
    [404, 'We cannot find it'],
    [500, 'There is a problem'],
  ])('has a page for when the server answers %i', async (status, title) => {
    const { page } = await product.open();
    const problem = { status, detail: 'Words of the server.', code: 'X', correlationId: 'y' };
    await page.route('**/api/v1/plans/*/reviews/*', (route) =>
      route.fulfill({ status, json: problem }),
    );
    await page.goto(panel(placed));
    await page.getByRole('heading', { name: title }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});

describe('reviews without a lead', () => {
  it('are reached from the bar, and tell what it would take, checked by solving again', async () => {
    const { page, faults } = await product.open();
    await page.goto('/terms/spring-2027');
    await page.getByRole('link', { name: 'Unplaced' }).click();
    await heading(page).getByText('Reviews without a lead').waitFor();
    await said(page)
      .getByText(/could be covered/u)
      .waitFor({ timeout: 150_000 });
    await page
      .getByText(/^Checked by solving again, \d/u)
      .first()
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('have the cheapest asks together at their head, with what they cost and whom they are for', async () => {
    const { page, faults } = await product.open({ width: 390, dark: true });
    await listenOn(page);
    await page.goto(`/terms/spring-2027/plans/${plan}/unplaced`);
    const joint = page.getByRole('region', { name: /^\d+ asks? would cover/u });
    await joint.waitFor({ timeout: 150_000 });
    await untilTold(page, ' would cover ');
    await joint.getByText(/^Checked together by solving again, \d/u).waitFor();
    await joint.getByText(/^\d+ points of asking in all\./u).waitFor();
    await joint.getByText('Who would lead them, and when').press('Enter');
    await joint.getByRole('listitem').filter({ hasText: ' 2027' }).last().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    await joint
      .getByRole('button', { name: /^Write to / })
      .first()
      .press('Enter');
    await page.getByRole('dialog').getByLabel('Text').waitFor();
    await page.keyboard.press('Escape');
    expect(faults).toEqual([]);
  });

  it('say how far the asks together have come, that nothing helps, and that they failed', async () => {
    const { page } = await product.open();
    const address = '/what-would-it-take/together';
    await stub(page, address, { never: true });
    await page.goto(`/terms/spring-2027/plans/${plan}/unplaced`);
    await page.getByText('This follows once it is known what each of them would take.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const working = { state: 'WORKING', done: 5, of: 5, checked: null, together: null };
    await stub(page, address, { answer: working });
    await page.reload();
    await page.getByText('Being worked out by solving the term again').waitFor();
    const none = { asks: [], cost: 0, covered: [], left: [], others: [], edits: [], considered: 0 };
    const together = {
      ...none,
      title: 'No asks would cover any of the 5 reviews',
      ended: 'CHEAPEST',
    };
    await stub(page, address, {
      answer: { ...working, state: 'DONE', together: { ...together, words: 'Nothing helps.' } },
    });
    await page.getByRole('region', { name: 'No asks would cover any of the 5 reviews' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.getByRole('button', { name: /^Try (all|both)/u }).count()).toBe(0);
    await stub(page, address, { refusal: 403 });
    await page.reload();
    await page.getByText('You do not have permission to see this').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('are tried on the board as one step, which is not saved and can be undone', async () => {
    const { page, faults } = await product.open();
    await listenOn(page);
    const { chips } = await product.ask<{ chips: { review: string; lead: string | null }[] }>(
      `/plans/${plan}/board`,
    );
    const review = chips.find(({ lead }) => lead !== null)?.review ?? '';
    const ask = { kind: 'REGION', words: '', letter: null, subject: null, cost: 40, covers: [] };
    const asks = ['Ask Ada', 'Ask Ben'].map((request) => ({ ...ask, request }));
    const none = { cost: 80, covered: [], left: [], others: [], considered: 9, ended: 'CHEAPEST' };
    await stub(page, '/what-would-it-take/together', {
      answer: {
        ...{ state: 'DONE', done: 5, of: 5, checked: null },
        together: {
          ...{ ...none, asks, title: '2 asks would cover all', words: '80 points.' },
          edits: [{ kind: 'CLEAR', review }],
        },
      },
    });
    await page.goto(`/terms/spring-2027/plans/${plan}/unplaced`);
    await page.getByRole('button', { name: 'Try both in the plan' }).press('Enter');
    await untilTold(page, '2 asks tried on the board. Nothing is saved');
    const changes = page.getByRole('region', { name: 'Unsaved changes' });
    await changes.getByText(/1 try of asks\./u).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await changes
      .getByRole('button', { name: 'Undo: 2 asks tried: Ask Ada; Ask Ben' })
      .press('Enter');
    await untilTold(page, 'Undone: 2 asks tried');
    expect(faults).toEqual([]);
  });

  it('have a letter to copy for each ask, and go to the school’s panel', async () => {
    const { page } = await product.open({ width: 390 });
    await page.goto('/terms/spring-2027/unplaced');
    await page.getByRole('button', { name: 'Write to the school' }).first().press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Text').waitFor();
    expect(await dialog.getByLabel('Text').inputValue()).toMatch(/^Dear colleagues at /u);
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  it('say so where there is no plan yet', async () => {
    const { page } = await product.open();
    await page.goto('/terms/summer-2027/unplaced');
    await page.getByRole('heading', { name: 'There is no plan of this term yet' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('say so where every review has a lead, and where the server refuses', async () => {
    const { page } = await product.open({ dark: true });
    await page.route('**/api/v1/plans/*/unplaced', async (route) => {
      const answer = await route.fetch();
      const body = (await answer.json()) as object;
      await route.fulfill({ response: answer, json: { ...body, reviews: [], waiting: [] } });
    });
    await page.goto('/terms/spring-2027/unplaced');
    await page.getByRole('heading', { name: 'Every review of this plan has a lead' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.route('**/api/v1/plans/*/unplaced', (route) =>
      route.fulfill({ status: 403, json: { status: 403, detail: 'No.', code: 'X' } }),
    );
    await page.reload();
    await page.getByRole('heading', { name: 'You do not have permission to see this' }).waitFor();
  });
});
