/** Valid problems and plans by default; a test spells out only what matters to it. */
import type { PlanRule, PlanView } from '../../src/solver/rules/plan-rule.js';
import { checkPlan } from '../../src/solver/check.js';
import { AIMS, type AimName, type Plan, PLAN_FORMAT } from '../../src/solver/plan.js';
import {
  DEFAULT_POLICY,
  type Lead,
  PROBLEM_FORMAT,
  type Problem,
  type Review,
  type SeatRow,
} from '../../src/solver/problem.js';

export const WEEK_1 = '2027-01-11';
export const WEEK_2 = '2027-01-18';
export const WEEK_3 = '2027-01-25';
export const WEEK_4 = '2027-02-01';
export const WEEKS = [WEEK_1, WEEK_2, WEEK_3, WEEK_4];

/** The hash that the plans of these builders name. */
export const SHA256 = 'ab'.repeat(32);

/** May lead anything anywhere in any slot, at no points but for the region (`WILLING`). */
export function person(id: string, changes: Partial<Lead> = {}): Lead {
  return {
    id,
    roles: ['LEAD'],
    isNew: false,
    home: { lat: 52, lon: -1 },
    phases: ['special'],
    needs: [],
    conflicts: [],
    regions: {},
    availability: Object.fromEntries(
      WEEKS.map((week) => [week, { MON_WED: 'PREFERRED', WED_FRI: 'PREFERRED' }]),
    ),
    commitment: { minimum: 6, done: 0, target: 0 },
    limits: { term: 6, restReviews: 4, restWeeks: 4, maxKm: null },
    ...changes,
  };
}

/** Free on Mondays to Wednesdays of these weeks alone. */
export function freeIn(...weeks: string[]): Pick<Lead, 'availability'> {
  return {
    availability: Object.fromEntries(weeks.map((week) => [week, { MON_WED: 'AVAILABLE' }])),
  };
}

/** Those of a person, with some of them otherwise. */
export function limits(changes: Partial<Lead['limits']>): Pick<Lead, 'limits'> {
  return { limits: { ...person('').limits, ...changes } };
}

/** Accepting Mondays to Wednesdays of these weeks alone. */
export function inWeeks(...weeks: string[]): Pick<Review, 'windows'> {
  return { windows: weeks.map((week) => ({ week, window: 'MON_WED', grade: 'PREFERRED' })) };
}

/** Next door to everybody, accepting every slot gladly. */
export function review(id: string, changes: Partial<Review> = {}): Review {
  return {
    id,
    urn: `urn of ${id}`,
    trust: null,
    region: 'London',
    phase: 'special',
    lat: 52,
    lon: -1,
    needs: [],
    priority: 1,
    windows: WEEKS.flatMap((week) => [
      { week, window: 'MON_WED', grade: 'PREFERRED' },
      { week, window: 'WED_FRI', grade: 'PREFERRED' },
    ]),
    ...changes,
  };
}

export function problem(changes: Partial<Problem> = {}): Problem {
  return {
    format: PROBLEM_FORMAT,
    name: 'Test',
    weeks: WEEKS,
    closed: [],
    leads: [],
    reviews: [],
    published: [],
    pins: [],
    bans: [],
    policy: DEFAULT_POLICY,
    ...changes,
  };
}

/** A row with nobody in it, unless said otherwise. */
export function row(review: string, changes: Partial<SeatRow> = {}): SeatRow {
  return {
    review,
    week: null,
    window: null,
    lead: null,
    qualityAssurer: null,
    shadow: null,
    ...changes,
  };
}

/** A row that `lead` leads in the `MON_WED` of a week. */
export function led(
  review: string,
  lead: string,
  week: string,
  changes: Partial<SeatRow> = {},
): SeatRow {
  return row(review, { lead, week, window: 'MON_WED', ...changes });
}

/** A plan that states these values, each its own bound. */
export function optimalPlan(rows: SeatRow[], values: readonly (number | null)[]): Plan {
  return {
    format: PLAN_FORMAT,
    problem: SHA256,
    status: 'OPTIMAL',
    aims: AIMS.map((aim, index) => {
      const value = values[index] ?? null;
      return { aim, value, bound: value };
    }),
    reviews: rows,
    conflict: [],
  };
}

/** The values of the seven aims in their order, as the checker computes them. */
export function checkedValues(of: Problem, rows: SeatRow[]): (number | null)[] {
  return checkPlan(of, optimalPlan(rows, []), SHA256).aims.map(({ value }) => value);
}

/** What one aim comes to. */
export function valueOf(aim: AimName, of: Problem, rows: SeatRow[]): number | null {
  return checkedValues(of, rows)[AIMS.indexOf(aim)] ?? null;
}

/** A plan that states the values that the checker computes, so that only its seats can be at fault. */
export function honestPlan(of: Problem, rows: SeatRow[]): Plan {
  return optimalPlan(rows, checkedValues(of, rows));
}

/** What the checker finds wrong with these seats; values that cannot be computed are left aside. */
export function seatFaultsOf(of: Problem, rows: SeatRow[]): string[] {
  const { faults } = checkPlan(of, honestPlan(of, rows), SHA256);
  return faults.filter((fault) => !/^Aim \w+: the (value|bound) is null/.test(fault));
}

/** What a rule finds wrong with a plan, in sentences. */
export function sentencesOf(rule: PlanRule, plan: PlanView): string[] {
  return rule.breaches(plan).map(({ sentence }) => sentence);
}
