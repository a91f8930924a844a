/** A plan of invented people and schools with names, for whatever tells explanations in words. */
import { person, problem, review, WEEK_1, WEEK_2 } from '../solver/builders.js';
import { Teller } from '../../src/allocations/explanations/teller.js';
import { NO_ANSWER } from '../../src/allocations/snapshot/problem-leads.js';
import { planNames } from '../../src/allocations/summary/plan-names.js';
import { type Problem, type SeatRow } from '../../src/solver/problem.js';

const called = (name: string): { name: string; synthetic: boolean; availability: [] } => ({
  name,
  synthetic: true,
  availability: [],
});
const school = (name: string): { name: string; town: string; needsInvented: boolean } => ({
  name,
  town: 'Leeds',
  needsInvented: true,
});

const oneWindow = (week: string): Problem['reviews'][number]['windows'] => [
  { week, window: 'MON_WED', grade: 'PREFERRED' },
];

/** Two schools, three people. Ben lives one degree of latitude away: 144.6 km or 89.8 miles by road. */
export const toldProblem: Problem = problem({
  leads: [
    person('L-1', { needs: ['ASD'], commitment: { minimum: 6, done: 2, target: 1 } }),
    person('L-2', { needs: ['ASD'], home: { lat: 53, lon: -1 } }),
    person('L-3', { roles: ['QUALITY_ASSURER', 'SHADOW'] }),
  ],
  reviews: [
    review('R-1', { windows: oneWindow(WEEK_1), needs: ['ASD', 'SEMH'], region: 'South East' }),
    review('R-2', { windows: oneWindow(WEEK_2) }),
  ],
});

/** @param silent who has not answered the availability round */
export function tellerOf(
  rows: readonly SeatRow[],
  changes: Partial<Problem> = {},
  silent: readonly string[] = [],
): Teller {
  const of = { ...toldProblem, ...changes };
  const context = {
    people: {
      'L-1': called('Ada Skylark'),
      'L-2': called('Ben Linnet'),
      'L-3': called('Eve Wren'),
    },
    schools: { 'urn of R-1': school('Vale School'), 'urn of R-2': school('Moor School') },
    leftOut: silent.map((lead) => ({ lead, reason: NO_ANSWER })),
  };
  return new Teller(of, rows, planNames(context, of));
}
