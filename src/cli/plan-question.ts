import { type MeasuredFromView } from '../allocations/explanations/explanation-parts.schema.js';
import { type Teller } from '../allocations/explanations/teller.js';
import {
  type PlanAnswer,
  type PlanQuestion,
  type RankingNews,
} from '../allocations/solving/plan-questions.js';
import { sha256 } from '../solver/file/sha256.js';
import { type Plan } from '../solver/plan.js';
import { CommandFailure, EXIT } from './exit-codes.js';
import { type ProblemFile, readPlanFile, readProblemFile } from './input-files.js';
import { type Surroundings } from './surroundings.js';

/** A problem file and a plan file that belong together, and who asks. */
export interface QuestionedFiles {
  problemFile: string;
  planFile: string;
  input: ProblemFile;
  plan: Plan;
}

/** What a question about a plan was answered with, and what tells it in words. */
export interface ToldAnswer<Question extends PlanQuestion> {
  answer: PlanAnswer<Question>;
  teller: Teller;
  measuredFrom: MeasuredFromView;
}

export const EXPLANATION_EXIT_CODES = `
Exit codes:
  0    answered
  1    anything else, such as a review that is not in the problem
  2    one of the files is bad, or they do not belong together
  130  interrupted with Ctrl-C`;

/** @throws CommandFailure when they do not belong together, or no plan keeps all pins; as the readers do */
export async function readQuestionedFiles(
  problemFile: string,
  planFile: string,
): Promise<QuestionedFiles> {
  const input = await readProblemFile(problemFile);
  const plan = await readPlanFile(planFile);
  if (plan.problem !== sha256(input.bytes)) {
    throw new CommandFailure(
      `${planFile} is a plan of another problem than ${problemFile}: it names another SHA-256. Solve the problem again, or name the file it was made from.`,
      EXIT.badInput,
    );
  }
  if (plan.status === 'INFEASIBLE') {
    throw new CommandFailure(
      `${planFile} says that no plan keeps all pins, so there is no seat to explain. Drop one of the pins in its conflict and solve again.`,
    );
  }
  return { problemFile, planFile, input, plan };
}

/** Answers a question in a thread of its own. @throws CommandFailure when it is about what is not there */
export async function askAboutPlan<Question extends PlanQuestion>(
  files: QuestionedFiles,
  question: Question,
  { interrupted }: Surroundings,
  onNews: (news: RankingNews, teller: Teller) => void = () => undefined,
): Promise<ToldAnswer<Question>> {
  const { SolverPool } = await import('../allocations/solving/solver-pool.js');
  const { Teller } = await import('../allocations/explanations/teller.js');
  const { measuredFrom } = await import('../allocations/explanations/measured-from.js');
  const { planNames } = await import('../allocations/summary/plan-names.js');
  const { bytes, problem } = files.input;
  const teller = new Teller(problem, files.plan.reviews, planNames({}, problem));
  const from = measuredFrom(files.plan.status, teller);
  const pool = new SolverPool();
  try {
    const answer = await pool.ask(
      { bytes, sha256: files.plan.problem },
      { rows: files.plan.reviews, isProven: from.isProven },
      question,
      { signal: interrupted, onNews: (news) => onNews(news, teller) },
    );
    if (answer === null) throw new Error('The ranking was stopped unasked.');
    return { answer, teller, measuredFrom: from };
  } finally {
    await pool.close();
  }
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
