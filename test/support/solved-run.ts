/** A run that has ended, with its plan, as a worker leaves it; solved here and now. */
import { type DataSource } from 'typeorm';
import { sha256 } from '../../src/solver/file/sha256.js';
import { writeProblem } from '../../src/solver/file/write-files.js';
import { loadHighs } from '../../src/solver/milp/highs.js';
import { type Plan, PLAN_FORMAT } from '../../src/solver/plan.js';
import { type Problem } from '../../src/solver/problem.js';
import { solve, SOLVER_VERSION } from '../../src/solver/solve.js';

export interface SolvedRun {
  readonly runId: string;
  readonly planId: string;
  readonly problem: Problem;
  readonly plan: Plan;
}

/** @param context the names that are frozen with the problem; none as with a problem file */
export async function storeSolvedRun(
  dataSource: DataSource,
  problem: Problem,
  { context = {}, termId = null }: { context?: object; termId?: string | null } = {},
): Promise<SolvedRun> {
  const bytes = Buffer.from(writeProblem(problem), 'utf8');
  const hash = sha256(bytes);
  const plan: Plan = { format: PLAN_FORMAT, problem: hash, ...solve(problem, await loadHighs()) };
  const state = plan.status === 'INFEASIBLE' ? 'INFEASIBLE' : 'SOLVED';
  return dataSource.transaction(async (manager) => {
    await manager.query(
      'INSERT INTO frozen_problem (sha256, name, bytes, context) VALUES ($1, $2, $3, $4)',
      [hash, problem.name, bytes, JSON.stringify(context)],
    );
    const [run] = await manager.query<[{ id: string }]>(
      `INSERT INTO allocation_run (name, term_id, problem_sha256, policy_name, engine, seed, solver_version,
         state, attempt, requested_by, started_at, finished_at)
       VALUES ($1, $2, $3, 'Standard', 'milp', 0, $4, $5, 1, 'Operations', now(), now()) RETURNING id`,
      [problem.name, termId, hash, SOLVER_VERSION, state],
    );
    const [stored] = await manager.query<[{ id: string }]>(
      `INSERT INTO plan (run_id, term_id, version, problem_sha256, status, content, author)
       VALUES ($1, $2, 1, $3, $4, $5, 'Operations') RETURNING id`,
      [run.id, termId, hash, plan.status, JSON.stringify(plan)],
    );
    return { runId: run.id, planId: stored.id, problem, plan };
  });
}
