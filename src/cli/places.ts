import { Command, Option } from 'commander';
import { type Place } from '../solver/hand/places.js';
import { type Role, ROLES } from '../solver/problem.js';
import { CommandFailure } from './exit-codes.js';
import { readProblemFile } from './input-files.js';
import { readPlanOf } from './plan-of-problem.js';
import { say, type Surroundings } from './surroundings.js';

interface PlacesFlags {
  review?: string;
  lead?: string;
  seat: Role;
  json?: boolean;
}

/** `qar places`: everywhere that somebody could be put by hand while nobody else moves. */
export function makePlacesCommand(surroundings: Surroundings): Command {
  return new Command('places')
    .summary('who could have a review, or what a person could have, while nobody else moves')
    .description(
      'Every lead in each window of a review, or every review in each of its windows for a lead: permitted ones with what ' +
        'each aim gains or pays, the best first; refused ones with every rule that speaks against them. Nothing is solved.',
    )
    .argument('<problem.json>', 'the problem file (docs/problem-format.md)')
    .argument('<plan.json>', 'the plan as it stands')
    .option('--review <id>', 'the places on this review')
    .option('--lead <id>', 'the places for this person')
    .addOption(
      new Option('--seat <seat>', 'which seat; a second seat is in the slot that the review has')
        .choices(ROLES)
        .default('LEAD'),
    )
    .option('--json', 'as data instead of words')
    .addHelpText(
      'after',
      `
Exit codes:
  0    answered
  1    anything else, such as a review that is not in the problem
  2    one of the files is bad; each line names the field and what to do

Examples:
  qar places spring.json plan.json --review R1
  qar places spring.json plan.json --lead L7 --json`,
    )
    .action((problem: string, plan: string, flags: PlacesFlags) =>
      listPlaces(problem, plan, flags, surroundings),
    );
}

async function listPlaces(
  problemFile: string,
  planFile: string,
  { review, lead, seat, json }: PlacesFlags,
  { stdout }: Surroundings,
): Promise<void> {
  if ((review === undefined) === (lead === undefined)) {
    throw new CommandFailure('name either a review with --review or a person with --lead.');
  }
  const input = await readProblemFile(problemFile);
  const { reviews: rows } = await readPlanOf(problemFile, input, planFile);
  const { problem } = input;
  const { placesFor, placesOf } = await import('../solver/hand/places.js');
  refuseUnknown('review', review, problem.reviews);
  refuseUnknown('person', lead, problem.leads);
  const places =
    review === undefined
      ? placesFor(problem, rows, lead ?? '', seat)
      : placesOf(problem, rows, review, seat);
  if (json === true) {
    await say(stdout, `${JSON.stringify(places, null, 1)}\n`);
    return;
  }
  const { placesText } = await import('./hand-words.js');
  const subject = (place: Place): string =>
    review === undefined ? place.row.review : place.person;
  await say(stdout, placesText(places, subject));
}

function refuseUnknown(
  what: string,
  id: string | undefined,
  known: readonly { id: string }[],
): void {
  if (id === undefined || known.some((each) => each.id === id)) return;
  throw new CommandFailure(`there is no ${what} ${id} in the problem.`);
}
