import type { Limits, Location, RegionGrade, Review, Role, Slot } from '../problem.js';

/**
 * One thing that could be otherwise about a problem. A scenario is a list of them, made one after another. People and
 * reviews are named by their references, days are civil dates.
 */
export type ScenarioChange =
  /** From that day on they take no seat: a slot that has a day on or after it is not theirs, accepted or not. */
  | { kind: 'LEAVES'; person: string; from: string }
  /** So many typical Lead Reviewers more, one for each reference (`typicalLead`). */
  | {
      kind: 'JOINS';
      ids: readonly string[];
      home: Location;
      /** The region of that home. */
      region: string;
      phases: readonly string[];
      needs: readonly string[];
      isServingLeader: boolean;
      /** Their first day; null: from the first week on. */
      from: string | null;
    }
  /** A school lies elsewhere, with every review of it. */
  | { kind: 'SCHOOL_MOVES'; urn: string; to: Location; region: string }
  | { kind: 'REVIEW_ADDED'; review: Review }
  | { kind: 'REVIEW_DROPPED'; review: string }
  /** What is not named stays as it is. */
  | { kind: 'LIMITS'; person: string; limits: Partial<Limits> }
  | { kind: 'REGION'; person: string; region: string; grade: RegionGrade };

/** A seat that was to stay and that the changes free. */
export interface FreedSeat extends Slot {
  review: string;
  role: Role;
  person: string;
}

/** Why a change does not fit the problem. */
export type Misfit =
  | { why: 'NO_SUCH_PERSON'; person: string }
  | { why: 'NO_SUCH_SCHOOL'; urn: string }
  | { why: 'NO_SUCH_REVIEW'; review: string }
  | { why: 'NAME_TAKEN'; person: string }
  | { why: 'REVIEW_IS_THERE'; review: string; urn: string }
  /** All weeks are over by then. */
  | { why: 'TOO_LATE'; from: string; lastWeek: string }
  /** More seats are accepted than the limit would let them have. */
  | {
      why: 'HAS_ACCEPTED_MORE';
      person: string;
      accepted: number;
      limit: number;
      /** In so many neighbouring weeks; null: of the whole problem. */
      weeks: number | null;
    };
