import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freezeTerm } from '../../src/allocations/snapshot/freeze-term.js';
import { SAMPLE_TODAY } from '../../src/cli/demo-sample.js';
import { ImportsService } from '../../src/exchange/imports/imports.service.js';
import { type ShutOut, shutOutOf } from '../../src/solver/explain/shut-out.js';
import { readProblem } from '../../src/solver/file/read-problem.js';
import { writeProblem } from '../../src/solver/file/write-files.js';
import { loadHighs } from '../../src/solver/milp/highs.js';
import { preflight } from '../../src/solver/preflight/preflight.js';
import { type Problem } from '../../src/solver/problem.js';
import { solve } from '../../src/solver/solve.js';
import { type TestDatabase } from '../support/database.js';
import { importedInto } from './sample-database.js';
import { byKey, rowsOf, sampleFiles } from './sample-files.js';

let database: TestDatabase;
const freeze = (): ReturnType<typeof freezeTerm> =>
  freezeTerm(database.dataSource.manager, 'spring-2027', { today: SAMPLE_TODAY });

beforeAll(async () => {
  database = await importedInto(sampleFiles());
}, 120_000);
afterAll(() => database.drop());

describe('the problem of the sample’s spring', () => {
  it('is the same each time, and left out are seven people and five schools', async () => {
    const { problem, context } = await freeze();
    expect((await freeze()).problem).toEqual(problem);
    expect(readProblem(Buffer.from(writeProblem(problem)))).toEqual(problem);
    // 155 asked for, three carried over, five without windows.
    expect(problem.reviews).toHaveLength(153);
    const reasons = context.leftOut.map(({ reason }) => reason);
    expect(reasons.filter((reason) => reason.startsWith('No answer'))).toHaveLength(7);
    expect(reasons.filter((reason) => reason.startsWith('Windows not known'))).toHaveLength(5);
    expect(reasons).toHaveLength(12);
  });

  it('has 94 who may lead, 10 of them new, 6 who may shadow, and about 25 who may assure', async () => {
    const { problem } = await freeze();
    expect(holding(problem, 'LEAD')).toBe(94);
    expect(problem.leads.filter(({ isNew }) => isNew)).toHaveLength(10);
    expect(holding(problem, 'SHADOW')).toBe(6);
    expect(holding(problem, 'QUALITY_ASSURER')).toBeGreaterThanOrEqual(25);
    expect(holding(problem, 'QUALITY_ASSURER')).toBeLessThanOrEqual(30);
  });

  it('asks 459 reviews of them in the year, before three part-year contracts and two exceptions', async () => {
    const { problem } = await freeze();
    const employment = byKey('employment', 'Reference');
    const full = (id: string): number => (employment.get(id)?.['Serving leader'] === 'Yes' ? 3 : 6);
    const leads = problem.leads.filter(({ roles }) => roles.includes('LEAD'));
    expect(leads.reduce((sum, { id }) => sum + full(id), 0)).toBe(459);
    const differing = leads.filter(({ id, commitment }) => commitment.minimum !== full(id));
    const agreed = [
      ...rowsOf('contracts').filter(({ To }) => To !== '2027-08-31'),
      ...rowsOf('commitment-overrides'),
    ].map((row) => row.Reference ?? '');
    expect(differing.map(({ id }) => id).sort()).toEqual(agreed.sort());
    expect(differing.filter(({ id, commitment }) => commitment.minimum > full(id))).toEqual([]);
  });

  it('has a proven plan that leaves five reviews without a lead, each for another reason', async () => {
    const { problem } = await freeze();
    const { status, reviews, aims } = solve(problem, await loadHighs());
    expect(status).toBe('OPTIMAL');
    // Before solving, the same five are known, and that no plan covers more.
    const { coverage, nobody } = preflight(problem);
    expect(coverage.most).toEqual({ reviews: 148, priority: aims[0]?.value });
    expect(nobody.map(({ review }) => review)).toEqual(
      reviews.filter(({ lead }) => lead === null).map(({ review }) => review),
    );
    const why = problem.reviews
      .filter((_, index) => reviews[index]?.lead === null)
      .map((review) => whyUncovered(shutOutOf(problem, review)));
    expect(why.sort()).toEqual([
      'all in conflict',
      'no assurer',
      'nobody available',
      'nobody with the need',
      'only window closed by training',
    ]);
  }, 120_000);
});

it('changes nothing when everything is imported again', async () => {
  const again = sampleFiles().map(({ name, text }) => ({ name, bytes: Buffer.from(text) }));
  const found = await new ImportsService(database.dataSource).dryRun(again, { author: 'Test' });
  const changed = found.summary.kinds.filter(
    ({ created, updated, removed }) => created + updated + removed > 0,
  );
  expect(changed).toEqual([]);
  expect(found.summary.kinds).toHaveLength(again.length);
});

/** What stands between a review of the sample and every lead, in a word. */
function whyUncovered(shutOut: ShutOut): string {
  const { openWindows, closedWindows, rules, leads, permitted, permittedNew } = shutOut;
  if (openWindows.length === 0) {
    const isTraining = closedWindows.every(({ reason }) => reason.startsWith('Training day'));
    return isTraining ? 'only window closed by training' : 'no window';
  }
  if (permitted.length > 0)
    return permitted.length === permittedNew.length ? 'no assurer' : 'permitted';
  const counts = new Map(rules.map(({ rule, leads: count }) => [rule, count]));
  const of = (rule: string): number => counts.get(rule) ?? 0;
  if (of('leadSharesANeed') === leads) return 'nobody with the need';
  // Everybody else does not know the phase.
  if (of('phaseIsTheirs') + of('noConflictOfInterest') === leads) return 'all in conflict';
  return of('personIsAvailable') > leads - of('phaseIsTheirs') ? 'nobody available' : 'other';
}

function holding(problem: Problem, role: 'LEAD' | 'SHADOW' | 'QUALITY_ASSURER'): number {
  return problem.leads.filter(({ roles }) => roles.includes(role)).length;
}
