import { type Term } from '../../calendar/usable-windows.js';
import { type Lead, type Problem } from '../../solver/problem.js';
import { type SnapshotInput } from '../snapshot/snapshot-input.js';
import { type EarlierAnswer, type KnownBy } from './assumed-availability.js';

/** A term that is not over, as the registers tell of it. */
export interface TermAhead {
  term: Term;
  input: SnapshotInput;
  /** The latest answer of each person, by their reference, to a term before this one. */
  earlier: ReadonlyMap<string, EarlierAnswer>;
}

/** What is said about a person beside the problem. */
export interface YearPerson {
  lead: string;
  name: string;
  synthetic: boolean;
  minimum: number;
  /** How the minimum came about. */
  minimumReason: string;
  led: number;
  confirmed: number;
  awaiting: number;
  /** How their availability in each term ahead is known. */
  terms: { termName: string; knownBy: KnownBy }[];
  /** Why they may not lead in some term ahead, in words; none where they may in all. */
  refusals: string[];
  /** Gates that shut windows to them, in words. */
  gates: string[];
  /** Most seats in all the terms ahead. */
  cap: number;
  rest: { reviews: number; weeks: number };
  isNew: boolean;
}

/** What a frozen year holds beside the problem; kept with the forecast as JSON. */
export interface YearFacts {
  year: string;
  /** Civil date on which the registers stood so. */
  asAt: string;
  termNames: string[];
  /** The school of each review of the problem. */
  schools: Record<string, string>;
  people: YearPerson[];
  reviews: {
    /** Still to be led or confirmed ahead, in the problem. */
    inProblem: number;
    /** Of those, led or accepted. */
    pinned: number;
    /** The school has not named its windows: any that it could have is taken. */
    windowsAssumed: number;
    /** What could not be put to the solver, with its reason. */
    leftOut: { review: string; reason: string }[];
  };
  /** To drop a limit for somebody: by their reference. */
  ahead: {
    people: Record<string, { withoutGates: Lead['availability']; couldBeFree: string[] }>;
    /** Windows that schools could have, as `2027-01-11 MON_WED`, by review. */
    usable: Record<string, string[]>;
  };
}

/** All that is left of a year, as it will be solved whatever happens to the registers afterwards. */
export interface FrozenYear {
  problem: Problem;
  facts: YearFacts;
}
