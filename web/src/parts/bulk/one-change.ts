import { ProblemError } from '../../api/problem-error';

/** Where a change of one of many begins, or what a change is about. */
const PLACE = /^#\/items\/\d+\/(?:change\/|changes\/\d+\/(?:fact\/)?)?/u;

/**
 * The faults of a request that makes the same change to many, told once: `#/items/3/change/reason` of each is `#/reason` of
 * the form.
 */
export function ofOneChange(error: unknown): unknown {
  if (!(error instanceof ProblemError) || error.problem.errors === undefined) return error;
  const told = new Map(
    error.problem.errors.map((fault) => {
      const pointer = fault.pointer.replace(PLACE, '#/');
      return [`${pointer} ${fault.message}`, { ...fault, pointer }] as const;
    }),
  );
  return new ProblemError({ ...error.problem, errors: [...told.values()] });
}
