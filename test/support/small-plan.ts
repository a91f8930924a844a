import { type SnapshotContext } from '../../src/allocations/snapshot/snapshot-input.js';
import { AIMS, type Plan, PLAN_FORMAT } from '../../src/solver/plan.js';
import { DEFAULT_POLICY, type Problem, PROBLEM_FORMAT } from '../../src/solver/problem.js';

/** A small problem with a plan and the names that go with it, for whatever lays plans out. */

export function smallLead(id: string): Problem['leads'][number] {
  return {
    id,
    roles: ['LEAD', 'QUALITY_ASSURER'],
    isNew: id === 'L1',
    home: { lat: 51, lon: 0 },
    phases: ['SPECIAL'],
    needs: ['ASD'],
    conflicts: [],
    regions: {},
    availability: { '2027-01-11': { MON_WED: 'IF_NEEDED' } },
    commitment: { minimum: 6, done: 2, target: 1 },
    limits: { term: 4, restReviews: 3, restWeeks: 4, maxKm: null },
  };
}

export function smallReview(id: string, urn = '100001'): Problem['reviews'][number] {
  return {
    id,
    urn,
    trust: null,
    region: 'South East',
    phase: 'SPECIAL',
    // One degree north of both homes: 111.195 km by the great circle, 144.554 by road, 89.8 miles.
    lat: 52,
    lon: 0,
    needs: ['ASD', 'SEMH'],
    priority: 2,
    windows: [
      { week: '2027-01-11', window: 'MON_WED', grade: 'PREFERRED' },
      { week: '2027-03-29', window: 'WED_FRI', grade: 'ACCEPTABLE' },
    ],
  };
}

export function smallProblem(reviews: Problem['reviews']): Problem {
  return {
    format: PROBLEM_FORMAT,
    name: 'Spring 2027',
    weeks: ['2027-01-11', '2027-03-29'],
    closed: [],
    leads: [smallLead('L1'), smallLead('L2')],
    reviews,
    published: [],
    pins: [],
    bans: [],
    policy: DEFAULT_POLICY,
  };
}

export const noSeats = { week: null, window: null, lead: null, qualityAssurer: null, shadow: null };

/** In the first week, L1 leading and L2 assuring the quality. */
export const someSeats = {
  ...noSeats,
  week: '2027-01-11',
  window: 'MON_WED' as const,
  lead: 'L1',
  qualityAssurer: 'L2',
};

/** Not proven: the bound of the sixth aim is not its value. */
export function smallPlan(reviews: Plan['reviews']): Plan {
  const aims = AIMS.map((aim) => ({ aim, value: 5, bound: aim === 'fit' ? 3 : 5 }));
  return { format: PLAN_FORMAT, problem: '', status: 'FEASIBLE', aims, reviews, conflict: [] };
}

export const smallContext: SnapshotContext = {
  asOf: '2026-12-21',
  people: {
    L1: { name: 'Ana Ní Bhriain', synthetic: true, availability: [] },
    L2: { name: 'Ben Linnet', synthetic: true, availability: [] },
    L3: { name: 'Zoe Quiet', synthetic: true, availability: [] },
  },
  schools: {
    '100001': { name: 'St Mary’s', town: 'Hove', needsInvented: true },
    '100002': { name: 'Vale School', town: 'Leeds', needsInvented: true },
    '100003': { name: 'Silent School', town: 'York', needsInvented: true },
  },
  reviews: { R1: '100001', R2: '100002', R3: '100003' },
  priorityRegions: ['South East'],
  leftOut: [
    { lead: 'L3', reason: 'No answer to the availability round' },
    { review: 'R3', reason: 'Windows not known: the host has not answered' },
  ],
  termWeeks: ['2027-01-11', '2027-03-29'],
  notes: ['L2: may review school 100001 although: A relative works there'],
};
