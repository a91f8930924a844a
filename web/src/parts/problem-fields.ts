import { type Problem, ProblemError } from '../api/problem-error';

/** Where on a form a part of a request is filled in, by its JSON pointer. */
export type ProblemFields = Readonly<
  Record<string, { readonly id: string; readonly label: string }>
>;

export interface Fault {
  readonly pointer: string;
  readonly field: string;
  readonly message: string;
}

/** What is wrong field by field, as the server or the form said it. */
export function faultsOf(error: unknown): readonly Fault[] {
  return error instanceof ProblemError ? (error.problem.errors ?? []) : [];
}

/** What is wrong with one field of a form, said as the server says it; sent nowhere. */
export function faultOf(pointer: string, message: string): ProblemError {
  return problemOf([{ pointer, field: '', message }]);
}

/** Several fields of a form that cannot be sent as they are. */
export function problemOf(errors: readonly Fault[]): ProblemError {
  const problem: Problem = {
    type: 'about:blank',
    title: 'Not filled in',
    status: 400,
    detail: errors.length === 1 ? 'One thing is missing.' : 'Some things are missing.',
    instance: '',
    code: 'NOT_FILLED_IN',
    correlationId: 'none',
    errors: [...errors],
  };
  return new ProblemError(problem);
}

/** The words of the summary that belong beside a field; undefined: nothing is wrong there. */
export function wordsBeside(error: unknown, pointer: string): string | undefined {
  const own = faultsOf(error).filter(
    (fault) => fault.pointer === pointer || fault.pointer.startsWith(`${pointer}/`),
  );
  return own.length === 0 ? undefined : own.map(({ message }) => sentence(message)).join(' ');
}

/** Begins with a capital and ends with a full stop. */
export function sentence(message: string): string {
  const begun = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.?!]$/.test(begun) ? begun : `${begun}.`;
}
