import { type Command, InvalidArgumentError } from 'commander';
import { disturbanceInWords } from '../allocations/summary/loss-words.js';
import { type PlanNames } from '../allocations/summary/plan-names.js';
import { type PriceOfDisturbance } from '../solver/explain/re-plan.js';
import {
  askAboutPlan,
  checkPerson,
  patiently,
  planQuestionCommand,
  readQuestionedFiles,
  tell,
} from './plan-question.js';
import { type Surroundings } from './surroundings.js';
import { count, fold } from './text-lines.js';

const FURTHER = 5;

interface RePlanFlags {
  gone?: string;
  further: number;
  json?: true;
}

/** `qar re-plan`: what it buys to disturb nobody, one person, two, … */
export function makeRePlanCommand(surroundings: Surroundings): Command {
  return planQuestionCommand('re-plan', '', '--gone L7')
    .summary('the best plan that disturbs at most so many people: the price list of disturbance')
    .description(
      'The best plan that disturbs at most k people, for k from the least that any plan does, until nothing is gained. ' +
        'Somebody is disturbed when any of their seats differs from the plan given (docs/asks-and-drop-outs.md).',
    )
    .option('--gone <id>', 'when this person has gone')
    .option('--further <people>', 'try up to so many people beyond the least', people, FURTHER)
    .action((problem: string, plan: string, flags: RePlanFlags) =>
      rePlan(problem, plan, flags, surroundings),
    );
}

async function rePlan(
  problemFile: string,
  planFile: string,
  { gone, further, json }: RePlanFlags,
  around: Surroundings,
): Promise<void> {
  const files = await readQuestionedFiles(problemFile, planFile);
  if (gone !== undefined) checkPerson(files, gone);
  const { answer, teller } = await askAboutPlan(
    files,
    { kind: 'DISTURBANCE', gone: gone ?? null, further } as const,
    around,
    patiently(around, ({ done }) => `${count(done, 'number')} of people tried`),
  );
  await tell(around, json, answer, () => report(answer, teller.names));
}

function report(found: PriceOfDisturbance, names: PlanNames): string[] {
  const { least, lines, best, reaches, ended } = found;
  if (least === null || best === null) return ['No plan keeps the pins. Drop one and try again.'];
  const start =
    least === 0
      ? 'There is a plan that disturbs nobody.'
      : `Every plan disturbs at least ${count(least, 'person', 'people')}.`;
  const reached = reaches
    .filter(({ people: number }) => number !== null)
    .map(({ aim, people: number }) => `${aim} ${number ?? ''}`);
  return [
    start,
    ...lines.flatMap((line) => fold(disturbanceInWords(line, names), '  ', '    ')),
    `People to disturb until an aim, and all before it, are as good as they can be: ${reached.join(', ') || 'more than were tried'}.`,
    END[ended](best.disturbed.length),
  ];
}

const END: Record<PriceOfDisturbance['ended'], (best: number) => string> = {
  BEST: () => 'Nothing more is gained by disturbing more people.',
  LIMIT: (best) =>
    `No more people were tried (--further). The best plan of all disturbs ${count(best, 'person', 'people')}.`,
  STOPPED: (best) =>
    `The search was given up there, so the last line is not proven. The best plan of all disturbs ${count(best, 'person', 'people')}.`,
  INFEASIBLE: () => 'No plan keeps the pins.',
};

function people(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(number)) {
    throw new InvalidArgumentError('Write a whole number, such as 5.');
  }
  return number;
}
