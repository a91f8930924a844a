import { Command, CommanderError } from 'commander';
import { BadFile } from '../solver/file/bad-file.js';
import { commands } from './commands.js';
import { CommandFailure, EXIT, InterruptedAfter, type ExitCode } from './exit-codes.js';
import { type CommandMaker, say, type Surroundings } from './surroundings.js';

/**
 * Runs `qar` with these arguments and resolves to its exit code. Never rejects: what goes wrong is
 * told on `stderr`.
 */
export async function runCommandLine(
  args: readonly string[],
  streams: Omit<Surroundings, 'endWith'>,
  makers: readonly CommandMaker[] = commands,
): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  const surroundings: Surroundings = { ...streams, endWith: (chosen) => (code = chosen) };
  try {
    await program(surroundings, makers).parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return await explain(error, surroundings);
  }
}

function program(surroundings: Surroundings, makers: readonly CommandMaker[]): Command {
  const qar = new Command('qar')
    .description(
      "Allocates Lead Reviewers to a partnership's QA Reviews: proven optimal, checked, explained.",
    )
    .showHelpAfterError("Run 'qar --help' or 'qar <command> --help' for what is possible.")
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 1 failed, 2 bad input, 3 no plan keeps the pins (solve), 130 interrupted.',
    );
  for (const make of makers) qar.addCommand(make(surroundings));
  for (const command of [qar, ...qar.commands]) prepare(command, surroundings);
  return qar;
}

function prepare(command: Command, { stdout, stderr }: Surroundings): void {
  command
    .exitOverride()
    .allowExcessArguments(false)
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
    });
}

const NOTHING_WRITTEN = 'Interrupted. Nothing was written.';

async function explain(error: unknown, surroundings: Surroundings): Promise<ExitCode> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.failed;
  const { stderr, interrupted } = surroundings;
  if (interrupted.aborted) {
    const stands = error instanceof InterruptedAfter ? error.message : NOTHING_WRITTEN;
    await say(stderr, `${stands}\n`);
    return EXIT.interrupted;
  }
  if (error instanceof BadFile) {
    await say(stderr, `${error.message}\n`);
    return EXIT.badInput;
  }
  const code = error instanceof CommandFailure ? error.exitCode : EXIT.failed;
  await say(stderr, `qar: ${inWords(error)}\n`);
  return code;
}

/** Errors whose message is for people, by name: their modules are not loaded for every command. */
const PLAIN_WORDS = new Set(['SolverFailure', 'ConfigurationError', 'StartFailure']);

/** A fault of the program itself is told with its place in the code, so that it can be reported. */
function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof CommandFailure || PLAIN_WORDS.has(error.name) || 'code' in error) {
    return error.message;
  }
  return `something went wrong inside the program. Please report this:\n${error.stack ?? error.message}`;
}
