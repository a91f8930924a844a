import { type Command } from 'commander';
import { type ExitCode } from './exit-codes.js';

/** A stream that text can be written to; `isTTY` when a person watches it. */
export type TextStream = NodeJS.WritableStream & { isTTY?: boolean };

/** What a command may use of the process it runs in. */
export interface Surroundings {
  /** For results: what a pipe should receive. */
  stdout: TextStream;
  /** For progress, advice and errors. */
  stderr: TextStream;
  /** Aborted by Ctrl-C, or when the process is asked to end. */
  interrupted: AbortSignal;
  /** Ends the command line with this code once the command returns; without it the code is 0. */
  endWith: (code: ExitCode) => void;
}

/** Makes one command of `qar`. Import whatever is heavy inside its action: `--help` must be quick. */
export type CommandMaker = (surroundings: Surroundings) => Command;

/** Writes all of a text and waits until the stream has taken it. */
export function say(stream: TextStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}
