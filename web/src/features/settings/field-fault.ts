import { ProblemError } from '../../api/problem-error';

/** What the server says of one field of what was sent, to stand beside it. */
export function faultOf(error: Error | null, ...path: readonly string[]): string | undefined {
  if (!(error instanceof ProblemError)) return undefined;
  const pointer = `#/${path.join('/')}`;
  return error.problem.errors?.find((fault) => fault.pointer === pointer)?.message;
}
