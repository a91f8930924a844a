import { ProblemError } from '../../api/problem-error';

/**
 * The faults of a request that makes the same change to many, told once: `#/items/3/change/reason` of each is `#/reason` of
 * the form.
 */
export function ofOneChange(error: unknown): unknown {
  if (!(error instanceof ProblemError) || error.problem.errors === undefined) return error;
  const told = new Map(
    error.problem.errors.map((fault) => {
      const pointer = fault.pointer.replace(/^#\/items\/\d+\/(change\/)?/, '#/');
      return [`${pointer} ${fault.message}`, { ...fault, pointer }] as const;
    }),
  );
  return new ProblemError({ ...error.problem, errors: [...told.values()] });
}
