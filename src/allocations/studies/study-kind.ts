import { type SolverPool } from '../solving/solver-pool.js';

export type StudyKind = 'FORECAST' | 'RECRUITING' | 'WHAT_IF';

/** How far a study is. */
export interface StudyNews {
  done: number;
  of: number;
}

export interface StudyOptions {
  signal: AbortSignal;
  onNews: (news: StudyNews) => void;
}

/**
 * What a worker does with a frozen problem and with what it is told beside it; both come back from the database as they were
 * kept.
 */
export interface Study<Facts extends StudyFacts, Result> {
  readonly kind: StudyKind;
  /** As people call it, such as "forecast". */
  readonly name: string;
  perform(
    solver: SolverPool,
    problem: Uint8Array,
    facts: Facts,
    options: StudyOptions,
  ): Promise<Result>;
}

/** What is told beside a problem, kept as JSON. */
export interface StudyFacts {
  /** Civil date on which the registers stood so. */
  asAt: string;
}
