import { type Grade } from '../answer.js';
import { type Scope } from './scope.js';

/** Days that somebody named, and where in the sentence. */
export interface Named {
  readonly scope: Scope;
  readonly from: number;
  readonly to: number;
  /** Grows after each comma, so that what follows a grade can be told from what stood before. */
  readonly group: number;
  /** Grows after each "and" as well. */
  readonly part: number;
}

/** One thing that was said: a grade, and the days it is about. No days: all of the term. */
export interface Clause {
  readonly grade: Grade | 'ONLY';
  readonly named: readonly Named[];
  /** Outranks what was said before, as after "but". */
  readonly isException: boolean;
  /** About whatever nothing else was said of. */
  readonly isRest: boolean;
  readonly from: number;
  readonly to: number;
}

/** Words that mean nothing to us, with what to say instead. */
export interface NotUnderstood {
  readonly from: number;
  readonly to: number;
  readonly why: string;
}

export interface Sentence {
  readonly clauses: readonly Clause[];
  readonly notUnderstood: readonly NotUnderstood[];
  /** "at most 3 reviews"; null: nothing was said of it. */
  readonly ceiling: number | null;
  /** Where the ceiling is spoken of. */
  readonly ceilingAt: { readonly from: number; readonly to: number } | null;
  /** Why they said so, as far as they told. */
  readonly reasons: readonly string[];
}

/** A clause while it is read. */
export interface OpenClause {
  grade: Clause['grade'] | null;
  named: Named[];
  isException: boolean;
  isRest: boolean;
  /** Its grade stood behind its days: what follows is another clause. */
  isClosed: boolean;
  /** A word in it was not understood: without days it is not about the whole term. */
  isBroken: boolean;
  from: number;
  to: number;
}
