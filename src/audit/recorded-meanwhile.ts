import { databaseErrorCode } from '../platform/database.js';
import { Refusal } from '../platform/problems/refusal.js';

/** Two rows of which the table holds one: an overlap, a repeated key. */
const collisions: readonly unknown[] = ['23P01', '23505'];

/**
 * For a statement that writes a fact: what the database refuses because somebody else wrote the same fact in the same
 * moment, said kindly; anything else is thrown on.
 *
 * @throws Refusal 409
 */
export function refuseIfRecordedMeanwhile(error: unknown): never {
  if (!collisions.includes(databaseErrorCode(error))) throw error;
  throw new Refusal(
    'CHANGED_SINCE',
    'Somebody else recorded the same fact at the same time. Load it again and repeat your change.',
    409,
  );
}
