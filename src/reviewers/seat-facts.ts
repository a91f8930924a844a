import { type CivilDate } from '../calendar/civil-date.js';
import { type Slot } from '../calendar/slots.js';
import { type Span } from './dated.js';

/** The words of docs/domain.md, "The Lead Reviewer", as they are stored. */

export const STANDINGS = [
  'CANDIDATE',
  'OFFERED',
  'IN_INDUCTION',
  'IN_POOL',
  'PAUSED',
  'LEFT',
] as const;
export type Standing = (typeof STANDINGS)[number];

export const GATES = ['DBS', 'CODE_OF_CONDUCT', 'SAFEGUARDING_POLICY'] as const;
/** Checks and acknowledgements that every seat needs on the review's last day. */
export type Gate = (typeof GATES)[number];

export const INDUCTION_STAGES = [
  'VIRTUAL_INDUCTION',
  'REVIEWER_TRAINING',
  'SHADOWING',
  'QUALITY_ASSURED_REVIEW',
] as const;
/** The stages of induction besides the two training days, which are kept as attendance. */
export type InductionStage = (typeof INDUCTION_STAGES)[number];

export const ROLES = ['LEAD', 'QUALITY_ASSURER', 'SHADOW'] as const;
/** A seat on a review. */
export type Role = (typeof ROLES)[number];

export interface Employment extends Span {
  servingLeader: boolean;
  schoolUrn: string | null;
  trustUid: string | null;
  /** Such as "Head of school improvement, Leeds": for people only. */
  employer: string;
}

/** What is known of one person, as far as it decides which seats they may take. */
export interface SeatFacts {
  standings: readonly (Span & { standing: Standing })[];
  gates: readonly (Span & { gate: Gate })[];
  contracts: readonly Span[];
  employments: readonly Employment[];
  /** Training days attended or caught up. */
  training: readonly { trainingDay: CivilDate }[];
  induction: readonly { stage: InductionStage; doneOn: CivilDate }[];
  /** Reviews led in all, those before this register began included. */
  reviewsLed: number;
}

/** The term for which seats are derived. */
export interface SeatTerm {
  startsOn: CivilDate;
  endsOn: CivilDate;
  /** First day of the term's academic year. */
  yearStartsOn: CivilDate;
  /** Training days of the academic year. */
  trainingDays: readonly CivilDate[];
  /** Every window that a review could take in the term. */
  slots: readonly Slot[];
}

export interface UnavailableSlot extends Slot {
  /** Why, in words; several are joined by "; ". */
  reason: string;
}

export interface SeatsOfTerm {
  /** The seats the person may take this term, in the order of ROLES. */
  roles: Role[];
  /** Still owes a quality-assured review; only with the role LEAD. */
  isNew: boolean;
  /** For each seat they may not take, why, in words. */
  refusals: { role: Role; reasons: string[] }[];
  /** Windows of the term that a gate shuts, whatever the person answers. */
  unavailable: UnavailableSlot[];
}
