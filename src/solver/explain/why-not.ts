import type { Lead, Pin, Role, SeatRow } from '../problem.js';
import type { Change } from './alternatives.js';
import { type Standing, standingOf, type Way } from './obstacles.js';
import type { Alternative, PlanPrices } from './plan-prices.js';
import { findPerson, findReview } from './why-this-one.js';

/** Why somebody does not have a seat on a review, and what it would cost or take to give it to them. */
export interface WhyNot extends Standing {
  review: string;
  person: string;
  role: Role;
  /** Whether they have the seat in the given plan. */
  hasSeat: boolean;
  /**
   * Where some slot permits them: the best plan in which they have the seat, or the pins that rule it out. Null where
   * every slot refuses them.
   */
  chosen: Alternative | null;
  /**
   * Where every slot refuses them, and the nearest way is one of facts alone: the best plan in which the facts are so and
   * they have the seat. Null otherwise.
   */
  mended: Alternative | null;
}

/**
 * @throws RangeError where the problem has no such review or person; EngineFault as `solve`
 */
export function whyNot(
  prices: PlanPrices,
  review: string,
  person: string,
  role: Role = 'LEAD',
): WhyNot {
  const { problem, rows } = prices;
  const subject = findReview(problem, review);
  const candidate = findPerson(problem, person);
  const standing = standingOf(problem, candidate, subject, role);
  const pin: Change = { kind: 'PIN', pin: pinOf(review, candidate, role) };
  const isPermitted = standing.permitted.length > 0;
  const facts = factsOf(standing.nearest);
  return {
    ...standing,
    review,
    person,
    role,
    hasSeat: rows.some((row) => row.review === review && holderOf(row, role) === person),
    chosen: isPermitted ? prices.of([pin]) : null,
    mended: facts && prices.of([...facts, pin]),
  };
}

function pinOf(review: string, { id }: Lead, role: Role): Pin {
  switch (role) {
    case 'LEAD':
      return { review, lead: id };
    case 'QUALITY_ASSURER':
      return { review, qualityAssurer: id };
    case 'SHADOW':
      return { review, shadow: id };
  }
}

function holderOf(row: SeatRow, role: Role): string | null {
  switch (role) {
    case 'LEAD':
      return row.lead;
    case 'QUALITY_ASSURER':
      return row.qualityAssurer;
    case 'SHADOW':
      return row.shadow;
  }
}

/** What would have to be so; null where the way is not one of facts alone. */
export function factsOf(way: Way | null): Change[] | null {
  const facts = (way?.mends ?? []).flatMap((mend): Change[] =>
    mend.kind === 'ASK' ? [{ kind: 'FACT', fact: mend.fact }] : [],
  );
  return way !== null && facts.length === way.mends.length ? facts : null;
}
