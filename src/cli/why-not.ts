import { type Command, Option } from 'commander';
import { type Role, ROLES } from '../solver/problem.js';
import {
  askAboutPlan,
  checkPerson,
  checkReview,
  planQuestionCommand,
  readQuestionedFiles,
  tell,
} from './plan-question.js';
import { type Surroundings } from './surroundings.js';
import { fold } from './text-lines.js';

interface WhyNotFlags {
  seat: Role;
  json?: true;
}

/** `qar why-not`: why somebody does not have a seat on a review, and what it would cost or take. */
export function makeWhyNotCommand(surroundings: Surroundings): Command {
  return planQuestionCommand('why-not', 'R12 L7')
    .summary('say why somebody does not lead a review')
    .description(
      'Says every rule that keeps somebody from a seat on a review, with the smallest change that would mend it; or, ' +
        'where the rules permit it, what it would cost and who else would move, worked out by solving again.',
    )
    .argument('<review>', 'the id of a review')
    .argument('<person>', 'the id of a person')
    .addOption(
      new Option('--seat <seat>', 'the seat that is asked about').choices(ROLES).default('LEAD'),
    )
    .action((problem: string, plan: string, review: string, person: string, flags: WhyNotFlags) =>
      tellWhyNotThem(problem, plan, { review, person, flags }, surroundings),
    );
}

async function tellWhyNotThem(
  problemFile: string,
  planFile: string,
  { review, person, flags }: { review: string; person: string; flags: WhyNotFlags },
  around: Surroundings,
): Promise<void> {
  const files = await readQuestionedFiles(problemFile, planFile);
  checkReview(files, review);
  checkPerson(files, person);
  const { tellWhyNot } = await import('../allocations/explanations/tell-why-not.js');
  const question = { kind: 'WHY_NOT', review, person, role: flags.seat } as const;
  const told = await askAboutPlan(files, question, around);
  const view = tellWhyNot(told.answer, told.measuredFrom, told.teller);
  const heading = view.hasSeat ? `${review}: ${view.name}` : `${review}: why not ${view.name}`;
  await tell(around, flags.json, view, () => [
    heading,
    '',
    ...view.words.flatMap((words) => fold(words, '  ', '    ')),
  ]);
}
