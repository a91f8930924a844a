import { Command } from 'commander';
import { askSearchInWords, askSetInWords } from '../allocations/summary/ask-words.js';
import { planNames } from '../allocations/summary/plan-names.js';
import { type WhatItTakes } from '../solver/explain/what-would-it-take.js';
import { type Problem } from '../solver/problem.js';
import {
  answered,
  mustBeAmong,
  readPlannedProblem,
  tell,
  withPlanArguments,
} from './ask-about-plan.js';
import { CommandFailure, EXIT } from './exit-codes.js';
import { type Surroundings } from './surroundings.js';
import { fold } from './text-lines.js';

/** `qar ask`: what it would take to cover the reviews without a lead. */
export function makeAskCommand(surroundings: Surroundings): Command {
  const command = new Command('ask')
    .summary('what it would take to cover the reviews that a plan leaves without a lead')
    .description(
      'For each review without a lead the cheapest things to ask for: a window, a wider radius, another window of the ' +
        'school, one review more, a pin dropped, up to three together. Each is checked by solving again ' +
        '(docs/asks-and-drop-outs.md).',
    );
  return withPlanArguments(command)
    .option('--review <reference>', 'only for this review')
    .action((problem: string, plan: string, flags: { review?: string; json?: boolean }) =>
      ask(problem, plan, flags, surroundings),
    );
}

async function ask(
  problemFile: string,
  planFile: string,
  { review, json }: { review?: string; json?: boolean },
  around: Surroundings,
): Promise<void> {
  const input = await readPlannedProblem(problemFile, planFile);
  const waiting = input.plan.reviews.filter(({ lead }) => lead === null).map((row) => row.review);
  if (review !== undefined) {
    const all = input.problem.reviews.map(({ id }) => id);
    mustBeAmong(review, all, 'review');
    if (!waiting.includes(review)) {
      throw new CommandFailure(`${review} has a lead in this plan.`, EXIT.badInput);
    }
  }
  const reviews = review === undefined ? waiting : [review];
  const found = await answered(
    input,
    { kind: 'ASKS', reviews },
    around,
    ({ done, of, part }) => `${part.review}: ${done} of ${of ?? '?'} reviews`,
  );
  await tell(around, json, found, () => report(found, input.problem));
}

function report(found: readonly WhatItTakes[], problem: Problem): string[] {
  if (found.length === 0) return ['Every review has a lead: nothing need be asked.'];
  const names = planNames({}, problem);
  return found.flatMap((each) => [
    each.review,
    ...each.sets.flatMap((set) =>
      fold(askSetInWords(set, problem, names), `  ${`${set.cost}`.padStart(4)}  `, '        '),
    ),
    ...fold(askSearchInWords(each), '        '),
    '',
  ]);
}
