import { Command } from 'commander';
import { type ForecastView } from '../reports/forecast/forecast.schema.js';
import { CommandFailure } from './exit-codes.js';
import { say, type Surroundings } from './surroundings.js';
import { followStudy } from './tell-study.js';
import { fold } from './text-lines.js';

/** How often it is looked how far the forecast is, milliseconds. */
const PACE_MS = 500;

/** `qar forecast`: who can still reach their minimum this year, in plain words. */
export function makeForecastCommand(surroundings: Surroundings): Command {
  return new Command('forecast')
    .summary('say who can still reach their minimum this year, and what limits the others')
    .description(
      'Freezes the terms of the year that are not over as the registers stand today, and has a worker plan them for all ' +
        'together and for each person alone. What was computed of the same facts is told again. The forecast is kept. ' +
        'Progress goes to standard error.',
    )
    .option(
      '--year <id>',
      'the academic year, such as 2026/27; without it, the one that today lies in',
    )
    .addHelpText(
      'after',
      `
Exit codes:
  0    it was told
  1    it could not be computed, or anything else
  130  interrupted with Ctrl-C; the forecast goes on when a worker runs

Example:
  qar forecast`,
    )
    .action((flags: { year?: string }) => forecast(flags, surroundings));
}

async function forecast({ year }: { year?: string }, around: Surroundings): Promise<void> {
  const { withRunningService } = await import('./running-service.js');
  const { forecastView } = await import('../reports/forecast/forecast-view.js');
  await withRunningService(around, async ({ forecasts }) => {
    await forecasts.compute(year);
    const look = async () => forecastView(await forecasts.of(year));
    await say(around.stdout, forecastInWords(await followStudy(look, around, PACE_MS)));
  });
}

/** @throws CommandFailure where it failed */
export function forecastInWords({ forecast, failure }: ForecastView): string {
  if (failure !== null || forecast === null) {
    throw new CommandFailure(failure ?? 'the forecast ended without a result.');
  }
  const cannot = forecast.leads.filter(({ chance }) => chance === 'CANNOT');
  const together = forecast.leads.filter(({ chance }) => chance === 'NOT_TOGETHER');
  const lines = [
    ...fold(forecast.sentence, ''),
    '',
    ...forecast.more.flatMap((words) => fold(words, '- ', '  ')),
    ...cannot.flatMap(({ name, minimum, best, why }) => [
      '',
      ...fold(`${name}: at best ${best} of ${minimum}. ${why ?? ''}`, ''),
    ]),
    ...together.flatMap(({ name, minimum, best, inPlan }) => [
      '',
      ...fold(`${name}: ${best} alone, ${inPlan} of ${minimum} with everybody else.`, ''),
    ]),
    '',
    `As at ${forecast.asAt}; computed ${forecast.computed}.`,
  ];
  return `${lines.join('\n')}\n`;
}
