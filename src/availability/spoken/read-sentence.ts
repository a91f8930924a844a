import { type Clause, type Sentence } from './clauses.js';
import { SentenceReader } from './sentence-reader.js';
import { type TermFrame } from './term-frame.js';

/**
 * Takes what somebody says on the telephone apart: "never Mondays, and not the week of 8 February". What means nothing to us
 * is named word by word; the rest is still read.
 */
export function readSentence(said: string, frame: TermFrame): Sentence {
  const reader = new SentenceReader(said, frame);
  reader.read();
  const { clauses, notUnderstood, ceiling, ceilingAt, reasons } = reader;
  return { clauses: onlyFromBoundary(clauses), notUnderstood, ceiling, ceilingAt, reasons };
}

/** "Available from 1 February" says that they are not before, unless it answers to something said earlier. */
function onlyFromBoundary([first, ...others]: readonly Clause[]): Clause[] {
  if (first === undefined) return [];
  const isBound =
    first.grade === 'AVAILABLE' &&
    first.named.length > 0 &&
    first.named.every(({ scope }) => scope.isBoundary);
  return [isBound ? { ...first, grade: 'ONLY' } : first, ...others];
}
