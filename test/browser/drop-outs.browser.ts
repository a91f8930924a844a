import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFindings } from './accessibility.js';
import { listenOn, untilTold } from './announcements.js';
import {
  exampleDisturbance,
  exampleDropOut,
  exampleDropOuts,
  workingDropOuts,
} from './drop-outs.examples.js';
import { inBrowser } from './in-browser.js';
import { sideways, type Stub, stub } from './stubbed-api.js';

const product = inBrowser();
const patience = { timeout: 120_000 };
let plan: string;
beforeAll(async () => {
  const { items } = await product.ask<{ items: { id: string }[] }>('/terms/spring-2027/plans');
  plan = items[0]?.id ?? '';
});

const list = (): string => `/terms/spring-2027/plans/${plan}/drop-outs`;
const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

describe('if somebody drops out', () => {
  it('is gone to by name, found out while one looks, narrowed down, and leads to a person', async () => {
    const { page, faults } = await product.open({ width: 1280 });
    await listenOn(page);
    await page.goto('/terms/spring-2027');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').pressSequentially('drops');
    await page.getByRole('option', { name: 'If somebody drops out' }).waitFor();
    await page.keyboard.press('Enter');
    await title(page, 'If somebody drops out').waitFor();
    await page
      .getByText(/^Whichever of the \d+ people with a seat drops out/u)
      .first()
      .waitFor(patience);
    await untilTold(page, 'people with a seat drops out, every review that has a lead keeps one.');
    const rows = page
      .getByRole('region', { name: 'What is lost without each person' })
      .locator('tbody tr');
    expect(await rows.count()).toBe(15);
    // Whoever leads nothing comes after those whose reviews are at stake.
    await rows
      .first()
      .getByText(/^Leads \d/u)
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page
      .getByRole('link', { name: /a review is covered only if others move$/u })
      .press('Enter');
    expect(new URL(page.url()).searchParams.get('risk')).toBe('MOVES');
    await page.getByLabel('Name contains').fill('zzz');
    await page.getByText('Nobody is like that.').waitFor();
    await page.getByRole('button', { name: 'Show everybody' }).press('Enter');
    await page.getByRole('link', { name: /^Show all \d+$/u }).press('Enter');
    expect(await rows.count()).toBeGreaterThan(15);
    await page.getByText(/^\d+ people have no seat in this plan/u).press('Enter');
    const name = await rows.first().getByRole('link').innerText();
    await rows.first().getByRole('link').press('Enter');
    await title(page, `If ${name} drops out`).waitFor();
    await page.getByRole('heading', { name: 'Their reviews' }).waitFor(patience);
    expect(faults).toEqual([]);
  });

  it('tells of a person what each number of disturbed people buys, and tries it on the board', async () => {
    const { page, faults } = await product.open({ width: 1280 });
    await listenOn(page);
    const { people } = await product.ask<typeof exampleDropOuts>(
      `/plans/${plan}/drop-outs?wait=30`,
    );
    // Somebody can step in: one person is enough.
    const chosen = people.find(({ standIns }) => standIns.some((each) => each.people.length > 0));
    await page.goto(`${list()}/${chosen?.person.reference ?? ''}`);
    await page.getByRole('heading', { name: 'Their reviews' }).waitFor(patience);
    const prices = page.getByRole('list', { name: 'What disturbing more people buys' });
    const line = prices.getByRole('listitem').filter({ hasText: /is disturbed/u });
    await line.waitFor(patience);
    await page.getByRole('img', { name: /^Reviews that lose their lead: \d+ with / }).waitFor();
    await line.getByText(/^The (review that changes|\d+ reviews that change)/u).press('Enter');
    await line.getByRole('columnheader', { name: 'Then' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await line.getByRole('button', { name: /^Try it on the board/u }).press('Enter');
    await untilTold(page, 'is tried on the board. Nothing is saved.');
    const changes = page.getByRole('region', { name: 'Unsaved changes' });
    await changes.getByText(/1 re-plan\./u).waitFor();
    await changes
      .getByRole('button', { name: /^Undo: Without .*, disturbing 1 person$/u })
      .press('Enter');
    expect(faults).toEqual([]);
  });

  it('is linked to from the board, the reviews without a lead, a person and the what-ifs', async () => {
    const { page } = await product.open();
    await page.goto(`/terms/spring-2027/plans/${plan}`);
    await page.getByRole('link', { name: 'Drop-outs' }).waitFor();
    await page.goto(`/terms/spring-2027/plans/${plan}/unplaced`);
    await page.getByRole('link', { name: 'If somebody drops out' }).waitFor();
    await page.goto('/reports/what-if');
    await page.getByRole('link', { name: 'If somebody drops out' }).press('Enter');
    await title(page, 'If somebody drops out').waitFor();
    const { chips } = await product.ask<{ chips: { lead: string | null }[] }>(
      `/plans/${plan}/board`,
    );
    const lead = chips.find((chip) => chip.lead !== null)?.lead ?? '';
    await page.goto(`/terms/spring-2027/plans/${plan}/leads/${lead}`);
    await page.getByRole('link', { name: 'If they drop out' }).press('Enter');
    await title(page, /^If .* drops out$/u).waitFor();
    await page.getByRole('link', { name: 'Ask what it does to the year' }).press('Enter');
    await page.getByLabel('First day without them').waitFor();
    expect(await page.locator('#what-if-0-person').inputValue()).not.toBe('');
  });

  it('says so where there is no plan yet', async () => {
    const { page } = await product.open();
    await page.goto('/terms/summer-2027/drop-outs');
    await page.getByRole('heading', { name: 'There is no plan of this term yet' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});

describe('every state of drop-outs', () => {
  const small = { width: 390, reducedMotion: true };
  const large = { width: 1280, dark: true };
  const empty = { ...exampleDropOuts, people: exampleDropOuts.people.slice(3) };
  const whole = exampleDropOut.dropOut as NonNullable<typeof exampleDropOut.dropOut>;
  const of = (change: Partial<typeof whole>) => ({
    ...exampleDropOut,
    dropOut: { ...whole, ...change },
  });
  const states: [name: string, person: boolean, how: Stub, words: string | RegExp][] = [
    ['list', false, { answer: exampleDropOuts }, 'Nobody else may lead it.'],
    ['list under way', false, { answer: workingDropOuts }, /^1 of 4 people worked out/u],
    ['list of nobody', false, { answer: empty }, 'Nobody has a seat in this plan'],
    ['list loading', false, { never: true }, 'Loading what is lost without each person…'],
    ['list refused', false, { refusal: 403 }, 'You do not have permission to see this'],
    ['list failed', false, { refusal: 500 }, 'There is a problem'],
    ['person', true, { answer: exampleDropOut }, /would have no lead$/u],
    [
      'person under way',
      true,
      { answer: { ...exampleDropOut, state: 'WORKING', dropOut: null } },
      /^Loading the best plan/u,
    ],
    [
      'person without a seat',
      true,
      { answer: of({ seats: 0 }) },
      'Ada Example has no seat in this plan',
    ],
    [
      'person whom pins need',
      true,
      { answer: of({ losses: null }) },
      'Without them no plan keeps the pins',
    ],
    ['person missing', true, { refusal: 404 }, 'We cannot find it'],
  ];

  it.each(states)(
    '%s: no fault for axe, nothing beyond the edge',
    async (_, isPerson, how, words) => {
      for (const settings of [large, small]) {
        const { page } = await product.open(settings);
        await stub(page, isPerson ? '/drop-outs/LR-001' : '/drop-outs', how);
        await stub(page, '/disturbance', { answer: exampleDisturbance });
        await page.goto(isPerson ? `${list()}/LR-001` : list());
        await page.getByText(words).first().waitFor({ timeout: 30_000 });
        const looked = { axe: await axeFindings(page), tooWide: await sideways(page) };
        expect({ ...settings, ...looked }).toEqual({ ...settings, axe: [], tooWide: 0 });
        expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
        await page.context().close();
      }
    },
  );

  it('say that the plan is not proven and that a later version exists, name schools, and fail by parts', async () => {
    const { page } = await product.open({ width: 390 });
    await stub(page, '/drop-outs', { answer: exampleDropOuts });
    await page.goto(list());
    await page.getByText(/^This plan is not proven to be the best/u).waitFor();
    await page.getByRole('link', { name: 'Look at version 3' }).waitFor();
    await page.getByText('No plan keeps the pins').waitFor();
    await page.getByRole('img', { name: '1 would have no lead, 1 somebody can step in' }).waitFor();
    await stub(page, '/drop-outs/LR-001', { answer: exampleDropOut });
    await stub(page, '/disturbance', { answer: exampleDisturbance });
    await listenOn(page);
    await page.goto(`${list()}/LR-001`);
    await untilTold(page, 'How many people to disturb is known.');
    await page
      .getByRole('img', {
        name: 'Reviews that lose their lead: 2 with nobody disturbed, 1 from 1 person',
      })
      .waitFor();
    await stub(page, '/disturbance', { refusal: 500 });
    await page.reload();
    await page.getByText(/^The re-plan is not proven/u).waitFor();
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor({ timeout: 30_000 });
    expect(await axeFindings(page)).toEqual([]);
  });
});
