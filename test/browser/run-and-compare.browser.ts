import { describe, expect, it } from '@jest/globals';
import { type RunView } from '../../src/allocations/runs/run.schema.js';
import { axeFindings } from './accessibility.js';
import { listenOn, told, untilTold } from './announcements.js';
import { inBrowser } from './in-browser.js';
import { stub } from './stubbed-api.js';

const product = inBrowser();

const term = '/terms/spring-2027';
const noRun = '11111111-1111-4111-8111-111111111111';
/** A solve takes seconds on a quiet machine. */
const patience = { timeout: 120_000 };

/** What the product says of a run that has ended, with some of it otherwise. */
async function someRun(changes: object): Promise<string> {
  const { items } = await product.ask<{ items: object[] }>('/allocation-runs?termId=spring-2027');
  return JSON.stringify({ ...items[0], ...changes });
}

interface ListedPlan {
  id: string;
  version: number;
  note: string | null;
}

async function newestPlans(): Promise<ListedPlan[]> {
  return (await product.ask<{ items: ListedPlan[] }>(`${term}/plans`)).items;
}

describe('a run', () => {
  it('is asked for by keyboard, told of aim by aim, and leads to its plan', async () => {
    const { page, faults } = await product.open();
    await listenOn(page);
    await page.goto(`${term}/run`);
    await page.getByRole('radio', { name: 'Standard' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('radio', { name: 'Least travel', checked: true }).waitFor();
    await page.getByRole('link', { name: 'Show the numbers' }).press('Enter');
    await page.getByRole('columnheader', { name: 'Least travel (chosen)' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('checkbox', { name: 'Solve again' }).press('Space');
    await page.getByRole('button', { name: /^Start the run for 153 reviews/ }).press('Enter');
    await page.getByRole('heading', { level: 1, name: /^Run of / }).waitFor();
    await page.getByRole('heading', { name: 'The best plan there is' }).waitFor(patience);
    await page.getByText('148 of 153 reviews have a lead.').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const start = (await told(page))[0]?.text;
    expect(start).toMatch(/^The run (waits to start|has started)/);
    await untilTold(page, 'The run has ended.');
    const messages = await told(page);
    expect(messages.map(({ text }) => text).join(' ')).toContain(
      'Coverage settled: 188 by priority, proven.',
    );
    const gaps = messages.slice(1).map(({ at }, index) => at - (messages[index]?.at ?? 0));
    expect(gaps.filter((gap) => gap < 9_500)).toEqual([]);
    const board = page.getByRole('link', { name: 'Open the plan board' });
    expect(await board.getAttribute('href')).toMatch(/^\/terms\/spring-2027\/plans\/[0-9a-f-]+$/);
    expect(faults).toEqual([]);
  });

  it('is shown at once where exactly it was proven before', async () => {
    const { page } = await product.open();
    await page.goto(`${term}/run`);
    await page.getByRole('button', { name: /^Start the run/ }).click();
    await page.getByText('Exactly this was solved and proven before').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('keeps what is chosen of the newest plan, found by name and by keyboard', async () => {
    const { page } = await product.open({ width: 390, height: 844 });
    await listenOn(page);
    const sent: unknown[] = [];
    await page.route('**/api/v1/allocation-runs?*', async (route) => {
      if (route.request().method() !== 'POST') return route.fallback();
      sent.push(route.request().postDataJSON());
      return route.fulfill({ status: 409, json: { status: 409, detail: 'Not now.', code: 'X' } });
    });
    const { plan } = await product.ask<{
      plan: { id: string; reviews: { review: string; school: string }[] };
    }>(`${term}/run-choices`);
    const [first, second] = plan.reviews;
    await page.goto(`${term}/run`);
    await page.getByRole('radio', { name: 'Nothing else' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.getByLabel('Look for a school, a person or a region').fill(first?.school ?? '');
    await untilTold(page, '1 found.');
    await page.getByRole('checkbox', { name: first?.school ?? '' }).press('Space');
    await untilTold(page, '1 chosen to stay.');
    await page.getByLabel('Look for a school').fill('zzz');
    await page.getByText('Nothing matches.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('Look for a school').fill(second?.school ?? '');
    await page.getByRole('button', { name: /^Choose all 1 / }).press('Enter');
    const start = page.getByRole('button', {
      name: 'Start the run for 153 reviews, keeping 2 of the newest plan',
    });
    await start.press('Enter');
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    expect(sent).toEqual([
      {
        termId: 'spring-2027',
        policy: 'Standard',
        around: { planId: plan.id, edits: [], reviews: [first?.review, second?.review] },
      },
    ]);
    expect(await axeFindings(page)).toEqual([]);
    // The choice is in the address, so that it can be sent to somebody.
    await page.reload();
    await start.waitFor();
  });

  it('is asked for where its events break off, and can be ended in two ways', async () => {
    const { page } = await product.open({ width: 390, height: 844 });
    let revision = 1;
    const sent: unknown[] = [];
    await page.route('**/events', (route) => route.abort());
    await page.route(`**/allocation-runs/${noRun}`, async (route) =>
      route.fulfill({
        contentType: 'application/json',
        body: await someRun({
          id: noRun,
          state: 'SOLVING',
          canUseBest: revision > 1,
          outcome: null,
          planId: null,
          finishedAt: null,
          revision: revision++,
        }),
      }),
    );
    await page.route('**/cancel', async (route) => {
      sent.push(route.request().postDataJSON());
      await route.fulfill({
        contentType: 'application/json',
        body: await someRun({ id: noRun, state: 'CANCELLED', planId: null, revision: 99 }),
      });
    });
    await page.goto(`${term}/runs/${noRun}`);
    await page.getByText('The connection is interrupted.').waitFor();
    // Only once there is a plan to use.
    await page.getByRole('button', { name: 'Use the best so far' }).waitFor({ timeout: 10_000 });
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Discard', exact: true }).press('Enter');
    await page.getByRole('dialog', { name: 'Discard this run?' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(sent).toEqual([]);
    await page.getByRole('button', { name: 'Discard', exact: true }).press('Enter');
    await page.getByRole('button', { name: 'Discard the run' }).press('Enter');
    await page.getByRole('heading', { name: 'The run was discarded' }).waitFor();
    await page.locator('h1:focus').waitFor();
    expect(sent).toEqual([{ mode: 'DISCARD' }]);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('says around what its plan is the best, and how long an aim took where it took long', async () => {
    const { page } = await product.open();
    const { outcome, aims, ...run } = JSON.parse(await someRun({ id: noRun })) as RunView;
    const long = aims.map((aim) => ({ ...aim, seconds: aim.aim === 'company' ? 65 : 0.4 }));
    let now: object = { ...run, outcome: { ...outcome, pinned: 3 }, aims: long };
    await page.route(`**/allocation-runs/${noRun}`, (route) => route.fulfill({ json: now }));
    await page.goto(`${term}/runs/${noRun}`);
    await page.getByRole('heading', { name: 'The best plan around what is pinned' }).waitFor();
    const company = page.getByRole('listitem').filter({ hasText: 'Company' });
    expect(await company.innerText()).toMatch(/proven in 1 minute 5 seconds$/u);
    const coverage = page.getByRole('listitem').filter({ hasText: 'Coverage' });
    expect(await coverage.innerText()).toMatch(/proven$/u);
    now = {
      ...run,
      state: 'SOLVING',
      outcome: null,
      planId: null,
      finishedAt: null,
      aims: long.map((aim) => (aim.aim === 'company' ? { ...aim, phase: 'SOLVING' } : aim)),
    };
    await page.reload();
    await page.getByText('Working on company.').waitFor();
    expect(await company.innerText()).not.toContain('minute');
  });

  it.each([
    ['FAILED', { failure: 'The worker ran out of memory.' }, 'The worker ran out of memory.'],
    ['INFEASIBLE', {}, 'No plan keeps all that is pinned'],
  ])('says why it ended %s', async (state, changes, words) => {
    const { page } = await product.open({ dark: true });
    await page.route(`**/allocation-runs/${noRun}`, async (route) =>
      route.fulfill({
        contentType: 'application/json',
        body: await someRun({ id: noRun, state, outcome: null, planId: null, ...changes }),
      }),
    );
    const pin = {
      pin: 0,
      rules: ['At most one review a week'],
      review: 'R1',
      school: 'Vale School',
    };
    await page.route('**/plan', (route) =>
      route.fulfill({
        contentType: 'application/json',
        body: JSON.stringify({ conflict: [{ ...pin, words: 'Vale School is pinned.' }] }),
      }),
    );
    await page.goto(`${term}/runs/${noRun}`);
    await page.getByText(words).first().waitFor();
    if (state === 'INFEASIBLE') await page.getByText('In the way: At most one review').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('is not shown to whoever may not see it, nor one that is not there', async () => {
    const { page } = await product.open();
    await page.goto(`${term}/runs/${noRun}`);
    await page.getByRole('heading', { name: 'We cannot find it' }).waitFor();
    await page.route('**/run-choices', (route) =>
      route.fulfill({
        status: 403,
        contentType: 'application/problem+json',
        body: JSON.stringify({ status: 403, detail: 'Not you.', code: 'FORBIDDEN' }),
      }),
    );
    await page.goto(`${term}/run`);
    await page.getByRole('heading', { name: 'You do not have permission to see this' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});

describe('the newest plan of a term', () => {
  it('is where “Plan” leads; without one, it can be run or begun by hand', async () => {
    const { page } = await product.open();
    await page.goto(term);
    await page.getByRole('link', { name: 'Plan', exact: true }).click();
    const [newest] = await newestPlans();
    await page.waitForURL(`**/plans/${newest?.id ?? ''}`);
    await page.goto('/terms/summer-2027/plan');
    await page.getByRole('heading', { name: 'There is no plan of this term yet' }).waitFor();
    await page.getByRole('heading', { name: 'There is no review to allocate yet' }).waitFor();
    const choices = await product.ask<object>(`${term}/run-choices`);
    await stub(page, '/run-choices', { answer: choices });
    await page.reload();
    await page.getByRole('link', { name: 'Run the allocation' }).waitFor();
    await page.getByRole('button', { name: 'Begin by hand' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});

describe('plans side by side', () => {
  it('are told apart by school and person, and one is taken over by keyboard', async () => {
    const { page, faults } = await product.open();
    await listenOn(page);
    await page.goto(`${term}/compare`);
    await page.getByText('the first aim in which the plans differ').waitFor();
    await page.getByText('Fit and company are counted by the policy of the first plan.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('Kind of change').selectOption('Another lead');
    await page.getByLabel('Region', { exact: true }).selectOption({ index: 1 });
    expect(new URL(page.url()).searchParams.get('kind')).toBe('ANOTHER_LEAD');
    const show = page.getByRole('button', { name: /^Show what taking over/ });
    await show.press('Enter');
    await page.getByRole('heading', { name: 'What it does' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save as version 2' }).press('Enter');
    await untilTold(page, 'Saved as version 2.');
    const [saved] = await newestPlans();
    expect(saved).toMatchObject({ version: 2 });
    expect(saved?.note).toMatch(/^Taken over from Run of /);
    expect(new URL(page.url()).searchParams.get('plans')).toContain(saved?.id ?? 'none');
    await page.getByText('All serve the aims alike.').waitFor();
    expect(faults).toEqual([]);
  });

  it('are refused in words where a part of one does not go together with the rest', async () => {
    const { page } = await product.open({ width: 390, dark: true });
    // Which parts go together depends on the plans, which may be others among equals.
    const sentence = 'Ada Skylark has 2 seats in the week of 11 January 2027; one is the most.';
    const breach = { rule: 'oneReviewAWeek', title: 'At most one review a week', sentence };
    await page.route('**/effect', (route) =>
      route.fulfill({
        contentType: 'application/json',
        body: JSON.stringify({
          isLegal: false,
          aims: [],
          reviews: [],
          people: [],
          breaches: [{ ...breach, reviews: [], people: [] }],
        }),
      }),
    );
    const [, other, first] = await newestPlans();
    await listenOn(page);
    await page.goto(`${term}/compare?plans=${first?.id ?? ''},${other?.id ?? ''}`);
    await page.getByRole('radio', { name: 'Only some regions' }).check();
    await page.getByText('Choose a region first.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    // On a phone both plans are in view.
    const ways = page.getByRole('table', { name: /^Who travels where/u });
    const second = await ways.getByRole('columnheader', { name: 'Plan B' }).boundingBox();
    expect((second?.x ?? 0) + (second?.width ?? Infinity)).toBeLessThanOrEqual(390);
    await page.getByRole('checkbox').first().press('Space');
    await page.getByRole('button', { name: /^Show what taking over/ }).press('Enter');
    await page.getByRole('heading', { name: 'This cannot be saved' }).waitFor();
    await page.getByRole('listitem').getByText(sentence).waitFor();
    await untilTold(page, `It cannot be saved: rules are broken. ${sentence}`);
    expect(await page.getByRole('button', { name: /^Save as/ }).count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
  });
});
