import type { SeatRule } from './seat-rule.js';

/** The review's phase is among theirs. */
export const phaseIsTheirs: SeatRule = {
  name: 'phaseIsTheirs',
  title: 'Reviews schools of this phase',
  keepsOut: {
    one: 'does not review schools of its phase',
    many: 'do not review schools of its phase',
  },
  subject: 'PAIR',
  refuse: ({ lead, review }) =>
    lead.phases.includes(review.phase)
      ? null
      : `${lead.id} does not review the phase of ${review.id} (${review.phase}).`,
};
