import { types } from 'node:util';

/** A solve that ended without an answer; `message` is a sentence for the people who asked for it. */
export class SolverFailure extends Error {
  override readonly name = 'SolverFailure';
}

/** What the engine says when its memory cannot grow any further, or when it gave up within itself. */
const outOfMemory =
  /out of memory|OOM|cannot enlarge memory|allocation failed|ERR_WORKER_OUT_OF_MEMORY/i;
const engineGaveUp =
  /Aborted\(|unreachable|memory access out of bounds|table index is out of bounds/i;

/** An error out of the solver's thread, told so that operations know what to do about it. */
export function inPlainWords(error: unknown): SolverFailure {
  const said = types.isNativeError(error) || error instanceof Error ? error.message : String(error);
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
  if (outOfMemory.test(`${said} ${String(code)}`)) {
    return new SolverFailure(
      'The solver ran out of memory. Solve a smaller part of the term, for example one phase, or give the run a work limit.',
      { cause: error },
    );
  }
  if (engineGaveUp.test(said)) {
    return new SolverFailure(
      `The solver's engine broke off (${shorten(said)}). Most often it ran out of memory: solve a smaller part of the term, for example one phase.`,
      { cause: error },
    );
  }
  return new SolverFailure(`The solver could not finish: ${shorten(said)}`, { cause: error });
}

function shorten(text: string): string {
  return text.length > 500 ? `${text.slice(0, 500)}…` : text;
}
