import { Command } from 'commander';
import { type Scenario, type WhatIfResult } from '../reports/what-if/what-if.schema.js';
import { CommandFailure } from './exit-codes.js';
import { say, type Surroundings } from './surroundings.js';
import { followStudy } from './tell-study.js';
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
  const { withRunningService } = await import('./running-service.js');
  const { scenarioView } = await import('../reports/what-if/what-if-view.js');
  await withRunningService(around, async ({ scenarios }) => {
    await tellWhatIf(
      name,
      {
        all: async () => (await scenarios.all()).map(scenarioView),
        compute: (id) => scenarios.compute(id),
        look: async (id) => scenarioView(await scenarios.one(id)),
      },
      around,
    );
  });
}

/** Saved what-ifs as the command uses them. */
export interface SavedWhatIfs {
  all: () => Promise<Scenario[]>;
  compute: (id: string) => Promise<unknown>;
  /** As it stands now. */
  look: (id: string) => Promise<Scenario>;
}

/**
 * Has the what-if of that name computed and tells what it does; without a name, which there are.
 *
 * @throws CommandFailure where there is none of that name, or it could not be computed
 */
export async function tellWhatIf(
  name: string | undefined,
  saved: SavedWhatIfs,
  around: Surroundings,
): Promise<void> {
  const all = await saved.all();
  if (name === undefined) {
    await say(around.stdout, listInWords(all));
    return;
  }
  const sought = name.toLocaleLowerCase('en-GB');
  const found = all.find((each) => each.name.toLocaleLowerCase('en-GB') === sought);
  if (found === undefined) {
    throw new CommandFailure(`there is no what-if “${name}”. ${listInWords(all).trimEnd()}`);
  }
  await saved.compute(found.id);
  const ended = await followStudy(() => saved.look(found.id), around, PACE_MS);
  await say(around.stdout, inPlainWords(ended));
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
    `As at ${result.asAt}; computed ${result.computed}.`,
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
