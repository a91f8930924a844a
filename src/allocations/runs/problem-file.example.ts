import { DEFAULT_POLICY, type Problem, PROBLEM_FORMAT } from '../../solver/problem.js';

/** The smallest problem that says something: one lead, one review, one week. Invented. */
export const exampleProblem: Problem = {
  format: PROBLEM_FORMAT,
  name: 'Spring 2027',
  weeks: ['2027-01-11'],
  closed: [],
  leads: [
    {
      id: 'LR-007',
      roles: ['LEAD'],
      isNew: false,
      home: { lat: 51.5, lon: -0.1 },
      phases: ['SPECIAL'],
      needs: ['HI'],
      conflicts: [],
      regions: { London: 'PREFERRED' },
      availability: { '2027-01-11': { MON_WED: 'AVAILABLE' } },
      commitment: { minimum: 6, done: 2, target: 2 },
      limits: { term: 4, restReviews: 3, restWeeks: 4, maxKm: null },
    },
  ],
  reviews: [
    {
      id: 'QAR-2026-0042',
      urn: '100091',
      trust: null,
      region: 'London',
      phase: 'SPECIAL',
      lat: 51.53745,
      lon: -0.12708,
      needs: ['HI'],
      priority: 1,
      windows: [{ week: '2027-01-11', window: 'MON_WED', grade: 'PREFERRED' }],
    },
  ],
  published: [],
  pins: [],
  bans: [],
  policy: DEFAULT_POLICY,
};
