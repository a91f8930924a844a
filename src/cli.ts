#!/usr/bin/env node
import { runCommandLine } from './cli/command-line.js';

const interruption = new AbortController();
// Once only: a second Ctrl-C ends the process at once, whatever it is busy with.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    interruption.abort(new Error(`The process received ${signal}.`));
  });
}
// A reader that goes away early, as `qar … | head` does, is no reason for a stack trace.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', () => {
    process.exitCode = 1;
  });
}

process.exitCode = await runCommandLine(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  interrupted: interruption.signal,
});
