import { type Clause } from './clauses.js';
import { type Cursor } from './tokens.js';
import { GRADE_PHRASES, type Said } from './vocabulary.js';

export interface GradePhrase {
  readonly grade: Said;
  /** A plain "not": what follows "until" is free again. */
  readonly isNegation: boolean;
}

const NEGATIONS =
  /^(not|no|none|nothing|can't|cant|cannot|can not|couldn't|could not|won't|unable)/;

/** A word or phrase that says whether somebody can; the longest that fits. */
export function readGrade(cursor: Cursor): GradePhrase | null {
  for (const [grade, phrase] of GRADE_PHRASES) {
    if (!cursor.takePhrase(phrase)) continue;
    return { grade, isNegation: grade === 'UNAVAILABLE' && NEGATIONS.test(phrase) };
  }
  return null;
}

type Grade = Clause['grade'];

/** What two that stand side by side come to: "not available", "can only", "not preferred". */
export function together(first: Grade | null, second: Said): Grade {
  if (second === 'IF_POSSIBLE')
    return first === 'UNAVAILABLE' ? 'IF_NEEDED' : (first ?? 'PREFERRED');
  if (first === null || first === 'AVAILABLE') return second;
  if (first === 'UNAVAILABLE') return second === 'PREFERRED' ? 'IF_NEEDED' : 'UNAVAILABLE';
  if (second === 'AVAILABLE') return first;
  return first === 'ONLY' || second !== 'ONLY' ? second : first;
}
