import { Command } from 'commander';
import { type MeasuredFromView } from '../allocations/explanations/explanation-parts.schema.js';
import { type Teller } from '../allocations/explanations/teller.js';
import {
  type PlanAnswers,
  type PlanNews,
  type PlanQuestion,
  type QuestionKind,
} from '../allocations/solving/plan-question.js';
import { type Plan } from '../solver/plan.js';
import { CommandFailure } from './exit-codes.js';
import { type ProblemFile, readProblemFile } from './input-files.js';
import { readPlanOf } from './plan-of-problem.js';
import { say, type Surroundings } from './surroundings.js';
import { fold } from './text-lines.js';

/** Silence up to this long needs no explanation, in milliseconds. */
const PATIENCE_MS = 1000;

/** A problem file and a plan file that belong together, and who asks. */
export interface QuestionedFiles {
  problemFile: string;
  planFile: string;
  input: ProblemFile;
  plan: Plan;
}

/** What a question about a plan was answered with, and what tells it in words. */
export interface ToldAnswer<Kind extends QuestionKind> {
  answer: PlanAnswers[Kind];
  teller: Teller;
  measuredFrom: MeasuredFromView;
}

/** A command that asks about a plan: both files come first, `--json` prints data instead of sentences. */
export function planQuestionCommand(name: string, ...examples: readonly string[]): Command {
  return new Command(name)
    .argument('<problem.json>', 'the problem file (docs/problem-format.md)')
    .argument('<plan.json>', 'a plan of it')
    .option('--json', 'print the whole answer as JSON')
    .addHelpText(
      'after',
      `
Exit codes:
  0    answered
  1    anything else, such as a review that is not in the problem
  2    one of the files is bad, or they do not belong together
  130  interrupted with Ctrl-C

${examples.length === 1 ? 'Example' : 'Examples'}:
${examples.map((example) => `  qar ${name} spring.json plan.json ${example}`.trimEnd()).join('\n')}`,
    );
}

/** @throws CommandFailure when they do not belong together, or no plan keeps all pins; as the readers do */
export async function readQuestionedFiles(
  problemFile: string,
  planFile: string,
): Promise<QuestionedFiles> {
  const input = await readProblemFile(problemFile);
  const plan = await readPlanOf(problemFile, input, planFile);
  if (plan.status === 'INFEASIBLE') {
    throw new CommandFailure(
      `${planFile} says that no plan keeps all pins, so there is nothing to ask about. Drop one of the pins in its conflict and solve again.`,
    );
  }
  return { problemFile, planFile, input, plan };
}

/** Answers a question in a thread of its own. @throws CommandFailure when it is about what is not there */
export async function askAboutPlan<Question extends PlanQuestion>(
  files: QuestionedFiles,
  question: Question,
  { interrupted }: Surroundings,
  onNews?: (news: PlanNews[Question['kind']]) => void,
): Promise<ToldAnswer<Question['kind']>> {
  const { SolverPool } = await import('../allocations/solving/solver-pool.js');
  const { teller, measuredFrom } = await measuredFromPlan(files);
  const { bytes } = files.input;
  const pool = new SolverPool();
  try {
    const answer = await pool.ask(
      { bytes, sha256: files.plan.problem },
      { rows: files.plan.reviews, isProven: measuredFrom.isProven },
      question,
      { signal: interrupted, ...(onNews === undefined ? {} : { onNews }) },
    );
    if (answer === null) throw new Error('The question was given up unasked.');
    return { answer, teller, measuredFrom };
  } finally {
    await pool.close();
  }
}

/** What tells of the plan at hand, and what is known of the plan itself. */
export async function measuredFromPlan({
  input,
  plan,
}: QuestionedFiles): Promise<Pick<ToldAnswer<QuestionKind>, 'teller' | 'measuredFrom'>> {
  const { Teller } = await import('../allocations/explanations/teller.js');
  const { measuredFrom } = await import('../allocations/explanations/measured-from.js');
  const { planNames } = await import('../allocations/summary/plan-names.js');
  const { problem } = input;
  const teller = new Teller(problem, plan.reviews, planNames({}, problem));
  return { teller, measuredFrom: measuredFrom(plan.status, teller) };
}

/** For `askAboutPlan`: what takes over a second says on stderr how far it has come. */
export function patiently<News>(
  { stderr }: Surroundings,
  told: (news: News) => string,
): (news: News) => void {
  const start = performance.now();
  return (news) => {
    const elapsed = performance.now() - start;
    if (elapsed < PATIENCE_MS) return;
    void say(stderr, `${told(news)}, elapsed ${(elapsed / 1000).toFixed(1)} s\n`);
  };
}

/** That the plan at hand is not proven best, or breaks rules, before anything is measured from it. */
export function warnings({ words }: MeasuredFromView): string[] {
  return words.length === 0 ? [] : [...words.flatMap((each) => fold(each, '')), ''];
}

/** Prints the data as JSON, or else the sentences. */
export async function tell(
  { stdout }: Surroundings,
  isJson: boolean | undefined,
  data: unknown,
  sentences: () => readonly string[],
): Promise<void> {
  const text = isJson === true ? JSON.stringify(data, null, 2) : sentences().join('\n');
  await say(stdout, `${text}\n`);
}

/** @throws CommandFailure naming those that are there, if they are few */
export function checkReview({ problemFile, input }: QuestionedFiles, review: string): void {
  checkIsThere('review', review, input.problem.reviews, problemFile);
}

/** @throws CommandFailure naming those that are there, if they are few */
export function checkPerson({ problemFile, input }: QuestionedFiles, person: string): void {
  checkIsThere('person', person, input.problem.leads, problemFile);
}

const FEW = 12;

function checkIsThere(
  what: string,
  id: string,
  all: readonly { id: string }[],
  file: string,
): void {
  if (all.some((each) => each.id === id)) return;
  const few = all.length <= FEW ? ` It has ${all.map((each) => each.id).join(', ')}.` : '';
  throw new CommandFailure(`there is no ${what} ${id} in ${file}.${few}`);
}
