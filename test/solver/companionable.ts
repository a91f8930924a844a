/** Random tiny problems in which leads suit alike, so that the company of second seats is what is in doubt. */
import type { Arbitrary } from 'fast-check';
import type { AvailabilityGrade, Lead, Problem, Role } from '../../src/solver/problem.js';
import { tinyProblem } from './generate.js';

const HERE = { lat: 54.52, lon: -1.55 };
/** Who may do what, in the order of people. */
const ROLES: readonly Role[][] = [
  ['LEAD'],
  ['QUALITY_ASSURER', 'SHADOW'],
  ['LEAD'],
  ['SHADOW'],
  ['QUALITY_ASSURER', 'SHADOW'],
];
const NEW_LEAD = 2;

/** Leads who suit alike, new and established, and others who can sit beside them: company alone is in doubt. */
export const companionable: Arbitrary<Problem> = tinyProblem({
  people: 5,
  reviews: 3,
  weeks: 2,
}).map((of) => ({
  ...of,
  published: [],
  reviews: of.reviews.map((school) => ({
    ...school,
    ...HERE,
    needs: [],
    phase: 'special',
    windows: school.windows.map((each) => ({ ...each, grade: 'ACCEPTABLE' })),
  })),
  leads: of.leads.map((lead, index): Lead => {
    const roles = ROLES[index] ?? [];
    // Two who shadow would both come in the first week, in which a lead has one review.
    const grades = (first: AvailabilityGrade, later: AvailabilityGrade): Lead['availability'] =>
      Object.fromEntries(
        of.weeks.map((week, number) => {
          const grade = number === 0 ? first : later;
          return [week, { MON_WED: grade, WED_FRI: grade }];
        }),
      );
    const availability = [
      grades('PREFERRED', 'PREFERRED'),
      grades('PREFERRED', 'AVAILABLE'),
      grades('PREFERRED', 'PREFERRED'),
      grades('PREFERRED', 'IF_NEEDED'),
    ];
    return {
      ...lead,
      roles,
      home: HERE,
      phases: ['special'],
      isNew: index === NEW_LEAD,
      availability: availability[index] ?? lead.availability,
      limits: {
        ...lead.limits,
        restReviews: 3,
        term: roles[0] === 'LEAD' && index !== NEW_LEAD ? 1 : 2,
      },
    };
  }),
  pins: [],
}));
