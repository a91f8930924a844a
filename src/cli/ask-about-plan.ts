import { type Command } from 'commander';
import {
  type AnswerNews,
  type PlanAnswers,
  type PlanQuestion,
  type QuestionKind,
} from '../allocations/solving/plan-question.js';
import { sha256 } from '../solver/file/sha256.js';
import { type Plan } from '../solver/plan.js';
import { CommandFailure, EXIT } from './exit-codes.js';
import { type ProblemFile, readPlanFile, readProblemFile } from './input-files.js';
import { say, type Surroundings } from './surroundings.js';

/** Silence up to this long needs no explanation, in milliseconds. */
const PATIENCE_MS = 1000;

/** Both files, and that they belong together. */
export interface PlannedProblem extends ProblemFile {
  plan: Plan;
}

/** The arguments that every question about a plan takes. */
export function withPlanArguments(command: Command): Command {
  return command
    .argument('<problem.json>', 'the problem file (docs/problem-format.md)')
    .argument('<plan.json>', 'a plan of it')
    .option('--json', 'print data instead of sentences')
    .addHelpText(
      'after',
      `
Exit codes:
  0  answered
  1  anything else, such as a file that cannot be read
  2  one of the files is bad, the plan is not of this problem, or a reference is in neither`,
    );
}

/** @throws CommandFailure where the plan is another problem's, or says that there is none */
export async function readPlannedProblem(
  problemFile: string,
  planFile: string,
): Promise<PlannedProblem> {
  const input = await readProblemFile(problemFile);
  const plan = await readPlanFile(planFile);
  if (plan.problem !== sha256(input.bytes)) {
    throw new CommandFailure(
      `${planFile} is not a plan of ${problemFile}: it names a problem file with another SHA-256. Solve the problem first (qar solve).`,
      EXIT.badInput,
    );
  }
  if (plan.status === 'INFEASIBLE') {
    throw new CommandFailure(
      `${planFile} says that no plan keeps the pins, so there is nothing to ask. Drop a pin of its conflict first.`,
      EXIT.badInput,
    );
  }
  return { ...input, plan };
}

/** @throws CommandFailure where the reference is not among those that may be named */
export function mustBeAmong(id: string, known: readonly string[], what: string): void {
  if (known.includes(id)) return;
  throw new CommandFailure(`there is no ${what} ${id}. Check the reference.`, EXIT.badInput);
}

/** Answers in a thread; what takes over a second says on stderr how far it has come. */
export async function answered<Kind extends QuestionKind>(
  { bytes, plan }: PlannedProblem,
  question: Extract<PlanQuestion, { kind: Kind }>,
  { stderr, interrupted }: Surroundings,
  told: (news: AnswerNews<Kind>) => string,
): Promise<PlanAnswers[Kind]> {
  const { SolverPool } = await import('../allocations/solving/solver-pool.js');
  const pool = new SolverPool();
  const start = performance.now();
  try {
    return await pool.answer<Kind>(bytes, plan.reviews, question, {
      signal: interrupted,
      onNews: (news) => {
        const elapsed = performance.now() - start;
        if (elapsed < PATIENCE_MS) return;
        stderr.write(`${told(news)}, elapsed ${(elapsed / 1000).toFixed(1)} s\n`);
      },
    });
  } finally {
    await pool.close();
  }
}

/** Prints the data as JSON, or else the sentences. */
export async function tell(
  surroundings: Surroundings,
  isJson: boolean | undefined,
  data: unknown,
  sentences: () => readonly string[],
): Promise<void> {
  const text = isJson === true ? JSON.stringify(data, null, 2) : sentences().join('\n');
  await say(surroundings.stdout, `${text}\n`);
}
