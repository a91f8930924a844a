/** How `qar` ends, exactly as `docs/problem-format.md` says ("Aims", exit codes). */
export const EXIT = {
  done: 0,
  /** Anything else: wrong arguments, a file that cannot be read or written, out of memory. */
  failed: 1,
  badInput: 2,
  infeasible: 3,
  /** Ctrl-C or a request to end: nothing has been written. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A failure whose message is all that the person at the terminal needs. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';

  constructor(
    message: string,
    readonly exitCode: ExitCode = EXIT.failed,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The command was interrupted after it had shown something that stands; the message says what. */
export class InterruptedAfter extends Error {
  override readonly name = 'InterruptedAfter';
}
