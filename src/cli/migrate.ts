import { Command } from 'commander';
import { withProductDatabase } from './product-database.js';
import { say, type Surroundings } from './surroundings.js';

/** `qar migrate`: the database brought up to date, with its reference data. */
export function makeMigrateCommand(surroundings: Surroundings): Command {
  return new Command('migrate')
    .summary('bring the database up to date')
    .description(
      'Runs the migrations that the database of DATABASE_URL, or the built-in one, has not had yet, and loads the reference ' +
        'data (regions, authorities, postcode districts, term dates, bank holidays). Safe to run twice, and twice at once.',
    )
    .action(() =>
      withProductDatabase(surroundings, () =>
        say(surroundings.stdout, 'The database is up to date.\n'),
      ),
    );
}
