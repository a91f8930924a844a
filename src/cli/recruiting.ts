import { Command } from 'commander';
import { type BalanceRow, type BalanceView } from '../reports/balance/balance.schema.js';
import { CommandFailure } from './exit-codes.js';
import { say, type Surroundings } from './surroundings.js';
import { followStudy } from './tell-study.js';
import { fold } from './text-lines.js';

/** How often it is looked how far the study is, milliseconds. */
const PACE_MS = 500;

/** `qar recruiting`: where Lead Reviewers are short, and what one more would add, in plain words. */
export function makeRecruitingCommand(surroundings: Surroundings): Command {
  return new Command('recruiting')
    .summary('say where Lead Reviewers are short, and what one more would add')
    .description(
      'Freezes a term, or the terms of a year that are not over, as the registers stand today, and has a worker solve it ' +
        'again for each region and specialism with one more typical Lead Reviewer there. What was computed of the same ' +
        'facts is told again. The answer is kept. Progress goes to standard error.',
    )
    .option('--term <id>', 'the term, such as spring-2027; without it, the first that is not over')
    .option('--year <id>', 'all that is left of an academic year, such as 2026/27')
    .addHelpText(
      'after',
      `
Exit codes:
  0    it was told
  1    it could not be computed, or anything else
  130  interrupted with Ctrl-C; it goes on when a worker runs

Examples:
  qar recruiting --term spring-2027
  qar recruiting --year 2026/27`,
    )
    .action((flags: { term?: string; year?: string }) => recruiting(flags, surroundings));
}

async function recruiting(
  { term, year }: { term?: string; year?: string },
  around: Surroundings,
): Promise<void> {
  if (term !== undefined && year !== undefined) {
    throw new CommandFailure('a term or a year can be asked for, not both.');
  }
  const scope = term ?? year?.replace('-', '/');
  const { withRunningService } = await import('./running-service.js');
  const { balanceView } = await import('../reports/balance/balance-view.js');
  const { needNames } = await import('../allocations/reviews/review-registers.js');
  await withRunningService(around, async ({ recruitings, dataSource }) => {
    await recruitings.compute(scope);
    const needs = await needNames(dataSource.manager);
    const look = async () => balanceView(await recruitings.of(scope), { only: 'WITHOUT' }, needs);
    await say(around.stdout, recruitingInWords(await followStudy(look, around, PACE_MS)));
  });
}

/** @throws CommandFailure where it failed */
export function recruitingInWords({ balance, failure }: BalanceView): string {
  if (failure !== null || balance === null) {
    throw new CommandFailure(failure ?? 'the comparison ended without a result.');
  }
  const lines = [
    ...fold(balance.sentence, ''),
    '',
    ...balance.more.flatMap((words) => fold(words, '- ', '  ')),
    ...balance.rows.flatMap(rowInWords),
    '',
    'One more Lead Reviewer:',
    ...balance.typical.flatMap((words) => fold(words, '- ', '  ')),
    '',
    `As at ${balance.asAt}; computed ${balance.computed}.`,
  ];
  return `${lines.join('\n')}\n`;
}

function rowInWords({ region, specialism, ...row }: BalanceRow): string[] {
  const { demand, canBeLed, without, added } = row;
  const figures = `${demand} due, ${canBeLed} can be led, ${without} without a lead.`;
  return ['', ...fold(`${region}, ${specialism.name}: ${figures} ${added.words}`, '')];
}
