import type { components } from './schema';

export type Problem = components['schemas']['Problem'];

/** An answer of the server that is not what was asked for, in its words (RFC 9457). */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
    this.name = 'ProblemError';
  }

  get status(): number {
    return this.problem.status;
  }

  get code(): string {
    return this.problem.code;
  }
}

/** What a failure says to the person at the screen. */
export function wordsOfError(error: unknown): string {
  if (error instanceof ProblemError) return error.problem.detail;
  return 'The server could not be reached. Check your connection, then try again. Nothing was lost.';
}
