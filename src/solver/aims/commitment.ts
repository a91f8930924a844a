import { nothing, type Aim } from './aim.js';

/** Σ over people with role `LEAD` of max(0, target − reviews led in the plan). */
export const commitment: Aim = {
  name: 'commitment',
  title: 'Reviews short of everyone’s target for the term',
  sense: 'MIN',
  start: (problem) =>
    problem.leads
      .filter((lead) => lead.roles.includes('LEAD'))
      .reduce((sum, lead) => sum + lead.commitment.target, 0),
  seatValues: () => nothing,
  ofReviewLed: (lead, n) => (n <= lead.commitment.target ? -1 : 0),
  trivialBound: nothing,
};
