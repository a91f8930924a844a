import { type Recruiting } from '../../solver/recruiting/recruiting.js';
import { type SeatRow } from '../../solver/problem.js';
import { type StoredStudy } from '../studies/stored-study.js';
import { type Study, type StudyFacts } from '../studies/study-kind.js';

/** What supply and demand are compared for: a term, or all that is left of a year. */
export interface RecruitingScope {
  kind: 'TERM' | 'YEAR';
  /** Such as `spring-2027` or `2026/27`. */
  id: string;
  /** Such as "Spring 2027", "the rest of 2026/27". */
  name: string;
}

/** A review of the problem, for people. */
export interface RecruitingReview {
  urn: string;
  school: string;
  town: string | null;
  region: string;
  /** The code of the phase. */
  phase: string;
  /** Codes of SEND needs. */
  needs: string[];
  /** Whether its lead is settled: led already, accepted, or pinned by operations. */
  isHeld: boolean;
}

/** What is told beside the problem. */
export interface RecruitingFacts extends StudyFacts {
  scope: RecruitingScope;
  reviews: Record<string, RecruitingReview>;
  /** Names by the reference of the person. */
  people: Record<string, string>;
  /** Regions that come first. */
  priorityRegions: string[];
  /** Reviews whose school has not named its windows: any that it could have is taken. */
  windowsAssumed: number;
  /** Reviews that could not be put to the solver, and why. */
  leftOut: { review: string; reason: string }[];
  /** How many windows are open to anybody. */
  openWindows: number;
  hasInventedPeople: boolean;
  hasInventedNeeds: boolean;
}

/** What is kept of the answer: everything but the seats' points. */
export interface RecruitingResult extends Omit<Recruiting, 'plan'> {
  /** The reviews that have a lead in the best plan. */
  seats: Pick<SeatRow, 'review' | 'lead' | 'week' | 'window'>[];
}

export type StoredRecruiting = StoredStudy<RecruitingFacts, RecruitingResult>;

/** Where leads are short, and what one more would add. Its subject is the term, or the year for all that is left of it. */
export const recruitingStudy: Study<RecruitingFacts, RecruitingResult> = {
  kind: 'RECRUITING',
  name: 'balance of supply and demand',
  perform: (solver, problem, _facts, options) => solver.recruiting(problem, options),
};
