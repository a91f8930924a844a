import { type EntityManager } from 'typeorm';

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
}

/** Stores a problem under its hash; one that is stored already stays as it is. */
export async function storeFrozenProblem(
  manager: EntityManager,
  { sha256, name, bytes, context }: FrozenInput,
): Promise<void> {
  await manager.query(
    `INSERT INTO frozen_problem (sha256, name, bytes, context) VALUES ($1, $2, $3, $4::jsonb)
     ON CONFLICT (sha256) DO NOTHING`,
    [sha256, name, Buffer.from(bytes), JSON.stringify(context)],
  );
}
