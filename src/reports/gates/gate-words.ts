import { counted } from '../../allocations/summary/phrases.js';
import { type GateKind } from '../../reviewers/gates.js';
import { type Urgency } from './gate-findings.js';

/** Everything the report of contracts and checks says in words. */

export const KIND_NAMES: Readonly<Record<GateKind, string>> = {
  CONTRACT: 'Contract',
  DBS: 'DBS check',
  CODE_OF_CONDUCT: 'Code of conduct',
  SAFEGUARDING_POLICY: 'Safeguarding policy',
  EMPLOYER: 'Employer',
  STANDING: 'Place in the pool',
  TRAINING: 'Training day',
};

export const URGENCY_NAMES: Readonly<Record<Urgency, string>> = {
  BOOKED: 'Before a booked review',
  MISSING: 'Missing now',
  SOON: 'Due soon',
};

/** "5 people are booked for 8 reviews that their contract, checks or training do not cover to the last day. 3 others have something due or missing." */
export function headlineOf({
  people,
  reviews,
  others,
  booked,
}: {
  people: number;
  reviews: number;
  others: number;
  /** Seats ahead that people are booked for, whatever they lack. */
  booked: number;
}): string {
  const rest =
    others === 0
      ? ''
      : people === 0
        ? ` ${counted(others, 'person has', 'people have')} something due or missing.`
        : ` ${counted(others, 'other has', 'others have')} something due or missing.`;
  if (people === 0) {
    if (booked === 0) return `Nobody is booked for a review ahead.${rest}`;
    return `Every booked review is covered by contracts, checks and training to its last day.${rest}`;
  }
  const are = people === 1 ? 'person is' : 'people are';
  return `${people} ${are} booked for ${counted(reviews, 'review')} that their contract, checks or training do not cover to the last day.${rest}`;
}
