import type { Policy, Problem } from '../problem.js';

/**
 * The same problem, to which plans are alike that differ only in their points. The points are the last two aims, so the values
 * of all aims before them stay what they are, and are found much sooner.
 */
export function withoutPoints(problem: Problem): Problem {
  const policy: Policy = {
    ...problem.policy,
    availability: { PREFERRED: 0, AVAILABLE: 0, IF_NEEDED: 0 },
    hostWindow: { PREFERRED: 0, ACCEPTABLE: 0 },
    region: { PREFERRED: 0, WILLING: 0, RELUCTANT: 0 },
    unmatchedNeed: 0,
    travelStep: 0,
    overnight: 0,
    companyChange: 0,
  };
  return { ...problem, policy };
}
