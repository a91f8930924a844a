import { type EntityManager } from 'typeorm';
import { sha256 } from '../../solver/file/sha256.js';
import { writeProblem } from '../../solver/file/write-files.js';
import { type TermFreezer } from './term-freezer.js';

/** A problem as it will be solved, whatever happens to the registers afterwards. */
export interface FrozenInput {
  /** For people. */
  name: string;
  /** The exact bytes of the problem file. */
  bytes: Uint8Array;
  sha256: string;
  /** What the references mean to people, and what was left out and why; holds personal data. */
  context: object;
  /** null: the problem came as a file. */
  termId: string | null;
  policyName: string;
  /** As `FrozenProblem.unpinnedSha256`; left out: nothing was pinned by hand. */
  unpinnedSha256?: string | null;
}

/**
 * The problem of a term as the registers stand, in the bytes that will be stored. Give a transaction of
 * one snapshot (`REPEATABLE READ`): what changes while it is read belongs to the next one.
 *
 * @throws Refusal as the freezer
 */
export async function frozenTerm(
  manager: EntityManager,
  freeze: TermFreezer,
  { termId, ...options }: { termId: string; policy: string | undefined; today: string },
): Promise<FrozenInput> {
  const { problem, context, policyName } = await freeze(manager, termId, options);
  const bytes = Buffer.from(writeProblem(problem), 'utf8');
  return { name: problem.name, bytes, sha256: sha256(bytes), context, termId, policyName };
}

/** Stores a problem under its hash; one that is stored already stays as it is. */
export async function storeFrozenProblem(
  manager: EntityManager,
  {
    sha256,
    name,
    bytes,
    context,
    unpinnedSha256 = null,
  }: Omit<FrozenInput, 'termId' | 'policyName'>,
): Promise<void> {
  await manager.query(
    `INSERT INTO frozen_problem (sha256, name, bytes, context, unpinned_sha256) VALUES ($1, $2, $3, $4::jsonb, $5)
     ON CONFLICT (sha256) DO NOTHING`,
    [sha256, name, Buffer.from(bytes), JSON.stringify(context), unpinnedSha256],
  );
}
