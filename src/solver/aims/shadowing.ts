import { nothing, type Aim } from './aim.js';

/** How many people have a shadow seat; nobody can have two. */
export const shadowing: Aim = {
  name: 'shadowing',
  title: 'People in induction who get to shadow a review',
  sense: 'MAX',
  start: nothing,
  seatValues:
    () =>
    ({ role }) =>
      role === 'SHADOW' ? 1 : 0,
  ofReviewLed: nothing,
  trivialBound: (problem) => problem.leads.filter((lead) => lead.roles.includes('SHADOW')).length,
};
