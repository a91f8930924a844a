import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { smallContext, smallProblem, smallReview } from '../../../test/support/small-plan.js';
import { storeSolvedRun } from '../../../test/support/solved-run.js';
import { type Problem } from '../../solver/problem.js';
import { OpenedPlans } from '../plans/opened-plans.js';
import { StoredPlan } from '../plans/plan.entity.js';
import { FrozenProblem } from '../runs/frozen-problem.entity.js';
import { disturbanceView, dropOutsView, dropOutView } from './loss-views.js';
import { asksTogetherView, asksView } from './what-if-views.js';
import { WhatIfs } from './what-ifs.service.js';

/** Long enough for any of these small problems. */
const PATIENT = 30;

let database: TestDatabase;
let whatIfs: WhatIfs;
let planId: string;
beforeAll(async () => {
  database = await createTestDatabase({ entities: [StoredPlan, FrozenProblem] });
  whatIfs = new WhatIfs(database.dataSource, new OpenedPlans(database.dataSource));
  ({ planId } = await storeSolvedRun(database.dataSource, oneGap(), { context: smallContext }));
});
afterAll(async () => {
  await whatIfs.onModuleDestroy();
  await database.drop();
});

/** R1 may be led in the first week; nobody is available in the only window of R2. */
function oneGap(): Problem {
  const late = { week: '2027-03-29', window: 'WED_FRI', grade: 'PREFERRED' } as const;
  const problem = smallProblem([
    smallReview('R1'),
    { ...smallReview('R2', '100002'), windows: [late] },
  ]);
  return { ...problem, leads: problem.leads.map((lead) => ({ ...lead, isNew: false })) };
}

describe('questions about a stored plan', () => {
  it('tell what it would take, in names and words', async () => {
    const told = asksView(await whatIfs.asks(planId, undefined, PATIENT));
    expect(told).toMatchObject({ state: 'DONE', done: 1, of: 1 });
    const [review] = told.reviews;
    expect(review?.review).toEqual({ reference: 'R2', name: 'Vale School, Leeds' });
    expect(review?.sets[0]).toMatchObject({
      asks: [{ kind: 'AVAILABILITY', subject: { reference: expect.stringMatching(/^L[12]$/) } }],
      others: [],
      slot: { week: '2027-03-29', window: 'WED_FRI' },
    });
    expect(review?.sets[0]?.words).toMatch(
      /^It would be covered if (Ana Ní Bhriain|Ben Linnet) could review on Wednesday 31 March to Friday 2 April 2027: /,
    );
  });

  it('answer for one review, and refuse one that has a lead or is none', async () => {
    const told = asksView(await whatIfs.asks(planId, 'R2', PATIENT));
    expect(told.reviews.map(({ review }) => review.reference)).toEqual(['R2']);
    await expect(whatIfs.asks(planId, 'R1', 0)).rejects.toMatchObject({
      code: 'REVIEW_HAS_A_LEAD',
    });
    await expect(whatIfs.asks(planId, 'R9', 0)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('tell which asks together cover most, first how far it has come, and keep it', async () => {
    const { planId: other } = await storeSolvedRun(
      database.dataSource,
      { ...oneGap(), name: 'Asked together' },
      { context: smallContext },
    );
    const first = asksTogetherView(await whatIfs.asksTogether(other, 0));
    expect(first).toMatchObject({ state: 'WORKING', checked: null, together: null });
    const told = asksTogetherView(await whatIfs.asksTogether(other, PATIENT));
    expect(told).toMatchObject({ state: 'DONE', done: 1, of: 1 });
    expect(told.checked?.words).toMatch(/^Checked together by solving again, /);
    expect(told.together).toMatchObject({
      title: '1 ask would cover the review',
      asks: [{ kind: 'AVAILABILITY', covers: [{ reference: 'R2', name: 'Vale School, Leeds' }] }],
      left: [],
    });
    const later = new WhatIfs(database.dataSource, new OpenedPlans(database.dataSource));
    expect(asksTogetherView(await later.asksTogether(other, 0))).toEqual(told);
    await later.onModuleDestroy();
  });

  it('tell what is lost without each person, and who stands by', async () => {
    const told = dropOutsView(await whatIfs.dropOuts(planId, PATIENT), await whatIfs.about(planId));
    expect(told).toMatchObject({ state: 'DONE', done: 2, of: 2 });
    expect(told.singlePoints).toEqual([]);
    expect(told.standbys?.[0]).toMatchObject({ takesOver: 1, couldStepIn: 1 });
    expect(told.words).toMatch(/^If the one person with a seat drops out, every review/);
    expect(told).toMatchObject({ measuredFrom: { isProven: true }, plan: { version: 1 } });
    const [first] = told.people;
    const code = first?.person.reference ?? '';
    const about = await whatIfs.about(planId);
    const one = dropOutView(await whatIfs.dropOut(planId, code, PATIENT), code, about);
    expect(one.person).toEqual(first?.person);
    const [move] = one.dropOut?.moves ?? [];
    expect(move).toMatchObject({ kind: 'NEW_LEAD', isTheirs: true, before: { lead: one.person } });
    expect(one.dropOut?.edits).toMatchObject([{ kind: 'PUT', review: 'R1' }]);
    expect(one.dropOut).toMatchObject({ ...first, reviews: [{ review: 'R1' }, { review: 'R2' }] });
    await expect(whatIfs.dropOut(planId, 'L9', 0)).rejects.toMatchObject({ status: 404 });
  });

  it('tell what disturbing more people buys', async () => {
    const told = await whatIfs.disturbance(planId, { gone: 'L1', further: 3, wait: PATIENT });
    const { state, least, lines, ended, outcome } = disturbanceView(told, 'L1');
    expect(outcome[0]).toMatch(/^There is a plan that disturbs nobody/);
    expect(lines[0]).toMatchObject({ covered: 1 - (lines[0]?.lost.length ?? 0) });
    expect([state, least, ended]).toEqual(['DONE', 0, 'BEST']);
    expect(lines[0]?.words).toMatch(/^Disturbing nobody: [01] of 2 reviews have a lead\.$/);
    await expect(
      whatIfs.disturbance(planId, { gone: 'L9', further: 3, wait: 0 }),
    ).rejects.toMatchObject({ status: 404 });
  });

  it('say what is known so far to those who do not wait, and keep the answer', async () => {
    const { planId: other } = await storeSolvedRun(database.dataSource, {
      ...oneGap(),
      name: 'Asked twice',
    });
    const first = await whatIfs.asks(other, undefined, 0);
    expect(asksView(first)).toMatchObject({ state: 'WORKING', reviews: [] });
    const [second, third] = await Promise.all([
      whatIfs.asks(other, undefined, PATIENT),
      whatIfs.asks(other, undefined, PATIENT),
    ]);
    expect(second.soFar).toEqual(third.soFar);
    expect(second.soFar.state).toBe('DONE');
    const later = new WhatIfs(database.dataSource, new OpenedPlans(database.dataSource));
    expect((await later.asks(other, undefined, 0)).soFar).toEqual(second.soFar);
    await later.onModuleDestroy();
  });

  it('are broken off with a sentence when the service stops', async () => {
    const { planId: other } = await storeSolvedRun(database.dataSource, {
      ...oneGap(),
      name: 'Broken off',
    });
    const stopping = new WhatIfs(database.dataSource, new OpenedPlans(database.dataSource));
    const broken = expect(stopping.dropOuts(other, PATIENT)).rejects.toMatchObject({ status: 503 });
    await new Promise((later) => setTimeout(later, 50));
    await stopping.onModuleDestroy();
    await broken;
  });
});
