/** Results of solves as a worker would have kept them: as big as real ones, with invented numbers. */
import { type DataSource } from 'typeorm';
import { type ForecastResult } from '../../src/allocations/forecast/forecast-study.js';
import { storeFrozenProblem } from '../../src/allocations/runs/frozen-problems.js';
import { type FrozenYear } from '../../src/allocations/year/year-input.js';
import { sha256 } from '../../src/solver/file/sha256.js';
import { writeProblem } from '../../src/solver/file/write-files.js';

export async function keepStudies(
  dataSource: DataSource,
  { problem, facts }: FrozenYear,
): Promise<void> {
  const bytes = Buffer.from(writeProblem(problem), 'utf8');
  const hash = sha256(bytes);
  const result: ForecastResult = {
    short: { inPlan: 40, fewest: 30 },
    people: facts.people.map(({ lead, minimum, led }, index) => ({
      person: lead,
      minimum,
      done: led,
      inPlan: Math.max(0, minimum - led - (index % 5 === 0 ? 1 : 0)),
      best: minimum,
      limits: null,
    })),
    seats: problem.reviews.slice(0, 2 * problem.leads.length).map(({ id }, index) => ({
      review: id,
      lead: problem.leads[index % problem.leads.length]?.id ?? null,
      week: problem.weeks[index % problem.weeks.length] ?? null,
      window: 'MON_WED',
    })),
    uncovered: 0,
  };
  await dataSource.transaction(async (manager) => {
    await storeFrozenProblem(manager, { sha256: hash, name: problem.name, bytes, context: {} });
    await manager.query(
      `INSERT INTO study (kind, subject, as_at, problem_sha256, fingerprint, facts, known_until, total, requested_by, state, result,
                          computed_at, finished_at)
       VALUES ('FORECAST', $1, $2, $3, $3, $4::jsonb, 1000000000, 1, 'Bench', 'DONE', $5::jsonb, now(), now())`,
      [facts.year, facts.asAt, hash, JSON.stringify(facts), JSON.stringify(result)],
    );
  });
}
