import { type Command, Option } from 'commander';
import { type Teller } from '../allocations/explanations/teller.js';
import { askSearchInWords, askSetInWords } from '../allocations/summary/ask-words.js';
import { listed } from '../allocations/summary/phrases.js';
import { toldTogether } from '../allocations/summary/told-asks-together.js';
import { type AsksTogether } from '../solver/explain/asks-together.js';
import { type WhatItTakes } from '../solver/explain/what-would-it-take.js';
import { CommandFailure } from './exit-codes.js';
import {
  askAboutPlan,
  checkReview,
  patiently,
  planQuestionCommand,
  type QuestionedFiles,
  readQuestionedFiles,
  tell,
} from './plan-question.js';
import { type Surroundings } from './surroundings.js';
import { fold } from './text-lines.js';

/** `qar ask`: what it would take to cover the reviews without a lead. */
export function makeAskCommand(surroundings: Surroundings): Command {
  return planQuestionCommand('ask', '', '--review R12', '--together')
    .summary('what it would take to cover the reviews that a plan leaves without a lead')
    .description(
      'For each review without a lead the cheapest things to ask for: a window, a wider radius, another window of the ' +
        'school, one review more, a pin dropped, up to three together. Each is checked by solving again ' +
        '(docs/asks-and-drop-outs.md).',
    )
    .addOption(new Option('--review <id>', 'only for this review').conflicts('together'))
    .option('--together', 'the cheapest asks that together cover as many of them as can be covered')
    .action((problem: string, plan: string, flags: AskFlags) =>
      ask(problem, plan, flags, surroundings),
    );
}

interface AskFlags {
  review?: string;
  together?: true;
  json?: true;
}

async function ask(
  problemFile: string,
  planFile: string,
  { review, together, json }: AskFlags,
  around: Surroundings,
): Promise<void> {
  const files = await readQuestionedFiles(problemFile, planFile);
  if (review !== undefined) checkWaits(files, review);
  const told = await askAboutPlan(
    files,
    { kind: 'ASKS', review: review ?? null } as const,
    around,
    patiently(around, ({ done, of, part }) => `${part.review}: ${done} of ${of ?? '?'} reviews`),
  );
  if (together === undefined) {
    await tell(around, json, told.answer, () => report(told.answer, told.teller));
    return;
  }
  const joint = await askAboutPlan(
    files,
    { kind: 'ASKS_TOGETHER', found: told.answer } as const,
    around,
  );
  await tell(around, json, joint.answer, () => reportTogether(joint.answer, joint.teller));
}

/** @throws CommandFailure when there is no such review, or it has a lead */
function checkWaits(files: QuestionedFiles, review: string): void {
  checkReview(files, review);
  if (!files.plan.reviews.some((row) => row.review === review && row.lead !== null)) return;
  throw new CommandFailure(
    `${review} has a lead in ${files.planFile}, so nothing need be asked. Choose a review that waits.`,
  );
}

function report(found: readonly WhatItTakes[], { problem, names }: Teller): string[] {
  if (found.length === 0) return ['Every review has a lead: nothing need be asked.'];
  return found.flatMap((each) => [
    each.review,
    ...each.sets.flatMap((set) =>
      fold(askSetInWords(set, problem, names), `  ${`${set.cost}`.padStart(4)}  `, '        '),
    ),
    ...fold(askSearchInWords(each), '        '),
    '',
  ]);
}

function reportTogether(found: AsksTogether, { problem, names }: Teller): string[] {
  const { title, words, asks, covered, left } = toldTogether(found, problem, names);
  return [
    `${title}.`,
    ...asks.flatMap(({ cost, request, covers }) =>
      fold(
        `${request}: for ${listed(covers.map(({ name }) => name))}.`,
        `  ${`${cost}`.padStart(4)}  `,
        '        ',
      ),
    ),
    ...covered.flatMap((each) => fold(`${each.words}.`, '        ', '          ')),
    ...left.flatMap((each) => fold(each.words, '        ', '          ')),
    ...(words === '' ? [] : fold(words, '        ', '        ')),
  ];
}
