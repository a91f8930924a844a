import { setTimeout as pause } from 'node:timers/promises';
import { Command } from 'commander';
import { type Scenario, type WhatIfResult } from '../reports/what-if/what-if.schema.js';
import { dateInWords } from '../solver/slot-words.js';
import { CommandFailure } from './exit-codes.js';
import { say, type Surroundings } from './surroundings.js';
import { fold } from './text-lines.js';

/** How often it is looked how far it is, milliseconds. */
const PACE_MS = 300;

/** `qar what-if`: what a saved scenario does to coverage and commitments, in plain words. */
export function makeWhatIfCommand(surroundings: Surroundings): Command {
  return new Command('what-if')
    .summary('say what a saved what-if does to coverage and commitments')
    .description(
      'Freezes the facts as the registers stand today, has a worker plan with and without the changes, and tells the ' +
        'difference. What was computed of the same facts is told again. Without a name it lists the what-ifs that are ' +
        'saved. Progress goes to standard error.',
    )
    .argument('[name]', 'the name of the what-if, as on its page')
    .addHelpText(
      'after',
      `
Exit codes:
  0    it was told
  1    it could not be computed, or anything else
  130  interrupted with Ctrl-C; it goes on when a worker runs

Example:
  qar what-if "Ada leaves in March"`,
    )
    .action((name: string | undefined) => whatIf(name, surroundings));
}

async function whatIf(name: string | undefined, around: Surroundings): Promise<void> {
  const { stdout, stderr, interrupted } = around;
  const { withRunningService } = await import('./running-service.js');
  const { scenarioView } = await import('../reports/what-if/what-if-view.js');
  await withRunningService(around, async ({ scenarios }) => {
    const all = (await scenarios.all()).map(scenarioView);
    if (name === undefined) {
      await say(stdout, listInWords(all));
      return;
    }
    const sought = name.toLocaleLowerCase('en-GB');
    const found = all.find((each) => each.name.toLocaleLowerCase('en-GB') === sought);
    if (found === undefined) {
      throw new CommandFailure(`there is no what-if “${name}”. ${listInWords(all).trimEnd()}`);
    }
    await scenarios.compute(found.id);
    let told = '';
    for (;;) {
      const view = scenarioView(await scenarios.one(found.id));
      if (view.underWay === null) {
        await say(stdout, inPlainWords(view));
        return;
      }
      if (view.underWay.words !== told) await say(stderr, `${view.underWay.words}\n`);
      told = view.underWay.words;
      await pause(PACE_MS, undefined, { signal: interrupted });
    }
  });
}

function listInWords(all: readonly Scenario[]): string {
  if (all.length === 0) return 'No what-if is saved yet. Build one on the page Reports, What if.\n';
  return `Saved what-ifs:\n${all.map(({ name, scope }) => `- ${name} (${scope})\n`).join('')}`;
}

function inPlainWords({ name, scope, result, failure }: Scenario): string {
  if (failure !== null || result === null) {
    throw new CommandFailure(failure ?? 'the computation ended without a result.');
  }
  const lines = [
    ...fold(`${name} (${scope}): ${result.changeWords.join('; ')}.`, ''),
    '',
    ...fold(result.sentence, ''),
    ...[...result.gaps, ...result.more].flatMap((words) => fold(words, '- ', '  ')),
    ...section('Reviews', reviewLines(result)),
    ...section('People', peopleLines(result)),
    '',
    `As at ${dateInWords(result.asAt)}; computed ${result.computed}.`,
  ];
  return `${lines.join('\n')}\n`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.flatMap((line) => fold(line, '- ', '  '))];
}

function reviewLines({ reviews }: WhatIfResult): string[] {
  return reviews
    .filter(({ change }) => change !== 'MOVED')
    .map(
      ({ school, region, before, after }) =>
        `${school}, ${region}: without the changes ${before}; with them ${after}.`,
    );
}

function peopleLines({ people }: WhatIfResult): string[] {
  return people
    .filter(({ change }) => change !== 'MOVES' && change !== 'SAME')
    .map(({ name, words }) => `${name}: ${words}.`);
}
