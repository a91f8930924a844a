import { type Answer, type Grade } from '../../availability/answer.js';
import { type Slot } from '../../calendar/slots.js';
import { type Block, type Waiver } from '../../availability/grades.js';
import { type SeatCounts } from '../../commitments/counts.js';
import { type Minimum } from '../../commitments/minimum.js';
import { type Policy, type Role } from '../../solver/problem.js';

/** What the registers say about a term today, loaded and derived, before it becomes a problem. */
export interface SnapshotInput {
  /** For people, such as "Spring 2027". */
  name: string;
  /** Civil date; a week whose Monday is not after it has begun. */
  today: string;
  /** Mondays of the term's school weeks, ascending. */
  weeks: string[];
  /** Windows nobody can be on a review: training days and bank holidays. */
  closed: (Slot & { reason: string })[];
  people: PersonInput[];
  reviews: ReviewInput[];
  /** Every seat of the term's reviews, and accepted seats of others in the term's weeks. */
  seats: SeatInput[];
  yearAhead: {
    /** Reviews of later terms of the year whose lead has not accepted. */
    unconfirmedInLaterTerms: number;
  };
  limits: {
    rest: { reviews: number; weeks: number };
    termCap: { lead: number; servingLeader: number };
  };
  policy: Policy;
}

export interface PersonInput {
  code: string;
  name: string;
  synthetic: boolean;
  home: { lat: number; lon: number };
  phases: string[];
  needs: string[];
  /** Derived for the term; empty with the reasons why. */
  roles: Role[];
  isNew: boolean;
  /** For each seat they may not take, why, in words. */
  refusals: { role: Role; reasons: string[] }[];
  /** Slots that a gate makes impossible. */
  gateBlocks: Block[];
  conflicts: ConflictInput[];
  /** Overridden conflicts, in words. */
  overridden: string[];
  regions: Partial<Record<string, 'PREFERRED' | 'WILLING' | 'RELUCTANT' | 'NO'>>;
  servingLeader: boolean;
  ownLimit: OwnLimit | null;
  answer: (Answer & { answeredOn: string; ceiling: number | null }) | null;
  waiver: Waiver | null;
  minimum: Minimum;
  /** What became of the year's seats that count towards the commitment. */
  year: SeatCounts;
  ledInEarlierTerms: number;
  confirmedInLaterTerms: number;
}

export interface ConflictInput {
  urn?: string | undefined;
  trust?: string | undefined;
  reason: string;
  /** Own school and own trust may never be overridden. */
  isOverridable: boolean;
}

export interface OwnLimit {
  term: number | null;
  rest: { reviews: number; weeks: number } | null;
  maxKm: number | null;
}

export interface ReviewInput {
  code: string;
  urn: string;
  schoolName: string;
  town: string | null;
  /** Needs that were made up for the sample are labelled wherever they are shown. */
  needsInvented: boolean;
  trust: string | null;
  region: string;
  isPriorityRegion: boolean;
  /** Null: blank on the register, a task for operations. */
  phase: string | null;
  location: { lat: number; lon: number } | null;
  needs: string[];
  priority: number;
  /** Null: the host has not answered and operations has not opened any usable window. */
  hostWindows: HostWindowInput[] | null;
  /** Windows in which all three days are school days there. */
  usable: Slot[];
}

export interface HostWindowInput extends Slot {
  grade: 'PREFERRED' | 'ACCEPTABLE';
}

export interface SeatInput extends Slot {
  review: string;
  role: Role;
  lead: string;
  isOpen: boolean;
  /** Civil dates of what happened to the seat; null: it did not. */
  offeredOn: string | null;
  acceptedOn: string | null;
  ledOn: string | null;
  /** Declined or withdrawn, and by whom; null for a seat that is open or went with its review. */
  givenUp: { on: string; by: 'SCHOOL' | 'LEAD_REVIEWER' | 'PROGRAMME' } | null;
}

export interface LeftOut {
  review?: string;
  lead?: string;
  reason: string;
}

/** Names and reasons beside the problem, which itself names nobody. */
export interface SnapshotContext {
  /** The day on which the registers stood so: a civil date. */
  asOf: string;
  people: Record<string, PersonContext>;
  /** By URN. */
  schools: Record<string, SchoolContext>;
  /** The URN of every review of the term, also of those left out. */
  reviews: Record<string, string>;
  /** Regions that carry extra weight in coverage, as far as the term has reviews there. */
  priorityRegions: string[];
  leftOut: LeftOut[];
  termWeeks: string[];
  notes: string[];
  /** Those of the notes that are about a seat that was accepted and is not kept. */
  notKept?: string[];
  /** Reviews whose pins operations set by hand; the other pins are seats that were accepted or led. */
  pinnedByHand?: string[];
}

export interface SchoolContext {
  name: string;
  town: string | null;
  needsInvented: boolean;
}

export interface PersonContext {
  name: string;
  synthetic: boolean;
  /** The grade of each slot of the term with what decided it, in words. */
  availability: (Slot & { grade: Grade; because: string })[];
}
