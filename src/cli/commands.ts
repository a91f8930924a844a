import { makeAskCommand } from './ask.js';
import { makeCandidatesCommand } from './candidates.js';
import { makeCheckCommand } from './check.js';
import { makeDemoCommand } from './demo.js';
import { makeDropOutCommand } from './drop-out.js';
import { makeEditCommand } from './edit.js';
import { makeExportCommand } from './export.js';
import { makeForecastCommand } from './forecast.js';
import { makeImportCommand } from './import.js';
import { makeMigrateCommand } from './migrate.js';
import { makePlacesCommand } from './places.js';
import { makePreflightCommand } from './preflight.js';
import { makeRePlanCommand } from './re-plan.js';
import { makeRecruitingCommand } from './recruiting.js';
import { makeRunCommand } from './run.js';
import { makeSolveCommand } from './solve.js';
import { type CommandMaker } from './surroundings.js';
import { makeWhatIfCommand } from './what-if.js';
import { makeWhyNotCommand } from './why-not.js';
import { makeWhyCommand } from './why.js';

/** Every command of `qar`, in the order that `qar --help` lists them: one file, one line here. */
export const commands: readonly CommandMaker[] = [
  makeDemoCommand,
  makeRunCommand,
  makePreflightCommand,
  makeSolveCommand,
  makeCheckCommand,
  makeEditCommand,
  makePlacesCommand,
  makeWhyCommand,
  makeWhyNotCommand,
  makeCandidatesCommand,
  makeAskCommand,
  makeDropOutCommand,
  makeRePlanCommand,
  makeForecastCommand,
  makeRecruitingCommand,
  makeWhatIfCommand,
  makeImportCommand,
  makeExportCommand,
  makeMigrateCommand,
];
