import { type EntityManager } from 'typeorm';
import { type Problem } from '../../solver/problem.js';

/** A term's problem as the registers stand, and what its references mean to people. */
export interface FrozenTerm {
  problem: Problem;
  /** Names, what was left out and why: personal data, kept apart from the problem. */
  context: object;
  /** The preset that was used. */
  policyName: string;
}

/**
 * Builds the problem of a term. Runs in the caller's transaction, so that all of it is one snapshot.
 *
 * @throws Refusal when the term or the policy preset is not known
 */
export type TermFreezer = (
  manager: EntityManager,
  termId: string,
  options: { policy: string | undefined; today: string },
) => Promise<FrozenTerm>;

/** Injection token of the {@link TermFreezer}. */
export const termFreezer = Symbol('term freezer');
