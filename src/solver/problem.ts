/**
 * The problem of one term, exactly as `docs/problem-format.md` defines it.
 *
 * Words: a **slot** is a review window of one school week; a **seat** is a person's place on a
 * review (lead, quality assurer or shadow); a **review** is one school's QA Review that is due.
 */

export const PROBLEM_FORMAT = 'qa-review-allocation/problem@1';

export const WINDOWS = ['MON_WED', 'WED_FRI'] as const;
/** Three consecutive days of one school week; both hold the Wednesday. */
export type Window = (typeof WINDOWS)[number];

export const ROLES = ['LEAD', 'QUALITY_ASSURER', 'SHADOW'] as const;
/** The seats a review has. */
export type Role = (typeof ROLES)[number];

export const AVAILABILITY_GRADES = ['PREFERRED', 'AVAILABLE', 'IF_NEEDED'] as const;
/** A person's grade for a slot; a slot that is not named is unavailable. */
export type AvailabilityGrade = (typeof AVAILABILITY_GRADES)[number];

export const HOST_GRADES = ['PREFERRED', 'ACCEPTABLE'] as const;
/** A host school's grade for a slot; a slot that is not named is not accepted. */
export type HostGrade = (typeof HOST_GRADES)[number];

export const REGION_GRADES = ['PREFERRED', 'WILLING', 'RELUCTANT', 'NO'] as const;
/** A person's grade for a region; a region that is not named is `WILLING`. */
export type RegionGrade = (typeof REGION_GRADES)[number];

/** A Monday, `YYYY-MM-DD`. A civil date, never an instant. */
export type Week = string;

export interface Slot {
  week: Week;
  window: Window;
}

export interface ClosedSlot extends Slot {
  reason: string;
}

/** Degrees WGS84, decimal. */
export interface Location {
  lat: number;
  lon: number;
}

/** A school, or every school of a trust (or both), that a person must not review in any seat. */
export interface Conflict {
  urn?: string;
  trust?: string;
  reason: string;
}

export interface Commitment {
  /** The year's minimum number of reviews. */
  minimum: number;
  /** Reviews led in the year's earlier terms; those of this term are among the reviews, pinned. */
  done: number;
  /** How many reviews are wanted of this person this term. */
  target: number;
}

export interface Limits {
  /** Most seats in the plan. */
  term: number;
  /** At most `restReviews` seats in any `restWeeks` neighbouring weeks of `Problem.weeks`. */
  restReviews: number;
  restWeeks: number;
  /** Furthest road distance in km, or null for no limit. */
  maxKm: number | null;
}

export interface Lead {
  id: string;
  roles: Role[];
  /** Still owes a quality-assured review; only with role `LEAD`. */
  isNew: boolean;
  home: Location;
  phases: string[];
  /** SEND need codes. */
  needs: string[];
  conflicts: Conflict[];
  regions: Record<string, RegionGrade>;
  availability: Record<Week, Partial<Record<Window, AvailabilityGrade>>>;
  commitment: Commitment;
  limits: Limits;
}

export interface HostWindow extends Slot {
  grade: HostGrade;
}

export interface Review {
  id: string;
  urn: string;
  trust: string | null;
  region: string;
  phase: string;
  lat: number;
  lon: number;
  /** SEND need codes; the lead must share at least one, if there are any. */
  needs: string[];
  /** Weight in coverage, at least 1. */
  priority: number;
  windows: HostWindow[];
}

/** Who sits where on one review, and when: a row of a plan, and of what has been published. */
export interface SeatRow {
  review: string;
  week: Week | null;
  window: Window | null;
  lead: string | null;
  qualityAssurer: string | null;
  shadow: string | null;
}

/** Must hold: the review gets a lead, and what is named is so. */
export interface Pin {
  review: string;
  lead?: string;
  qualityAssurer?: string;
  shadow?: string;
  week?: Week;
  window?: Window;
}

/** Must not be: that person, in any seat, on what is named (all that is named must match). */
export interface Ban {
  lead: string;
  review?: string;
  week?: Week;
  window?: Window;
}

/** Weights of the last two aims, in points; all at least 0. */
export interface Policy {
  availability: Record<AvailabilityGrade, number>;
  hostWindow: Record<HostGrade, number>;
  region: Record<Exclude<RegionGrade, 'NO'>, number>;
  unmatchedNeed: number;
  travelStepKm: number;
  travelStep: number;
  overnightKm: number;
  overnight: number;
  /** Road distance = great-circle distance × this; decimal, above 0 and at most 10. */
  roadFactor: number;
  companyChange: number;
}

/** The policy of `docs/problem-format.md`, "Points". */
export const DEFAULT_POLICY: Policy = {
  availability: { PREFERRED: 0, AVAILABLE: 10, IF_NEEDED: 40 },
  hostWindow: { PREFERRED: 0, ACCEPTABLE: 15 },
  region: { PREFERRED: 0, WILLING: 10, RELUCTANT: 40 },
  unmatchedNeed: 8,
  travelStepKm: 5,
  travelStep: 1,
  overnightKm: 120,
  overnight: 20,
  roadFactor: 1.3,
  companyChange: 30,
};

export interface Problem {
  format: typeof PROBLEM_FORMAT;
  /** For people, such as "Spring 2027, special phase". */
  name: string;
  /** The Mondays of the school weeks, ascending. "Consecutive" means neighbours in this list. */
  weeks: Week[];
  closed: ClosedSlot[];
  leads: Lead[];
  reviews: Review[];
  published: SeatRow[];
  pins: Pin[];
  bans: Ban[];
  policy: Policy;
}
