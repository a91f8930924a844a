import { Command, InvalidArgumentError, Option } from 'commander';
import { checkPlan } from '../solver/check.js';
import { sha256 } from '../solver/file/sha256.js';
import { writePlan } from '../solver/file/write-files.js';
import { type Plan, PLAN_FORMAT, type Solution } from '../solver/plan.js';
import { type Problem } from '../solver/problem.js';
import { ENGINES, type EngineName, USUAL_ENGINE } from '../solver/solve.js';
import { describeSolution } from './describe-solution.js';
import { CommandFailure, EXIT } from './exit-codes.js';
import { type ProblemFile, readProblemFile } from './input-files.js';
import { checkOutputs, type OutputFile, writeWholeFiles } from './output-files.js';
import { progressDisplay } from './solve-progress.js';
import { say, type Surroundings } from './surroundings.js';

interface SolveFlags {
  out?: string;
  xlsx?: string;
  csv?: string;
  engine: EngineName;
  maxWork?: number;
}

/** `qar solve`: from a problem file to a plan file, as `docs/problem-format.md` defines both. */
export function makeSolveCommand(surroundings: Surroundings): Command {
  return new Command('solve')
    .summary('solve a problem file and write the plan')
    .description(
      'Solves a problem file: the best plan by the seven aims in their order, each proven. The plan is checked ' +
        'independently before it is written. Progress goes to standard error.',
    )
    .argument('<problem.json>', 'the problem file (docs/problem-format.md)')
    .option('--out <file>', 'write the plan to this file instead of standard output')
    .option('--xlsx <file>', 'also write the plan as a workbook for Excel')
    .option('--csv <file>', 'also write the allocation as CSV for spreadsheets')
    .addOption(
      new Option('--engine <name>', 'network: fast; milp: the general solver alone, to compare')
        .choices(ENGINES)
        .default(USUAL_ENGINE),
    )
    .option(
      '--max-work <units>',
      'stop after so much work with the best plan so far; the same units give the same plan on every machine (100000: a second or two)',
      positiveInteger,
    )
    .addHelpText(
      'after',
      `
Exit codes:
  0    a plan was written: OPTIMAL, or FEASIBLE when it was stopped early
  1    anything else, such as wrong arguments or a file that cannot be read or written
  2    the problem file is bad; each line names the field and what to do
  3    no plan keeps the pins; the plan file names a smallest set of pins that cannot hold together
  130  interrupted with Ctrl-C; nothing was written

Example:
  qar solve spring.json --out plan.json --xlsx spring-2027.xlsx`,
    )
    .action((file: string, flags: SolveFlags) => solveFile(file, flags, surroundings));
}

async function solveFile(file: string, flags: SolveFlags, around: Surroundings): Promise<void> {
  const outputs = [flags.out, flags.xlsx, flags.csv].filter((output) => output !== undefined);
  await checkOutputs(outputs, file);
  const input = await readProblemFile(file);
  const solution = await solveShowingProgress(input, flags, around);
  const plan = checked(input, solution);
  const text = writePlan(solution, plan.problem);
  const files: OutputFile[] = flags.out === undefined ? [] : [{ file: flags.out, content: text }];
  files.push(...(await spreadsheets(input.problem, plan, flags)));
  around.interrupted.throwIfAborted();
  await writeWholeFiles(files, around.interrupted);
  if (flags.out === undefined) await say(around.stdout, text);
  await say(
    around.stderr,
    describeSolution(
      input.problem,
      solution,
      files.map((written) => written.file),
    ),
  );
  if (solution.status === 'INFEASIBLE') around.endWith(EXIT.infeasible);
}

async function solveShowingProgress(
  input: ProblemFile,
  flags: SolveFlags,
  { stderr, interrupted }: Surroundings,
): Promise<Solution> {
  const { solveInThread } = await import('../allocations/solving/solver-pool.js');
  const display = progressDisplay(stderr);
  try {
    return await solveInThread(input.bytes, {
      signal: interrupted,
      onProgress: (news) => {
        display.show(news);
      },
      engine: flags.engine,
      ...(flags.maxWork === undefined ? {} : { maxWork: flags.maxWork }),
    });
  } finally {
    display.end();
  }
}

/** The plan of a solution, after the independent checker has found nothing wrong with it. */
function checked({ bytes, problem }: ProblemFile, solution: Solution): Plan {
  const plan: Plan = { format: PLAN_FORMAT, problem: sha256(bytes), ...solution };
  const { faults } = checkPlan(problem, plan, plan.problem);
  if (faults.length === 0) return plan;
  throw new CommandFailure(
    `the solver's plan did not pass the independent check, so nothing was written. Please report this, with the problem file:\n${faults.join('\n')}`,
  );
}

async function spreadsheets(
  problem: Problem,
  plan: Plan,
  flags: SolveFlags,
): Promise<OutputFile[]> {
  // There is no allocation to show: an empty spreadsheet would read as "nothing is covered".
  if (plan.status === 'INFEASIBLE') return [];
  if (flags.xlsx === undefined && flags.csv === undefined) return [];
  const { planTables } = await import('../allocations/tables/plan-tables.js');
  const { planCsv, planWorkbook } = await import('../exchange/plan-workbook/plan-workbook.js');
  const tables = planTables(problem, plan);
  const files: OutputFile[] = [];
  if (flags.xlsx !== undefined)
    files.push({ file: flags.xlsx, content: await planWorkbook(tables) });
  if (flags.csv !== undefined) files.push({ file: flags.csv, content: planCsv(tables) });
  return files;
}

function positiveInteger(text: string): number {
  const units = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(units) || units < 1) {
    throw new InvalidArgumentError('Write a whole number of 1 or more, such as 100000.');
  }
  return units;
}
