import { type Command } from 'commander';
import { CommandFailure } from './exit-codes.js';
import {
  askAboutPlan,
  checkReview,
  planQuestionCommand,
  readQuestionedFiles,
  tell,
} from './plan-question.js';
import { type Surroundings } from './surroundings.js';
import { fold } from './text-lines.js';

/** `qar why`: why the lead of a review leads it, and what they are worth there. */
export function makeWhyCommand(surroundings: Surroundings): Command {
  return planQuestionCommand('why', 'R12')
    .summary('say why the lead of a review leads it')
    .description(
      'Says what speaks for the lead of a review, and what the plan would lose without them there, which is worked ' +
        'out by solving again.',
    )
    .argument('<review>', 'the id of a review that has a lead in the plan')
    .action((problem: string, plan: string, review: string, flags: { json?: true }) =>
      tellWhyThisOne(problem, plan, review, flags, surroundings),
    );
}

async function tellWhyThisOne(
  problemFile: string,
  planFile: string,
  review: string,
  { json }: { json?: true },
  around: Surroundings,
): Promise<void> {
  const files = await readQuestionedFiles(problemFile, planFile);
  checkReview(files, review);
  const row = files.plan.reviews.find((each) => each.review === review);
  if (!row?.lead || !row.week || !row.window) {
    throw new CommandFailure(
      `${review} has no lead in ${planFile}. Ask who could lead it: qar candidates ${problemFile} ${planFile} --review ${review}`,
    );
  }
  const { tellWhy } = await import('../allocations/explanations/tell-why.js');
  const { movesInWords } = await import('../allocations/explanations/tell-why-not.js');
  const told = await askAboutPlan(files, { kind: 'WHY', review } as const, around);
  const view = tellWhy(told.answer, told.measuredFrom, told.teller);
  await tell(around, json, view, () => [
    `${view.review} on ${view.facts.days}: why ${view.name}`,
    '',
    ...[...view.words, ...movesInWords(view.without)].flatMap((words) => fold(words, '  ', '    ')),
  ]);
}
