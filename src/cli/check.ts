import { Command } from 'commander';
import { aims as aimDefinitions } from '../solver/aims/aims.js';
import { checkPlan } from '../solver/check.js';
import { sha256 } from '../solver/file/sha256.js';
import { type AimResult } from '../solver/plan.js';
import { datesInWords } from './dates-in-words.js';
import { EXIT } from './exit-codes.js';
import { readPlanFile, readProblemFile } from './input-files.js';
import { say, type Surroundings } from './surroundings.js';

/** `qar check`: recomputes a plan's every rule and aim, as `docs/problem-format.md` defines them. */
export function makeCheckCommand(surroundings: Surroundings): Command {
  return new Command('check')
    .summary('check a plan against its problem, independently of the solver')
    .description(
      'Recomputes every rule and every aim of a plan from the problem alone, with code that shares nothing with ' +
        'the solver, and says in words whatever does not hold.',
    )
    .argument('<problem.json>', 'the problem file (docs/problem-format.md)')
    .argument('<plan.json>', 'the plan file to check')
    .addHelpText(
      'after',
      `
Exit codes:
  0    the plan is sound; its aims are printed
  1    the plan has faults, one a line; or anything else, such as a file that cannot be read
  2    one of the files is not JSON or has a wrong shape; each line names the field and what to do

Example:
  qar check spring.json plan.json`,
    )
    .action((problem: string, plan: string) => checkFiles(problem, plan, surroundings));
}

async function checkFiles(
  problemFile: string,
  planFile: string,
  { stdout, endWith }: Surroundings,
): Promise<void> {
  const { bytes, problem } = await readProblemFile(problemFile);
  const plan = await readPlanFile(planFile);
  const { faults, notes, aims } = checkPlan(problem, plan, sha256(bytes));
  if (faults.length > 0) {
    const count = faults.length === 1 ? '1 fault' : `${faults.length} faults`;
    await say(stdout, [`The plan has ${count}:`, ...faults.map(datesInWords), ''].join('\n'));
    endWith(EXIT.failed);
    return;
  }
  const verdict = `The plan is sound: status ${plan.status}, every rule kept, every stated value right.`;
  const table = plan.status === 'INFEASIBLE' ? [] : aims.map(describeAim);
  const infeasible =
    'The plan says that no plan keeps the pins; its shape, hash and pins are in order.';
  const first = plan.status === 'INFEASIBLE' ? infeasible : verdict;
  await say(stdout, [first, ...table, ...notes.map(datesInWords), ''].join('\n'));
}

function describeAim({ aim, value, bound }: AimResult): string {
  const title = aimDefinitions.find(({ name }) => name === aim)?.title ?? '';
  const proof = value === bound ? 'proven' : `not proven, bound ${bound ?? 'unknown'}`;
  return `  ${aim.padEnd(10)} ${String(value ?? 'unknown').padStart(9)}  ${proof}. ${title}.`;
}
