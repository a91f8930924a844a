import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { drawBase } from '../../scripts/sample/base.js';
import { readDistricts, readOpenSchools } from '../../scripts/sample/open-schools.js';
import { SAMPLE_SEED } from '../../scripts/sample/seed.js';
import { seededRandom } from '../../scripts/seeded-random.js';
import { freezeTerm } from '../../src/allocations/snapshot/freeze-term.js';
import { firstDay, type Slot } from '../../src/calendar/slots.js';
import { isWithinWorkingDays, isWorkingDay } from '../../src/calendar/working-days.js';
import { ImportsService } from '../../src/exchange/imports/imports.service.js';
import { loadReferenceData } from '../../src/schools/reference-data.js';
import { type ShutOut, shutOutOf } from '../../src/solver/explain/shut-out.js';
import { readProblem } from '../../src/solver/file/read-problem.js';
import { writeProblem } from '../../src/solver/file/write-files.js';
import { loadHighs } from '../../src/solver/milp/highs.js';
import { type Problem } from '../../src/solver/problem.js';
import { solve } from '../../src/solver/solve.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

type Window = Slot['window'];

const EVENTS = ['Offered on', 'Accepted on', 'Declined on', 'Withdrawn on', 'Cancelled on'];

/** Files that nothing which happened in autumn changes. */
const DRAWN = [
  ...['schools', 'memberships', 'lead-reviewers', 'employment', 'gates', 'training-attendance'],
  ...['regions', 'conflicts', 'own-limits', 'contracts', 'commitment-overrides'],
];

const folder = path.join(import.meta.dirname, '../../sample/partnership');

function rowsOf(kind: string): Record<string, string>[] {
  return parse(readFileSync(path.join(folder, `${kind}.csv`)), { columns: true });
}

const count = (kind: string, is: (row: Record<string, string>) => boolean): number =>
  rowsOf(kind).filter(is).length;

describe('the sample’s files', () => {
  it('hold 480 schools of all nine regions and about 130 trusts, about 60 without one', () => {
    const schools = rowsOf('schools');
    expect(schools).toHaveLength(480);
    expect(new Set(schools.map((row) => row.Region)).size).toBe(9);
    const trusts = new Set(schools.map((row) => row['Trust UID']).filter((uid) => uid !== ''));
    expect(trusts.size).toBe(130);
    expect(count('schools', (row) => row['Trust UID'] === '')).toBe(60);
    expect(count('schools', (row) => row.Phase === 'SPECIAL')).toBe(70);
    expect(count('schools', (row) => row.Phase === 'ALTERNATIVE_PROVISION')).toBeGreaterThan(2);
    expect(count('schools', (row) => row.Phase === '')).toBe(0);
  });

  it('say that the people are synthetic and the needs invented', () => {
    expect(rowsOf('lead-reviewers')).toHaveLength(100);
    expect(count('lead-reviewers', (row) => row.Synthetic !== 'Yes')).toBe(0);
    expect(count('lead-reviewers', (row) => !row['E-mail']?.endsWith('@example.org'))).toBe(0);
    expect(count('schools', (row) => row['Needs are invented'] !== 'Yes')).toBe(0);
  });

  it('have 35 serving leaders, three part-year contracts and two overrides', () => {
    expect(count('employment', (row) => row['Serving leader'] === 'Yes')).toBe(35);
    expect(count('contracts', (row) => row.To !== '2027-08-31')).toBe(3);
    expect(rowsOf('commitment-overrides')).toHaveLength(2);
  });

  it('tell an autumn: declines, illness, cancellations, and three reviews carried over', () => {
    expect(count('seats', (row) => row['Declined on'] !== '')).toBe(10);
    expect(count('seats', (row) => row['Withdrawn on'] !== '')).toBe(2);
    expect(count('reviews', (row) => row.State === 'CANCELLED')).toBe(4);
    expect(count('reviews', (row) => row['Carried over'] === '1')).toBe(3);
    expect(count('reviews', (row) => row.Term === 'summer-2027')).toBe(160);
  });

  it('have two cancellations within ten working days, and nothing agreed at a weekend', () => {
    const none = new Set<string>();
    const cancelled = rowsOf('seats').filter((row) => row['Cancelled on'] !== '');
    const late = cancelled.filter((row) =>
      isWithinWorkingDays(
        row['Cancelled on'] ?? '',
        firstDay({ week: row.Week ?? '', window: row.Window as Window }),
        10,
        none,
      ),
    );
    expect(cancelled).toHaveLength(4);
    expect(late).toHaveLength(2);
    const days = rowsOf('seats').flatMap((row) => EVENTS.map((name) => row[name] ?? ''));
    expect(days.filter((day) => day !== '' && !isWorkingDay(day, none))).toEqual([]);
  });

  it('are what the generator draws', async () => {
    const random = seededRandom(SAMPLE_SEED);
    const base = drawBase(await readOpenSchools(), await readDistricts(), random).before();
    for (const kind of DRAWN) {
      const text = stringify(base.get(kind) ?? [], { header: true });
      expect(readFileSync(path.join(folder, `${kind}.csv`), 'utf8')).toBe(text);
    }
  });
});

describe('the sample through the import', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    await loadReferenceData(database.dataSource);
    const files = readdirSync(folder).map((name) => ({
      name,
      bytes: readFileSync(path.join(folder, name)),
    }));
    const imports = new ImportsService(database.dataSource);
    const found = await imports.dryRun(files, { author: 'Test' });
    await imports.apply(found.id, 'Test');
  });
  afterAll(() => database.drop());

  it('freezes into the problem of spring, the same each time', async () => {
    const freeze = (): ReturnType<typeof freezeTerm> =>
      freezeTerm(database.dataSource.manager, 'spring-2027', { today: '2026-12-21' });
    const { problem, context } = await freeze();
    expect((await freeze()).problem).toEqual(problem);
    expect(problem.reviews).toHaveLength(153);
    expect(problem.leads.filter(({ isNew }) => isNew)).toHaveLength(10);
    expect(holding(problem, 'LEAD')).toBe(94);
    expect(holding(problem, 'SHADOW')).toBe(6);
    expect(holding(problem, 'QUALITY_ASSURER')).toBeGreaterThanOrEqual(25);
    const reasons = context.leftOut.map(({ reason }) => reason);
    expect(reasons.filter((reason) => reason.startsWith('No answer'))).toHaveLength(7);
    expect(reasons.filter((reason) => reason.startsWith('Windows not known'))).toHaveLength(5);
  });

  it('leaves five reviews of spring without a lead, each for another reason', async () => {
    const { problem } = await freezeTerm(database.dataSource.manager, 'spring-2027', {
      today: '2026-12-21',
    });
    expect(readProblem(Buffer.from(writeProblem(problem)))).toEqual(problem);
    const engine = await loadHighs();
    const { status, reviews } = solve(problem, engine);
    expect(status).toBe('OPTIMAL');
    const uncovered = reviews.filter(({ lead }) => lead === null);
    const why = uncovered.map(({ review: id }) => {
      const review = problem.reviews.find((each) => each.id === id);
      if (!review) throw new Error(`The plan has a review ${id} that the problem lacks.`);
      return whyUncovered(shutOutOf(problem, review));
    });
    expect(why.sort()).toEqual([
      'all in conflict',
      'no assurer',
      'no window',
      'nobody available',
      'nobody with the need',
    ]);
  });

  it('changes nothing when it is imported again', async () => {
    const name = 'seats.csv';
    const again = [{ name, bytes: readFileSync(path.join(folder, name)) }];
    const found = await new ImportsService(database.dataSource).dryRun(again, { author: 'Test' });
    expect(found.summary.kinds).toMatchObject([
      { created: 0, updated: 0, removed: 0, unchanged: rowsOf('seats').length },
    ]);
  });
});

/** What stands between a review of the sample and every lead, in a word. */
function whyUncovered({ openWindows, rules, leads, permitted, permittedNew }: ShutOut): string {
  if (openWindows.length === 0) return 'no window';
  if (permitted.length > 0) return permitted.length === permittedNew ? 'no assurer' : 'permitted';
  const shutOut = new Map(rules.map(({ rule, leads: count }) => [rule, count]));
  const of = (rule: string): number => shutOut.get(rule) ?? 0;
  if (of('leadSharesANeed') === leads) return 'nobody with the need';
  // Everybody else does not know the phase.
  if (of('phaseIsTheirs') + of('noConflictOfInterest') === leads) return 'all in conflict';
  return of('personIsAvailable') > leads - of('phaseIsTheirs') ? 'nobody available' : 'other';
}

function holding(problem: Problem, role: 'LEAD' | 'SHADOW' | 'QUALITY_ASSURER'): number {
  return problem.leads.filter(({ roles }) => roles.includes(role)).length;
}
