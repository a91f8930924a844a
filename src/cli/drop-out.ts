import { type Command } from 'commander';
import { type Teller } from '../allocations/explanations/teller.js';
import { dropOutInWords } from '../allocations/summary/loss-words.js';
import { type DropOut, type DropOuts } from '../solver/explain/drop-out.js';
import {
  askAboutPlan,
  checkPerson,
  patiently,
  planQuestionCommand,
  readQuestionedFiles,
  tell,
  warnings,
} from './plan-question.js';
import { movesInLines } from './moves-in-lines.js';
import { type Surroundings } from './surroundings.js';
import { count, fold } from './text-lines.js';

/** How many of those who stand by are named. */
const STANDBYS = 5;

/** `qar drop-out`: what is lost without each person, and who could help. */
export function makeDropOutCommand(surroundings: Surroundings): Command {
  return planQuestionCommand('drop-out', '', '--lead L7')
    .summary('what is lost when somebody drops out, and the best plan without them')
    .description(
      'For each person of a plan, or for one, the best plan without them and what it loses; the reviews that stand or ' +
        'fall with one person; who stands by best. Whatever the problem says has been published is kept as far as the ' +
        'aims allow (docs/asks-and-drop-outs.md).',
    )
    .option('--lead <id>', 'only for this person')
    .action((problem: string, plan: string, flags: { lead?: string; json?: true }) =>
      dropOut(problem, plan, flags, surroundings),
    );
}

async function dropOut(
  problemFile: string,
  planFile: string,
  { lead, json }: { lead?: string; json?: true },
  around: Surroundings,
): Promise<void> {
  const files = await readQuestionedFiles(problemFile, planFile);
  const { lossesMeasuredFrom } = await import('../allocations/explanations/measured-from.js');
  if (lead !== undefined) {
    checkPerson(files, lead);
    const { answer, teller, measuredFrom } = await askAboutPlan(
      files,
      { kind: 'DROP_OUT', person: lead } as const,
      around,
    );
    const from = lossesMeasuredFrom(measuredFrom);
    return tell(around, json, { ...answer, measuredFrom: from }, () => [
      ...warnings(from),
      ...dropOutInLines(answer, teller, ''),
    ]);
  }
  const { answer, teller, measuredFrom } = await askAboutPlan(
    files,
    { kind: 'DROP_OUTS' } as const,
    around,
    patiently(around, ({ done, of, part }) => `${part.person}: ${done} of ${of ?? '?'} people`),
  );
  const from = lossesMeasuredFrom(measuredFrom);
  await tell(around, json, { ...answer, measuredFrom: from }, () => [
    ...warnings(from),
    ...report(answer, (each) => dropOutInLines(each, teller, '  ')),
  ]);
}

/** What happens without somebody, and below it each review that moves. */
function dropOutInLines(dropOut: DropOut, { names, rows }: Teller, indent: string): string[] {
  return [
    ...fold(dropOutInWords(dropOut, names, true).join(' '), indent, `${indent}  `),
    ...movesInLines(rows, dropOut.rows, names, `${indent}    `),
  ];
}

function report(found: DropOuts, inLines: (dropOut: DropOut) => string[]): string[] {
  const seated = found.people.filter(({ seats }) => seats > 0);
  const idle = found.people.length - seated.length;
  const points = found.singlePoints.map(
    ({ review, person, why }) =>
      `  ${review}: ${person}${why === 'ONLY_LEAD' ? ', who alone may lead it' : ''}`,
  );
  return [
    seated.length === 0 ? 'Nobody has a seat in the plan.' : 'Without whom most is lost, first:',
    ...seated.flatMap(inLines),
    ...(idle === 0 || seated.length === 0
      ? []
      : [`  ${count(idle, 'person has', 'people have')} no seat in the plan.`]),
    '',
    points.length === 0
      ? 'No review stands or falls with one person.'
      : 'Reviews that stand or fall with one person:',
    ...points,
    ...(found.standbys.length === 0 ? [] : ['', 'Who stands by best:']),
    ...found.standbys
      .slice(0, STANDBYS)
      .map(
        ({ person, takesOver, couldStepIn }) =>
          `  ${person}: takes over ${count(takesOver, 'review')} in the re-plans; could step in for ${couldStepIn} with nobody else moving`,
      ),
  ];
}
