import { applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { type RefusalStatus } from '../problems/refusal.js';

/** One way in which a route refuses: what the caller's program sees, and what its user reads. */
export interface DescribedRefusal {
  readonly status: RefusalStatus | 500;
  /** Stable, as in `Refusal`. */
  readonly code: string;
  /** A sentence as the product says it, with values filled in. */
  readonly detail: string;
}

/** The decorator's notes travel in the description under this prefix, and are taken out of it again. */
export const REFUSAL_NOTE = 'x-refusal-';

/**
 * Says how a route refuses, or on a controller all its routes. What follows from the shape of a request (its fields, its
 * body, `If-Match`) is known without saying: see problem-responses.ts.
 *
 *     @Refuses(404, { NOT_FOUND: 'There is no school 100001.' })
 *
 * @param details an example of the sentence for each code
 */
export function Refuses(
  status: RefusalStatus,
  details: Readonly<Record<string, string>>,
): MethodDecorator & ClassDecorator {
  const notes = Object.entries(details).map(([code, detail]) =>
    ApiExtension(`${REFUSAL_NOTE}${status}-${code}`, { status, code, detail }),
  );
  return applyDecorators(...notes.reverse()); // each is put before the one noted last
}
