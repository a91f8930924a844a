import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type YearFacts } from '../../src/allocations/year/year-input.js';
import { freezeYear } from '../../src/allocations/year/freeze-year.js';
import { aheadOfFacts } from '../../src/allocations/year/told-ahead.js';
import { SAMPLE_TODAY } from '../../src/cli/demo-sample.js';
import { readProblem } from '../../src/solver/file/read-problem.js';
import { writeProblem } from '../../src/solver/file/write-files.js';
import { forecast } from '../../src/solver/forecast/forecast.js';
import { loadHighs } from '../../src/solver/milp/highs.js';
import { breachesOf } from '../../src/solver/rules/plan-rules.js';
import { type TestDatabase } from '../support/database.js';
import { importedInto } from './sample-database.js';
import { sampleFiles } from './sample-files.js';

let database: TestDatabase;
const freeze = (): ReturnType<typeof freezeYear> =>
  freezeYear(database.dataSource.manager, '2026/27', SAMPLE_TODAY);

beforeAll(async () => {
  database = await importedInto(sampleFiles());
}, 120_000);
afterAll(() => database.drop());

describe('what is left of the sample’s year', () => {
  it('is a problem of spring and summer, the same each time', async () => {
    const { problem, facts } = await freeze();
    expect(await freeze()).toEqual({ problem, facts });
    expect(readProblem(Buffer.from(writeProblem(problem)))).toEqual(problem);
    expect(facts.termNames).toEqual(['Spring 2027', 'Summer 2027']);
    // 155 and 160 that were asked for, and three carried over from autumn.
    expect(problem.reviews).toHaveLength(318);
    expect(problem.published).toEqual([]);
    for (const { commitment } of problem.leads) {
      expect(commitment.target).toBe(Math.max(0, commitment.minimum - commitment.done));
    }
  });

  it('takes the pattern of spring for summer, and of autumn for those who have not answered', async () => {
    const { facts } = await freeze();
    const known = (termName: string): Record<string, number> => countOf(facts, termName);
    expect(known('Spring 2027')).toEqual({ ANSWERED: 93, 'PATTERN Autumn 2026': 7 });
    expect(known('Summer 2027')).toEqual({
      'PATTERN Spring 2027': 93,
      'PATTERN Autumn 2026': 7,
    });
  });

  it('can be forecast, nobody better off together than alone', async () => {
    const { problem, facts } = await freeze();
    const found = forecast(problem, aheadOfFacts(facts), await loadHighs());
    expect(found.plan.status).toBe('OPTIMAL');
    expect(breachesOf(problem, found.plan.reviews)).toEqual([]);
    for (const person of found.people) expect(person.inPlan).toBeLessThanOrEqual(person.best);
    // Six are in induction, with six reviews each, and one knows a phase that nobody else needs.
    expect(found.short).toEqual({ inPlan: 37, fewest: 37 });
    const cannot = found.people.filter(({ limits }) => limits !== null);
    expect(cannot.map(({ limits }) => limits?.alone[0]?.limit).sort()).toEqual([
      ...Array.from({ length: 6 }, () => 'ROLE'),
      'SPECIALISM',
    ]);
  }, 120_000);
});

function countOf(facts: YearFacts, termName: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { terms } of facts.people) {
    const known = terms.find((term) => term.termName === termName)?.knownBy;
    const key = known?.kind === 'PATTERN' ? `PATTERN ${known.termName}` : (known?.kind ?? 'NONE');
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}
