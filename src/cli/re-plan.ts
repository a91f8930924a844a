import { type Command, InvalidArgumentError } from 'commander';
import { type Teller } from '../allocations/explanations/teller.js';
import { type PlanNews } from '../allocations/solving/plan-question.js';
import { disturbanceOutcome, leastInWords } from '../allocations/summary/disturbance-words.js';
import { disturbanceInWords } from '../allocations/summary/loss-words.js';
import { type DisturbanceLine, type PriceOfDisturbance } from '../solver/explain/re-plan.js';
import { InterruptedAfter } from './exit-codes.js';
import { movesInLines } from './moves-in-lines.js';
import {
  askAboutPlan,
  checkPerson,
  measuredFromPlan,
  patiently,
  planQuestionCommand,
  readQuestionedFiles,
  tell,
  warnings,
} from './plan-question.js';
import { say, type Surroundings } from './surroundings.js';
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
  const question = { kind: 'DISTURBANCE', gone: gone ?? null, further } as const;
  const { lossesMeasuredFrom } = await import('../allocations/explanations/measured-from.js');
  if (json === true) {
    const tried = patiently<News>(around, ({ done }) => `${count(done, 'number')} of people tried`);
    const { answer, measuredFrom } = await askAboutPlan(files, question, around, tried);
    return tell(
      around,
      json,
      { ...answer, measuredFrom: lossesMeasuredFrom(measuredFrom) },
      () => [],
    );
  }
  const { measuredFrom, teller } = await measuredFromPlan(files);
  const shown = new ShownLines(around, teller);
  try {
    for (const warning of warnings(lossesMeasuredFrom(measuredFrom))) {
      await say(around.stdout, `${warning}\n`);
    }
    const { answer } = await askAboutPlan(files, question, around, (news) => shown.hear(news));
    await tell(around, json, answer, () => [...shown.notYet(answer), ...outcome(answer)]);
  } catch (error) {
    if (around.interrupted.aborted && shown.count > 0) throw new InterruptedAfter(shown.asFarAs());
    throw error;
  }
}

type News = PlanNews['DISTURBANCE'];

/** The lines of the price list, each shown as soon as it is known. */
class ShownLines {
  count = 0;
  private tried = 0;
  private least: number | null = null;

  constructor(
    private readonly around: Surroundings,
    private readonly plan: Teller,
  ) {}

  hear({ part: line, done }: News): void {
    this.tried = done;
    if (line === null) return;
    const start = this.least === null ? [leastInWords(line.people)] : [];
    this.least ??= line.people;
    this.count++;
    void say(this.around.stdout, `${[...start, ...this.told(line)].join('\n')}\n`);
  }

  /** What an answer holds that was not heard. */
  notYet({ lines, least }: PriceOfDisturbance): string[] {
    const start = this.least === null && least !== null ? [leastInWords(least)] : [];
    return [...start, ...lines.slice(this.count).flatMap((line) => this.told(line))];
  }

  asFarAs(): string {
    const most = (this.least ?? 0) + this.tried - 1;
    return `Interrupted. The lines above stand; more than ${count(most, 'person', 'people')} had not been tried to the end.`;
  }

  private told(line: DisturbanceLine): string[] {
    const { names, rows } = this.plan;
    return [
      ...fold(disturbanceInWords(line, names), '  ', '    '),
      ...movesInLines(rows, line.rows, names, '      '),
    ];
  }
}

function outcome(found: PriceOfDisturbance): string[] {
  const more = found.ended === 'LIMIT' ? ['Try more with --further.'] : [];
  return [...disturbanceOutcome(found), ...more];
}

function people(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(number)) {
    throw new InvalidArgumentError('Write a whole number, such as 5.');
  }
  return number;
}
